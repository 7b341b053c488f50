import type { Address } from '../audience.ts';
import type { Proceeding } from '../consultation/index.ts';
import { isPast } from '../deadlines.ts';
import type { Ms, Text } from '../fact.ts';
import type { Claim } from './cards.ts';
import { sameClaims } from './claims.ts';
import { editedSince, holders } from './clearing.ts';
import type { ClearanceStep, PressDraft, PressRules, Worded } from './desk-language.ts';
import type { Clearing } from './words.ts';

/** How a draft stands in one of its languages: for rules and screens alike. */

export interface ClearerRow {
  readonly seat: Address;
  readonly due: Ms;
  /** Since when this clearer has it. */
  readonly since?: Ms | undefined;
  readonly act?: Clearing | undefined;
  readonly at?: Ms | undefined;
  readonly text?: Text | undefined;
  /** The words before this clearer’s edit. */
  readonly before?: string | undefined;
  /** What followed when the time had passed. */
  readonly lapsed?: 'blocks' | 'passes-up' | 'clears' | undefined;
  /** A later clearer has edited what this one cleared: noted, or not yet. */
  readonly edited?: 'new' | 'noted' | undefined;
}
export interface Standing {
  /** `lapsed`: somebody’s time has passed, and it blocks. */
  readonly state: 'none' | 'draft' | 'asked' | 'objected' | 'lapsed' | 'cleared';
  readonly words?: Worded | undefined;
  readonly claims: readonly Claim[];
  readonly order?: 'ordered' | 'parallel' | undefined;
  readonly turns: readonly ClearerRow[];
  /** Who has it now. */
  readonly holders: readonly Address[];
}

type Asked = Extract<ClearanceStep, { readonly is: 'asked' }>;
type Step<K extends ClearanceStep['is']> = Extract<ClearanceStep, { readonly is: K }>;

/** The languages in which it is worded, in order. */
export const wordedIn = ({ words }: PressDraft): string[] => [...new Set(words.map((w) => w.language))];
export const wordsIn = ({ words }: PressDraft, language: string): Worded | undefined => words.findLast((w) => w.language === language);

/** The steps of a language since its clearance was asked last; none if it was not. */
function courseOf(
  { steps }: PressDraft,
  language: string,
): { readonly asked: Asked; readonly steps: readonly ClearanceStep[] } | undefined {
  const own = steps.filter((s) => s.language === language);
  const at = own.findLastIndex((s) => s.is === 'asked');
  return at < 0 ? undefined : { asked: own[at] as Asked, steps: own.slice(at + 1) };
}

/** The clearance of a language as its procedure sees it; undefined if it was not asked. */
export function clearanceOf(draft: PressDraft, language: string): Proceeding | undefined {
  const course = courseOf(draft, language);
  if (!course) return undefined;
  const { asked, steps } = course;
  const added = steps.flatMap((s) => (s.is === 'lapsed' && s.next ? [s.next.seat] : []));
  const acts = steps.flatMap((s) =>
    s.is === 'done'
      ? [{ type: s.act, party: s.by, at: s.at }]
      : s.is === 'lapsed'
        ? [{ type: `lapsed-${s.follows}`, party: s.seat, at: s.at }]
        : [],
  );
  return {
    members: [...new Set([...asked.turns.map((t) => t.seat), ...added])],
    chairs: [],
    asker: draft.card.by,
    opened: asked.at,
    terms: { order: asked.order, expired: asked.expired },
    acts,
  };
}

/** Until when a clearer has it, as it was set last. */
export function dueOf(draft: PressDraft, language: string, seat: Address): Ms | undefined {
  const course = courseOf(draft, language);
  if (!course) return undefined;
  let due = course.asked.turns.find((t) => t.seat === seat)?.due;
  for (const s of course.steps) {
    if (s.is === 'prolonged') due = s.turns.find((t) => t.seat === seat)?.due ?? due;
    else if ((s.is === 'done' || s.is === 'lapsed') && s.next?.seat === seat) due = s.next.due;
  }
  return due;
}

export function standing(draft: PressDraft, language: string): Standing {
  const words = wordsIn(draft, language);
  const course = courseOf(draft, language);
  const m = clearanceOf(draft, language);
  const claims = words?.claims ?? [];
  if (!words) return { state: 'none', claims, turns: [], holders: [] };
  if (!course || !m) return { state: 'draft', words, claims, turns: [], holders: [] };
  const now = holders(m);
  const turns = m.members.map((seat): ClearerRow => rowOf(draft, language, course, m, seat, now.includes(seat)));
  const blocked = turns.some((t) => t.lapsed === 'blocks' && now.includes(t.seat));
  const state = now.length === 0 ? 'cleared' : turns.some((t) => t.act === 'object') ? 'objected' : blocked ? 'lapsed' : 'asked';
  return { state, words, claims, order: course.asked.order, turns, holders: now };
}

function rowOf(
  draft: PressDraft,
  language: string,
  { asked, steps }: { readonly asked: Asked; readonly steps: readonly ClearanceStep[] },
  m: Proceeding,
  seat: Address,
  has: boolean,
): ClearerRow {
  const done = steps.findLast((s): s is Step<'done'> => s.is === 'done' && s.by === seat);
  const lapse = steps.findLast((s): s is Step<'lapsed'> => s.is === 'lapsed' && s.seat === seat);
  const came = steps.findLast((s) => (s.is === 'done' || s.is === 'lapsed') && s.next?.seat === seat);
  const isFirst = m.members[0] === seat || m.terms.order === 'parallel';
  const own = draft.words.filter((w) => w.language === language);
  const edit = done?.act === 'clear-with-edits' ? own.findLastIndex((w) => w.by === seat && w.at === done.at) : -1;
  const noted = steps.findLastIndex((s) => s.is === 'noted' && s.by === seat);
  const edited = steps.findLastIndex((s) => s.is === 'done' && s.act === 'clear-with-edits' && s.by !== seat);
  return {
    seat,
    due: dueOf(draft, language, seat) ?? asked.at,
    since: has || done ? (came?.at ?? (isFirst ? asked.at : undefined)) : undefined,
    act: done?.act,
    at: done?.at,
    text: done?.text,
    before: edit > 0 ? own[edit - 1]?.text : undefined,
    lapsed: lapse && !done ? lapse.follows : undefined,
    edited: editedSince(m, seat) ? (noted > edited ? 'noted' : 'new') : undefined,
  };
}

/** What keeps a draft from being published; undefined: nothing does. */
export type Hindrance =
  | { readonly why: 'dropped' | 'published' | 'no-words' }
  | { readonly why: 'claims-differ'; readonly languages: readonly string[] }
  | { readonly why: 'not-asked' | 'not-cleared' | 'objected' | 'expired'; readonly language: string; readonly who: readonly Address[] };

/** Whether it may be published, by the rules of its side; the moment’s own reasons aside (a question that was answered meanwhile). */
export function hinders(draft: PressDraft, rules: PressRules): Hindrance | undefined {
  if (draft.dropped) return { why: 'dropped' };
  if (draft.published) return { why: 'published' };
  const languages = wordedIn(draft);
  if (languages.length === 0) return { why: 'no-words' };
  const stands = languages.map((language) => ({ language, ...standing(draft, language) }));
  // Rule D9: claims are the statement’s, not a language’s.
  const first = stands[0]?.claims ?? [];
  const other = stands.filter((s) => !sameClaims(s.claims, first)).map((s) => s.language);
  if (other.length > 0) return { why: 'claims-differ', languages: [languages[0] as string, ...other] };
  if (rules.clearers.length === 0) return undefined;
  for (const { language, state, holders: who, turns } of stands) {
    if (state === 'draft') return { why: 'not-asked', language, who: [] };
    if (state === 'objected') return { why: 'objected', language, who: turns.filter((t) => t.act === 'object').map((t) => t.seat) };
    if (state === 'lapsed') return { why: 'expired', language, who };
    if (state !== 'cleared') return { why: 'not-cleared', language, who };
  }
  return undefined;
}

/** True if a clearer’s time has passed, and nothing has followed yet. */
export function hasPassed(draft: PressDraft, language: string, seat: Address, now: Ms): boolean {
  const m = clearanceOf(draft, language);
  return m !== undefined && holders(m).includes(seat) && isPast(dueOf(draft, language, seat), now);
}
