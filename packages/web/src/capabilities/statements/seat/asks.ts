import type { World } from '@entente/engine';
import type { Asked, SeatPart, Words } from '../../../kit/seat/part.ts';
import { aboutOf } from '../said/drafted.ts';

type Asks = NonNullable<SeatPart['asks']>;
const words = (key: string): Words => ['statements', key];

/** What the press asks of a seat: an answer, a word on a draft, a look at what was edited since, that it is published. */
export const asks: Asks = {
  question({ id }, world) {
    const question = world.statements.questions.get(id);
    return question && { from: question.by, about: question.text, verb: words('ask.question'), ifNot: words('ifNot.question') };
  },
  clearance: ({ id }, world) => ofDraft(world, id, 'clearance'),
  edit: ({ id }, world) => ofDraft(world, id, 'edit'),
  publish: ({ id }, world) => ofDraft(world, id, 'publish'),
  hand({ id }, world) {
    const joint = world.statements.joints.get(id);
    const from = `party:${joint?.card.parties[0] ?? ''}`;
    return joint && { from, about: joint.card.title, verb: words('ask.hand'), ifNot: words('ifNot.hand') };
  },
};

function ofDraft(world: World, id: string, what: string): Asked | undefined {
  const draft = world.statements.drafts.get(id);
  if (!draft) return undefined;
  return { from: draft.card.by, about: aboutOf(world, draft), verb: words(`ask.${what}`), ifNot: words(`ifNot.${what}`) };
}
