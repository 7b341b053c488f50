import type { Address } from '../audience.ts';
import { clockStatus, wasJumped } from '../clock/clock.ts';
import { grained } from '../clock/grain.ts';
import { refusedAct } from '../consultation/index.ts';
import { isPast } from '../deadlines.ts';
import type { Id, Ms, Rejection } from '../fact.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import { refusedClaims, sameClaims } from './claims.ts';
import { clearing, holders, shares } from './clearing.ts';
import { deskOf, rulesOf } from './desk.ts';
import type { DeskCommand } from './desk-commands.ts';
import type { PressDraft, Turn } from './desk-language.ts';
import { clearanceOf, dueOf, hasPassed, standing, wordedIn, wordsIn } from './standing.ts';
import { actingSeat, refuse, saidFor, voiceOf } from './voices.ts';

/** Clearance: asked by those who speak, given by those who clear, each in their time. */
type Of<T extends DeskCommand['type']> = Extract<DeskCommand, { type: T }>;

/** Whoever gets it has at least this long, ms: a turn that came late is still a turn. */
const LEAST: Ms = 60_000;

const SAYING: Readonly<Record<string, string>> = {
  'own-draft': 'You drafted this: somebody else clears it.',
  'not-your-turn': 'It is not your turn yet. Wait for the clearers before you.',
  'done-already': 'You have cleared this already.',
  'not-a-member': 'You do not clear this. Ask those who do.',
  closed: 'Everybody has cleared this already.',
};

const NOBODY_CLEARS = refuse('nobody-clears', 'Nobody but its drafter clears on your side. Let somebody else draft it.');

function desk(ctx: Context, draft: PressDraft): Address[] {
  return deskOf(ctx.world, ctx.roster, draft.card.party);
}

/** The turns of a language that is to be cleared now; nobody, if only its drafter clears. */
function turnsFor(ctx: Context, draft: PressDraft, author: Address, until?: Ms): Turn[] {
  const rules = rulesOf(ctx.world, ctx.roster, draft.card.party);
  const clearers = rules.clearers.filter((c) => c !== draft.card.by && c !== author);
  const { up } = rules;
  const seats = clearers.length > 0 ? clearers : up !== undefined && up !== draft.card.by && up !== author ? [up] : [];
  const ordered = rules.order === 'ordered';
  const set = until ?? draft.card.due;
  // A time that has passed already is no time: then everybody has the usual one.
  const due = set !== undefined && set > ctx.now ? set : grained(ctx.now + rules.each * (ordered ? seats.length : 1));
  const times = ordered ? shares(seats.length, ctx.now, due, rules.each, grained) : seats.map(() => due);
  return seats.map((seat, i) => ({ seat, due: times[i] as Ms }));
}

function asked(ctx: Context, draft: PressDraft, language: string, author: Address, by: Address): Draft[] {
  const { order, expired } = rulesOf(ctx.world, ctx.roster, draft.card.party);
  const turns = turnsFor(ctx, draft, author);
  return turns.length === 0
    ? []
    : [{ event: { type: 'ClearanceAsked', draft: draft.id, language, order, expired, turns, by }, to: desk(ctx, draft) }];
}

/** Rule D9: new words are cleared anew, in that language; other claims, in all. Rule D1: where nobody is left to clear the new words, they are refused. */
export function asksAnew(ctx: Context, draft: PressDraft, language: string, claimsChanged: boolean, by: Address): Draft[] | Rejection {
  const open = wordedIn(draft).filter((l) => (l === language || claimsChanged) && standing(draft, l).state !== 'draft');
  // What was cleared before would stand, and cover words that nobody has seen.
  if (open.includes(language) && turnsFor(ctx, draft, by).length === 0) return NOBODY_CLEARS;
  return open.flatMap((l) => asked(ctx, draft, l, l === language ? by : (wordsIn(draft, l)?.by ?? by), by));
}

export function askClearance(ctx: Context, { draft: id, language, speaker }: Of<'AskClearance'>, by: Actor): Draft[] | Rejection {
  const voice = voiceOf(ctx, speaker, by);
  if ('code' in voice) return voice;
  const draft = openDraft(ctx, id, voice.by);
  if ('code' in draft) return draft;
  const { state, words } = standing(draft, language);
  if (!words) return refuse('no-words', 'There is nothing in that language yet. Word it first.');
  if (rulesOf(ctx.world, ctx.roster, voice.party).clearers.length === 0)
    return refuse('nothing-to-clear', 'On your side nothing is cleared: publish it.');
  if (state !== 'draft') return refuse('asked-already', 'This lies with its clearers already.');
  const drafts = asked(ctx, draft, language, words.by, voice.by);
  return drafts.length > 0 ? drafts : NOBODY_CLEARS;
}

/** A draft as a seat of its side has it, while it is neither published nor set aside. */
function openDraft(ctx: Context, id: Id, seat: Address): PressDraft | Rejection {
  const draft = ctx.seen(seat).statements.drafts.get(id);
  if (!draft || ctx.roster.partyOf(seat) !== draft.card.party) return unknown('draft');
  if (draft.published) return refuse('published-already', 'This was published. Correct it by another statement.');
  return draft.dropped ? refuse('dropped-already', 'This draft was set aside.') : draft;
}

export function clearDraft(ctx: Context, command: Of<'ClearDraft'>, by: Actor): Draft[] | Rejection {
  const seat = actingSeat(ctx, command.speaker, by);
  if (typeof seat !== 'string') return seat;
  const draft = openDraft(ctx, command.draft, seat);
  if ('code' in draft) return draft;
  const { language, act, text, reason } = command;
  const m = clearanceOf(draft, language);
  const words = wordsIn(draft, language);
  if (!m || !words) return refuse('not-asked', 'Nobody asked to clear this yet.');
  // Whoever wrote it does not clear it, and stands among no clearers.
  if (seat === draft.card.by || (words.by === seat && !m.members.includes(seat))) return refuse('own-draft', SAYING['own-draft'] as string);
  const refused = refusedAct(clearing, m, { type: act, party: seat, at: ctx.now });
  if (refused) return refuse(refused, SAYING[refused] ?? 'This cannot be done now.');
  if ((act === 'clear-with-edits') !== (text !== undefined))
    return refuse('which-words', 'To clear with edits, give the text as you clear it; otherwise give none.');
  if (act === 'object' && reason === undefined) return refuse('say-it', 'Say what is to change.');
  const claims = command.claims ?? words.claims;
  if (act !== 'clear-with-edits' && command.claims !== undefined)
    return refuse('which-words', 'What it claims changes with its words: clear with edits.');
  const wrong = refusedClaims(ctx.seen(seat), claims);
  if (wrong) return wrong;
  const to = desk(ctx, draft);
  const drafts: Draft[] = [];
  const changed = !sameClaims(words.claims, claims);
  if (text !== undefined) drafts.push({ event: { type: 'DraftWorded', draft: draft.id, language, text, claims, by: seat }, to });
  // Other claims are another statement: everybody else clears it anew, in every language.
  if (changed) drafts.push(...asksAnewAfterEdit(ctx, draft, language, seat));
  const next = changed ? undefined : nextAfter(ctx, draft, language, { type: act, party: seat });
  drafts.push({ event: { type: 'ClearanceDone', draft: draft.id, language, act, by: seat, text: reason, next }, to });
  return [...drafts, ...saidFor(draft.id, seat, by)];
}

function asksAnewAfterEdit(ctx: Context, draft: PressDraft, language: string, editor: Address): Draft[] {
  const { order, expired } = rulesOf(ctx.world, ctx.roster, draft.card.party);
  return wordedIn(draft)
    .filter((l) => standing(draft, l).state !== 'draft')
    .flatMap((l): Draft[] => {
      const turns = turnsFor(ctx, draft, (l === language ? undefined : authorOf(draft, l)) ?? draft.card.by).filter(
        (t) => l !== language || t.seat !== editor,
      );
      // The editor has cleared the words that it gave.
      const own = l === language ? [{ seat: editor, due: turns.at(-1)?.due ?? ctx.now }] : [];
      return [
        {
          event: { type: 'ClearanceAsked', draft: draft.id, language: l, order, expired, turns: [...own, ...turns], by: editor },
          to: desk(ctx, draft),
        },
      ];
    });
}

/** Who worded a language, and so does not clear it; nobody, where a clearer gave the words while clearing. */
function authorOf(draft: PressDraft, language: string): Address | undefined {
  const words = wordsIn(draft, language);
  const edits = draft.steps.some(
    (s) => s.is === 'done' && s.language === language && s.act === 'clear-with-edits' && s.by === words?.by && s.at === words.at,
  );
  return edits ? undefined : words?.by;
}

/** Whose turn it is after an act, in order; with at least a minute, if it comes to them late. */
function nextAfter(
  ctx: Context,
  draft: PressDraft,
  language: string,
  act: { readonly type: string; readonly party: Address },
): Turn | undefined {
  const m = clearanceOf(draft, language);
  if (m?.terms.order !== 'ordered') return undefined;
  const [before] = holders(m);
  const [seat] = holders({ ...m, acts: [...m.acts, { ...act, at: ctx.now }] });
  if (seat === undefined || seat === before) return undefined;
  return { seat, due: Math.max(dueOf(draft, language, seat) ?? 0, grained(ctx.now + LEAST)) };
}

export function noteEdit(ctx: Context, { draft: id, language, speaker }: Of<'NoteEdit'>, by: Actor): Draft[] | Rejection {
  const seat = actingSeat(ctx, speaker, by);
  if (typeof seat !== 'string') return seat;
  const draft = ctx.seen(seat).statements.drafts.get(id);
  if (!draft || ctx.roster.partyOf(seat) !== draft.card.party) return unknown('draft');
  const row = standing(draft, language).turns.find((t) => t.seat === seat);
  if (row?.edited !== 'new') return refuse('nothing-new', 'Nothing was edited after you cleared it.');
  return [{ event: { type: 'EditNoted', draft: id, language, by: seat }, to: desk(ctx, draft) }];
}

/** Those who speak give their clearers longer; lead control does before a jump. */
export function prolongClearance(ctx: Context, command: Of<'ProlongClearance'>, by: Actor): Draft[] | Rejection {
  const { draft: id, language, due, speaker } = command;
  const lead = by.seat === 'control' && speaker === undefined;
  const voice = lead ? undefined : voiceOf(ctx, speaker, by);
  if (voice && 'code' in voice) return voice;
  const draft = lead ? ctx.world.statements.drafts.get(id) : openDraft(ctx, id, voice?.by ?? '');
  if (!draft) return unknown('draft');
  if ('code' in draft) return draft;
  const { state, turns, holders: now } = standing(draft, language);
  if (draft.published || draft.dropped || state === 'none' || state === 'draft' || state === 'cleared')
    return refuse('nothing-to-prolong', 'Nobody is to clear this now.');
  const open = turns.filter((t) => (!t.act || t.act === 'object') && t.lapsed !== 'clears' && t.lapsed !== 'passes-up');
  const latest = Math.max(...open.map((t) => t.due), ctx.now);
  if (due <= latest) return refuse('no-later', 'Choose a later time than the one that stands.');
  const more = due - Math.max(...open.map((t) => t.due));
  const later = open.map(({ seat, due: at }) => ({ seat, due: now.length > 1 ? due : grained(at + more) }));
  return [
    {
      event: { type: 'ClearanceProlonged', draft: id, language, turns: later, by: voice?.by ?? 'control' },
      to: desk(ctx, draft),
    },
  ];
}

/** The key of a clearer’s alarm. */
export const turnKey = (draft: Id, language: string, seat: Address): string => `${draft} ${language} ${seat}`;

/** A clearer’s time has passed: what follows, as its side has ruled. */
export function lapse(ctx: Context, key: string): Draft[] {
  const [id = '', language = '', seat = ''] = key.split(' ');
  const draft = ctx.world.statements.drafts.get(id);
  if (!draft || draft.published || draft.dropped || clockStatus(ctx.world) === 'ended' || !hasPassed(draft, language, seat, ctx.now))
    return [];
  const { turns } = standing(draft, language);
  const m = clearanceOf(draft, language);
  const due = dueOf(draft, language, seat);
  if (!m || due === undefined || !isPast(due, ctx.now)) return [];
  const rules = rulesOf(ctx.world, ctx.roster, draft.card.party);
  const row = turns.find((t) => t.seat === seat);
  // It blocks once, and whoever objects has acted.
  if (row?.lapsed !== undefined || row?.act === 'object') return [];
  const further = m.terms.order === 'ordered' && m.members.at(-1) !== seat;
  const barred = [seat, draft.card.by, authorOf(draft, language), ...m.members];
  const up = barred.includes(rules.up) ? undefined : rules.up;
  const follows =
    m.terms.expired === 'passes-up' && !further && up === undefined ? 'blocks' : (m.terms.expired as 'blocks' | 'passes-up' | 'clears');
  const next =
    follows === 'blocks'
      ? undefined
      : follows === 'passes-up' && !further && up !== undefined
        ? { seat: up, due: grained(ctx.now + Math.max(LEAST, rules.each)) }
        : nextAfter(ctx, draft, language, { type: `lapsed-${follows}`, party: seat });
  const jumped = wasJumped(ctx.world, due) ? ({ jumped: true } as const) : {};
  return [{ event: { type: 'ClearanceLapsed', draft: id, language, seat, follows, next, ...jumped }, to: desk(ctx, draft) }];
}
