import { evidenceOf } from '../../../kit/review/evidence.ts';
import type { ReviewPart } from '../../../kit/review/part.ts';
import { eventWords } from './eventWords.ts';
import { peopleMarks } from './marks.ts';
import { PersonShape } from './PersonShape.tsx';

export const review: ReviewPart = {
  room: 'seats',
  sentences: eventWords,
  kinds: [{ name: 'people', order: 60, events: /^(Person|Hand|Roll)/, mark: { form: 'contextual', status: undefined } }],
  marks: peopleMarks,
  shapes: { people: PersonShape },
  things: { person: { Thing: () => null, evidence: (world, id) => evidenceOf(world.seats.people.get(id)) } },
};
