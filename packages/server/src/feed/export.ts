import { chain, exportHeader, exportLine, genesisOf } from '@entente/engine';
import { digest } from '../digest.ts';
import type { Store } from '../store/store.ts';
import type { Edition } from './editions.ts';
import type { Feed } from './feed.ts';

const PAGE = 500;

/** Lead control's own edition as lines: the record byte by byte, with the chain that `verify` checks. */
export async function* wholeRecord(store: Store, exercise: string, feed: Feed): AsyncGenerator<string> {
  yield `${exportHeader('control')}\n`;
  const end = feed.position;
  for (let at = 0; at < end; ) {
    const records = await store.read(exercise, at, Math.min(PAGE, end - at));
    if (records.length === 0) return;
    yield records.map((r) => `${exportLine(r.hash, r.body)}\n`).join('');
    at += records.length;
  }
}

/** Any other edition: its own numbers and its own chain, since the global one would let short hidden texts be guessed. */
export async function* ownRecord(feed: Feed, edition: Edition): AsyncGenerator<string> {
  yield `${exportHeader(edition)}\n`;
  let hash = genesisOf(edition);
  const end = feed.last(edition);
  for (let at = 0; at < end; ) {
    const { events, next } = feed.read(edition, at, Math.min(PAGE, end - at));
    const lines = events.map((body) => {
      hash = chain(hash, body, digest);
      return `${exportLine(hash, body)}\n`;
    });
    yield lines.join('');
    at = next;
  }
}
