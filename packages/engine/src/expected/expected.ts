import { comesAfter, type Happened, happened, TURNS } from '../after.ts';
import { type Address, split } from '../audience.ts';
import { letterOf } from '../parties.ts';
import type { Actor, Atom, Context, Draft, Id, Meta, Rejection, Room } from '../room.ts';
import { unknown } from '../room.ts';
import type { ExpectedAsk } from './asks.ts';
import {
  type ExpectedCard,
  type ExpectedCommand,
  type ExpectedEvent,
  type ExpectedRow,
  type ExpectedState,
  type ExpectedStatus,
  expectedCommands,
} from './language.ts';

/** `late`: met, but after its deadline; `missed`: its time passed and nobody has seen or judged it. */
export function expectedStatus(row: ExpectedRow): ExpectedStatus {
  if (row.judged) return row.judged.verdict === 'met' && row.judged.late ? 'late' : row.judged.verdict;
  if (row.seen) return row.seen.late ? 'late' : 'met';
  if (row.missed) return 'missed';
  return row.opened ? 'open' : 'planned';
}

/** The card as `party`'s controllers hold it, or lead control's. */
export function expectedCard(row: ExpectedRow, party?: string): ExpectedCard | undefined {
  if (party !== undefined) return row.shown.get(party)?.card;
  return row.plan?.card ?? row.shown.values().next().value?.card;
}

function concerned(row: ExpectedRow, may: (party: string) => boolean = () => true): Address[] {
  return ['control', ...[...row.shown.keys()].filter(may).flatMap((p) => [`control:${p}`, `evaluators:${p}`])];
}

function open(row: ExpectedRow, expected: Id, from: number, knownTo?: ReadonlySet<string>): Draft[] {
  const within = row.plan?.card.within ?? 0;
  return [
    {
      event: { type: 'ExpectedOpened', expected, from, deadline: from + within },
      to: concerned(row, (party) => knownTo?.has(party) !== false || row.plan?.card.controller === `control:${party}`),
    },
  ];
}

function seeIfSo(ctx: Context, expected: Id): Draft[] {
  const row = ctx.world.expected.rows.get(expected);
  const opened = row?.opened;
  if (!row?.plan?.seen || !opened || opened.from > ctx.now || row.seen || row.judged || !ctx.holdsTrue(row.plan.seen)) return [];
  // An act exactly at the deadline is in time.
  return [{ event: { type: 'ExpectedSeen', expected, late: ctx.now > opened.deadline }, to: concerned(row) }];
}

function ring(ctx: Context, expected: Id): Draft[] {
  const row = ctx.world.expected.rows.get(expected);
  if (!row?.plan) return [];
  if (!row.opened) return row.plan.after ? [] : open(row, expected, ctx.now);
  const seen = seeIfSo(ctx, expected);
  if (seen.length > 0) return seen;
  const over = ctx.now > row.opened.deadline && !row.seen && !row.judged && !row.missed;
  return over ? [{ event: { type: 'ExpectedMissed', expected }, to: concerned(row) }] : [];
}

function follow(ctx: Context, what: Happened): Draft[] {
  const drafts: Draft[] = [];
  for (const [expected, row] of ctx.world.expected.rows) {
    const after = row.plan?.after;
    if (!after || row.opened) continue;
    if (comesAfter(after, what)) drafts.push(...open(row, expected, ctx.now + after.delay, what.knownTo));
  }
  return drafts;
}

function decide(ctx: Context, command: ExpectedCommand, by: Actor): Draft<ExpectedEvent>[] | Rejection {
  const row = ctx.world.expected.rows.get(command.expected);
  if (split(by.seat)[0] !== 'control' || !row || !ctx.holds(by.seat, command.expected)) return unknown('expected action');
  const party = split(by.seat)[1];
  if (party !== undefined && row.shown.get(party)?.card.controller !== by.seat) {
    return { code: 'not-yours', message: 'Lead control judges this expected action. Ask lead control.' };
  }
  const done = command.at ?? ctx.now;
  if (done > ctx.now) return { code: 'in-the-future', message: 'That time has not come yet. Give the time at which it was done.' };
  const late = row.opened !== undefined && done > row.opened.deadline;
  return [
    {
      event: { type: 'ExpectedJudged', expected: command.expected, verdict: command.verdict, done, late, by: by.seat, note: command.note },
      to: concerned(row),
    },
  ];
}

function evolve(own: ExpectedState, event: ExpectedEvent, meta: Meta): void {
  const src = meta.id;
  const at = meta.at;
  let row = own.rows.get(event.expected);
  if (!row) {
    row = { shown: new Map() };
    own.rows.set(event.expected, row);
  }
  switch (event.type) {
    case 'ExpectedPlanned':
      row.plan = { src, card: event.card, after: event.after, seen: event.seen, needs: event.needs };
      return;
    case 'ExpectedShown':
      row.shown.set(event.party, { src, card: event.card });
      return;
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
      row.missed = { src, at };
  }
}

export const expectedRoom: Room<ExpectedState, ExpectedCommand, ExpectedEvent> = {
  commands: expectedCommands,
  events: {
    ExpectedPlanned: true,
    ExpectedShown: true,
    ExpectedOpened: true,
    ExpectedSeen: true,
    ExpectedJudged: true,
    ExpectedMissed: true,
  },
  initial: () => ({ rows: new Map() }),
  decide,
  evolve,

  brief(scenario, ctx) {
    const drafts: Draft[] = [];
    const counts = new Map<string, number>();
    const letters = new Map(scenario.parties.map((p) => [p.id, letterOf(p)]));
    for (const e of scenario.expects) {
      const expected = ctx.id();
      const party = ctx.roster.partyOf(e.by);
      const played = party !== undefined && ctx.roster.parties.get(party)?.playedByControl === true;
      const controller = e.controller ?? (party === undefined || played ? 'control' : `control:${party}`);
      const card: ExpectedCard = {
        number: e.number ?? e.id,
        scenario: e.id,
        by: e.by,
        text: e.text,
        within: e.within,
        at: e.at,
        task: e.task,
        objective: e.objective,
        bySight: e.seen !== undefined,
        controller,
      };
      const needs = e.needs.length > 0 ? e.needs : undefined;
      drafts.push({ event: { type: 'ExpectedPlanned', expected, card, after: e.after, seen: e.seen, needs }, to: ['control'] });
      if (party === undefined) continue;
      const n = (counts.get(party) ?? 0) + 1;
      counts.set(party, n);
      const { scenario: _, ...own } = card;
      drafts.push({
        event: { type: 'ExpectedShown', expected, party, card: { ...own, number: `${letters.get(party)}E${n}` } },
        to: [`control:${party}`, `evaluators:${party}`],
      });
    }
    return drafts;
  },

  introduces: (event) => (event.type === 'ExpectedPlanned' || event.type === 'ExpectedShown' ? [event.expected] : []),
  guards: (event) => (event.type === 'ExpectedPlanned' && event.seen ? [{ key: event.expected, when: event.seen }] : []),
  alarms(event) {
    if (event.type === 'ExpectedPlanned') return event.after ? [] : [{ key: event.expected, at: event.card.at ?? 0 }];
    // Asked again when a later opening comes, and just after the deadline.
    if (event.type === 'ExpectedOpened')
      return [
        { key: event.expected, at: event.from },
        { key: event.expected, at: event.deadline + 1 },
      ];
    return [];
  },
  touches(event, world) {
    return [`expected:${world.expected.rows.get(event.expected)?.plan?.card.scenario ?? event.expected}`];
  },
  hears: ['ExpectedOpened', ...TURNS],
  react(ctx, cause) {
    if ('guard' in cause) return seeIfSo(ctx, cause.guard);
    if ('alarm' in cause) return ring(ctx, cause.alarm);
    const event = cause.event;
    switch (event.type) {
      case 'ExpectedOpened':
        return seeIfSo(ctx, event.expected);
      default: {
        const what = happened(ctx.world, event);
        return what ? follow(ctx, what) : [];
      }
    }
  },
};

export const expectedAtom: Atom<ExpectedAsk> = {
  holds(look, { id, is }) {
    for (const row of look.world.expected.rows.values()) {
      if (row.plan?.card.scenario !== id) continue;
      const status = expectedStatus(row);
      // `met` says that it was done, in time or late; `late` says that it was late.
      return status === is || (is === 'met' && status === 'late');
    }
    return false;
  },
  keys: ({ id }) => [`expected:${id}`],
};
