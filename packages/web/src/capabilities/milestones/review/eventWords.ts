import type { EventWords } from '../../../kit/review/part.ts';

export const eventWords: EventWords = {
  name: (facts, world, { pick }) => pick(world.milestones.milestones.get(String(facts.milestone))?.name) || undefined,
};
