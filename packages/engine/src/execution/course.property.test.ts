import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { World } from '../world.ts';
import type { Task } from './language.ts';
import { lostWaiting } from './lost.ts';

const RUNS = Math.max(200, Number(process.env.ENTENTE_RUNS ?? 0));
const seed = Number(process.env.ENTENTE_SEED);
console.log(`time lost waiting, against a count of minutes: seed ${seed}, ${RUNS} plans (ENTENTE_SEED, ENTENTE_RUNS)`);

/** A step as it was planned and as it went, in whole minutes; `after`: numbers of steps before it. */
interface Went {
  readonly party: string;
  readonly after: readonly number[];
  readonly planned: readonly [start: number, end: number];
  readonly real: readonly [start: number, end: number];
  readonly blocks: readonly { readonly on?: string; readonly from: number; readonly to: number }[];
  readonly hindered: readonly { readonly from: number; readonly until?: number; readonly lifted?: number }[];
}
const MINUTE = 60_000;
const PARTIES = ['a', 'b', 'c'];

const length = fc.nat(6);
const drawn = fc.array(
  fc.record({
    party: fc.constantFrom(...PARTIES),
    after: fc.array(fc.nat(20), { maxLength: 3 }),
    ...{ begins: length, duration: length, tarries: fc.nat(2), overruns: length },
    blocks: fc.array(fc.record({ on: fc.constantFrom(undefined, ...PARTIES), after: length, lasts: length }), { maxLength: 2 }),
    hindered: fc.array(fc.record({ after: length, until: fc.option(length), lifted: fc.option(length) }), { maxLength: 2 }),
  }),
  { minLength: 2, maxLength: 7 },
);

/** A plan that was carried out to its end: nothing began before what comes before it had ended. */
const plans = drawn.map((rows) => {
  const all: Went[] = [];
  for (const [i, row] of rows.entries()) {
    const after = i === 0 ? [] : [...new Set(row.after.map((n) => n % i))];
    const before = after.map((n) => all[n] as Went);
    const start = before.length === 0 ? row.begins : Math.max(...before.map((b) => b.planned[1]));
    const began = Math.max(start, ...before.map((b) => b.real[1])) + row.tarries;
    let at = began;
    const blocks = row.blocks.map((b) => {
      const from = at + b.after;
      at = from + b.lasts;
      return { ...(b.on === undefined || b.on === row.party ? {} : { on: b.on }), from, to: at };
    });
    const hindered = row.hindered.map((h) => {
      const from = began + h.after;
      return {
        from,
        ...(h.until === null ? {} : { until: from + h.until }),
        ...(h.lifted === null ? {} : { lifted: from + h.lifted }),
      };
    });
    all.push({
      ...{ party: row.party, after, blocks, hindered },
      planned: [start, start + row.duration],
      real: [began, Math.max(at, began + row.duration + row.overruns)],
    });
  }
  return all;
});

/** The same by counting minutes, one by one. */
function counted(all: readonly Went[]): Map<string, number> {
  const minutes = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const held = ({ hindered }: Went, minute: number): boolean =>
    hindered.some((h) => minute >= h.from && minute < (h.until ?? 1_000) && minute < (h.lifted ?? 1_000));
  /** Minutes for which a step stood still for another side, and was held up by nobody else. */
  const stood = (w: Went): number =>
    w.blocks.filter((b) => b.on !== undefined).flatMap((b) => minutes(b.from, b.to).filter((m) => !held(w, m))).length;
  /** The step that ended last of those before it, if that was after its planned start. */
  const cause = (w: Went): Went | undefined => {
    const last = Math.max(...w.after.map((n) => (all[n] as Went).real[1]));
    return last > w.planned[0] ? all[w.after.find((n) => (all[n] as Went).real[1] === last) as number] : undefined;
  };
  /** Each minute by which a step was put off, as the step at which it arose; none for what nobody answers for. */
  const putOff = (w: Went): (Went | undefined)[] => {
    const before = cause(w);
    if (!before) return [];
    const passed = ended(before);
    return minutes(w.planned[0], before.real[1]).map((_, n) => passed[n]);
  };
  /** The same of the minutes by which it ended late: its own first, then those that it was put off by. */
  const ended = (w: Went): (Went | undefined)[] => {
    const before = putOff(w);
    const others = before.length + stood(w) + minutes(w.planned[0], w.real[1]).filter((m) => held(w, m)).length;
    const own = minutes(0, Math.max(0, w.real[1] - w.planned[1]) - others).map(() => w);
    return [...own, ...before];
  };
  const lost = new Map<string, number>();
  for (const party of PARTIES) {
    const own = all.filter((w) => w.party === party);
    const waited = all.filter((o) => o.party !== party).map((o) => Math.max(0, ...own.map((w) => putOff(w).filter((m) => m === o).length)));
    const sum = [...own.map(stood), ...waited].reduce((a, b) => a + b, 0);
    if (sum > 0) lost.set(party, sum * MINUTE);
  }
  return lost;
}

/** The world in which it went so. */
function worldOf(all: readonly Went[]): World {
  const hand = (minute: number, party: string) => ({ src: '', at: minute * MINUTE, party, by: `seat:${party}` });
  const tasks = all.map((w, n): Task => {
    const [start, end] = w.planned.map((m) => m * MINUTE) as [number, number];
    return {
      ...{ src: '', id: `t${n}`, at: 0, plan: 'plan', step: `p${n}`, text: '', planned: { start, end } },
      terms: {
        ...{ lead: `seat:${w.party}`, support: [], tells: [], duration: end - start, at: w.after.length === 0 ? start : undefined },
        after: w.after.map((before) => ({ step: `p${before}`, kind: 'FS' as const })),
      },
      ...{ started: hand(w.real[0], w.party), done: hand(w.real[1], w.party), reports: [], handed: [], overdue: [] },
      blocks: w.blocks.map((b) => ({ ...hand(b.from, w.party), on: b.on, until: { src: '', at: b.to * MINUTE } })),
      hindered: w.hindered.map(({ from, until, lifted }) => ({
        ...{ src: '', at: from * MINUTE, text: '', until: until === undefined ? undefined : until * MINUTE },
        ...(lifted === undefined ? {} : { lifted: { src: '', at: lifted * MINUTE } }),
      })),
    };
  });
  const members = PARTIES.map((party) => ({ party, seats: [`seat:${party}`] }));
  return {
    clock: { jumps: [] },
    planning: { own: new Map() },
    execution: { plans: new Map([['plan', { of: 'text' }]]), tasks: new Map(tasks.map((t) => [t.id, t])) },
    consultation: { texts: new Map([['text', { forum: 'forum' }]]), forums: new Map([['forum', { card: { members } }]]) },
  } as unknown as World;
}

it('what each side lost waiting is what a count of the minutes gives', () => {
  let most = 0;
  fc.assert(
    fc.property(plans, (all) => {
      const lost = lostWaiting(worldOf(all), 'plan', 1_000 * MINUTE);
      most = Math.max(most, lost.size);
      expect([...lost].sort()).toEqual([...counted(all)].sort());
    }),
    { numRuns: RUNS, seed },
  );
  expect(most).toBe(PARTIES.length);
});
