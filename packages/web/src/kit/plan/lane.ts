import type { World } from '@entente/engine';
import { saidInPublic } from '@entente/engine/statements';
import type { LaneEvent } from './layout.ts';

/** What the scenario brought and what was said in public, as far as this world holds it. What went to several is one. */
export function laneOf(world: World): LaneEvent[] {
  const found = new Map<string, LaneEvent>();
  const add = (event: LaneEvent): void => {
    const key = `${event.at} ${JSON.stringify(event.title)}`;
    if (!found.has(key)) found.set(key, event);
  };
  for (const { id, at, title } of world.injects.deliveries.values()) add({ id, at, title });
  for (const said of saidInPublic(world)) {
    if (said.kind === 'statement') add({ id: said.id, at: said.at, title: said.statement.card.text });
    if (said.kind === 'report') add({ id: said.id, at: said.at, title: said.report.card.title });
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}
