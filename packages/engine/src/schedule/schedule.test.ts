import { describe, expect, it } from 'vitest';
import { type Activity, type Schedule, schedule } from './schedule.ts';

const times = (all: readonly Activity[]): Schedule => schedule(all) as Schedule;

const after = (step: string, kind: 'FS' | 'SS' | 'FF' = 'FS', min = 0, max?: number) => [
  { step, kind, min, ...(max === undefined ? {} : { max }) },
];

describe('schedule', () => {
  it('starts each as early as what it comes after allows, and counts back from the end of all', () => {
    const all = schedule([
      { id: 'ask', duration: 10 },
      { id: 'warn', duration: 4 },
      { id: 'say', duration: 5, after: [...after('ask'), ...after('warn')] },
    ]);
    expect(all).toEqual({
      ask: { earliest: 0, latest: 0, slack: 0, critical: true },
      warn: { earliest: 0, latest: 6, slack: 6, critical: false },
      say: { earliest: 10, latest: 10, slack: 0, critical: true },
    });
  });

  it('knows from which end to which a lag is', () => {
    const of = (kind: 'FS' | 'SS' | 'FF') =>
      times([
        { id: 'a', duration: 10 },
        { id: 'b', duration: 4, after: after('a', kind, 3) },
      ]).b;
    expect(of('FS')).toMatchObject({ earliest: 13 });
    expect(of('SS')).toMatchObject({ earliest: 3 });
    expect(of('FF')).toMatchObject({ earliest: 9 });
  });

  it('puts off what would else be too far from what follows it', () => {
    const all = times([
      { id: 'long', duration: 20 },
      { id: 'short', duration: 2 },
      { id: 'both', duration: 1, after: [...after('long'), ...after('short', 'FS', 0, 5)] },
    ]);
    expect(all.short).toMatchObject({ earliest: 13 });
  });

  it('takes no lag for none, and one below nothing for an overlap', () => {
    const all = times([
      { id: 'a', duration: 10 },
      { id: 'b', duration: 3, after: [{ step: 'a', kind: 'FS' }] },
      { id: 'c', duration: 3, after: [{ step: 'a', kind: 'FS', min: -4 }] },
    ]);
    expect([all.b, all.c]).toMatchObject([{ earliest: 10 }, { earliest: 6 }]);
  });

  it('names a circle in order', () => {
    const circle = schedule([
      { id: 'a', duration: 1, after: after('c') },
      { id: 'b', duration: 1, after: after('a') },
      { id: 'c', duration: 1, after: after('b') },
      { id: 'd', duration: 1, after: after('a') },
    ]) as { cycle: string[] };
    expect([...circle.cycle, ...circle.cycle].join('')).toContain('abc');
    expect(circle.cycle).toHaveLength(3);
  });

  it('tells two that begin together from two that wait for each other’s end', () => {
    const both = (kind: 'FS' | 'SS' | 'FF', min = 0): Activity[] => [
      { id: 'a', duration: 0, after: after('b', kind, min) },
      { id: 'b', duration: 0, after: after('a', kind, min) },
    ];
    expect(schedule(both('FS'))).toHaveProperty('cycle');
    expect(schedule(both('SS'))).toHaveProperty('a.earliest', 0);
    expect(schedule(both('FF'))).toHaveProperty('b.earliest', 0);
    expect(schedule(both('SS', 1))).toHaveProperty('cycle');
    const apart: Activity[] = [
      { id: 'a', duration: 3, after: after('b', 'SS', -5) },
      { id: 'b', duration: 3, after: after('a', 'SS', 5) },
    ];
    expect(schedule(apart)).toHaveProperty('b.earliest', 5);
  });

  it('says whose times contradict each other', () => {
    expect(
      schedule([
        { id: 'a', duration: 10 },
        { id: 'b', duration: 1, after: [...after('a'), ...after('a', 'SS', 0, 5)] },
      ]),
    ).toHaveProperty('impossible');
    expect(
      schedule([
        { id: 'a', duration: 10, notBefore: 5 },
        { id: 'b', duration: 1, after: after('a'), endBy: 15 },
        { id: 'c', duration: 1 },
      ]),
    ).toEqual({ impossible: expect.arrayContaining(['a', 'b']) });
  });

  it('counts from hard times where there are any, and knows who is least before one', () => {
    const all = schedule([
      { id: 'decide', duration: 10, notBefore: 100 },
      { id: 'say', duration: 5, after: after('decide', 'FS', 5), startBy: 120 },
      { id: 'tell', duration: 5, after: after('decide'), endBy: 130 },
      { id: 'rest', duration: 5, after: after('say') },
    ]);
    expect(all).toEqual({
      decide: { earliest: 100, latest: 105, slack: 5, critical: true },
      say: { earliest: 115, latest: 120, slack: 5, critical: true },
      tell: { earliest: 110, latest: 125, slack: 15, critical: false },
      rest: { earliest: 120, critical: false },
    });
  });

  it('starts at a time that is set, and nothing before it moves it', () => {
    const all: Activity[] = [
      { id: 'a', duration: 10 },
      { id: 'b', duration: 1, at: 30, after: after('a') },
    ];
    expect(schedule(all)).toMatchObject({ a: { latest: 20 }, b: { earliest: 30, latest: 30 } });
    expect(schedule([{ id: 'a', duration: 40 }, all[1] as Activity])).toHaveProperty('impossible');
  });

  it('takes names that mean something elsewhere', () => {
    expect(
      times([
        { id: '__proto__', duration: 1 },
        { id: 'cycle', duration: 1, after: after('__proto__') },
      ]).cycle,
    ).toMatchObject({
      earliest: 1,
    });
    expect(schedule([])).toEqual({});
  });

  it('refuses what is no graph', () => {
    expect(() =>
      schedule([
        { id: 'a', duration: 1 },
        { id: 'a', duration: 1 },
      ]),
    ).toThrow('two activities “a”');
    expect(() => schedule([{ id: 'a', duration: 1, after: after('b') }])).toThrow('“b”, which is not there');
    for (const duration of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => schedule([{ id: 'a', duration }])).toThrow(RangeError);
    expect(() => schedule([{ id: 'a', duration: 1, after: after('a', 'FS', 0.1) }])).toThrow(RangeError);
  });

  it('looks at 200 steps in well under 100 ms', () => {
    const many = Array.from(
      { length: 200 },
      (_, i): Activity => ({
        id: `s${i}`,
        duration: 60_000,
        // Told last to first, which is the worst order for it.
        after: i === 199 ? [] : [...after(`s${i + 1}`), ...after(`s${Math.min(199, i + 7)}`, 'SS', 0, 10_000_000)],
        ...(i % 10 === 0 ? { endBy: 100_000_000 } : {}),
      }),
    );
    schedule(many);
    // In CPU of this thread: other programs on the machine do not count.
    const began = process.threadCpuUsage();
    expect(schedule(many)).toHaveProperty('s0.earliest', 199 * 60_000);
    expect(process.threadCpuUsage(began).user / 1_000).toBeLessThan(100);
  });
});
