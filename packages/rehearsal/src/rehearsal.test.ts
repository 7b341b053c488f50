import { scenarioSchema } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { csvOf, line } from './report/csv.ts';
import { htmlOf } from './report/html.ts';
import { junitOf, junitOfNone } from './report/junit.ts';
import { type Report, reportOf } from './report/report.ts';
import { HEIGHTS } from './run/columns.ts';
import { drawnIn } from './run/plan.ts';
import { flawed, PLANTED, parts, sound } from './testing/scenarios.ts';
import { died } from './workers/no-rehearsal.ts';
import { playAll } from './workers/pool.ts';

const LONG = process.env.ENTENTE_LONG === '1';
/** To begin a thread costs a second of CPU: by how many is drawn here, and all of them are tried in the long run. */
const WORKERS = LONG ? [1, 2, 3] : [1 + (Number(process.env.ENTENTE_SEED ?? 1) % 2)];

/** Half of the runs of the sound scenario tell the same here. */
const SOUND = LONG ? 240 : 120;
const FLAWED = 240;
const asked = (scenario = sound(), runs = SOUND, seed = 3) => ({ scenario, plays: [], runs, seed });
/** What the sound scenario’s rehearsal tells, which several tests ask. */
let told: Promise<Report> | undefined;
const ofSound = (): Promise<Report> => {
  told ??= playAll(asked(), { workers: 0 }).then(reportOf);
  return told;
};

describe('findings', () => {
  it('name all twelve faults that were planted in a flawed scenario', async () => {
    const report = reportOf(await playAll(asked(flawed(), FLAWED), { workers: 0 }));
    const { findings } = report;
    const found = findings.map((f) => `${f.kind} ${f.about}`);
    expect(PLANTED.filter(([kind, about]) => !found.includes(`${kind} ${about}`))).toEqual([]);
    expect(findings.every((f) => f.run >= 1 && f.run <= FLAWED && f.at >= 0)).toBe(true);
    // No share stands without its interval, but for bounds that somebody set.
    const said = [findings, report.assertions, report.verdict?.said].flatMap((part) => JSON.stringify(part).match(/"[^"]*%[^"]*"/g) ?? []);
    expect(said.length).toBeGreaterThan(10);
    const bare = (text: string): boolean =>
      text
        .replaceAll(/\d+ ?% ?\((95% 구간 )?\d+[–~]\d+ ?%\)|at least \d+ %|\d+% 이상|95 % sure|신뢰수준 95%|%p(\(95% 구간)?/g, '')
        .includes('%');
    expect(said.filter(bare)).toEqual([]);
  });

  it('invent none on its repaired twin', async () => {
    const { findings } = await ofSound();
    expect(findings.map((f) => `${f.kind} ${f.about}`)).toEqual([]);
  });
});

it('tells of sides that decide before they have asked, or never ask, where enough of those that had to do so, and opens the first', async () => {
  const runs = await playAll(asked(sound(), 8), { workers: 0 });
  const { columns } = runs.plan;
  // As it is counted: decisions that were due to be asked on, asked on too late, never asked on, taken; and when the first was.
  const decided = (run: number, ...counts: number[]) => runs.values.set(counts, (run - 1) * columns.width + columns.decisions.from);
  for (const run of [3, 4, 5, 6]) decided(run, 1, 0, 0, 1, Number.NaN);
  for (const run of [5, 6]) decided(run, 1, 1, 0, 1, 600_000);
  const late = { kind: 'consults-late', count: 2, of: 4, run: 5, at: 600_000 };
  const found = () => reportOf(runs).findings.filter((f) => f.kind === 'consults-late');
  // Two of four, by Wilson 0.150 to 0.850.
  const text = {
    en: 'A side decides before it has consulted in 50 % (15–85 %) of the 4 runs under these rules that have such a decision.',
    ko: '이 규칙에 따라 그러한 결정이 있는 시행 4회의 50%(95% 구간 15~85%)에서 협의에 앞서 결정함',
  };
  expect(found()).toMatchObject([{ ...late, text }]);
  for (const run of [3, 4]) decided(run, 1, 0, 1, 1, 900_000);
  expect(found()).toMatchObject([late, { ...late, run: 3, at: 900_000, text: { en: expect.stringContaining('never consults') } }]);
});

it('a variable that is true or false begins so in as many runs as its chance says', async () => {
  const { rehearsal } = parts();
  const scenario = scenarioSchema.parse({
    ...parts(),
    variables: [...parts().variables, { id: 'open', value: false }],
    rehearsal: {
      ...rehearsal,
      uncertainties: [...rehearsal.uncertainties, { id: 'gate', chance: 0.25, variable: 'open' }],
      measures: [{ id: 'opened', holds: { variable: { id: 'open', is: true } } }],
      assert: [],
    },
  });
  const { verdict } = reportOf(await playAll(asked(scenario, 16), { workers: 0 }));
  expect(verdict?.fails.share).toBe(0.75);
});

describe('the run that a finding opens', () => {
  /** What is planted comes in so many of the runs; it comes in those whose row says `alert` 1. */
  const planted = async (chance: number, seed: number, injects: (given: object[]) => object[]) => {
    const { rehearsal, injects: given } = parts();
    const scenario = scenarioSchema.parse({
      ...parts(),
      injects: injects(given),
      rehearsal: { ...rehearsal, uncertainties: [{ id: 'alert', chance, variable: 'alert' }] },
    });
    const runs = await playAll(asked(scenario, 60, seed), { workers: 0 });
    const [head, ...rows] = [...csvOf(runs)].map((row) => row.split(','));
    return { findings: reportOf(runs).findings, alerts: rows.map((row) => row[head?.indexOf('alert') ?? -1]) };
  };
  const comes = (id: string, to: string) => ({
    ...{ id, title: id, text: id, from: 'wire', at: 'PT3H', until: 'PT4H', to: [to] },
    when: { variable: { id: 'alert', is: 1 } },
  });

  it('shows the overload, of which there is none in the first run, and says in how many it is', async () => {
    const heap = Array.from({ length: 12 }, (_, i) => comes(`heap-${i}`, 'seat:a-desk'));
    const { findings, alerts } = await planted(0.25, 3, (given) => [...given, ...heap]);
    expect(alerts[0]).toBe('0');
    const found = findings.find((f) => f.kind === 'overload');
    expect(alerts[(found?.run ?? 0) - 1]).toBe('1');
    expect(found?.count).toBeLessThanOrEqual(15);
  });

  it('shows the time without work, of which there is none in the first run, and says in how many it is', async () => {
    const { findings, alerts } = await planted(0.05, 14, (given) => [
      ...given.filter((i) => !('id' in i && /^news-b-far|^after-telling/.test(String(i.id)))),
      comes('late', 'cell:b-far'),
      comes('later', 'cell:b-far'),
    ]);
    expect(alerts[0]).toBe('1');
    const found = findings.find((f) => f.kind === 'idle');
    expect(found).toMatchObject({ about: 'cell:b-far', count: 57, run: alerts.indexOf('0') + 1 });
    // 57 of 60, and Wilson’s interval of that: 0.863 to 0.983.
    expect(found?.text.en).toContain('in 95 % (86–98 %) of the runs under these rules.');
    expect(found?.text.ko).toContain('이 규칙에 따른 시행의 95%(95% 구간 86~98%)에서');
  });

  it('opens at the deadline of that run, where its time began later than anything was planned', async () => {
    const { injects, expects } = parts();
    const asks = { id: 'asks', title: 'asks', text: 'asks', from: 'wire', when: { time: 'PT3H' }, to: ['seat:a-desk'] };
    const hasty = { ...expects[0], id: 'hasty', number: 'E99', after: { event: 'asks' }, within: 'PT10S', at: undefined };
    const seen = { inject: { id: 'asks', is: 'acknowledged', by: 'seat:b-desk' } };
    const scenario = scenarioSchema.parse({
      ...parts(),
      injects: [...injects, asks],
      expects: [...expects, { ...hasty, seen }],
    });
    const report = reportOf(await playAll(asked(scenario, 4), { workers: 0 }));
    const late = { run: 1, at: 3 * 3_600_000 + 10_000 + 1 };
    expect(report.findings.find((f) => f.about === 'hasty')).toMatchObject({ kind: 'always-missed', ...late });
    expect(report.deadlines.find((d) => d.id === 'hasty')).toMatchObject(late);
  });
});

describe('the page of a report', () => {
  it('shows every text of a scenario as text, whatever stands in it, and lets no script run but its own', async () => {
    const evil = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
    const { rehearsal, injects, objectives, milestones, expects, parties, ...rest } = parts();
    const named = (list: readonly object[], key: string) => list.map((x) => ({ ...x, [key]: evil }));
    const scenario = scenarioSchema.parse({
      ...rest,
      title: evil,
      injects: [...named(injects, 'title'), { id: 'x', title: evil, text: evil, from: 'wire', when: { milestone: 'x' }, to: ['party:a'] }],
      objectives: [...named(objectives, 'text'), { id: 'untried', text: evil, tasks: [] }],
      milestones: [
        ...named(milestones, 'name'),
        { id: 'x', name: evil, when: { all: [{ inject: { id: 'kept', is: 'skipped' } }, { inject: { id: 'kept', is: 'released' } }] } },
      ],
      expects: named(expects, 'text'),
      parties: named(parties, 'name'),
      rehearsal: {
        ...rehearsal,
        uncertainties: named(rehearsal.uncertainties, 'name'),
        measures: named(rehearsal.measures, 'name'),
        assert: named(rehearsal.assert, 'name'),
        levers: [
          {
            id: 'l',
            name: evil,
            options: [
              { id: 'a', name: evil },
              { id: 'b', name: evil, variables: { alert: 1 } },
            ],
          },
        ],
      },
    });
    const report = reportOf(await playAll(asked(scenario, 80), { workers: 0 }));
    for (const html of [htmlOf(report), htmlOf(report, { house: `/x"><script>` })]) {
      expect(html.match(/<script>/g)).toHaveLength(1);
      expect(html).not.toMatch(/<img|="[^"]*<script/);
      expect(html.split('&lt;script&gt;').length).toBeGreaterThan(20);
      expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]*script-src 'sha256-/);
    }
  });
});

describe('the table of runs', () => {
  it('gives a table program no formula to carry out, and leaves numbers below zero as they are', () => {
    expect(line(['=1+1', '+1+1', '-1+1', '@A1', '\t=1', '\r=1', '-1.5', '+', 'a,b', 'a"b', 'plain'])).toBe(
      `"'=1+1","'+1+1","'-1+1","'@A1","'\t=1","'\r=1",-1.5,"'+","a,b","a""b",plain`,
    );
  });
});

describe('a rehearsal', () => {
  it(`gives the same report, byte for byte, for ${WORKERS.join(', ')} workers, and for none`, async () => {
    const all = await Promise.all([0, ...WORKERS].map((workers) => playAll(asked(sound(), 24), { workers })));
    const texts = all.map((runs) => [
      JSON.stringify(reportOf(runs)),
      htmlOf(reportOf(runs)),
      [...csvOf(runs)].join('\n'),
      junitOf(reportOf(runs)),
    ]);
    for (const text of texts) expect(text).toEqual(texts[0]);
  });

  it('measures what the author says: late where the answer took longer than the time for it', async () => {
    const { measures, verdict } = await ofSound();
    // Delivered at 5 min, asked at 12 min, delays even between 2 and 12 min: half are in time.
    expect(measures.find((m) => m.id === 'answered')?.holds.share).toBeCloseTo(0.5, 2);
    expect(verdict?.fails.share).toBeCloseTo(0.5, 2);
    expect(verdict?.movers[0]).toMatchObject({ name: { en: 'slow' } });
    // The choice of one in two.
    expect(measures.find((m) => m.id === 'asked')?.holds.share).toBeCloseTo(0.5, 1);
  });

  it('compares options on the same chances: where they change nothing, both fare alike, and the interval is that of the samples', async () => {
    const { rehearsal, expects } = parts();
    const levers = [{ id: 'word', options: [{ id: 'one' }, { id: 'other' }] }];
    // Answers take 2 to 12 minutes, evenly: half of them more than seven.
    const half = { ...expects[0], id: 'half', number: 'E50', within: 'PT7M' };
    const scenario = sound({ rehearsal: { ...rehearsal, levers }, expects: [...expects, half] });
    const twice = await playAll(asked(scenario, 60), { workers: 0 });
    const [head, ...rows] = [...csvOf(twice)].map((row) => row.split(','));
    // All but the run’s own number and the option.
    const told = rows.map((row) => row.filter((_, i) => head?.[i] !== 'run' && head?.[i] !== 'word').join());
    expect(told.filter((_, i) => i % 2 === 1)).toEqual(told.filter((_, i) => i % 2 === 0));
    expect(new Set(told).size).toBe(30);
    const once = reportOf(await playAll(asked(sound(), 30), { workers: 0 })).verdict?.fails;
    const report = reportOf(twice);
    const { share, low, high, of } = report.verdict?.fails ?? {};
    expect([share, of]).toEqual([once?.share, 60]);
    expect([low, high]).toEqual([expect.closeTo(once?.low ?? 0, 9), expect.closeTo(once?.high ?? 0, 9)]);
    // Thirty of sixty, which are fifteen of thirty samples: by Wilson 0.332 to 0.668; of sixty it would be 0.377 to 0.623.
    const { missed } = report.deadlines.find((d) => d.id === 'half') ?? {};
    expect(missed).toMatchObject({ count: 30, of: 60, low: expect.closeTo(0.332, 3), high: expect.closeTo(0.668, 3) });
    // Neither choice is better: the difference of each pair is nought.
    expect(report.verdict?.said.at(-1)).toEqual({
      en: 'With “one” it fails in 50 % (33–67 %) of the runs under these rules; level with it: “other”.',
      ko: '‘one’ 선택 시 이 규칙에 따른 시행의 50%(95% 구간 33~67%)에서 실패(대등한 선택: ‘other’)',
    });
    expect(htmlOf(report)).toContain('50 % (33–67)');
  });

  it('spreads its runs over the time to the joint response, and marks those that fail: those after its time', async () => {
    const { spread, verdict, runs } = await ofSound();
    // Delivered at 5 min and acknowledged 2 to 12 min later; late after 12 min. Bars are a minute wide.
    const sum = (list: readonly number[] = []) => list.reduce((a, b) => a + b, 0);
    expect(spread).toMatchObject({ of: 'time', from: 7 * 60_000, to: 17 * 60_000, never: 0 });
    expect([sum(spread?.runs), sum(spread?.failed)]).toEqual([runs, verdict?.fails.count]);
    expect(spread?.failed).toEqual(spread?.runs.map((n, i) => (i < 5 ? 0 : n)));
  });

  it('finds the condition under which the response fails', async () => {
    const { discovery } = await ofSound();
    const box = discovery?.course.at(-1);
    expect(box?.limits[0]?.low).toBeCloseTo(7, 0);
    expect(box).toMatchObject({ density: 1 });
    // Each point of the curve opens a run of its own box, the earliest that fails there: a smaller box has it no sooner.
    const runs = discovery?.course.map((b) => b.run) ?? [];
    expect(runs[0]).toBeGreaterThan(0);
    expect(runs).toEqual(runs.toSorted((a, b) => a - b));
  });

  it('is ended at once by whoever wants nothing of it', async () => {
    const stop = new AbortController();
    const rehearsal = playAll(asked(sound(), 100), { workers: 1, signal: stop.signal, progress: () => stop.abort() });
    await expect(rehearsal).rejects.toMatchObject({ name: 'NoRehearsal', code: 'cancelled' });
  });

  it('is ended by whoever has enough of it, keeps the first runs as they would be in the whole, and says how many', async () => {
    const enough = new AbortController();
    const [part, whole] = await Promise.all([
      playAll(asked(sound(), 100), { workers: 0, enough: enough.signal, progress: (done) => done >= 40 && enough.abort() }),
      playAll(asked(sound(), 100), { workers: 0 }),
    ]);
    const report = reportOf(part);
    expect(report).toMatchObject({ runs: 40, of: 100, ok: false });
    expect(report.findings.every((f) => f.of <= 40 && f.run <= 40)).toBe(true);
    const [first, all] = [part, whole].map((runs) => [...csvOf(runs)]);
    expect(first).toEqual(all?.slice(0, 41));
    // What is opened of it has the chances that it had.
    for (const run of [1, 17, 40]) expect(drawnIn(part.plan, run).values).toEqual(drawnIn(whole.plan, run).values);
    expect(htmlOf(report)).toContain('40 of 100 runs, cancelled');
    expect(junitOf(report)).toContain('Cancelled after 40 of 100 runs.');
    // What waits at a seat is counted once for each of these runs, and for no other.
    expect(part.loads.counts.subarray(0, HEIGHTS).reduce((sum, n) => sum + n, 0)).toBe(40);
  });

  it('says which run a worker died in, and with which seed', async () => {
    const program = new URL('./testing/dies.ts', import.meta.url);
    await expect(playAll(asked(sound(), 100), { workers: 2, program })).rejects.toMatchObject({
      code: 'worker-died',
      message: expect.stringMatching(/run 7 \(seed 3\)/),
      text: { ko: expect.stringContaining('종료 코드 9') },
    });
  });

  it('says in both languages that a thread needed more memory than it may take, and tells machines so, too', () => {
    const why = died(3, 7, Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    expect(why.text.en).toContain('A worker died in run 7 (seed 3): it needed more than the 1,024 MB that a thread may take.');
    expect(why.text.ko).toContain('시행 7에서 작업 스레드가 멈췄습니다(시드 3): 스레드에 허용된 메모리 1,024 MB 초과.');
    const junit = junitOfNone('sound', { runs: 100, seed: 3 }, why);
    expect(junit).toContain('tests="1" failures="0" errors="1"');
    for (const said of Object.values(why.text)) expect(junit).toContain(said);
  });

  it('tells how far its plans are, thread by thread and combination by combination, before the first run is done', async () => {
    const options = (ids: string[]) => ids.map((id) => ({ id, variables: { alert: id.length } }));
    const levers = [
      { id: 'one', options: options(['a', 'bb']) },
      { id: 'two', options: options(['c', 'dd', 'eee']) },
    ];
    const scenario = scenarioSchema.parse({ ...parts(), rehearsal: { ...parts().rehearsal, levers } });
    const told: string[] = [];
    await playAll(asked(scenario, 12), {
      workers: 1,
      preparing: (done, of) => told.push(`${done}/${of}`),
      progress: () => told.push('run'),
    });
    expect(told.slice(0, 9)).toEqual(['0/7', '1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7', 'run']);
  });

  it('says in both languages that more happened at one moment than may, and fails', async () => {
    // Each inject brings the next, without time passing.
    const loop = Array.from({ length: 1_700 }, (_, i) => ({
      id: `i${i}`,
      title: 'i',
      text: 'i',
      when: { variable: { id: 'v', is: i } },
      set: { v: i + 1 },
      to: ['seat:a-lead'],
    }));
    const scenario = scenarioSchema.parse({ ...minimal(), variables: [{ id: 'v', value: 0 }], injects: loop });
    const report = reportOf(await playAll(asked(scenario, 1), { workers: 0 }));
    expect(report.ok).toBe(false);
    expect(report.findings[0]?.text).toEqual({
      en: 'Runs meet a fault: more than 5000 events at one moment.',
      ko: expect.stringContaining('한 시점에 이벤트 5000건 초과'),
    });
  });

  it('is refused, and ends nothing else, where its runs come to more than may be held', async () => {
    for (const [workers, runs, most] of [
      [0, 100, 500],
      [1, 1_000_000, 2 ** 20],
    ] as const)
      await expect(playAll(asked(sound(), runs), { workers, most })).rejects.toMatchObject({
        code: 'too-many-runs',
        message: expect.stringMatching(/takes at most \d+ runs here \(seed 3\)/),
      });
  });

  it('stops a behaviour that never ends, with run and seed, and fails', async () => {
    const again = {
      on: { waits: 'acknowledge' },
      do: { do: 'SendMessage', to: ['seat:b-lead'], text: 'Again', purpose: 'ask' },
      as: 'again',
    };
    const reply = { on: { waits: 'answer' }, do: { do: 'SendMessage', to: ['seat:b-lead', 'seat:a-lead'], text: 'Back', purpose: 'ask' } };
    const scenario = scenarioSchema.parse({
      ...JSON.parse(JSON.stringify(minimal())),
      rehearsal: {
        behaviours: [
          { seat: 'a-lead', rules: [again, reply] },
          { seat: 'b-lead', rules: [reply] },
        ],
      },
    });
    const report = reportOf(await playAll(asked(scenario, 3), { workers: 0 }));
    expect(report.ok).toBe(false);
    expect(report.findings[0]).toMatchObject({ kind: 'fault', run: 1 });
    expect(report.findings[0]?.text.en).toContain('more than 1000 acts at one moment');
    expect(report.findings[0]?.text.ko).toContain('한 시점에 1000회 초과');
    for (const said of Object.values(report.findings[0]?.text ?? {})) expect(junitOf(report)).toContain(said);
  });

  it('tells of a rule that settles with fields that do not fit: it does nothing', async () => {
    const rules = [{ on: { waits: 'acknowledge' }, do: { nonsense: 1 } }];
    const scenario = scenarioSchema.parse({ ...minimal(), rehearsal: { behaviours: [{ seat: 'a-lead', rules }] } });
    const { findings } = reportOf(await playAll(asked(scenario, 3), { workers: 0 }));
    expect(findings.find((f) => f.kind === 'refused')?.text).toEqual({
      en: 'A a-lead can do nothing by rule 1 of behaviour 1: its fields do not fit AcknowledgeInject.',
      ko: 'A a-lead: 행동(behaviours) 1의 규칙 1의 내용이 AcknowledgeInject에 맞지 않아 아무것도 하지 못함',
    });
  });
});

function minimal() {
  const seat = (id: string) => ({ id, name: id });
  return {
    entente: 1,
    id: 'small',
    title: 'Small',
    start: '2027-03-02T08:00+09:00',
    duration: 'PT1H',
    parties: ['a', 'b'].map((p) => ({ id: p, name: p, cells: [{ id: `${p}-home`, name: p, seats: [seat(`${p}-lead`)] }] })),
    injects: [{ id: 'i', title: 'i', text: 'i', at: 'PT1M', to: ['seat:a-lead'] }],
  };
}
