import type { Id } from '../fact.ts';
import type { Conference, Queued } from './language.ts';

/** The place of a queue, and where. */
export function placeOf(conferences: Iterable<Conference>, id: Id | undefined): { conference: Conference; place: Queued } | undefined {
  for (const conference of conferences) {
    const place = conference.queue.find((q) => q.id === id);
    if (place) return { conference, place };
  }
  return undefined;
}
