import type { World } from '@entente/engine';
import { verdicts } from '@entente/engine/statements';
import { evidenceOf } from '../../../kit/review/evidence.ts';
import { saidById } from '../said/look.ts';

/** The events behind one thing said: its own, and what corrects or reports it. */
export function evidenceOfSaid(world: World, id: string): string[] {
  const said = saidById(world, id);
  if (!said) return [];
  const { statements, reports } = world.statements;
  const after = [...statements.values(), ...reports.values()].filter((s) => s.links.some((l) => l.to === id));
  const judged = [...world.statements.judged.values()].filter((j) => j.said === id || j.with === id);
  return evidenceOf(said, ...after.map((s) => ({ src: s.src })), ...judged);
}

/** The events behind a pair: both, and what closed it. */
export function evidenceOfPair(world: World, key: string): string[] {
  const found = verdicts(world).find((v) => v.key === key);
  // Through a side’s own eyes there may be pairs that lead control has not: their key names both.
  const ids = found ? [found.said, found.with, ...(found.closed ? [found.closed.by] : [])] : key.split(' ').slice(1);
  const things = ids.flatMap((id) => saidById(world, id) ?? world.statements.lines.get(id) ?? []);
  const judged = [...world.statements.judged.values()].filter((j) => ids.includes(j.said) && ids.includes(j.with));
  return evidenceOf(...things, ...judged);
}
