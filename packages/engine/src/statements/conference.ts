import { split } from '../audience.ts';
import { grained } from '../clock/grain.ts';
import type { Rejection } from '../fact.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import type { ConferenceCommand } from './agree-commands.ts';
import { placeOf } from './conference-place.ts';
import { maySpeak } from './desk.ts';
import { entityOf, outletOf, refuse, saidFor, type Voice, voiceOf } from './voices.ts';

/** A press conference: outlets wait in a queue, their questions are put aloud and answered live. And posts that people leave. */
type Of<T extends ConferenceCommand['type']> = Extract<ConferenceCommand, { type: T }>;

/** Who holds a conference: lead control, or a seat that may speak. */
function holderOf(ctx: Context, speaker: string | undefined, by: Actor): Voice | 'control' | Rejection {
  if (by.seat === 'control' && speaker === undefined) return 'control';
  return voiceOf(ctx, speaker, by);
}

export function openConference(ctx: Context, command: Of<'OpenConference'>, by: Actor): Draft[] | Rejection {
  const holder = holderOf(ctx, command.speaker, by);
  if (holder !== 'control' && 'code' in holder) return holder;
  const hosts = [...new Set(command.hosts)];
  // A head of government stands there by lead control’s voice.
  const heads = new Map(hosts.flatMap((h) => (holder === 'control' ? [[h, entityOf(ctx.world, h)?.speaksFor] as const] : [])));
  const wrong = hosts.find((h) => !maySpeak(ctx.roster, h) && heads.get(h) === undefined);
  if (wrong !== undefined)
    return refuse('may-not-speak', `“${wrong}” may not speak to the public. Choose from the list.`, { address: wrong });
  if (holder !== 'control' && hosts.some((h) => ctx.roster.partyOf(h) !== holder.party))
    return refuse('own-side', 'You hold it for your own side. Lead control opens one for several.');
  const { title, venue, until } = command;
  if (until !== undefined && until <= ctx.now) return refuse('in-the-past', 'That time has passed. Choose a later one.');
  const parties = [...new Set(hosts.map((h) => heads.get(h) ?? (ctx.roster.partyOf(h) as string)))];
  const conference = ctx.id();
  const card = { title, venue, hosts, parties, until };
  return [
    { id: conference, event: { type: 'ConferenceOpened', card }, to: ['public'] },
    ...(holder === 'control' ? [] : saidFor(conference, holder.by, by)),
  ];
}

export function queueQuestion(ctx: Context, { conference: id, speaker, text }: Of<'QueueQuestion'>, by: Actor): Draft[] | Rejection {
  const outlet = outletOf(ctx, speaker, by);
  if (typeof outlet !== 'string') return outlet;
  const conference = ctx.seen(by.seat).statements.conferences.get(id);
  if (!conference) return unknown('press conference');
  if (conference.closed) return refuse('conference-over', 'This press conference is over.');
  const queued = ctx.id();
  return [
    { id: queued, event: { type: 'QuestionQueued', conference: id, by: outlet }, to: ['public'] },
    { event: { type: 'QueuedText', queued, text }, to: ['control'] },
    ...saidFor(queued, outlet, by),
  ];
}

export function callQuestion(ctx: Context, { queued: id, speaker }: Of<'CallQuestion'>, by: Actor): Draft[] | Rejection {
  const holder = holderOf(ctx, speaker, by);
  if (holder !== 'control' && 'code' in holder) return holder;
  const found = placeOf(ctx.seen(by.seat).statements.conferences.values(), id);
  if (!found) return unknown('question');
  const { conference, place } = found;
  if (holder !== 'control' && !conference.card.hosts.includes(holder.by))
    return refuse('not-a-host', 'Those who hold it call the questions.');
  if (conference.closed) return refuse('conference-over', 'This press conference is over.');
  if (place.put) return refuse('put-already', 'This question was put already.');
  // What it asks is told to all now: until it is put lead control alone knows.
  const text = placeOf(ctx.world.statements.conferences.values(), id)?.place.text?.text;
  if (text === undefined) return unknown('question');
  const question = ctx.id();
  return [
    {
      id: question,
      event: { type: 'QuestionPut', by: place.by, to: ['public'], text, venue: conference.card.venue, queued: id },
      to: ['public'],
    },
    ...(holder === 'control' ? [] : saidFor(question, holder.by, by)),
  ];
}

export function closeConference(ctx: Context, { conference: id, speaker }: Of<'CloseConference'>, by: Actor): Draft[] | Rejection {
  const holder = holderOf(ctx, speaker, by);
  if (holder !== 'control' && 'code' in holder) return holder;
  const conference = ctx.seen(by.seat).statements.conferences.get(id);
  if (!conference) return unknown('press conference');
  if (holder !== 'control' && !conference.card.hosts.includes(holder.by)) return refuse('not-a-host', 'Those who hold it close it.');
  if (conference.closed) return refuse('conference-over', 'This press conference is over.');
  return [{ event: { type: 'ConferenceClosed', conference: id }, to: ['public'] }];
}

export function switchPosts(ctx: Context, { on, every }: Of<'SwitchPosts'>, by: Actor): Draft[] | Rejection {
  if (split(by.seat)[1] !== undefined || by.seat !== 'control') return refuse('lead-control-only', 'Only lead control does that.');
  const { planned, switched } = ctx.world.statements;
  const left = [...planned.values()].some((p) => !p.shown);
  if (on && !left) return refuse('no-posts', 'No post is left to be shown.');
  const rate = every ?? switched?.every ?? 5 * 60_000;
  return [{ event: { type: 'PostsSwitched', on, every: rate, next: on ? grained(ctx.now + rate) : undefined }, to: ['control'] }];
}

/** The next post in the scenario’s order, at a steady rate. */
export function showPost(ctx: Context): Draft[] {
  const { planned, switched, next } = ctx.world.statements;
  if (!switched?.on || !next || next.at > ctx.now) return [];
  const left = [...planned].filter(([, p]) => !p.shown).sort(([a], [b]) => a - b);
  const [post, plan] = left[0] ?? [];
  if (post === undefined || !plan) return [];
  const after = left.length > 1 ? next.at + switched.every : undefined;
  return [
    { id: ctx.idsOf(`post ${post}`)(), event: { type: 'PostShown', card: plan.card }, to: ['public'] },
    { event: { type: 'PostTaken', post, next: after === undefined ? undefined : grained(after) }, to: ['control'] },
  ];
}
