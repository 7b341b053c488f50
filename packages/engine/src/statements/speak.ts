import type { Address } from '../audience.ts';
import { isPast } from '../deadlines.ts';
import type { Id, Rejection, Text } from '../fact.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import type { Claim, StatementCard } from './cards.ts';
import { refusedClaims } from './claims.ts';
import type { StatementCommand } from './commands.ts';
import { placeOf } from './conference-place.ts';
import { deskOf, needsClearing, rulesOf } from './desk.ts';
import type { Conference, Line, Report } from './language.ts';
import { languagesOf } from './lines.ts';
import { isOutlet, refuse, saidFor, type Voice, voiceOf } from './voices.ts';
import type { LinkKind } from './words.ts';

type Speak = Extract<StatementCommand, { type: 'Speak' }>;

/** What a statement is made of: by form, from a draft, or by an inject. */
export interface Saying {
  readonly card: StatementCard;
  /** Whose words they are, named or not. */
  readonly by: Address;
  readonly line?: Id | undefined;
  readonly question?: Id | undefined;
  readonly corrects?: Id | undefined;
  readonly draft?: Id | undefined;
  readonly joint?: Id | undefined;
  readonly meant?: readonly Claim[] | undefined;
}

/** The drafts by which something is said: whole, or not at all. */
export function say(ctx: Pick<Context, 'world' | 'roster' | 'id' | 'holdersAmong'>, saying: Saying): { said: Id; drafts: Draft[] } {
  const { card, by, line, question, corrects, draft, joint, meant } = saying;
  const desk = deskOf(ctx.world, ctx.roster, card.party);
  const to = card.attribution === 'off-record' ? desk : ['public'];
  const said = ctx.id();
  const drafts: Draft[] = [{ id: said, event: { type: 'StatementMade', card }, to }];
  if (card.by === undefined && card.parties === undefined) drafts.push({ event: { type: 'SpeakerNamed', statement: said, by }, to: desk });
  const link = (how: LinkKind, other: Id | undefined): void => {
    if (other !== undefined) drafts.push({ event: { type: 'SaidLinked', said, how, to: other }, to: ctx.holdersAmong(to, other) });
  };
  link('line', line);
  link('answers', question);
  link('corrects', corrects);
  link('drafted', draft);
  link('joint', joint);
  if (meant !== undefined) drafts.push({ event: { type: 'ClaimsMeant', statement: said, claims: meant }, to: desk });
  return { said, drafts };
}

/** `Speak`: says it at once. Where its side clears, only a line word for word goes out so; the rest is drafted first. */
export function speak(ctx: Context, command: Speak, by: Actor): Draft[] | Rejection {
  const voice = voiceOf(ctx, command.speaker, by);
  if ('code' in voice) return voice;
  const checked = check(ctx, command, voice);
  if ('code' in checked) return checked;
  const { question, line, corrects, conference, there } = checked;
  if (!voice.isEntity && needsClearing(rulesOf(ctx.world, ctx.roster, voice.party), { ...command, line, there }))
    return refuse(
      'not-cleared',
      'On your side this is cleared before it is said. Draft it and ask for clearance. A line goes out at once word for word, with no venue or question in your own words.',
    );
  const { text, attribution, posture, outlet, venue } = command;
  const card: StatementCard = {
    party: voice.party,
    by: attribution === 'on-record' ? voice.by : undefined,
    rank: voice.rank,
    attribution,
    posture,
    outlet,
    venue,
    question: question ?? command.asked,
    text,
    conference: conference?.id,
  };
  const saying = { card, by: voice.by, line: line?.id, question: command.question, corrects, meant: command.claims };
  const { said, drafts } = say(ctx, saying);
  return [...drafts, ...saidFor(said, voice.by, by)];
}

interface Checked {
  readonly line?: Line | undefined;
  readonly question?: { readonly by: Address; readonly text: Text } | undefined;
  readonly corrects?: Id | undefined;
  /** The conference at which it is said. */
  readonly conference?: Conference | undefined;
  /** The question was put there. */
  readonly there: boolean;
}
/** What is asked of words before they are said, whether at once or from a draft. */
export type Words = Pick<Speak, 'attribution' | 'outlet' | 'question' | 'asked' | 'line' | 'claims' | 'corrects' | 'conference'> & {
  readonly text?: Text;
};

export function check(ctx: Context, command: Words, voice: Voice): Checked | Rejection {
  const own = ctx.seen(voice.isEntity ? 'control' : voice.by).statements;
  const { attribution, outlet } = command;
  if ((attribution === 'off-record') !== (outlet !== undefined))
    return refuse('which-outlet', 'Off the record one speaks to one outlet, and only then. Choose the outlet.');
  if (outlet !== undefined && !isOutlet(ctx.world, outlet)) return refuse('no-such-outlet', 'That is no outlet.', { address: outlet });
  if (command.asked && !isOutlet(ctx.world, command.asked.by))
    return refuse('no-such-outlet', 'Say which outlet asked.', { address: command.asked.by });
  if (command.question !== undefined && command.asked) return refuse('one-question', 'Answer one question at a time.');
  const question = command.question === undefined ? undefined : own.questions.get(command.question);
  if (command.question !== undefined) {
    if (!question) return unknown('question');
    if (!isAskedOf(ctx, question.to, voice.party)) return unknown('question');
    const answer = [...own.statements.values()].find((s) => s.links.some((l) => l.how === 'answers' && l.to === question.id));
    if (answer && answer.card.party === voice.party)
      return refuse('answered-already', 'Your side has answered this question. Read the answer, or correct it.');
  }
  const place = placeOf(own.conferences.values(), question?.queued)?.conference;
  const conference = command.conference === undefined ? place : own.conferences.get(command.conference);
  if (command.conference !== undefined && !conference) return unknown('press conference');
  if (conference?.closed) return refuse('conference-over', 'This press conference is over.');
  if (conference && !conference.card.hosts.includes(voice.by)) return refuse('not-a-host', 'Those who hold it answer there.');
  const line = command.line === undefined ? undefined : own.lines.get(command.line);
  if (command.line !== undefined && !line) return unknown('line');
  if (line && !voice.isEntity && !line.card.agreed.includes(voice.party)) return unknown('line');
  if (line && isPast(line.card.until, ctx.now)) return refuse('line-over', 'This line stands no longer. Choose another, or none.');
  const wrong = refusedClaims(ctx.seen(voice.isEntity ? 'control' : voice.by), command.claims ?? []);
  if (wrong) return wrong;
  const corrected = corrects(ctx, command, voice);
  if (corrected && 'code' in corrected) return corrected;
  const there = conference !== undefined && conference.id === place?.id;
  return { line, question: question && { by: question.by, text: question.text }, corrects: command.corrects, conference, there };
}

/** A question that was put to somebody of that side, or to all at a press conference. */
const isAskedOf = (ctx: Context, to: readonly Address[], party: string): boolean =>
  to.some((a) => ctx.roster.partyOf(a) === party || a === 'public');

/** What is set right was said, by the own side or by an outlet; and whoever heard it hears this. */
function corrects(ctx: Context, { corrects: id, attribution, text }: Words, voice: Voice): Rejection | undefined {
  if (id === undefined) return undefined;
  const own = ctx.seen(voice.isEntity ? 'control' : voice.by).statements;
  const statement = own.statements.get(id);
  if (!statement)
    return own.reports.has(id) ? undefined : refuse('never-said', 'Nothing such was said that you could correct. Choose from the list.');
  const { card } = statement;
  if (card.party !== voice.party && !card.parties?.includes(voice.party))
    return refuse('not-yours', 'Another side said that. Answer it; only whoever said it corrects it.');
  if (card.attribution !== 'off-record' && attribution === 'off-record')
    return refuse('reaches-fewer', 'The first statement was public; a correction off the record would reach fewer. Say it in public.');
  return text === undefined ? undefined : reachesFewer(card.text, text);
}

/** Rule P4 of what an outlet reported: its headline, and its text if it has one. */
export function reportsToFewer(
  first: Report['card'],
  { title, text }: { readonly title: Text; readonly text?: Text | undefined },
): Rejection | undefined {
  const said = Object.fromEntries([first.title, first.text ?? ''].flatMap(languagesOf).map((l) => [l, '']));
  return reachesFewer(said, title) ?? (text === undefined ? undefined : reachesFewer(said, text));
}

/** Rule P4: whoever read the first in their language reads the correction in it. */
export function reachesFewer(first: Text, correction: Text): Rejection | undefined {
  const lacking = languagesOf(first).filter((l) => !languagesOf(correction).includes(l));
  if (lacking.length === 0) return undefined;
  return refuse('reaches-fewer', `The first was also in: ${lacking.join(', ')}. Say the correction in these languages, too.`, {
    languages: lacking.join(', '),
  });
}
