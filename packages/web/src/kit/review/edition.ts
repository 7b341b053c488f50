import type { SeatCopy } from '@entente/engine';

/**
 * An edition: what one viewer, or one circle of viewers, was given. The review shows nothing else;
 * what a side never held is not in its pages and so cannot be counted, greyed or guessed.
 */
export interface EditionEvent extends SeatCopy {
  /** The edition's own number: 1, 2, 3… */
  readonly no: number;
}

interface EditionPage {
  readonly events: readonly EditionEvent[];
  readonly next: number;
  readonly last: number;
  readonly clock: { readonly now: number; readonly wall: number };
}

/** How far the loading has come: events had, events there are. */
export interface Progress {
  readonly had: number;
  readonly of: number;
}

const PAGE = 1000;

/** Where the pages of an edition are. A viewer's own edition is its own feed. */
export function editionPath(door: string, edition: string, own: string): string {
  return edition === own ? `${door}api/feed` : `${door}api/editions/${encodeURIComponent(edition)}/feed`;
}

/** Where the record of an edition is downloaded from, as JSON lines. */
export function exportPath(door: string, edition: string): string {
  return `${door}api/export?edition=${encodeURIComponent(edition)}`;
}

export class EditionFailure extends Error {
  /** HTTP status; 0 if the server was not reached. */
  readonly status: number;
  constructor(status: number) {
    super(`the edition could not be loaded (${status})`);
    this.status = status;
  }
}

/**
 * All events of an edition after number `after`, in order.
 * @throws EditionFailure with the HTTP status; 0 when the server was not reached or answered something else.
 */
export async function loadEdition(
  path: string,
  after: number,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<EditionEvent[]> {
  const events: EditionEvent[] = [];
  for (let cursor = after; ; ) {
    const page = await onePage(`${path}?after=${cursor}&limit=${PAGE}`, signal);
    events.push(...page.events);
    tell({ had: events.length, of: Math.max(page.last - after, events.length) });
    const reached = page.events.at(-1)?.no ?? cursor;
    if (reached >= page.last || page.events.length === 0) return events;
    cursor = reached;
  }
}

async function onePage(url: string, signal: AbortSignal): Promise<EditionPage> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, credentials: 'same-origin', signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new EditionFailure(0);
  }
  if (!response.ok) {
    // Read to its end: an answer left lying holds its connection.
    await response.text().catch(() => '');
    throw new EditionFailure(response.status);
  }
  return (await response.json()) as EditionPage;
}
