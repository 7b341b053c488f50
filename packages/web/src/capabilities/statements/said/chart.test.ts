import { describe, expect, it } from 'vitest';
import { type ChartLane, chartOf, type SaidFlag, type SaidLook, type SaidThing } from './chart.ts';

const MINUTE = 60_000;
const at = (hours: number, minutes: number): number => (hours * 60 + minutes) * MINUTE;
const said = (
  id: string,
  when: number,
  parties: readonly string[],
  claims?: SaidThing['claims'],
  more: Partial<SaidThing> = {},
): SaidThing => ({
  ...{ id, at: when, parties, claims, corrects: [], reads: [] },
  ...more,
});
const report = (id: string, when: number, outlet: string, claims: SaidThing['claims'], more: Partial<SaidThing> = {}): SaidThing =>
  said(id, when, [], claims, { outlet: `entity:${outlet}`, ...more });
const yes = (topic: string) => ({ topic, stance: 'affirmed' as const });
const no = (topic: string) => ({ topic, stance: 'denied' as const });
const PAIR: SaidFlag = {
  ...{ key: 'pair', flag: 'ambiguous', said: 'no', with: 'interview', topics: { said: 'drills', with: 'planning' } },
  on: ['drills', 'planning'],
  ...{ opened: at(2, 4), closed: { at: at(4, 5), by: 'joint' } },
};

/** The interview, the “No”, a report that goes beyond it, a denial that is taken back, and a joint line. */
const LOOK: SaidLook = {
  parties: ['k', 'u'],
  topics: ['sharing', 'planning', 'drills', 'other'],
  things: [
    said('interview', at(1, 10), ['k'], [yes('planning')]),
    said('no', at(2, 4), ['u'], [no('drills')]),
    report('story', at(2, 16), 'daily', [no('planning')], { reads: ['no'] }),
    said('denial', at(2, 52), ['u'], [no('planning')]),
    said('back', at(3, 7), ['u'], [yes('planning')], { corrects: ['denial'] }),
    said('joint', at(4, 5), ['k', 'u'], [yes('planning'), no('drills'), yes('sharing')]),
    report('corrected', at(4, 30), 'daily', [yes('planning')], { corrects: ['story'] }),
    said('later', at(4, 40), ['k']),
  ],
  flags: [
    PAIR,
    {
      ...{ key: 'denied', flag: 'contradictory', said: 'denial', with: 'interview', topics: { said: 'planning', with: 'planning' } },
      on: ['planning'],
      ...{ opened: at(2, 52), closed: { at: at(3, 7), by: 'back' } },
    },
    {
      ...{ key: 'beyond', flag: 'inference', said: 'story', with: 'no', topics: { said: 'planning', with: 'drills' } },
      on: ['planning'],
      ...{ opened: at(2, 16), closed: { at: at(4, 30), by: 'corrected' } },
    },
  ],
  lines: [{ id: 'communique', at: 0, parties: ['k', 'u'], claims: [yes('sharing')] }],
  now: at(5, 0),
};
const clock = (ms: number): string => `${Math.floor(ms / 3_600_000)}:${String((ms / MINUTE) % 60).padStart(2, '0')}`;
const told = ({ of, marks, bars }: ChartLane): string[] => [
  of,
  ...marks.map((m) => `${m.said} ${m.stance} ${clock(m.at)}`),
  ...bars.map((b) => `${b.kind} ${b.stance} ${clock(b.from)}–${clock(b.to)}`),
];

describe('the alignment chart', () => {
  const chart = chartOf(LOOK);
  const group = (topic: string) => chart.groups.find((g) => g.topic === topic);

  it('has a lane for each party under each topic that anybody spoke of, and one for each outlet that did', () => {
    expect(chart.groups.map((g) => [g.topic, ...g.lanes.map((l) => l.of)])).toEqual([
      ['sharing', 'party:k', 'party:u'],
      ['planning', 'party:k', 'party:u', 'entity:daily'],
      ['drills', 'party:k', 'party:u'],
    ]);
    expect(chart.silent).toEqual(['other']);
  });

  it('lets a stance stand until the next one, and an agreed line until a party speaks', () => {
    expect(group('planning')?.lanes.slice(0, 2).map(told)).toEqual([
      ['party:k', 'interview affirmed 1:10', 'joint affirmed 4:05', 'said affirmed 1:10–4:05', 'said affirmed 4:05–5:00'],
      [
        ...['party:u', 'denial denied 2:52', 'back affirmed 3:07', 'joint affirmed 4:05'],
        ...['said denied 2:52–3:07', 'said affirmed 3:07–4:05', 'said affirmed 4:05–5:00'],
      ],
    ]);
    expect(group('sharing')?.lanes[0]?.bars.map((b) => `${b.kind} ${clock(b.from)}–${clock(b.to)}`)).toEqual([
      'line 0:00–4:05',
      'said 4:05–5:00',
    ]);
  });

  it('hatches what an outlet goes on to tell although it was never said, until it corrects itself', () => {
    expect(group('planning')?.lanes[2]).toMatchObject({
      bars: [
        { kind: 'repeated', from: at(2, 16), to: at(4, 30) },
        { kind: 'said', from: at(4, 30) },
      ],
    });
    const silent = chartOf({
      ...LOOK,
      things: LOOK.things.filter((t) => t.id !== 'corrected'),
      flags: LOOK.flags.map(({ closed, ...f }) => (f.key === 'beyond' ? f : { ...f, closed })),
    });
    expect(silent.groups.find((g) => g.topic === 'planning')?.ends).toEqual([
      { kind: 'consistent' },
      { kind: 'repeats', outlets: ['entity:daily'] },
    ]);
  });

  it('ends the hatching where the outlet corrects itself without a word on that topic, as the headline counts it', () => {
    const elsewhere = LOOK.things.map((t) => (t.id === 'corrected' ? { ...t, claims: [yes('sharing')] } : t));
    const planning = (flags: SaidLook['flags']) =>
      chartOf({ ...LOOK, things: elsewhere, flags }).groups.find((g) => g.topic === 'planning');
    const [lane] = planning(LOOK.flags)?.lanes.slice(-1) ?? [];
    expect(lane && [told(lane), lane.repeats]).toEqual([['entity:daily', 'story denied 2:16', 'repeated denied 2:16–4:30'], undefined]);
    expect(planning(LOOK.flags)?.ends).toEqual([{ kind: 'consistent' }]);
    const open = planning(LOOK.flags.map(({ closed: _, ...f }) => f));
    expect(open?.ends).toContainEqual({ kind: 'repeats', outlets: ['entity:daily'] });
  });

  it('hatches an outlet’s row only on the topics that it got wrong', () => {
    const both = LOOK.things.flatMap((t) =>
      t.id === 'story' ? [{ ...t, claims: [no('planning'), no('drills')] }] : t.id === 'corrected' ? [] : [t],
    );
    const flags = LOOK.flags.map(({ closed, ...f }) => (f.key === 'beyond' ? f : { ...f, closed }));
    const rows = chartOf({ ...LOOK, things: both, flags }).groups.map((g) => [
      g.topic,
      g.lanes.at(-1)?.bars.at(-1)?.kind,
      g.lanes.at(-1)?.repeats,
    ]);
    expect(rows.slice(1)).toEqual([
      ['planning', 'repeated', true],
      ['drills', 'said', undefined],
    ]);
  });

  it('joins two statements where they parted: from what stood then to the mark of the later one', () => {
    expect(chart.joins.map((j) => [j.flag.flag, j.from.lane, clock(j.from.at), j.to.lane, clock(j.to.at)])).toEqual([
      ['ambiguous', 'planning party:k', '2:04', 'drills party:u', '2:04'],
      ['contradictory', 'planning party:k', '2:52', 'planning party:u', '2:52'],
    ]);
  });

  it('points back from each repair to what it repairs', () => {
    expect(chart.repairs.map((r) => [r.by, r.of, r.from.lane, r.to.lane])).toEqual([
      ['joint', 'no', 'drills party:u', 'drills party:u'],
      ['back', 'denial', 'planning party:u', 'planning party:u'],
      ['corrected', 'story', 'planning entity:daily', 'planning entity:daily'],
    ]);
    expect(chart.joints).toEqual([{ at: at(4, 5), said: 'joint' }]);
  });

  it('says how the parties stood to each other: consistent, parted, together again', () => {
    expect(chart.between.map((s) => [s.state, clock(s.from), clock(s.to), s.open])).toEqual([
      ['consistent', '0:00', '2:04', false],
      ['ambiguous', '2:04', '4:05', false],
      ['contradictory', '2:52', '3:07', false],
      ['consistent', '4:05', '5:00', true],
    ]);
  });

  it('leaves out what lead control dismissed, and says that the parties differ where only that was said', () => {
    const dismissed = chartOf({ ...LOOK, flags: LOOK.flags.map((f) => ({ ...f, right: false })) });
    expect(dismissed.joins).toEqual([]);
    expect(dismissed.between).toEqual([{ state: 'consistent', from: 0, to: at(5, 0), flags: [], open: true }]);
    const early = chartOf({ ...LOOK, flags: [], things: LOOK.things.filter((t) => t.at < at(3, 0)), now: at(3, 0) });
    expect(early.groups.find((g) => g.topic === 'planning')?.ends).toEqual([{ kind: 'dismissed' }]);
  });

  it('says of each topic what is open at the end', () => {
    const open = chartOf({
      ...LOOK,
      things: LOOK.things.filter((t) => t.at < at(3, 0)),
      flags: LOOK.flags.map(({ closed: _, ...f }) => f),
      now: at(3, 0),
    });
    expect(open.groups.map((g) => [g.topic, g.ends.map((e) => e.kind)])).toEqual([
      ['sharing', ['agreed']],
      ['planning', ['contradictory', 'ambiguous', 'repeats']],
      ['drills', ['ambiguous']],
    ]);
    expect(open.between.at(-1)).toMatchObject({ state: 'contradictory', open: true });
  });

  it('keeps what nobody has coded in a row of its own', () => {
    expect(chart.uncoded.map(told)).toEqual([['party:k', 'later uncoded 4:40']]);
  });

  it('tells who alone spoke, and who leaves it open', () => {
    const look = {
      ...LOOK,
      flags: [],
      lines: [],
      things: [
        said('a', 1, ['k'], [{ topic: 'sharing', stance: 'open' }]),
        said('b', 2, ['k'], [yes('planning')]),
        said('c', 3, ['u'], [yes('sharing')]),
      ],
    } as const;
    expect(chartOf(look).groups.map((g) => g.ends)).toEqual([[{ kind: 'leaves', parties: ['k'] }], [{ kind: 'only', parties: ['k'] }]]);
  });

  it('tells nothing of sides that have only agreed a line', () => {
    const agreed = chartOf({ ...LOOK, things: [said('x', at(2, 0), ['k'])], flags: [] });
    expect(agreed.between).toEqual([]);
    expect(agreed.groups.map((g) => g.ends)).toEqual([[{ kind: 'agreed' }]]);
  });

  it('holds nothing where nothing was said', () => {
    expect(chartOf({ ...LOOK, things: [], flags: [], lines: [] })).toMatchObject({
      groups: [],
      between: [],
      joins: [],
      repairs: [],
      uncoded: [],
    });
  });

  it('does not depend on the order in which things are handed in', () => {
    const turned = chartOf({ ...LOOK, things: [...LOOK.things].reverse(), flags: [...LOOK.flags].reverse() });
    expect(turned.groups).toEqual(chart.groups);
    expect(turned.between.map((s) => [s.state, s.from, s.to])).toEqual(chart.between.map((s) => [s.state, s.from, s.to]));
  });
});
