import type { Command } from '../exercise.ts';
import { CHANNELS } from '../fields.ts';
import { PURPOSES } from '../messages/asks.ts';
import type { Id } from '../room.ts';
import type { Scenario } from '../scenario.ts';
import { smallScenario } from './fixture.ts';
import { Table } from './table.ts';

/** Reads decisions off a list of numbers, so that a run is replayed by its numbers and shrinks with them. */
export class Tape {
  readonly #numbers: readonly number[];
  #at = 0;
  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }
  get spent(): boolean {
    return this.#at >= this.#numbers.length;
  }
  /** A number from 0 to n − 1. */
  below(n: number): number {
    const next = this.#numbers[this.#at++ % Math.max(1, this.#numbers.length)] ?? 0;
    return next % n;
  }
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }
  chance(inTen: number): boolean {
    return this.below(10) < inTen;
  }
}

const SEATS = ['seat:a-lead', 'seat:a-press', 'seat:b-lead', 'seat:b-press'];
const CONTROLS = ['control', 'control:a', 'control:b'];
const TO = ['party:a', 'party:b', 'party:c', 'cell:a-cell', 'cell:b-cell', ...SEATS, 'seat:c-lead', 'everyone', 'public'];

function condition(tape: Tape, depth: number): unknown {
  const kind = tape.below(depth > 2 ? 6 : 9);
  if (kind === 0) return { milestone: tape.pick(['m1', 'm2']) };
  if (kind === 1) return { time: `PT${1 + tape.below(90)}M` };
  if (kind === 2) return { variable: { id: 'v', atLeast: tape.below(4) } };
  if (kind === 3) return { inject: { id: `i${tape.below(6)}`, is: tape.pick(['released', 'read', 'acknowledged', 'skipped']) } };
  if (kind === 4) return { expected: { id: `e${tape.below(2)}`, is: tape.pick(['met', 'late', 'missed', 'not']) } };
  if (kind === 5)
    return {
      message: {
        from: tape.pick(['party:a', 'party:b']),
        to: tape.pick(['party:a', 'party:b', 'control']),
        ...(tape.chance(3) ? { about: 'i0' } : {}),
      },
    };
  if (kind === 6) return { not: condition(tape, depth + 1) };
  const parts = [condition(tape, depth + 1), condition(tape, depth + 1)];
  return kind === 7 ? { all: parts } : { any: parts };
}

/** A scenario of 6 to 12 injects with every kind of trigger, two expected actions, two milestones, a variable. */
export function someScenario(tape: Tape): Scenario {
  const injects = Array.from({ length: 6 + tape.below(7) }, (_, i) => ({
    id: `i${i}`,
    title: `Title of inject ${i}`,
    text: `Text of inject ${i}`,
    to: Array.from({ length: 1 + tape.below(3) }, () => tape.pick(TO)),
    from: tape.pick(['wire', 'control', 'seat:c-lead']),
    channel: tape.pick(CHANNELS),
    control: `Watch ${i}`,
    ...(tape.chance(2) ? { attachments: ['files/gauge.png'] } : {}),
    ...(tape.chance(6)
      ? { at: `PT${tape.below(100)}M` }
      : i > 0 && tape.chance(6)
        ? { after: { event: `i${tape.below(i)}`, delay: `PT${tape.below(9)}M` } }
        : {}),
    ...(tape.chance(4) ? { when: condition(tape, 0) } : {}),
    ...(tape.chance(2) ? { manual: true } : {}),
    ...(tape.chance(2) ? { until: `PT${100 + tape.below(20)}M` } : {}),
    ...(tape.chance(3) ? { set: { v: tape.below(5) } } : {}),
    ...(tape.chance(2) ? { kind: 'contingency' } : {}),
  }));
  const expects = [0, 1].map((i) => ({
    id: `e${i}`,
    by: tape.pick(['party:a', 'cell:b-cell', 'seat:a-lead']),
    text: `Expected ${i}`,
    within: `PT${1 + tape.below(30)}M`,
    ...(tape.chance(5) ? { after: { event: `i${tape.below(4)}` } } : { at: `PT${tape.below(40)}M` }),
    ...(tape.chance(6) ? { seen: condition(tape, 1) } : {}),
  }));
  // Milestones rest on what happens, not on each other, so that every scenario is sound.
  const milestones = [
    { id: 'm1', when: { message: { from: 'party:a', to: 'party:b' } } },
    { id: 'm2', when: { any: [{ variable: { id: 'v', is: 3 } }, { milestone: 'm1' }] } },
  ];
  const moves = [
    { id: 'move-1', name: 'One', from: 'PT0M', to: 'PT40M', brief: 'Begin' },
    { id: 'move-2', name: 'Two', from: 'PT40M', to: 'PT2H' },
  ];
  return smallScenario({ injects, expects, milestones, moves, variables: [{ id: 'v', value: 0 }] });
}

/** Any id on the record, held by the seat or not: what a prying client would send. */
function someId(tape: Tape, table: Table, seat: string): Id {
  const known = tape.chance(7) ? table.seen(seat).events : table.record;
  const r = known[known.length - 1 - tape.below(Math.min(known.length, 30))];
  if (r && 'inject' in r.event) return r.event.inject;
  if (r && 'expected' in r.event) return r.event.expected as Id;
  return r?.id ?? 'e00000000000000000000';
}

function someCommand(tape: Tape, table: Table, seat: string): { type: Command['type']; [field: string]: unknown } {
  const id = someId(tape, table, seat);
  const text = `Words ${table.record.length} of ${seat}`;
  const player = [
    () => ({
      type: 'SendMessage',
      to: [tape.pick([...TO, 'control', 'entity:wire'])],
      text,
      purpose: tape.pick(PURPOSES),
      ...(tape.chance(4) ? { about: id } : {}),
      ...(tape.chance(2) ? { attachments: [tape.pick(['map', 'note', 'gone'])] } : {}),
    }),
    () => ({ type: 'ReadInject', delivery: id }),
    () => ({ type: 'AcknowledgeInject', delivery: id }),
    () => ({ type: 'ReadMessage', message: id }),
    () => ({ type: 'AcknowledgeMessage', message: id }),
    () => ({ type: 'WriteNote', text, ...(tape.chance(4) ? { about: id } : {}) }),
    () => ({ type: 'AnswerRoll', roll: id }),
    () => ({ type: 'HandOver', name: `Next at ${seat}` }),
  ];
  const control = [
    ...['ReleaseInject', 'HoldInject', 'LiftHold', 'SkipInject', 'RestoreInject'].map((type) => () => ({
      type,
      inject: pickInject(tape, table),
    })),
    () => ({ type: 'MoveInject', inject: pickInject(tape, table), at: tape.below(120) * 60_000 }),
    () => ({
      type: 'ImproviseInject',
      title: 'Improvised',
      text,
      from: 'wire',
      to: [tape.pick(TO)],
      ...(tape.chance(3) ? { at: tape.below(120) * 60_000 } : {}),
    }),
    () => ({ type: 'CorrectInject', inject: pickInject(tape, table), title: 'Corrected', text: `Corrected ${text}` }),
    () => ({ type: 'WithdrawInject', inject: pickInject(tape, table) }),
    () => ({ type: 'JudgeExpected', expected: pickExpected(tape, table), verdict: tape.pick(['met', 'partly', 'not']) }),
    () => ({ type: 'SendMessage', to: [tape.pick(TO)], text, speaker: tape.pick(['entity:wire', 'seat:c-lead']) }),
    () => ({ type: 'CallRoll' }),
    () => ({ type: 'SetVariable', variable: 'v', value: tape.below(5) }),
    () => ({ type: tape.pick(['PauseClock', 'StartClock']) }),
    () => ({ type: 'SetRate', rate: tape.pick([0.5, 1, 2, 60]) }),
    () => ({ type: 'JumpClock', to: table.exercise.now(table.wall) + tape.below(10) * 60_000 }),
    ...(tape.chance(1) ? [() => ({ type: 'RaiseEmergency', text }), () => ({ type: 'StandDown' })] : []),
  ];
  const acts = seat.startsWith('control') ? [...control, ...player] : player;
  return (tape.pick(acts) as () => { type: Command['type'] })();
}
const pickInject = (tape: Tape, table: Table): Id => tape.pick([...table.exercise.world.injects.rows.keys()]);
const pickExpected = (tape: Tape, table: Table): Id => tape.pick([...table.exercise.world.expected.rows.keys()]);

/** Plays an exercise off the tape: lead control, controllers of both sides and players, prying included. */
export function playSome(tape: Tape, acts: number, table = new Table(someScenario(tape))): Table {
  for (const seat of [...CONTROLS, ...SEATS]) table.sit(seat);
  table.start();
  for (let i = 0; i < acts; i++) {
    if (tape.chance(6)) table.wait(tape.below(60) / 10);
    const seat = tape.pick([...CONTROLS, ...CONTROLS, ...SEATS, ...SEATS]);
    table.say(seat, someCommand(tape, table, seat));
  }
  table.wait(1);
  return table;
}
