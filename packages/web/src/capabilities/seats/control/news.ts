import type { World } from '@entente/engine';
import { type Happening, happening } from '../../../kit/control/happening.ts';

export function* peopleNews(world: World): Generator<Happening> {
  for (const person of world.seats.people.values()) {
    yield happening(person.src, person.since, ['people'], 'person.seated', { who: person.seat, values: { name: person.name } });
    if (person.left)
      yield happening(person.left.src, person.left.at, ['people'], 'person.left', { who: person.seat, values: { name: person.name } });
  }
  for (const roll of world.seats.rolls.values()) {
    yield happening(roll.src, roll.at, ['people'], 'roll.called', { who: roll.by });
    for (const [seat, answer] of roll.answers) yield happening(answer.src, answer.at, ['people'], 'roll.answered', { who: seat });
  }
}
