import type { World } from '@entente/engine';
import type { Side } from './controlContext.ts';
import { cut, type Names } from './names.ts';

/** Whose voice an answer has by default: the entity or the seat that was asked, else control itself. */
export function answeringVoice(to: readonly string[], names: Names): string | undefined {
  return (
    to.find((a) => cut(a)[0] === 'entity') ??
    to.find((a) => cut(a)[0] === 'seat' && names.partyOf(a)?.playedByControl === true) ??
    playedSeat(to, names)
  );
}
function playedSeat(to: readonly string[], names: Names): string | undefined {
  for (const address of to) {
    const [kind] = cut(address);
    if ((kind === 'cell' || kind === 'party') && names.partyOf(address)?.playedByControl) return names.seatsOf(address)[0]?.address;
  }
  return undefined;
}

/** Opens writing in the first entity's voice; as control itself where the scenario has none. */
export function speaking(world: World): Side {
  const first = world.seats.directory?.entities[0];
  return first ? { kind: 'write', speaker: `entity:${first.id}` } : { kind: 'write' };
}
