import { rosterOfWorld, type Waiting, wasJumped } from '@entente/engine';
import { askedOf } from '@entente/engine/consultation';
import { leads } from '../../../kit/control/HandActs.tsx';
import { type CardGiven, type CardKind, type HandLook, timed } from '../../../kit/control/hand.ts';
import { voicesIn } from './acting.ts';

/** What a matter asks of a party for which this controller acts. */
export const matterCards: Readonly<Record<string, CardKind>> = Object.fromEntries(
  (['position', 'silence', 'signature', 'conclusion'] as const).map((kind): [string, CardKind] => [
    kind,
    {
      card: matterHand,
      place: 'tables',
      group: { name: 'tables', order: 25 },
      says: ({ title }, { say, pick, of }) => say(`hand.${kind}Text`, { of, title: pick(title) }),
      Acts: leads('hand.actAs'),
    },
  ]),
);

function matterHand({ world, viewer, now }: HandLook, w: Waiting): CardGiven | undefined {
  const matter = world.consultation.matters.get(w.id);
  const forum = matter && world.consultation.forums.get(matter.forum);
  const roster = rosterOfWorld(world);
  if (!matter || !forum || !roster) return undefined;
  const asked = voicesIn(world, roster, viewer.address, forum).find((v) => askedOf(world, matter, v.party, now) !== undefined);
  return {
    target: { kind: 'matter', id: w.id },
    when:
      w.due === undefined || wasJumped(world, w.due)
        ? { key: 'hand.openSince', ms: Math.max(0, now - w.since) }
        : timed(w, now, 'hand.leftIn', 'hand.lateSince'),
    number: '',
    title: matter.card.title,
    parties: forum.card.members.map((m) => m.party),
    everyone: false,
    from: matter.card.by,
    of: asked && `party:${asked.party}`,
  };
}
