import { type Address, audienceOf, type Recorded, rosterOfRecord } from '@entente/engine';
import type { Seat } from './seat.ts';

/** What each viewer must have been told: ids in the order of the record. */
export type Expected = ReadonlyMap<Address, readonly string[]>;

/** The whole record as lead control exports it, one line an event. */
export async function exported(lead: Seat): Promise<string[]> {
  return (await lead.get('/export')).trimEnd().split('\n').slice(1);
}

/** Works out from the record's addresses who was to be told what. */
export function expectedOf(lines: readonly string[]): Expected {
  const record = lines.map((line) => (JSON.parse(line) as { event: Recorded }).event);
  const roster = rosterOfRecord(record.slice(0, 2).map((r) => r.event));
  const told = new Map<Address, string[]>(roster.viewers.map((viewer) => [viewer, []]));
  for (const r of record) for (const viewer of audienceOf(r, roster).viewers) told.get(viewer)?.push(r.id);
  return told;
}

/** Tellings to seats. */
export function countEvents(expected: Expected): number {
  let count = 0;
  for (const [viewer, ids] of expected) if (viewer.startsWith('seat:')) count += ids.length;
  return count;
}
