import type { Mark } from '../../../kit/review/mark.ts';
import type { MarksLook } from '../../../kit/review/part.ts';
import { partiesBehind } from '../../../kit/review/side.ts';

export function peopleMarks({ world }: MarksLook): Mark[] {
  return [...world.seats.people.values()].map(
    (person): Mark => ({
      key: `person:${person.id}`,
      lane: partiesBehind(world, [person.seat])[0] ?? 'control',
      kind: 'people',
      form: 'seated',
      at: person.since,
      title: person.name,
      together: true,
    }),
  );
}
