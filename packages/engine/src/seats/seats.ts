import { type Address, split } from '../audience.ts';
import { isBetween } from '../deadlines.ts';
import type { Id, Meta, Rejection } from '../fact.ts';
import { lettersOf } from '../parties.ts';
import type { Actor, Context, Draft, Room, Side } from '../room.ts';
import type { Scenario } from '../scenario.ts';
import type { SeatCommand } from './commands.ts';
import type { SeatEvent, SeatsState } from './language.ts';
import { isSeated, peopleAt } from './people.ts';
import { seatWaits } from './waits.ts';

/** People at one seat at most. */
const MOST_PEOPLE = 20;

function ownParty(ctx: Context, seat: Address): Address[] {
  const party = split(seat)[0] === 'seat' ? ctx.roster.partyOf(seat) : undefined;
  return party ? [`party:${party}`] : [seat];
}

function brief(scenario: Scenario): Draft<SeatEvent>[] {
  const letters = lettersOf(scenario.parties);
  const parties = scenario.parties.map((p) => ({
    id: p.id,
    name: p.name,
    letter: letters.get(p.id) as string,
    capital: p.capital,
    playedByControl: p.played === 'control',
  }));
  const cells = scenario.parties.flatMap((p) =>
    p.cells.map((c) => ({ id: c.id, party: p.id, name: c.name, seats: c.seats.map((s) => ({ id: s.id, name: s.name, may: s.may })) })),
  );
  const drafts: Draft<SeatEvent>[] = [
    {
      event: {
        type: 'ExerciseOpened',
        scenario: scenario.id,
        title: scenario.title,
        start: scenario.start,
        duration: scenario.duration,
        languages: scenario.languages,
        parties,
      },
      to: ['public'],
    },
    { event: { type: 'DirectoryGiven', cells, entities: scenario.entities }, to: ['public'] },
  ];
  const tell = (scope: Address, text: Scenario['title'] | undefined): void => {
    if (text !== undefined) drafts.push({ event: { type: 'BriefingGiven', scope, text }, to: [scope] });
  };
  tell('everyone', scenario.situation);
  for (const p of scenario.parties) {
    tell(`party:${p.id}`, p.situation);
    for (const c of p.cells) {
      tell(`cell:${c.id}`, c.situation);
      for (const s of c.seats) tell(`seat:${s.id}`, s.card);
    }
  }
  const controllers = scenario.parties.flatMap((p) => [`control:${p.id}`, `evaluators:${p.id}`]);
  if (scenario.objectives.length > 0)
    drafts.push({ event: { type: 'ObjectivesGiven', objectives: scenario.objectives }, to: ['control', 'evaluators', ...controllers] });
  return drafts;
}

function decide(ctx: Context, command: SeatCommand, by: Actor): Draft<SeatEvent>[] | Rejection {
  const own = ctx.world.seats;
  const seat = by.seat;
  switch (command.type) {
    case 'TakeSeat':
      if (isSeated(own, seat, by.person)) return { code: 'already-seated', message: 'You sit here already.' };
      if (peopleAt(own, seat).length >= MOST_PEOPLE)
        return { code: 'seat-full', message: `${MOST_PEOPLE} people sit here already. Ask control.` };
      return [{ event: { type: 'PersonSeated', seat, name: command.name, function: command.function }, to: ownParty(ctx, seat) }];
    case 'LeaveSeat':
      return [{ event: { type: 'PersonLeft', seat, person: by.person as Id }, to: ownParty(ctx, seat) }];
    case 'HandOver': {
      const left = by.person as Id;
      return [
        {
          event: { type: 'PersonSeated', seat, name: command.name, function: command.function, takesOverFrom: left },
          to: ownParty(ctx, seat),
        },
        { event: { type: 'PersonLeft', seat, person: left }, to: ownParty(ctx, seat) },
      ];
    }
    case 'CallRoll': {
      const [kind, party] = split(seat);
      if (kind !== 'control') return { code: 'control-only', message: 'Only control calls the roll.' };
      return [{ event: { type: 'RollCalled', by: seat }, to: [party === undefined ? 'everyone' : `party:${party}`] }];
    }
    case 'AnswerRoll': {
      const roll = ctx.seen(seat).seats.rolls.get(command.roll);
      if (!roll) return { code: 'unknown', message: 'There is no such roll-call, or it was not for you.' };
      if (roll.answers.has(seat)) return [];
      return [{ event: { type: 'RollAnswered', roll: roll.id, seat }, to: [seat] }];
    }
  }
}

function evolve(own: SeatsState, event: SeatEvent, meta: Meta): void {
  const src = meta.id;
  switch (event.type) {
    case 'ExerciseOpened': {
      const { type: _, ...facts } = event;
      own.exercise = { src, ...facts };
      return;
    }
    case 'DirectoryGiven':
      own.directory = { src, cells: event.cells, entities: event.entities };
      return;
    case 'ObjectivesGiven':
      own.objectives = { src, list: event.objectives };
      return;
    case 'BriefingGiven':
      own.briefings.set(event.scope, { src, text: event.text });
      return;
    case 'PersonSeated':
      own.people.set(src, { src, id: src, seat: event.seat, name: event.name, function: event.function, since: meta.at });
      return;
    case 'PersonLeft': {
      const person = own.people.get(event.person);
      if (person) person.left = { src, at: meta.at };
      return;
    }
    case 'HandChanged':
      own.hands.set(event.seat, { src, person: event.person });
      return;
    case 'RollCalled':
      own.rolls.set(src, { src, id: src, at: meta.at, by: event.by, answers: new Map() });
      return;
    case 'RollAnswered':
      own.rolls.get(event.roll)?.answers.set(event.seat, { src, at: meta.at });
  }
}

/** The draft that writes down whose hand acts for a seat, if it is another than last time. */
export function handChange(ctx: Context, by: Actor): Draft<SeatEvent> | undefined {
  if (by.person === undefined || ctx.world.seats.hands.get(by.seat)?.person === by.person) return undefined;
  return { event: { type: 'HandChanged', seat: by.seat, person: by.person }, to: [by.seat] };
}

const SEATED: readonly Side[] = ['player', 'control', 'evaluators'];

declare module '../world.ts' {
  interface Languages {
    readonly seats: Language<SeatsState, SeatCommand, SeatEvent>;
  }
}

export const seatsRoom: Room<SeatsState, SeatCommand, SeatEvent> = {
  commands: { TakeSeat: true, LeaveSeat: true, HandOver: true, CallRoll: true, AnswerRoll: true },
  // People come and go while they look at the review.
  afterEnd: { commands: ['TakeSeat', 'LeaveSeat', 'HandOver'] },
  // Evaluators sit in the exercise too.
  from: { TakeSeat: SEATED, LeaveSeat: SEATED, HandOver: SEATED, AnswerRoll: SEATED },
  events: {
    ExerciseOpened: true,
    DirectoryGiven: true,
    ObjectivesGiven: true,
    BriefingGiven: true,
    PersonSeated: true,
    PersonLeft: true,
    HandChanged: true,
    RollCalled: true,
    RollAnswered: true,
  },
  initial: () => ({ briefings: new Map(), people: new Map(), hands: new Map(), rolls: new Map() }),
  brief,
  decide,
  evolve,
  waits: seatWaits,
  waitsAmong: { roll: 'rolls', rollcall: 'rolls' },
  waitsFor: { rollcall: 'control' },
  settle: { roll: (_world, _viewer, roll) => ({ type: 'AnswerRoll', roll }) },
  card({ world }, id) {
    const roll = world.seats.rolls.get(id);
    return roll && { hands: [roll.by], facts: [id], letPass: true };
  },
  comes(world, _viewer, from, to) {
    const { duration, src } = world.seats.exercise ?? {};
    return src !== undefined && duration !== undefined && isBetween(duration, from, to) ? [{ kind: 'endex', id: src, at: duration }] : [];
  },
  *find(world) {
    // Before STARTEX; a briefing is named by whom it is for.
    for (const [scope, { text }] of world.seats.briefings) yield { kind: 'briefing', id: scope, at: 0, title: '', texts: [text] };
  },
};
