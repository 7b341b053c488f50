import { type Address, type Command, Exercise, type Id, peopleAt, type Recorded, type Scenario, scenarioSchema } from '@entente/engine';
import { Generator } from '../chance/generator.ts';
import type { Plan } from '../run/plan.ts';
import { playRun } from '../run/run.ts';
import { parts } from './scenarios.ts';

/** A scenario in which nearly every run meets its measure, and one act of many kinds spoils it: for tests. */
export function spoilable(): Scenario {
  const { injects, rehearsal, milestones, ...rest } = parts();
  const kept = injects.filter((i) => !/^news-(a|b)-far/.test(String((i as { id?: unknown }).id)));
  return scenarioSchema.parse({
    ...rest,
    variables: [...rest.variables, { id: 'calm', value: 1 }],
    injects: [...kept, { id: 'key', title: 'Key', text: 'Key', from: 'wire', at: 'PT4H', to: ['seat:b-lead'] }],
    milestones: [
      ...milestones,
      { id: 'read', when: { inject: { id: 'key', is: 'acknowledged', by: 'seat:b-lead' } } },
      { id: 'leaked', when: { message: { from: 'seat:a-desk', to: 'party:b' } } },
    ],
    rehearsal: {
      ...rehearsal,
      measures: [
        { id: 'kept', holds: { all: [{ milestone: 'read' }, { not: { milestone: 'leaked' } }, { variable: { id: 'calm', is: 1 } }] } },
      ],
      assert: [],
    },
  });
}

const KINDS: readonly (readonly [Address, (world: Exercise['world']) => Command])[] = [
  ['control', () => ({ type: 'SetVariable', variable: 'calm', value: 0 })],
  [
    'seat:a-desk',
    () =>
      ({ type: 'SendMessage', to: ['party:b'], text: 'By the way.', purpose: 'inform', channel: 'message', label: 'TLP:CLEAR' }) as Command,
  ],
  ['control', (world) => ({ type: 'SkipInject', inject: rowOf(world, 'key'), reason: 'Not today.' }) as Command],
];
const rowOf = (world: Exercise['world'], name: string): Id =>
  [...world.injects.rows].find(([, row]) => row.plan?.card.scenario === name)?.[0] as Id;

/** One course of the exercise in which one act was planted that spoils it. */
export interface Spoilt {
  readonly events: readonly Recorded[];
  /** The first event of that act. */
  readonly planted: Id;
}

/** Plays a run until a moment that the number draws, gives one act that nobody would, and plays on. Undefined if that act is refused. */
export function spoilt(plan: Plan, n: number): Spoilt | undefined {
  const random = Generator.of(plan.asked.seed, 'planted', n);
  const run = 1 + Math.floor(random.unit() * plan.asked.runs);
  const at = Math.floor((5 + random.unit() * 225) * 60_000);
  const [seat, command] = KINDS[Math.floor(random.unit() * KINDS.length)] as (typeof KINDS)[number];
  const course = withActs(plan, run, [{ at, seat, command }]);
  return course && { events: course.events, planted: course.planted[0] as Id };
}

/** An act that is put into a run. */
export interface Act {
  readonly at: number;
  readonly seat: Address;
  readonly command: (world: Exercise['world']) => Command;
}

/** A run into which these acts were put, one after another, and the first event of each. Undefined if one is refused. */
export function withActs(
  plan: Plan,
  run: number,
  acts: readonly Act[],
): { events: readonly Recorded[]; planted: readonly Id[] } | undefined {
  let whole: Recorded[] = [];
  playRun(plan, run, undefined, { watch: { made: (made) => void whole.push(...made) } });
  const planted: Id[] = [];
  for (const { at, seat, command } of acts) {
    const before = whole.filter((r) => r.at <= at);
    const exercise = Exercise.from(before, { secret: 'nobody keeps a sketch', sketch: true });
    const wall = (before.at(-1) as Recorded).wall - (before.at(-1) as Recorded).at + at;
    const due = exercise.tick(wall);
    const person = peopleAt(exercise.world.seats, seat)[0]?.id;
    const by = person === undefined ? { seat } : { seat, person };
    const { events, answer } = exercise.take({ by, commandId: `planted ${planted.length}`, command: command(exercise.world), wall });
    if (!answer.ok) return undefined;
    planted.push((events[0] as Recorded).id);
    const known = [...before, ...due, ...events];
    const after: Recorded[] = [];
    const start = { events: known, at, held: new Map<string, boolean>(), end: plan.asked.scenario.duration };
    playRun(plan, run, undefined, { start, watch: { made: (made) => void after.push(...made) } });
    whole = [...known, ...after];
  }
  return { events: whole, planted };
}
