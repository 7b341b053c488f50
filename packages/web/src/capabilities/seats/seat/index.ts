import type { Waiting, World } from '@entente/engine';
import type { Asked, SeatPart } from '../../../kit/seat/part.ts';
import { Hands } from './Hands.tsx';

export const seat: SeatPart = { room: 'seats', asks: { roll: toRoll }, OnCard: Hands };

/** The last roll-call, until this seat has answered it. */
function toRoll({ id }: Waiting, world: World): Asked {
  return {
    from: world.seats.rolls.get(id)?.by ?? 'control',
    title: ['seats', 'roll.title'],
    ifNot: ['seats', 'roll.ifNot'],
    verb: ['seats', 'roll.call'],
    settle: { command: { type: 'AnswerRoll', roll: id }, says: ['seats', 'roll.here'], first: true },
  };
}
