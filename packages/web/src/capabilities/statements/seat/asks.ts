import type { SeatPart } from '../../../kit/seat/part.ts';

type Asks = NonNullable<SeatPart['asks']>;

/** What the press asks of a seat: an answer. */
export const asks: Asks = {
  question({ id }, world) {
    const question = world.statements.questions.get(id);
    return (
      question && { from: question.by, about: question.text, verb: ['statements', 'ask.question'], ifNot: ['statements', 'ifNot.question'] }
    );
  },
};
