import type { Address } from '../audience.ts';
import type { Id, Rejection } from '../fact.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import type { Claim } from './cards.ts';
import { refusedClaims, sameClaims } from './claims.ts';
import { asksAnew } from './clear.ts';
import { deskOf } from './desk.ts';
import type { DeskCommand } from './desk-commands.ts';
import type { PressDraft } from './desk-language.ts';
import { mayPublish, textOf } from './may-publish.ts';
import { check, say } from './speak.ts';
import { wordedIn, wordsIn } from './standing.ts';
import { refuse, saidFor, type Voice, voiceOf } from './voices.ts';
import type { LinkKind } from './words.ts';

type Of<T extends DeskCommand['type']> = Extract<DeskCommand, { type: T }>;

export function draftStatement(ctx: Context, command: Of<'DraftStatement'>, by: Actor): Draft[] | Rejection {
  const voice = voiceOf(ctx, command.speaker, by);
  if ('code' in voice) return voice;
  if (voice.isEntity) return refuse('no-such-sender', 'A head of government speaks at once. Choose a seat that drafts.');
  const wrong = check(ctx, command, voice);
  if ('code' in wrong) return wrong;
  const { attribution, posture, outlet, venue, asked, due } = command;
  if (due !== undefined && due <= ctx.now) return refuse('in-the-past', 'That time has passed. Choose a later one.');
  const draft = ctx.id();
  const to = deskOf(ctx.world, ctx.roster, voice.party);
  const card = { party: voice.party, by: voice.by, attribution, posture, outlet, venue, asked, due };
  const links: readonly (readonly [LinkKind, Id | undefined])[] = [
    ['answers', command.question],
    ['corrects', command.corrects],
    ['line', command.line],
  ];
  return [
    { id: draft, event: { type: 'StatementDrafted', card }, to },
    ...links.flatMap(([how, id]): Draft[] =>
      id === undefined ? [] : [{ event: { type: 'SaidLinked', said: draft, how, to: id }, to: ctx.holdersAmong(to, id) }],
    ),
    ...saidFor(draft, voice.by, by),
  ];
}

interface AtDraft {
  readonly voice: Voice;
  readonly draft: PressDraft;
  readonly to: Address[];
}

/** A draft of the own desk on which a speaker still works. */
export function draftOf(ctx: Context, id: Id, speaker: Address | undefined, by: Actor): AtDraft | Rejection {
  const voice = voiceOf(ctx, speaker, by);
  if ('code' in voice) return voice;
  const draft = ctx.seen(voice.by).statements.drafts.get(id);
  if (!draft || draft.card.party !== voice.party) return unknown('draft');
  if (draft.published) return refuse('published-already', 'This was published. Correct it by another statement.');
  if (draft.dropped) return refuse('dropped-already', 'This draft was set aside.');
  return { voice, draft, to: deskOf(ctx.world, ctx.roster, voice.party) };
}

/** What a language claims: as said now, as before, as its line, or nothing. */
function claimsFor(ctx: Context, { draft, voice }: AtDraft, language: string, said: readonly Claim[] | undefined): readonly Claim[] {
  const line = ctx.seen(voice.by).statements.lines.get(draft.links.find((l) => l.how === 'line')?.to ?? '');
  return said ?? wordsIn(draft, language)?.claims ?? draft.words.at(-1)?.claims ?? line?.card.claims ?? [];
}

export function wordDraft(ctx: Context, command: Of<'WordDraft'>, by: Actor): Draft[] | Rejection {
  const at = draftOf(ctx, command.draft, command.speaker, by);
  if ('code' in at) return at;
  const { draft, voice, to } = at;
  const { language, text } = command;
  const before = wordsIn(draft, language);
  const claims = claimsFor(ctx, at, language, command.claims);
  const wrong = refusedClaims(ctx.seen(voice.by), claims);
  if (wrong) return wrong;
  if (before?.text === text && sameClaims(before.claims, claims)) return [];
  const worded: Draft = { event: { type: 'DraftWorded', draft: draft.id, language, text, claims, by: voice.by }, to };
  const changed = before !== undefined && !sameClaims(before.claims, claims);
  const anew = asksAnew(ctx, draft, language, changed, voice.by);
  return 'code' in anew ? anew : [worded, ...anew];
}

export function publishDraft(ctx: Context, command: Of<'PublishDraft'>, by: Actor): Draft[] | Rejection {
  const at = draftOf(ctx, command.draft, command.speaker, by);
  if ('code' in at) return at;
  const { draft, voice } = at;
  const hindrance = mayPublish(ctx.seen(voice.by), draft);
  if (hindrance) return hindered(hindrance.why, 'language' in hindrance ? hindrance.language : undefined);
  const link = (how: LinkKind): Id | undefined => draft.links.find((l) => l.how === how)?.to;
  const { attribution, posture, outlet, venue } = draft.card;
  const text = textOf(draft);
  const words = { attribution, outlet, question: link('answers'), line: link('line'), corrects: link('corrects'), text };
  const checked = check(ctx, words, voice);
  if ('code' in checked) return checked;
  const card = {
    party: voice.party,
    by: attribution === 'on-record' ? voice.by : undefined,
    rank: voice.rank,
    attribution,
    posture,
    outlet,
    venue,
    question: checked.question ?? draft.card.asked,
    text,
  };
  const meant = wordsIn(draft, wordedIn(draft)[0] as string)?.claims ?? [];
  const { said, drafts } = say(ctx, {
    card,
    by: voice.by,
    line: words.line,
    question: words.question,
    corrects: words.corrects,
    draft: draft.id,
    meant: meant.length > 0 ? meant : undefined,
  });
  return [...drafts, ...saidFor(said, voice.by, by)];
}

const HINDERED: Readonly<Record<string, string>> = {
  'no-words': 'There is nothing in it yet. Word it first.',
  'claims-differ': 'The languages do not say the same. Let each claim the same.',
  'not-asked': 'A language was not given to the clearers. Ask for clearance.',
  'not-cleared': 'A language is not cleared yet. Wait for its clearers.',
  objected: 'A clearer objects. Reword it, or ask them to lift the objection.',
  expired: 'A clearer’s time has passed, and it is not cleared. Ask them, or prolong.',
};
function hindered(why: string, language: string | undefined): Rejection {
  return refuse(why, HINDERED[why] ?? 'This cannot be published now.', language === undefined ? undefined : { language });
}

export function dropDraft(ctx: Context, command: Of<'DropStatementDraft'>, by: Actor): Draft[] | Rejection {
  const at = draftOf(ctx, command.draft, command.speaker, by);
  if ('code' in at) return at;
  return [{ event: { type: 'StatementDraftDropped', draft: at.draft.id, by: at.voice.by }, to: at.to }];
}
