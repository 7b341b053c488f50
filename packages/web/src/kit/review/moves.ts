import type { Text, World } from '@entente/engine';

/** The moves as far as the edition knows them: those that began, and, for control, those still planned. */
export function movesOf(world: World): { number: number; name: Text; from: number }[] {
  const began = world.moves.began.map((m) => ({ number: m.number, name: m.name, from: m.at }));
  const planned = (world.moves.plan?.moves ?? [])
    .filter((m) => !began.some((b) => b.number === m.number))
    .map((m) => ({ number: m.number, name: m.name, from: m.from }));
  return [...began, ...planned].sort((a, b) => a.from - b.from);
}
