import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AnyRoom } from './exercise.ts';
import { expectedRoom } from './expected/expected.ts';
import { injectsRoom } from './injects/injects.ts';
import { IdMaker } from './making.ts';
import { smallScenario } from './testing/fixture.ts';
import { playSome, someScenario } from './testing/generate.ts';
import { carries, compare, type Finding, play } from './testing/hidden-act.ts';
import { Table } from './testing/table.ts';
import { Tape } from './testing/tape.ts';
import type { Turn } from './turn.ts';

const PAIRS = Number(process.env.ENTENTE_RUNS ?? 30);
const seed = Number(process.env.ENTENTE_SEED);
const tapes = fc.array(fc.nat({ max: 5039 }), { minLength: 80, maxLength: 400 });
console.log(`hidden cause, visible time: seed ${seed}, ${PAIRS} pairs of plays (ENTENTE_SEED, ENTENTE_RUNS)`);

/** A message between two parties, of which the third knows nothing. */
const hidden = { message: { from: 'party:b', to: 'party:c' } };
const milestones = [{ id: 'm', when: hidden }];
const expected = (more: object) => ({ milestones, expects: [{ id: 'e1', by: 'party:a', text: 'Acts', within: 'PT10M', ...more }] });
const inject = (more: object) => ({ milestones, injects: [{ id: 'i1', title: 'I', text: 'I', to: ['party:a'], manual: true, ...more }] });
/** Events that once went, or might go, to more than may know, each with a scenario in which a hidden message brings it or keeps it away. */
const PLANTED = {
  ExpectedOpened: expected({ after: { milestone: 'm' } }),
  ExpectedMissed: expected({ after: { milestone: 'm' } }),
  ExpectedSeen: expected({ at: 'PT5M', seen: hidden }),
  InjectTimed: inject({ after: { milestone: 'm', delay: 'PT2M' } }),
  InjectDue: inject({ after: { milestone: 'm', delay: 'PT2M' } }),
  InjectWaits: inject({ at: 'PT10M', when: hidden }),
};
/** A search of thousands of pairs for each leak takes minutes of a core. */
const whole = process.env.ENTENTE_LONG === '1' && process.env.ENTENTE_WHOLE === '1';

/** Commands that everybody hears of. */
const PUBLIC = /Seat|HandOver|Clock|Rate|Exercise/;
/** Pairs of plays for each generated one. */
const ACTS = 5;

/** A generated play, and again with one act left out or changed; for all who received nothing of it. */
function* findingsOf(numbers: readonly number[]): Generator<Finding[]> {
  const tape = new Tape(numbers);
  const scenario = someScenario(tape);
  const table = playSome(tape, 45, new Table(scenario)).wait(40);
  table.say('control', { type: 'EndExercise' });
  const { turns } = table;
  const walls = turns.map((t) => t.wall);
  const one = play(scenario, turns, walls);
  const acts = one.steps.flatMap((s, i) => (s.answer.ok && s.events.length > 0 && !PUBLIC.test(s.turn.command.type) ? [i] : []));
  // Acts for which something waits are rarer, and tell more.
  const telling = acts.filter((i) => carries(scenario, one, i));
  for (let n = 0; n < ACTS && acts.length > 0; n++) {
    const from = telling.length > 0 && tape.chance(8) ? telling : acts;
    const [step] = from.splice(tape.below(from.length), 1) as [number];
    const other = play(scenario, turns.with(step, changed(tape, turns[step] as Turn) as Turn), walls);
    yield compare(scenario, one, other, step);
  }
}

function changed(tape: Tape, turn: Turn): Turn | undefined {
  const { command } = turn;
  if (tape.chance(7)) return undefined;
  if (command.type === 'SetVariable') return { ...turn, command: { ...command, value: tape.below(5) } };
  if (command.type === 'JudgeExpected') return { ...turn, command: { ...command, verdict: tape.pick(['met', 'not']) } };
  if (command.type === 'SendMessage') return { ...turn, command: { ...command, purpose: tape.pick(['ask', 'inform']) } };
  return undefined;
}

describe('hidden cause, visible time', { timeout: 1_800_000 }, () => {
  afterEach(() => vi.restoreAllMocks());

  it('who received nothing of an act receives the same bytes with and without it, until what an author let wait for it', () => {
    const { pairs, compared, count, leak } = search(PAIRS, seed);
    console.log(`hidden cause: ${pairs} pairs, ${JSON.stringify(count)}, ${compared} events compared`);
    expect(leak).toBeUndefined();
    expect(count.same).toBeGreaterThan(pairs);
  });

  // Found at random: the two differ in their ids, too, since an id rests on what its event says.
  it('what was seen and what was missed are told alike at the deadline, but for which it was', () => {
    const findings = ofHiddenMessage(PLANTED.ExpectedSeen);
    expect(findings.find((f) => f.viewer === 'control:a')).toMatchObject({ end: 'same' });
    expect(findings.filter((f) => f.end === 'leak')).toEqual([]);
  });
});

/** The play with the hidden message, and without. */
function ofHiddenMessage(more: Record<string, unknown>): Finding[] {
  const scenario = smallScenario(more);
  const table = new Table(scenario).start().wait(8);
  table.ok('seat:b-lead', { type: 'SendMessage', to: ['party:c'], text: 'Between us.' });
  table.wait(20).ok('control', { type: 'PauseClock' });
  const { turns } = table;
  const walls = turns.map((t) => t.wall);
  const act = turns.findIndex((t) => t.command.type === 'SendMessage');
  const without: (Turn | undefined)[] = turns.with(act, undefined as never);
  return compare(scenario, play(scenario, turns, walls), play(scenario, without, walls), act);
}

/** A leak of the kind is planted, and found: at once in a play made for it, and, if nothing is capped, at random within 8,000 pairs. */
describe('a planted leak is caught', { timeout: 1_800_000 }, () => {
  afterEach(() => vi.restoreAllMocks());
  const caught = (): string => {
    const { leak, pairs } = search(8_000, 1);
    console.log(`caught in pair ${pairs}`);
    return leak ?? '';
  };

  for (const [type, scenario] of Object.entries(PLANTED)) {
    it(`${type} to all who work with the row, in a play made for it`, () => {
      expect(ofHiddenMessage(scenario).filter((f) => f.end === 'leak')).toEqual([]);
      widen(type);
      const leak = ofHiddenMessage(scenario).find((f) => f.viewer === 'control:a')?.leak;
      expect(leak).toContain(type);
    });

    it.runIf(whole)(`${type} to all who work with the row`, () => {
      widen(type);
      expect(caught()).toContain(type);
    });
  }

  it('ids that rest on how many events there are', () => {
    const { event } = IdMaker.prototype;
    const counts = new WeakMap<IdMaker, number>();
    vi.spyOn(IdMaker.prototype, 'event').mockImplementation(function (this: IdMaker, said, ...more) {
      const count = (counts.get(this) ?? 0) + 1;
      counts.set(this, count);
      return event.call(this, `${said} ${count}`, ...more);
    });
    expect(caught()).not.toBe('');
  });
});

/** As it was, or might be: to all the controllers and evaluators of a row's party. */
function widen(type: string): void {
  for (const [room, rows] of [
    [expectedRoom, 'expected'],
    [injectsRoom, 'injects'],
  ] as const) {
    const react = room.react as NonNullable<AnyRoom['react']>;
    vi.spyOn(room as unknown as AnyRoom, 'react').mockImplementation((ctx, cause) =>
      react(ctx, cause).map((d) => {
        if (d.event.type !== type) return d;
        const id = 'expected' in d.event ? d.event.expected : 'inject' in d.event ? d.event.inject : '';
        const parties = [...(ctx.world[rows].rows.get(id as string)?.shown.keys() ?? [])];
        return { ...d, to: ['control', ...parties.flatMap((p) => [`control:${p}`, `evaluators:${p}`])] };
      }),
    );
  }
}

function search(most: number, from: number) {
  const count: Record<Finding['end'], number> = { same: 0, author: 0, person: 0, leak: 0 };
  let pairs = 0;
  let compared = 0;
  for (const numbers of fc.sample(tapes, { seed: from, numRuns: most }))
    for (const findings of findingsOf(numbers)) {
      if (findings.length > 0) pairs++;
      for (const f of findings) {
        count[f.end]++;
        compared += f.compared;
        if (f.leak) return { pairs, compared, count, leak: `${f.leak} (tape ${JSON.stringify(numbers)})` };
      }
      if (pairs >= most) return { pairs, compared, count };
    }
  return { pairs, compared, count };
}
