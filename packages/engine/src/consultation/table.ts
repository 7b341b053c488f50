import { type Address, type Roster, split } from '../audience.ts';
import type { Id, Rejection, Text } from '../fact.ts';
import { knownLabel, noSuchLabel } from '../labels/known.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import { wrongTerms } from '../steps/check.ts';
import type { Step } from '../steps/terms.ts';
import { lacks } from '../texts.ts';
import { bracketNamed, current, digestBody, newParagraph, settles, stands, standsBy, withWording } from './brackets.ts';
import type { Member } from './language.ts';
import { delegation, seatsOf, shutBy } from './matters.ts';
import { actedFor, actingSeat, mayNot, type Sitting, sitting } from './seat.ts';
import type { TextCommand } from './text-commands.ts';
import type { Bracket, Paragraph, TableText, TextCard, Wording } from './texts-language.ts';

type Command<T extends TextCommand['type']> = Extract<TextCommand, { type: T }>;

const refuse = (code: string, message: string): Rejection => ({ code, message });

export function tableText(ctx: Context, command: Command<'TableText'>, by: Actor): Draft[] | Rejection {
  const seat = actingSeat(ctx, command.speaker, by);
  if (typeof seat !== 'string') return seat;
  const at = sitting(ctx, command.forum, seat);
  if ('code' in at) return at;
  const wrong = mayNot(ctx, at, false);
  if (wrong) return wrong;
  const label = knownLabel(ctx.world.sharing, command.label);
  if (label === undefined) return noSuchLabel(ctx, command.label);
  const steps = command.steps ?? [];
  const { paragraphs } = numbered(command.paragraphs, steps);
  const refused = sameId(steps) ?? refusedSteps(paragraphs, at.forum.card.members, ctx.roster);
  if (refused) return refused;
  const card = { title: command.title, label, paragraphs, party: at.member.party, by: seat };
  const id = ctx.id();
  return [tabled(ctx, at, card, id), ...actedFor(id, seat, by)];
}

/** The event by which a text lies on a forum’s table. */
export function tabled(ctx: Context, { forum }: Pick<Sitting, 'forum'>, card: TextCard, id: Id): Draft {
  const digest = ctx.digest(digestBody(card, card.paragraphs));
  return { id, event: { type: 'TextTabled', forum: forum.id, card, digest }, to: seatsOf(forum) };
}

/** Paragraphs and, after them, steps as paragraphs; `names`: what each step is called there, by its own id. */
export function numbered(
  words: readonly Text[],
  steps: readonly Step[],
): { readonly paragraphs: Paragraph[]; readonly names: ReadonlyMap<string, string> } {
  const names = new Map(steps.map(({ id }, i) => [id, `p${words.length + i + 1}`]));
  const after = ({ terms }: Step) => terms.after.map((a) => ({ ...a, step: names.get(a.step) ?? a.step }));
  return {
    names,
    paragraphs: [
      ...words.map((text, i): Paragraph => ({ id: `p${i + 1}`, text })),
      ...steps.map(
        (step): Paragraph => ({ id: names.get(step.id) as string, text: step.text, step: { ...step.terms, after: after(step) } }),
      ),
    ],
  };
}

const NAMING_NOBODY: Readonly<Record<string, string>> = {
  'lead-not-here': 'The lead of a step is a seat of this table. Choose one from the list.',
  'support-not-here': 'Only sides at this table support a step. Others are told by message.',
  'word-not-here': 'A step begins on the word of a side at this table.',
  'after-nothing': 'A step comes after one that is not there.',
};

/** Why steps cannot be put down together: two of one number, so that nobody could say after which of them a third comes. */
export function sameId(steps: readonly Step[]): Rejection | undefined {
  const [twice] = steps.filter(({ id }, i) => steps.findIndex((other) => other.id === id) < i);
  return twice && { ...refuse('same-id', 'Two steps have one number.'), details: { step: twice.id } };
}

/** Why steps cannot be put down so: they name who is not at the table or nobody at all, or what is not there. */
export function refusedSteps(paragraphs: readonly Paragraph[], members: readonly Member[], roster: Roster): Rejection | undefined {
  const ids = new Set(paragraphs.filter((p) => p.step).map((p) => p.id));
  for (const { id, step } of paragraphs) {
    const [wrong] = step ? wrongTerms(step, members, ids, id) : [];
    if (wrong) return { code: wrong.code, message: NAMING_NOBODY[wrong.code] ?? '', details: { step: id, meant: wrong.meant ?? '' } };
    const nobody = step?.tells.find((a) => !isTold(a, roster));
    if (nobody !== undefined)
      return {
        ...refuse('no-such-address', `“${nobody}” is nobody whom a step can tell. Choose from the list.`),
        details: { address: nobody },
      };
  }
  return undefined;
}

/** True of whom a message can reach: seats, cells and parties, and entities outside. */
function isTold(address: Address, roster: Roster): boolean {
  const [kind, id] = split(address);
  return kind === 'entity' ? roster.entities.has(id ?? '') : ['party', 'cell', 'seat'].includes(kind) && roster.knows(address);
}

interface AtText extends Sitting {
  readonly text: TableText;
}

/** The acting seat at the table on which a text lies; the text is unknown to whoever does not sit there. */
function atText(ctx: Context, text: Id | undefined, speaker: string | undefined, by: Actor): AtText | Rejection {
  const seat = actingSeat(ctx, speaker, by);
  if (typeof seat !== 'string') return seat;
  const found = text === undefined ? undefined : ctx.seen(seat).consultation.texts.get(text);
  if (!found) return unknown('text');
  const at = sitting(ctx, found.forum, seat);
  return 'code' in at ? unknown('text') : (mayNot(ctx, at, false) ?? { ...at, text: found });
}

const SHUT: Readonly<Record<string, Rejection>> = {
  agreed: refuse('text-closed', 'This text is agreed. Only a new text can take its place.'),
  active: refuse('plan-active', 'This plan is carried out. Only a new text can take its place.'),
  silence: refuse('under-silence', 'This text is under silence. Object or amend there, or wait until it ends.'),
  'ad-referendum': refuse('under-referendum', 'Sides are asked to agree to this text as it stands. Answer there, or wait until it ends.'),
};
const shut = (ctx: Context, { seat, text }: AtText): Rejection | undefined => SHUT[shutBy(ctx.seen(seat), text.id) ?? ''];

export function setWording(ctx: Context, command: Command<'SetWording'>, by: Actor): Draft[] | Rejection {
  const at = atText(ctx, command.of, command.speaker, by);
  if ('code' in at) return at;
  const wrong = shut(ctx, at);
  if (wrong) return wrong;
  const { text, member, forum, seat } = at;
  const wording = wordingOf(command, text);
  if (!wording) return unknown('paragraph');
  const refused = refusedWording(wording, at, ctx);
  if (refused) return refused;
  const { version } = current(text);
  if (command.version !== version) return refuse('other-text', 'The text has changed meanwhile. Read it anew; your wording was not set.');
  const own = standsBy(text, wording.paragraph, member.party);
  const hand = { party: member.party, by: seat };
  const to = seatsOf(forum);
  const id = ctx.id();
  const drafts: Draft[] = [{ id, event: { type: 'BracketSet', of: text.id, on: version, wording, ...hand }, to }];
  if (own?.party === member.party) drafts.push({ event: { type: 'BracketDropped', bracket: own.id, ...hand }, to });
  return [...drafts, ...actedFor(id, seat, by)];
}

/** What a command words: a paragraph that is there, or a new one; undefined if there is no such place. */
function wordingOf(
  { paragraph, after, words, step }: { readonly [K in keyof Wording]?: Wording[K] | undefined },
  text: TableText,
): Wording | undefined {
  const { paragraphs } = current(text);
  const there = (id: string | undefined) => paragraphs.some((p) => p.id === id);
  if (after !== undefined) {
    const started = text.brackets.some((b) => stands(b) && b.wording.paragraph === paragraph && b.wording.after !== undefined);
    if (words === undefined || (after !== 'start' && !there(after))) return undefined;
    return { paragraph: paragraph !== undefined && started ? paragraph : newParagraph(text), words, after, step };
  }
  const as = paragraphs.find((p) => p.id === paragraph);
  // A step may be worded by what it says besides its words; what is no step becomes none.
  if (!as || (step !== undefined && !as.step)) return undefined;
  return { paragraph: as.id, words: words ?? (step && as.text), step };
}

/** Why a step cannot be worded so. A new one may be named by another that is worded with it. */
function refusedWording({ paragraph, step }: Wording, { text, forum }: AtText, { roster }: Context): Rejection | undefined {
  if (!step) return undefined;
  const open = text.brackets.filter((b) => stands(b) && b.wording.step).map((b) => b.wording.paragraph);
  const ids = [
    ...current(text)
      .paragraphs.filter((p) => p.step)
      .map((p) => p.id),
    ...open,
  ];
  const others: Paragraph[] = ids.map((id) => ({ id, text: '', step: { support: [], tells: [], after: [], duration: 0 } }));
  return refusedSteps([...others.filter((p) => p.id !== paragraph), { id: paragraph, text: '', step }], forum.card.members, roster);
}

function atBracket(ctx: Context, id: Id, speaker: string | undefined, by: Actor): (AtText & { readonly bracket: Bracket }) | Rejection {
  const seat = actingSeat(ctx, speaker, by);
  if (typeof seat !== 'string') return seat;
  const found = bracketNamed(ctx.seen(seat).consultation.texts.values(), id);
  if (!found) return unknown('bracket');
  const at = atText(ctx, found.text.id, speaker, by);
  if ('code' in at) return at;
  if (!stands(found.bracket)) return refuse('no-longer-stands', 'This wording was dropped, or its paragraph is settled.');
  return shut(ctx, at) ?? { ...at, bracket: found.bracket };
}

/** `TakeWording`: the own side stands by it from now on. When all members do, the paragraph is settled, and there is a new version. */
export function takeWording(ctx: Context, command: Command<'TakeWording'>, by: Actor): Draft[] | Rejection {
  const at = atBracket(ctx, command.bracket, command.speaker, by);
  if ('code' in at) return at;
  const { text, bracket, forum, member, seat } = at;
  const own = standsBy(text, bracket.wording.paragraph, member.party);
  if (own?.id === bracket.id) return refuse('done-already', 'Your side stands by this wording already.');
  const hand = { party: member.party, by: seat };
  const to = seatsOf(forum);
  const id = ctx.id();
  const drafts: Draft[] = [{ id, event: { type: 'BracketTaken', bracket: bracket.id, ...hand }, to }, ...actedFor(id, seat, by)];
  if (own?.party === member.party) drafts.push({ event: { type: 'BracketDropped', bracket: own.id, ...hand }, to });
  const members = forum.card.members.map((m) => m.party);
  if (!settles(text, bracket, members, member.party)) return drafts;
  const paragraphs = withWording(
    current(text).paragraphs,
    bracket.wording,
    text.versions.find((v) => v.version === bracket.on)?.paragraphs,
  );
  const digest = ctx.digest(digestBody(text.card, paragraphs));
  const version = current(text).version + 1;
  drafts.push({ event: { type: 'VersionMade', of: text.id, bracket: bracket.id, version, digest, paragraphs }, to });
  return drafts;
}

export function dropWording(ctx: Context, command: Command<'DropWording'>, by: Actor): Draft[] | Rejection {
  const at = atBracket(ctx, command.bracket, command.speaker, by);
  if ('code' in at) return at;
  const { bracket, forum, member, seat } = at;
  if (bracket.party !== member.party) return refuse('not-your-wording', 'Only the side that set a wording drops it.');
  const id = ctx.id();
  return [
    { id, event: { type: 'BracketDropped', bracket: bracket.id, party: member.party, by: seat }, to: seatsOf(forum) },
    ...actedFor(id, seat, by),
  ];
}

export function certify(ctx: Context, command: Command<'CertifyLanguages'>, by: Actor): Draft[] | Rejection {
  const at = atText(ctx, command.of, command.speaker, by);
  if ('code' in at) return at;
  const { text, forum, member, seat } = at;
  const { digest } = current(text);
  if (command.digest !== digest) return refuse('other-text', 'The text has changed meanwhile. Read it anew.');
  const languages = ctx.world.seats.exercise?.languages ?? [];
  if (current(text).paragraphs.some((p) => languages.some((language) => lacks(p.text, language))))
    return refuse('lacks-language', 'A paragraph lacks a language. Propose its wording in that language first.');
  if (text.certified.some((c) => c.party === member.party && c.digest === digest)) return [];
  const id = ctx.id();
  return [
    { id, event: { type: 'LanguagesCertified', of: text.id, digest, party: member.party, by: seat }, to: seatsOf(forum) },
    ...actedFor(id, seat, by),
  ];
}

/** `KeepWording`: before the own delegation alone. */
export function keepWording(ctx: Context, command: Command<'KeepWording'>, by: Actor): Draft[] | Rejection {
  const at = atText(ctx, command.of, command.speaker, by);
  if ('code' in at) return at;
  const { text, forum, member, seat } = at;
  const wording = wordingOf(command, text);
  const refused = wording && refusedWording(wording, at, ctx);
  if (!wording || refused) return refused ?? unknown('paragraph');
  const id = ctx.id();
  return [
    {
      id,
      event: { type: 'WordingKept', of: text.id, wording, party: member.party, by: seat },
      to: [...delegation(forum, member.party)],
    },
    ...actedFor(id, seat, by),
  ];
}
