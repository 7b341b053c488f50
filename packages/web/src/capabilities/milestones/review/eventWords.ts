import type { EventWords } from '../../../kit/review/wording.ts';

export const eventWords: EventWords = {
  name: (facts, world, { pick }) => pick(world.milestones.milestones.get(String(facts.milestone))?.name) || undefined,
};
