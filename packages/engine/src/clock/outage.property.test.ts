import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedStatus } from '../expected/status.ts';
import { injectStatus } from '../injects/status.ts';
import { requestStatus } from '../sharing/items.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { clockStatus, wallOf } from './clock.ts';

const RUNS = Number(process.env.ENTENTE_RUNS ?? 30);
const seed = Number(process.env.ENTENTE_SEED);
const options = { numRuns: RUNS, seed };
console.log(`outage property: seed ${seed}, ${options.numRuns} exercises each (ENTENTE_SEED, ENTENTE_RUNS)`);

const SECOND = 1_000;
/** Where the clock stands after an outage at this time: said in docs/room.md, not asked of the engine. */
const standsAt = (at: number): number => 10 * SECOND * Math.ceil(at / (10 * SECOND));

/** A time within two minutes, mostly near a whole ten seconds, in ms. */
const time = fc.oneof(
  fc.nat({ max: 120 * SECOND }),
  fc.tuple(fc.nat({ max: 12 }), fc.constantFrom(-1_001, -1, 0, 1, 999, 5_000)).map(([tens, off]) => Math.max(0, tens * 10 * SECOND + off)),
);
const seconds = fc.nat({ max: 100 });
const acts = [
  'tells',
  'answers',
  'asks',
  'decides',
  'releases',
  'judges',
  'by hand',
  'holds',
  'lifts',
  'skips',
  'restores',
  'moves',
  'improvises',
] as const;
/** Acts that answer a time set before, and set none themselves. */
const answers: readonly (typeof acts)[number][] = ['tells', 'decides', 'releases', 'judges'];

interface Plan {
  readonly rate: number;
  readonly times: readonly number[];
  readonly acts: readonly { readonly at: number; readonly act: (typeof acts)[number]; readonly more: number }[];
}
const plan = (of: readonly (typeof acts)[number][]): fc.Arbitrary<Plan> =>
  fc.record({
    rate: fc.constantFrom(0.5, 1, 1, 10, 100),
    times: fc.array(seconds, { minLength: 12, maxLength: 12 }),
    acts: fc
      .array(fc.record({ at: time, act: fc.constantFrom(...of), more: seconds }), { minLength: 1, maxLength: 20 })
      .map((all) => all.sort((a, b) => a.at - b.at)),
  });
/** Sets times shortly after the acts that answer them: there an outage could decide. */
const close = (p: Plan): Plan => ({
  ...p,
  times: p.times.map((t, i) => {
    const act = p.acts[i % p.acts.length];
    return act && act.more % 4 > 0 ? Math.floor(act.at / SECOND) + (act.more % 4) : t;
  }),
});
/** A fast clock comes only to every so many ms: what happens, happens at those. */
const reachable = (p: Plan): Plan => ({ ...p, acts: p.acts.map((a) => ({ ...a, at: ticked(p, a.at) })) });
const ticked = ({ rate }: Plan, at: number): number => (rate > 1 ? Math.ceil(at / rate) * rate : at);

function open(p: Plan): Table {
  const pt = (i: number): string => `PT${p.times[i]}S`;
  const to = ['party:a'];
  const told = { message: { from: 'party:a', to: 'party:b' } };
  const t = new Table(
    smallScenario({
      items: [{ id: 'gauge', title: 'The gauge', originator: 'party:a', portions: [{ text: 'It rises.' }], held: to, expires: pt(0) }],
      injects: [
        { id: 'i0', title: 'I', text: 'I', to, at: pt(1) },
        { id: 'i1', title: 'I', text: 'I', to, manual: true, at: pt(2), until: `PT${100 + (p.times[3] as number)}S` },
        { id: 'i2', title: 'I', text: 'I', to, when: told, until: pt(4) },
        { id: 'i3', title: 'I', text: 'I', to, after: { event: 'i1', delay: pt(5) } },
        { id: 'i4', title: 'I', text: 'I', to, at: pt(6), when: { not: told } },
        { id: 'i5', title: 'I', text: 'I', to, when: { all: [told, { time: pt(7) }] } },
      ],
      expects: [
        { id: 'e0', by: 'party:a', text: 'E', at: pt(8), within: pt(9), seen: told },
        { id: 'e1', by: 'party:a', text: 'E', after: { event: 'i0', delay: pt(10) }, within: pt(11), seen: told },
        { id: 'e2', by: 'party:a', text: 'E', at: pt(9), within: pt(8) },
      ],
    }),
  );
  for (const seat of ['control', 'seat:a-lead', 'seat:b-lead']) t.sit(seat);
  t.ok('control', { type: 'SetRate', rate: p.rate });
  t.start();
  for (const s of p.times.slice(0, 3))
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'What does it say?', due: s * SECOND + 1 });
  return t;
}

function act(t: Table, { act, more }: Plan['acts'][number]): string {
  const { world } = t.exercise;
  const row = t.inject(`i${more % 6}`);
  const open = [...world.sharing.requests.values()].find((r) => !r.decided);
  const said = (seat: string, command: Parameters<Table['say']>[1]): string => {
    const answer = t.say(seat, command);
    return answer.ok ? 'taken' : answer.rejection.code;
  };
  const now = t.exercise.now(t.wall);
  switch (act) {
    case 'tells':
      return said('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'It rises.' });
    case 'answers':
      return said('seat:b-lead', { type: 'SendMessage', to: ['party:a'], text: 'We see it.' });
    case 'asks':
      return said('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'And now?', due: now + more * SECOND + 1 });
    case 'decides':
      return open ? said('seat:a-lead', { type: 'DecideRequest', request: open.id, decision: 'refuse', tell: false }) : 'nothing to decide';
    case 'releases':
      return said('seat:a-lead', { type: 'ReleaseItem', item: [...world.sharing.items.keys()][0], to: ['party:b'] });
    case 'judges':
      return said('control', { type: 'JudgeExpected', expected: t.expected('e2'), verdict: 'met' });
    case 'by hand':
      return said('control', { type: 'ReleaseInject', inject: row });
    case 'holds':
      return said('control', { type: 'HoldInject', inject: row });
    case 'lifts':
      return said('control', { type: 'LiftHold', inject: row });
    case 'skips':
      return said('control', { type: 'SkipInject', inject: row });
    case 'restores':
      return said('control', { type: 'RestoreInject', inject: row });
    case 'moves':
      return said('control', { type: 'MoveInject', inject: row, at: now + more * SECOND });
    case 'improvises':
      return said('control', { type: 'ImproviseInject', title: 'X', text: 'X', from: 'wire', to: ['party:a'], at: now + more * SECOND });
  }
}

/** Lets the clock run to a scenario time, if it has not passed it. */
function reach(t: Table, at: number): void {
  if (clockStatus(t.exercise.world) !== 'running' || t.exercise.now(t.wall) >= at) return;
  t.wall = wallOf(t.exercise.world, at);
  t.record.push(...t.exercise.tick(t.wall));
}

/** Plays it, killed at a time or not; gives what was answered to each act, and how everything ended. */
function played(p: Plan, outage?: { readonly at: number; readonly noted: number; readonly stays: boolean }) {
  const t = open(p);
  const said: string[] = [];
  let down = outage;
  const kill = (): void => {
    if (!down) return;
    reach(t, down.at);
    const stood = t.exercise.now(t.wall);
    const before = standsAt(stood) - 10 * SECOND;
    // Noted at some moment since the last whole ten seconds: which, must not matter.
    const noted = before + 1 + Math.floor(((stood - before - 1) * down.noted) / 100);
    if (down.stays) {
      t.kill(stood > 0 ? wallOf(t.exercise.world, Math.max(0, noted)) : 0);
      expect(t.exercise.now(t.wall)).toBe(standsAt(stood));
    }
    down = undefined;
  };
  for (const step of p.acts) {
    if (down && step.at > down.at) kill();
    if (outage?.stays && clockStatus(t.exercise.world) === 'paused' && step.at > t.exercise.now(t.wall)) t.start();
    reach(t, step.at);
    said.push(act(t, step));
  }
  kill();
  if (clockStatus(t.exercise.world) === 'paused') t.start();
  reach(t, 400 * SECOND);
  const { expected, injects, sharing } = t.exercise.world;
  return {
    said,
    requests: [...sharing.requests.values()].map((r) => [requestStatus(r), r.overdue?.at, r.decided?.at]),
    late: [...sharing.requests.values()].map((r) => r.overdue !== undefined),
    expected: [...expected.rows.values()].map((r) => expectedStatus(r)),
    judgedLate: [...expected.rows.values()].map((r) => r.judged?.late),
    injects: [...injects.rows.values()].map((r) => [injectStatus(r), r.released?.at, r.lapsed?.at]),
    record: t.record
      .filter((r) => !['ClockPaused', 'ClockStarted', 'PersonSeated', 'SeatTaken'].includes(r.event.type))
      .map((r) => `${r.at} ${r.event.type} ${r.to.join()}`),
  };
}

describe('an exercise that is killed and restarted', () => {
  /** Shortly before one of the acts, mostly. */
  const outage = fc.record({ act: fc.nat(), before: fc.nat({ max: 9_000 }), noted: fc.nat({ max: 100 }) });
  const timeOf = (p: Plan, { act, before }: { act: number; before: number }): number =>
    ticked(p, Math.max(0, (p.acts[act % p.acts.length]?.at ?? 0) - before));

  it('says of equal acts at equal scenario times what one says that was never killed, at every rate', () => {
    let moved = 0;
    fc.assert(
      fc.property(plan(acts).map(reachable), outage, (p, o) => {
        const out = { at: timeOf(p, o), noted: o.noted };
        // What people would have done in the seconds that nobody saw they do where the clock stands.
        const at = standsAt(out.at);
        const later = { ...p, acts: p.acts.map((a) => (a.at > out.at && a.at < at ? { ...a, at } : a)) };
        moved += later.acts.filter((a, i) => a.at !== p.acts[i]?.at).length;
        const [killed, never] = [played(later, { ...out, stays: true }), played(later)];
        expect(killed).toEqual(never);
      }),
      options,
    );
    console.log(`outage property: ${moved} acts fell into the seconds that nobody saw`);
  });

  it('takes an answer in time that would have been in time, although it waits until the clock stands', () => {
    fc.assert(
      fc.property(plan(answers).map(reachable).map(close), outage, (p, o) => {
        const out = { at: timeOf(p, o), noted: o.noted };
        const at = standsAt(out.at);
        const waiting = { ...p, acts: p.acts.map((a) => (a.at > out.at && a.at < at ? { ...a, at } : a)) };
        const [killed, never] = [played(waiting, { ...out, stays: true }), played(p)];
        const verdicts = ({ said, late, expected, judgedLate }: ReturnType<typeof played>) => ({ said, late, expected, judgedLate });
        expect(verdicts(killed)).toEqual(verdicts(never));
      }),
      options,
    );
  });
});
