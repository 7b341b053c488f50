import { followed, followers, happened, TURNS, timeAfter, toldTo } from '../after.ts';
import { type Address, split } from '../audience.ts';
import { wasJumped } from '../clock/clock.ts';
import { grained } from '../clock/grain.ts';
import { alarmAfter, isPast } from '../deadlines.ts';
import type { Id, Meta, Rejection } from '../fact.ts';
import { noteLasting } from '../lookup.ts';
import { concernedOf, lookersOn } from '../parties.ts';
import type { Actor, Context, Draft, Room } from '../room.ts';
import { NO_MARKS, unknown } from '../room.ts';
import { mayActOn } from '../seats/hand.ts';
import { keysNamed } from '../touched.ts';
import type { AnyEvent } from '../world.ts';
import { briefExpected } from './brief.ts';
import type { ExpectedCommand } from './commands.ts';
import type { ExpectedEvent, ExpectedRow, ExpectedState } from './language.ts';
import { expectedAtom, expectedCard } from './status.ts';
import { deadlinesComing, expectedWaits } from './waits.ts';

const NOTHING: readonly never[] = [];
const keyed = keysNamed('expected');

type May = (party: string) => boolean;

/** The controllers and evaluators of the party that should act, if they may know. */
const ofParty = (row: ExpectedRow, may: May): Address[] => [...row.shown.keys()].filter(may).flatMap((p) => lookersOn(p));
const concerned = (row: ExpectedRow, may?: May): readonly Address[] => concernedOf(row.shown.keys(), may);

/** Who was told that the time began may be told that it passed. */
const toldOpening =
  (ctx: Context, row: ExpectedRow): May =>
  (party) =>
    toldTo(ctx, party, row.opened?.src);

function open(row: ExpectedRow, expected: Id, from: number, may?: May): Draft[] {
  const card = row.plan?.card;
  const to = concerned(row, may && ((party) => may(party) || card?.controller === `control:${party}`));
  return [{ event: { type: 'ExpectedOpened', expected, from, deadline: grained(from + (card?.within ?? 0)) }, to }];
}

function seeIfSo(ctx: Context, expected: Id): Draft[] {
  const row = ctx.world.expected.rows.get(expected);
  const opened = row?.opened;
  if (!row?.plan?.seen || !opened || opened.from > ctx.now || row.seen || row.judged || !ctx.holdsTrue(row.plan.seen)) return [];
  const to = concerned(row, (party) => row.shown.get(party)?.seen !== undefined && toldOpening(ctx, row)(party));
  return [{ event: { type: 'ExpectedSeen', expected, late: isPast(opened.deadline, ctx.now) }, to }];
}

function ring(ctx: Context, expected: Id): Draft[] {
  const row = ctx.world.expected.rows.get(expected);
  if (!row?.plan) return [];
  if (!row.opened) return row.plan.after ? [] : open(row, expected, ctx.now);
  const seen = seeIfSo(ctx, expected);
  if (!isPast(row.opened.deadline, ctx.now) || row.judged || row.missed || row.reported) return seen;
  const missed: ExpectedEvent = { type: 'ExpectedMissed', expected, ...(wasJumped(ctx.world, row.opened.deadline) && { jumped: true }) };
  if (!row.seen) return [{ event: missed, to: concerned(row, toldOpening(ctx, row)) }, ...seen];
  return report(ctx, row, row.seen.late ? missed : { type: 'ExpectedReported', expected, late: false });
}

/** Tells those who know the deadline, and could not be told when the record saw it. */
function report(ctx: Context, row: ExpectedRow, event: ExpectedEvent): Draft[] {
  const to = ofParty(row, (party) => toldOpening(ctx, row)(party) && !toldTo(ctx, party, row.seen?.src));
  return to.length > 0 ? [{ event, to }] : [];
}

/** At ENDEX nothing can be told by a time any more. */
function reportAtEnd(ctx: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const [expected, row] of ctx.world.expected.rows)
    if (row.seen && !row.judged && !row.reported)
      drafts.push(...report(ctx, row, { type: 'ExpectedReported', expected, late: row.seen.late }));
  return drafts;
}

function follow(ctx: Context, event: AnyEvent, src: Id): Draft[] {
  const what = happened(ctx.world, event);
  if (!what) return [];
  const drafts: Draft[] = [];
  const { rows, following } = ctx.world.expected;
  for (const expected of followers(following, what)) {
    const row = rows.get(expected);
    const after = row?.plan?.after;
    if (row && after && !row.opened) drafts.push(...open(row, expected, timeAfter(after, ctx.now), (party) => toldTo(ctx, party, src)));
  }
  return drafts;
}

function decide(ctx: Context, command: ExpectedCommand, by: Actor): Draft<ExpectedEvent>[] | Rejection {
  const { expected } = command;
  const own = ctx.seen(by.seat).expected.rows.get(expected);
  if (split(by.seat)[0] !== 'control' || !own) return unknown('expected action');
  const party = split(by.seat)[1];
  const card = expectedCard(own, party);
  if (!card || !mayActOn(card, by.seat)) {
    return { code: 'not-yours', message: 'Lead control judges this expected action. Ask lead control.' };
  }
  const done = command.at ?? ctx.now;
  if (done > ctx.now) return { code: 'in-the-future', message: 'That time has not come yet. Give the time at which it was done.' };
  const row = ctx.world.expected.rows.get(expected) as ExpectedRow;
  const allKnow = [...row.shown.keys()].every(toldOpening(ctx, row));
  const late = isPast(row.opened?.deadline, done) && allKnow;
  return [
    {
      event: { type: 'ExpectedJudged', expected, verdict: command.verdict, done, late, by: by.seat, note: command.note },
      to: concerned(row),
    },
  ];
}

function evolve(own: ExpectedState, event: ExpectedEvent, meta: Meta): void {
  const src = meta.id;
  const at = meta.at;
  let row = own.rows.get(event.expected);
  if (!row) {
    row = { shown: NO_MARKS };
    own.rows.set(event.expected, row);
  }
  switch (event.type) {
    case 'ExpectedPlanned':
      row.plan = { src, card: event.card, after: event.after, seen: event.seen, needs: event.needs };
      if (event.card.scenario !== undefined) noteLasting(own.named, event.card.scenario, event.expected, src);
      for (const key of followed(event.after)) noteLasting(own.following, key, event.expected, src);
      return;
    case 'ExpectedShown': {
      const { party, card, after, seen, atDeadline } = event;
      row.shown = new Map(row.shown).set(party, { src, card, after, seen, atDeadline });
      return;
    }
    case 'ExpectedOpened':
      row.opened = { src, from: event.from, deadline: event.deadline };
      return;
    case 'ExpectedSeen':
      row.seen = { src, at, late: event.late };
      return;
    case 'ExpectedJudged':
      row.judged = { src, at, verdict: event.verdict, done: event.done, late: event.late, by: event.by, note: event.note };
      return;
    case 'ExpectedMissed':
      row.missed = { src, at, jumped: event.jumped };
      return;
    case 'ExpectedReported':
      row.reported = { src, at, late: event.late };
  }
}

declare module '../world.ts' {
  interface Languages {
    readonly expected: Language<ExpectedState, ExpectedCommand, ExpectedEvent>;
  }
}

export const expectedRoom: Room<ExpectedState, ExpectedCommand, ExpectedEvent> = {
  commands: { JudgeExpected: true },
  // What was done is often judged once there is time for it.
  afterEnd: { commands: ['JudgeExpected'], waits: ['judge', 'missed'] },
  events: {
    ExpectedPlanned: true,
    ExpectedShown: true,
    ExpectedOpened: true,
    ExpectedSeen: true,
    ExpectedJudged: true,
    ExpectedMissed: true,
    ExpectedReported: true,
  },
  initial: () => ({ rows: new Map(), named: new Map(), following: new Map() }),
  *lasting({ rows, named, following }) {
    yield* named.values();
    yield* following.values();
    for (const { plan, shown } of rows.values()) {
      if (plan) yield plan;
      yield shown;
    }
  },
  decide,
  evolve,
  brief: briefExpected,

  introduces: (event) => (event.type === 'ExpectedPlanned' || event.type === 'ExpectedShown' ? [event.expected] : NOTHING),
  guards: (event) => (event.type === 'ExpectedPlanned' && event.seen ? [{ key: event.expected, when: event.seen }] : NOTHING),
  alarms(event) {
    if (event.type === 'ExpectedPlanned') return event.after ? NOTHING : [{ key: event.expected, at: event.card.at ?? 0 }];
    // Asked again when a later opening comes, and just after the deadline.
    if (event.type === 'ExpectedOpened') return [{ key: event.expected, at: event.from }, alarmAfter(event.expected, event.deadline)];
    return NOTHING;
  },
  touches(event, world) {
    return keyed(world.expected.rows.get(event.expected)?.plan?.card.scenario ?? event.expected);
  },
  atoms: { expected: expectedAtom },
  waits: expectedWaits,
  waitsAmong: { judge: 'rows', missed: 'rows' },
  waitsFor: { judge: 'control', missed: 'control' },
  card({ world }, id) {
    const { plan, opened, missed } = world.expected.rows.get(id) ?? {};
    const letPass = plan?.card.bySight === true && missed !== undefined;
    return plan && { hands: [plan.card.controller], facts: [id, ...(opened ? [opened.src] : [])], letPass };
  },
  comes: deadlinesComing,
  hears: ['ExpectedOpened', 'ExerciseEnded', ...TURNS],
  react(ctx, cause) {
    if ('guard' in cause) return seeIfSo(ctx, cause.guard);
    if ('alarm' in cause) return ring(ctx, cause.alarm);
    const event = cause.event;
    switch (event.type) {
      case 'ExpectedOpened':
        return seeIfSo(ctx, event.expected);
      case 'ExerciseEnded':
        return reportAtEnd(ctx);
      default:
        return follow(ctx, event, cause.meta.id);
    }
  },
};
