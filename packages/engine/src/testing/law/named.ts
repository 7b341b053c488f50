import type { Case } from './case.ts';
import { forumOf } from './consultation.ts';
import { NAMES } from './names.ts';
import { type Address, isAll } from './people.ts';
import type { Rule } from './rules.ts';

/** Judges what an event names to those who have it, by the second column of the law. */

/** The first thing in an event that the law does not let it name; undefined if there is none. */
export function misnamed(c: Case): string | undefined {
  const fields = NAMES[c.event.type];
  if (!fields) return 'no law says what it may name';
  if (fields['*'] === 'open') return undefined;
  if (fields['*'] === 'all') return [...c.line.viewers].every((v) => v === 'control') ? undefined : 'it is lead control’s alone';
  return walk(c, fields, '', c.event);
}

function walk(c: Case, fields: Readonly<Record<string, Rule>>, path: string, value: unknown): string | undefined {
  const rule = fields[path];
  if (value === undefined || path === 'type') return undefined;
  if (rule !== undefined) return judged(c, rule, path, value);
  if (Array.isArray(value)) return first(value, (part) => walk(c, fields, path, part));
  // Only the folders of fields that the law knows are gone into.
  if (typeof value !== 'object' || value === null || (path !== '' && !Object.keys(fields).some((f) => f.startsWith(`${path}.`))))
    return `it says “${path}”, of which the law says nothing`;
  return first(Object.entries(value), ([key, part]) => walk(c, fields, path === '' ? key : `${path}.${key}`, part));
}

function first<T>(all: readonly T[], find: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function judged(c: Case, rule: Rule, path: string, value: unknown): string | undefined {
  switch (rule) {
    // Read by the laws of those events, which cut them.
    case 'condition':
    case 'anybody':
    case 'open':
    case 'all':
      return undefined;
    case 'file':
      return first(Array.isArray(value) ? value : [value], (card) => {
        const strange = Object.keys(card as object).find((key) => !FILE.has(key));
        return strange && `it says “${path}.${strange}” of a file`;
      });
    case 'time':
    case 'count':
      return first(leaves(value), (x) => (typeof x === 'number' ? undefined : `“${path}” is no number`));
    case 'mark':
      return first(leaves(value), (x) => (typeof x === 'string' && isAddress(c, x) ? `“${path}” names ${x}` : undefined));
    case 'words':
      return first(leaves(value), (x) => (isSaid(c, String(x)) ? undefined : `“${path}” says what nobody wrote`));
    case 'thing':
      // That each reader was given it is asked of every event alike: see `stranger`.
      return first(leaves(value), (x) =>
        c.past.knows(String(x)) || x === c.line.id || c.past.broughtBy(c.event).includes(String(x))
          ? undefined
          : `“${path}” is no thing on record`,
      );
    default:
      return first(leaves(value), (x) => {
        const reader = [...c.line.viewers].find((v) => v !== 'control' && !mayBeNamed(c, rule, v, String(x)));
        return reader && `“${path}” names ${String(x)} to ${reader}`;
      });
  }
}
const FILE = new Set(['id', 'name', 'size', 'type', 'digest']);

function leaves(value: unknown): unknown[] {
  if (value === undefined) return [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

function isAddress(c: Case, text: string): boolean {
  return text.includes(':') && c.people.behind(text).length > 0;
}

/** True if an address, or a party by its bare id, may be named to a reader in this connection. */
function mayBeNamed(c: Case, rule: 'own' | 'hand' | 'side' | 'letter' | 'asked' | 'table', reader: Address, named: Address): boolean {
  switch (rule) {
    case 'own':
      return own(c, reader, named);
    case 'hand':
      return c.act === undefined || c.act.by === named || own(c, reader, named);
    case 'side':
      return c.act === undefined || reader === c.act.by || onSide(c, c.act.by, reader) || own(c, reader, named);
    case 'letter':
      return c.act === undefined || c.act.by === named || leaves(c.act.command).includes(named);
    case 'table':
      return named === 'control' || forumOf(c)?.members.some((m) => m.party === named || m.seats.includes(named)) === true;
    case 'asked':
      return asked(c).includes(named) || own(c, reader, named);
  }
}

const partyOf = (c: Case, address: Address): string | undefined => c.people.partyOf(address.includes(':') ? address : `party:${address}`);

function onSide(c: Case, a: Address, b: Address): boolean {
  const party = partyOf(c, a);
  return party !== undefined && party === partyOf(c, b);
}

function own(c: Case, reader: Address, named: Address): boolean {
  return isAll(named) || named === 'control' || named === reader || onSide(c, named, reader);
}

/** Who asked, of whom, and for whom. */
function asked(c: Case): readonly Address[] {
  const request = c.event.request ?? c.act?.command.request;
  const before = c.past.all('ItemRequested').find((l) => l.event.request === request)?.event;
  if (before) return [before.from, before.of, ...before.for];
  return c.act ? [c.act.by, ...(leaves(c.act.command) as Address[])] : [c.event.from, c.event.of, ...(c.event.for ?? [])];
}

const written = new WeakMap<object, ReadonlySet<unknown>>();
const textsOf = (of: object): ReadonlySet<unknown> => {
  const found = written.get(of) ?? new Set(leaves(of));
  written.set(of, found);
  return found;
};

/** True if somebody wrote these words: the author, the hand in this act, or whoever had them put on record before. */
function isSaid(c: Case, words: string): boolean {
  if (c.plan === undefined || c.past.says(words) || textsOf(c.plan).has(words)) return true;
  // Where something was taken out, a mark stands for it.
  if (words.includes('[…]')) return true;
  return c.act !== undefined && textsOf(c.act.command).has(words);
}
