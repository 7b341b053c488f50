import { type Roster, rosterOfWorld, type World } from '@entente/engine';

const rosters = new WeakMap<object, Roster | undefined>();

/** Who is in the exercise, by what this world holds; made once for each directory. Undefined before the opening. */
export function rosterIn(world: World): Roster | undefined {
  const { exercise, directory } = world.seats;
  if (!exercise || !directory) return undefined;
  if (!rosters.has(directory)) rosters.set(directory, rosterOfWorld(world));
  return rosters.get(directory);
}
