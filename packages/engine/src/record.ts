import type { Address, Audience, Roster } from './audience.ts';
import type { Id, Meta, Ms } from './fact.ts';
import { type Digest, hashText } from './ids.ts';
import { LANGUAGE, type Language, upcast } from './upcast.ts';
import type { AnyEvent } from './world.ts';

/** One event as the record keeps it. */
export interface Recorded extends Meta {
  /** Position, from 1. */
  readonly n: number;
  readonly id: Id;
  readonly at: Ms;
  readonly wall: number;
  /** Addresses after closure. Never leaves the server for a seat. */
  readonly to: readonly Address[];
  readonly event: AnyEvent;
}

/** One event as a seat may have it: no audience, no global position. */
export interface SeatCopy extends Meta {
  readonly event: AnyEvent;
}

/** The hash before the first event. */
export const GENESIS = '0'.repeat(64);

/**
 * A recorded event that remembers its bytes, where in them its event begins, and its hash; nobody else sees them, and copies
 * do not have them. So an event is written as JSON once, for its id, its line, its hash and its feed.
 */
class Entry implements Recorded {
  readonly n: number;
  readonly id: Id;
  readonly at: Ms;
  readonly wall: number;
  readonly to: readonly Address[];
  readonly event: AnyEvent;
  readonly #body: string;
  readonly #asStored: boolean;
  #hash: string | undefined;

  /** `asStored`: the event is what the bytes say, and not what became of it in a later version. */
  constructor({ n, id, at, wall, to }: Place, event: AnyEvent, body: string, asStored = true) {
    this.n = n;
    this.id = id;
    this.at = at;
    this.wall = wall;
    this.to = to;
    this.event = event;
    this.#body = body;
    this.#asStored = asStored;
  }
  static body(r: object): string | undefined {
    return #body in r ? r.#body : undefined;
  }
  /** The bytes, if the event is what they say. */
  static told(r: object): string | undefined {
    return #body in r && r.#asStored ? r.#body : undefined;
  }
  static hash(r: Recorded): string | undefined {
    return #body in r ? r.#hash : undefined;
  }
  static link(r: Recorded, hash: string): void {
    if (#body in r) r.#hash = hash;
  }
}
/** Where and when an event stands, and for whom. */
type Place = Omit<Recorded, 'event'>;

/** What stands between the addresses of a record's line, with the version of its language if that is not the first, and its event. */
const BEFORE_EVENT = `]${LANGUAGE.version > 1 ? `,"v":${LANGUAGE.version}` : ''},"event":`;

/** The bytes that are stored and hashed: one JSON text with fixed key order. */
export function bodyOf(r: Recorded): string {
  return Entry.body(r) ?? line(r, JSON.stringify(r.event));
}

function line({ n, id, at, wall, to }: Place, json: string): string {
  return `{"n":${n},"id":${JSON.stringify(id)},"at":${at},"wall":${wall},"to":${JSON.stringify(to)}${BEFORE_EVENT.slice(1)}${json}}`;
}

/** Puts an event on the record, with its JSON: as it reads from there, so that the live world and a folded record cannot differ (an absent field, say). */
export function recorded(place: Place, event: AnyEvent, json: string): Recorded {
  return new Entry(place, readBack(event), line(place, json));
}

/** What JSON would give back of a part of an event, without reading its text, which costs ten times as much. */
export function readBack<T>(part: T): T {
  if (typeof part === 'number') return (Number.isFinite(part) ? part + 0 : null) as T;
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((item) => (item === undefined ? null : readBack(item))) as T;
  const copy: Record<string, unknown> = {};
  for (const key in part) {
    const item = part[key];
    if (item === undefined) continue;
    if (key === '__proto__')
      Object.defineProperty(copy, key, { value: readBack(item), writable: true, enumerable: true, configurable: true });
    else copy[key] = typeof item === 'string' ? item : readBack(item);
  }
  return copy as T;
}

/**
 * The event whose bytes these are, as this program speaks; the bytes stay what they are, and so does their hash.
 * @throws SyntaxError if the text is no JSON; RangeError if a newer program wrote it.
 */
export function parseBody(body: string, language: Language = LANGUAGE): Recorded {
  const r = JSON.parse(body) as Recorded & { readonly v?: number };
  return new Entry(r, upcast(r.event as never, r.v ?? 1, language) as never, body, (r.v ?? 1) === language.version);
}

/** Links an event into a chain and gives its hash. */
export function link(before: string, r: Recorded, digest: Digest): string {
  const hash = digest(`${before}\n${bodyOf(r)}`);
  Entry.link(r, hash);
  return hash;
}

/** The hash of an event that an exercise has made, or folded from its bytes. @throws RangeError for any other. */
export function hashOf(r: Recorded): string {
  const hash = Entry.hash(r);
  if (hash === undefined) throw new RangeError('this event was linked into no chain');
  return hash;
}

/** What a seat may have of an event, as JSON. The same text for every seat of its audience. */
export function seatBody(r: Recorded): string {
  return `{"id":${JSON.stringify(r.id)},"at":${r.at},"wall":${r.wall},"event":${eventJson(r)}}`;
}

/** The event as it stands in its bytes, or written anew where there are none. */
function eventJson(r: Recorded): string {
  const body = Entry.told(r);
  const begins = body === undefined ? -1 : body.indexOf(BEFORE_EVENT);
  return begins < 0 ? JSON.stringify(r.event) : (body as string).slice(begins + BEFORE_EVENT.length, -1);
}

/** The hash of an event: SHA-256 over the hash before it, a line feed and its bytes; 64 hex digits. */
export function chain(before: string, body: string, digest: Digest = hashText): string {
  return digest(`${before}\n${body}`);
}

/** One line of an exported record. The bytes that were hashed stand verbatim behind the fixed-length prefix. */
export function exportLine(hash: string, body: string): string {
  return `{"hash":"${hash}","event":${body}}`;
}

/** The first line of an exported record. */
export interface ExportHeader {
  readonly entente: 'record';
  readonly version: 1;
  /** Whose: `control` for the whole record, else the edition. */
  readonly edition: string;
}
export function exportHeader(edition: string): string {
  return JSON.stringify({ entente: 'record', version: 1, edition } satisfies ExportHeader);
}

/** The hash before the first event of an edition: of a viewer's copy it covers the header too. */
export function genesisOf(edition: string): string {
  return edition === 'control' ? GENESIS : hashText(exportHeader(edition));
}

/** What `verify` found: sound, or the first position (from 1) at which it is not, and why. */
export type Verdict =
  | { readonly ok: true; readonly events: number; readonly hash: string; readonly edition: string }
  | ({ readonly ok: false; readonly position: number; readonly line: number } & Failure);
interface Failure {
  readonly reason: 'header' | 'form' | 'hash' | 'order';
  readonly message: string;
}

const PREFIX = /^\{"hash":"([0-9a-f]{64})","event":/;
const PREFIX_LENGTH = '{"hash":"","event":'.length + 64;

/**
 * Checks an exported record line by line, offline: form, order and hash chain.
 * Lines are numbered from 1, the header included; the event of line k has position k − 1.
 */
export class Verifier {
  #line = 0;
  #hash = GENESIS;
  #edition = '';
  #failure: Verdict | undefined;

  /** Takes the next line, without its line feed. */
  line(text: string): void {
    if (this.#failure) return;
    this.#line++;
    const failure = this.#line === 1 ? this.#header(text) : this.#event(text);
    if (failure) this.#failure = { ok: false, position: this.#line - 1, line: this.#line, ...failure };
  }

  /** The verdict over all lines so far. */
  verdict(): Verdict {
    if (this.#failure) return this.#failure;
    if (this.#line === 0) return { ok: false, position: 0, line: 1, reason: 'header', message: 'The file is empty: it is no record.' };
    return { ok: true, events: this.#line - 1, hash: this.#hash, edition: this.#edition };
  }

  #header(text: string): Failure | undefined {
    try {
      const header = JSON.parse(text) as ExportHeader;
      if (header.entente !== 'record') return { reason: 'header', message: 'The first line is no header of a record.' };
      if (header.version !== 1)
        return { reason: 'header', message: 'The record was written by a newer version. Verify it with that version.' };
      if (exportHeader(header.edition) !== text) return { reason: 'header', message: 'The header was changed.' };
      this.#edition = header.edition;
      this.#hash = genesisOf(header.edition);
      return undefined;
    } catch {
      return { reason: 'header', message: 'The first line is no header of a record.' };
    }
  }

  #event(text: string): Failure | undefined {
    const prefix = PREFIX.exec(text);
    if (!prefix || !text.endsWith('}')) return { reason: 'form', message: 'The line is not of the form of a record.' };
    const body = text.slice(PREFIX_LENGTH, -1);
    if (chain(this.#hash, body) !== prefix[1]) return { reason: 'hash', message: 'The bytes of this event, or its hash, were changed.' };
    try {
      const parsed = JSON.parse(body) as { n?: unknown; no?: unknown };
      const n = parsed.n ?? parsed.no;
      if (n !== this.#line - 1) return { reason: 'order', message: `The event says that it is number ${String(n)}.` };
    } catch {
      return { reason: 'form', message: 'The event is no JSON.' };
    }
    this.#hash = prefix[1] as string;
    return undefined;
  }
}

/**
 * The one way out: who may have this event. Feed, page, replay, export and review all ask here.
 * Depends only on the record's own addresses.
 */
export function audienceOf(r: Recorded, roster: Roster): Audience {
  return roster.audience(r.to);
}
