import { rollState, type Waiting } from '@entente/engine';
import { Dismiss } from '../../../kit/control/HandActs.tsx';
import type { CardActsProps, CardGiven, CardKind, HandLook } from '../../../kit/control/hand.ts';

export const seatCards: Readonly<Record<string, CardKind>> = {
  rollcall: {
    card: rollCard,
    place: 'room',
    untaken: true,
    says: ({ roll }, { say }) => say('hand.roll', { answered: roll?.answered ?? 0, of: roll?.of ?? 0 }),
    Acts: RollActs,
  },
};

/** A roll-call that is not complete, with how many have answered. */
function rollCard({ world, now }: HandLook, { id, since }: Waiting): CardGiven | undefined {
  const roll = world.seats.rolls.get(id);
  if (!roll) return undefined;
  return {
    when: { key: 'hand.calledAgo', ms: now - since },
    number: '',
    title: '',
    parties: [],
    everyone: true,
    roll: rollState(world, roll),
  };
}

function RollActs({ card }: CardActsProps) {
  return <Dismiss card={card.id} />;
}
