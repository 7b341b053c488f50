import './public.css';
import { type Address, rosterOfWorld, standsFor, type World } from '@entente/engine';
import { type ReactNode, useState } from 'react';
import { ActingFor } from '../../../connection/index.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { AddressMark } from '../../../kit/Names.tsx';
import { deskAt } from '../press/desk.ts';

/** The seats of a side’s press desk in whose name a controller acts now: those of a side that it plays, or empty ones of its own. */
export function deskSeats(world: World, viewer: Address, parties: readonly string[]): readonly Address[] {
  const roster = rosterOfWorld(world);
  if (!roster) return [];
  return parties
    .flatMap((p) => roster.members(`party:${p}`))
    .filter((seat) => standsFor(roster, world.seats, viewer, seat) !== undefined && deskAt(world, seat) !== undefined);
}

/** A seat’s own press desk, worked by control in the name of that seat: chosen, where there are several. */
export function InSeat({
  seats,
  first,
  children,
}: {
  readonly seats: readonly Address[];
  /** Whose turn it is, if it is one’s. */
  readonly first?: Address | undefined;
  readonly children: ReactNode;
}) {
  const { world, say, pick, names } = useControl();
  const [chosen, choose] = useState<Address | undefined>();
  const seat = seats.find((s) => s === (chosen ?? first)) ?? seats[0];
  if (seat === undefined) return null;
  const party = rosterOfWorld(world)?.partyOf(seat) ?? '';
  const title = say('desk.inName', { party: pick(names.party(party)?.name) });
  return (
    <section className="pb-acting" aria-label={title}>
      <p className="ct-row ct-wrap">
        <AddressMark address={`party:${party}`} /> <strong>{title}</strong>
        {seats.length === 1 && <span className="ct-quiet">{names.say(seat, pick, say)}</span>}
      </p>
      {seats.length > 1 && (
        <Choose
          title={say('desk.as')}
          data={seats.map((s) => ({ value: s as string, label: names.say(s, pick, say) }))}
          value={seat as string}
          change={(s) => choose(s as Address)}
        />
      )}
      <ActingFor key={seat} seat={seat}>
        {children}
      </ActingFor>
    </section>
  );
}
