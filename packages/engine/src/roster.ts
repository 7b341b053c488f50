import { Roster } from './audience.ts';
import type { Scenario } from './scenario.ts';
import type { AnyEvent, World } from './world.ts';

/** The roster of a scenario. */
export function rosterOf(scenario: Scenario): Roster {
  const cells = scenario.parties.flatMap((p) => p.cells.map((c) => ({ id: c.id, party: p.id })));
  const seats = scenario.parties.flatMap((p) =>
    p.cells.flatMap((c) => c.seats.map((s) => ({ id: s.id, cell: c.id, party: p.id, may: s.may }))),
  );
  return new Roster(
    scenario.parties.map((p) => ({ id: p.id, playedByControl: p.played === 'control' })),
    cells,
    seats,
    scenario.entities.map((e) => e.id),
  );
}

/** The roster of a record, from its opening events. @throws RangeError if they are not there. */
export function rosterOfRecord(opening: readonly AnyEvent[]): Roster {
  const exercise = opening.find((e) => e.type === 'ExerciseOpened');
  const directory = opening.find((e) => e.type === 'DirectoryGiven');
  if (!exercise || !directory) throw new RangeError('a record begins with ExerciseOpened and DirectoryGiven');
  const seats = directory.cells.flatMap((c) => c.seats.map((s) => ({ id: s.id, cell: c.id, party: c.party, may: s.may })));
  return new Roster(
    exercise.parties,
    directory.cells.map((c) => ({ id: c.id, party: c.party })),
    seats,
    directory.entities.map((e) => e.id),
  );
}

/** By directory: a world is asked for its roster again and again, and its opening stands. */
const known = new WeakMap<object, Roster>();

/** The roster as a world tells it; undefined before its opening. */
export function rosterOfWorld({ seats }: Pick<World, 'seats'>): Roster | undefined {
  const { exercise, directory } = seats;
  if (!exercise || !directory) return undefined;
  const before = known.get(directory);
  if (before) return before;
  const roster = rosterOfRecord([
    { ...exercise, type: 'ExerciseOpened' },
    { ...directory, type: 'DirectoryGiven' },
  ]);
  known.set(directory, roster);
  return roster;
}
