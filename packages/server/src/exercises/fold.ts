import { Exercise, parseBody, type Recorded } from '@entente/engine';
import { digest } from '../digest.ts';
import type { ExerciseRow, Store } from '../store/store.ts';

/** Records read at once. */
const PAGE = 5_000;

/** A stored record, folded: the head, the events, and the hash of the last. */
export interface Folded {
  readonly head: Exercise;
  readonly events: Recorded[];
  readonly hash: string;
}

/** What the store holds of an exercise, read and not folded, and the hash that stands with the last of it. */
export async function readRecord(store: Store, row: ExerciseRow): Promise<Pick<Folded, 'events' | 'hash'>> {
  const events: Recorded[] = [];
  let hash = '';
  for (let page = await store.read(row.id, 0, PAGE); page.length > 0; page = await store.read(row.id, events.length, PAGE)) {
    for (const r of page) events.push(parseBody(r.body));
    hash = page.at(-1)?.hash ?? hash;
  }
  return { events, hash };
}

/** Folds what the store holds of an exercise. @throws RangeError if the bytes do not lead to the last hash. */
export async function foldRecord(store: Store, row: ExerciseRow): Promise<Folded> {
  const { events, hash } = await readRecord(store, row);
  const head = Exercise.from(events, { secret: row.secret, digest });
  if (head.hash !== hash || head.position !== events.length)
    throw new RangeError('the record does not match its last hash: it was changed or cut');
  return { head, events, hash };
}
