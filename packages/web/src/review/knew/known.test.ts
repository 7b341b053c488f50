import {
  type Command,
  Exercise,
  emptyWorld,
  evolve,
  type Knowing,
  peopleAt,
  rosterOfWorld,
  scenarioSchema,
  type World,
} from '@entente/engine';
import { describe, expect, test } from 'vitest';
import { requestLines } from '../asked/requestLines.ts';
import { eventSentence, type Wording } from '../happened/eventWords.ts';
import type { EditionEvent } from '../record/edition.ts';
import en from '../text.en.json' with { type: 'json' };
import ko from '../text.ko.json' with { type: 'json' };
import { evidenceOfItem, families, filtered, type KnownLine, knownLines } from './known.ts';
import { type KnownFrame, layKnown } from './knownLayout.ts';
import { dueSentences, knownSentences } from './knownSentences.ts';
import { laneWords, markWords } from './knownWords.ts';

const MINUTE = 60_000;
const WALL = 1_800_000_000_000;
const party = (id: string, played?: 'control'): object => ({
  id,
  name: id.toUpperCase(),
  letter: id.slice(0, 1).toUpperCase(),
  cells: [{ id: `${id}-cell`, name: id, seats: [{ id: `${id}-lead`, name: id, may: ['release'] }] }],
  ...(played ? { played } : {}),
});
const text = (label: string): object => ({ text: 'Words.', label });
const scenario = scenarioSchema.parse({
  entente: 1,
  id: 'small',
  title: 'Small',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT2H',
  languages: ['en'],
  parties: [party('up'), party('down'), party('third', 'control')],
  entities: [{ id: 'wire', name: 'Wire', kind: 'media' }],
  items: [
    {
      id: 'gauge',
      title: 'Gauge',
      originator: 'party:up',
      held: ['party:up'],
      needs: ['party:down'],
      portions: [text('TLP:GREEN'), text('TLP:AMBER')],
    },
    {
      id: 'plan',
      title: 'Plan',
      originator: 'party:up',
      held: ['party:up'],
      needs: ['party:down'],
      keepFrom: ['third'],
      portions: [text('TLP:GREEN')],
    },
    { id: 'news', title: 'News', originator: 'wire', held: ['everyone'], portions: [text('TLP:GREEN')] },
  ],
  expects: [{ id: 'act', number: '010', at: 'PT0M', within: 'PT40M', by: 'party:down', text: 'Evacuates', needs: ['gauge', 'plan'] }],
});

/** A small play: down asks, is refused, gets a part, acts too late; the plan goes to a third that should not have it. */
class Play {
  readonly #exercise: Exercise;
  readonly #events: { event: never; id: string; at: number; wall: number; to: readonly string[] }[];
  #count = 0;
  constructor() {
    const { exercise, events } = Exercise.open(scenario, { secret: 'a secret of the tests', wall: WALL });
    this.#exercise = exercise;
    this.#events = [...(events as never[])];
    this.as('control', { type: 'StartClock' }, 0);
  }
  as(seat: string, command: object, minutes: number): void {
    if (peopleAt(this.#exercise.world.seats, seat).length === 0 && !('name' in command))
      this.as(seat, { type: 'TakeSeat', name: `At ${seat}` }, minutes);
    const person = peopleAt(this.#exercise.world.seats, seat)[0]?.id;
    const outcome = this.#exercise.take({
      by: person ? { seat, person } : { seat },
      command: command as Command,
      commandId: `c${this.#count++}`,
      wall: WALL + minutes * MINUTE,
    } as never);
    if (!outcome.answer.ok) throw new Error(outcome.answer.rejection.message);
    this.#events.push(...(outcome.events as never[]));
  }
  item(id: string): string {
    return [...this.#exercise.world.sharing.items.values()].find((i) => i.plan?.scenario === id)?.id ?? '';
  }
  last(): string {
    return [...this.#exercise.world.sharing.items.keys()].at(-1) ?? '';
  }
  request(): string {
    return [...this.#exercise.world.sharing.requests.keys()].at(-1) ?? '';
  }
  edition(viewer: string): EditionEvent[] {
    return this.#events
      .filter((e) => this.#exercise.roster.audience(e.to).viewers.has(viewer))
      .map(({ to: _, ...e }, i) => ({ ...e, no: i + 1 }));
  }
}
const play = new Play();
const gauge = play.item('gauge');
play.as('seat:down-lead', { type: 'RequestItem', to: 'party:up', text: 'How high?', due: 20 * MINUTE }, 10);
play.as(
  'seat:up-lead',
  { type: 'DecideRequest', request: play.request(), decision: 'refuse', items: [{ item: gauge }], reason: 'Not yet', tell: true },
  15,
);
play.as('seat:down-lead', { type: 'RequestItem', to: 'party:up', text: 'How high now?', due: 30 * MINUTE }, 25);
play.as(
  'seat:up-lead',
  { type: 'DecideRequest', request: play.request(), decision: 'grant', items: [{ item: gauge, portions: [0], title: 'Gauge, rounded' }] },
  50,
);
play.as('seat:up-lead', { type: 'ReleaseItem', item: play.item('plan'), to: ['party:third'] }, 60);
play.as('seat:down-lead', { type: 'RequestItem', to: 'party:up', text: 'And the plan?', due: 70 * MINUTE }, 61);
play.as('control', { type: 'WriteNote', text: 'Enough.' }, 80);

const worldOf = (events: readonly EditionEvent[], until = Number.POSITIVE_INFINITY): World => {
  const world = emptyWorld();
  for (const e of events) if (e.at <= until) evolve(world, e.event, e);
  return world;
};
const events = play.edition('control');
const world = worldOf(events);
const roster = rosterOfWorld(world)!;
const lines = knownLines(world, roster);
const line = (title: string, of = lines): KnownLine => of.find((l) => l.title === title)!;
const said = (l: KnownLine): string[] => l.says.map((s) => `${s.kind} ${s.parties.join()}${s.late ? '!' : ''}`);

describe('a row of who knew what when', () => {
  test('says who had a part only after the action that rested on it', () => expect(said(line('Gauge'))).toEqual(['part down!']));
  test('says who never had it, and who should not have it', () =>
    expect(said(line('Plan'))).toEqual(['overshared third!', 'needed down!']));
  test('says that all had it at once', () => expect(said(line('News'))).toEqual(['all up,down,third']));
  test('counts the waiting for a part from the whole, and not for who has the whole', () => {
    expect(said(line('Gauge, rounded'))).toEqual(['after down']);
    expect(line('Gauge, rounded').waits).toEqual([{ party: 'down', at: 50 * MINUTE, ms: 50 * MINUTE, part: false }]);
  });
  test('counts the waiting in a side’s own record from its asking, where it was not told of the whole', () => {
    const own = worldOf(play.edition('control:down'));
    expect(line('Gauge, rounded', knownLines(own, rosterOfWorld(own)!)).waits).toMatchObject([{ party: 'down', ms: 25 * MINUTE }]);
  });
  test('counts no waiting for what was not there yet, where that is known', () => {
    const later = new Play();
    later.as('seat:down-lead', { type: 'RequestItem', to: 'party:up', text: 'How high?', due: 60 * MINUTE }, 10);
    later.as('seat:up-lead', { type: 'WriteItem', title: 'Fresh', portions: [text('TLP:GREEN')] }, 40);
    const items = [{ item: later.last() }];
    later.as('seat:up-lead', { type: 'DecideRequest', request: later.request(), decision: 'grant', items }, 45);
    const waited = (viewer: string) => {
      const seen = worldOf(later.edition(viewer));
      return line('Fresh', knownLines(seen, roster)).waits.find((w) => w.party === 'down')?.ms;
    };
    expect(waited('control')).toBe(5 * MINUTE);
    expect(waited('seat:down-lead')).toBe(35 * MINUTE);
  });
  test('says what it was made of, and is of one family with it', () => {
    expect(line('Gauge, rounded').of).toEqual({ how: 'part', title: 'Gauge' });
    expect([families(lines), lines.length]).toEqual([3, 4]);
  });
  test('stands below the item that it was made of', () => {
    expect(lines.map((l) => l.title)).toEqual(['Gauge', 'Gauge, rounded', 'Plan', 'News']);
    expect(line('Gauge, rounded').depth).toBe(1);
  });
  test('is left by a filter for what an action rested on, and by a search in its words', () => {
    const left = (filter: 'all' | 'bears' | 'problems', query = '') =>
      filtered(lines, { filter, query }, (l) => l.title as string).map((l) => l.title);
    expect(left('bears')).toEqual(['Gauge', 'Plan']);
    expect(left('problems')).toEqual(['Gauge', 'Plan']);
    expect(left('all', ' PLAN')).toEqual(['Plan']);
  });
  test('is absent from the record of a side that never held it', () => {
    const own = worldOf(play.edition('control:down'));
    expect(knownLines(own, rosterOfWorld(own)!).map((l) => l.title)).toEqual(['News', 'Gauge, rounded']);
  });
  test('opens the events behind it: the giving, the requests and the action that rested on it', () => {
    const types = events.filter((e) => evidenceOfItem(world, gauge).includes(e.id)).map((e) => e.event.type);
    expect(types).toEqual(expect.arrayContaining(['ItemGiven', 'ItemRequested', 'RequestDecided', 'ExpectedMissed']));
  });
});

describe('its picture', () => {
  const frame: KnownFrame = {
    labels: {
      of: ({ due }) => due && { short: due.number, more: 'Evacuates' },
      width: (t) => t.length * 7,
      fitted: (t, most) => t.slice(0, most / 7),
    },
    scale: (ms) => ms / MINUTE,
    until: 80 * MINUTE,
    right: 100,
    played: new Set(['third']),
    roster,
    everyParty: true,
  };
  const lane = (title: string, of: string) => layKnown(line(title).known, frame).lanes.find((l) => l.party === of)!;
  test('hatches what was withheld until something came', () =>
    expect(lane('Gauge', 'down').bars).toEqual([
      { kind: 'withheld', from: 0, to: 50 },
      { kind: 'part', from: 50, to: 80 },
    ]));
  test('is solid for who made it, and outlined for who has not acknowledged it', () => {
    expect(lane('Gauge', 'up').bars).toEqual([{ kind: 'knows', from: 0, to: 80 }]);
    expect(lane('News', 'down').bars).toEqual([{ kind: 'held', from: 0, to: 80 }]);
  });
  test('has its marks in order, and none covers another', () => {
    const { marks, dues } = lane('Gauge', 'down');
    expect(marks.map((m) => m.kind)).toEqual(['withheld', 'requested', 'refused', 'requested', 'dueMissed', 'part']);
    const gaps = marks.slice(1).map((m, i) => m.x - marks[i]!.x);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(12);
    expect(dues).toEqual([40]);
  });
  test('names the action that fell due over its mark, in room of its own', () => {
    const wide = { ...frame, scale: (ms: number) => (ms / MINUTE) * 10, right: 800 };
    const row = layKnown(line('Gauge').known, wide);
    expect(row.lanes.map((l) => l.labels.map((label) => label.text))).toEqual([[], ['010 Evacuates'], []]);
    expect(row.lanes[1]!.y - row.lanes[0]!.y).toBeGreaterThan(row.lanes[2]!.y - row.lanes[1]!.y);
  });
  test('writes leftward where the picture ends', () => {
    const narrow = { ...frame, scale: (ms: number) => (ms / MINUTE) * 10, right: 410 };
    const [label] = layKnown(line('Gauge').known, narrow).lanes[1]!.labels;
    expect(label).toMatchObject({ text: '010 Evacuates', leftward: true });
  });
  test('keeps marks inside, making room to the left', () => {
    const narrow = { ...frame, right: 52 };
    const { marks } = layKnown(line('Gauge').known, narrow).lanes.find((l) => l.party === 'down')!;
    expect(Math.max(...marks.map((m) => m.x))).toBeLessThanOrEqual(52);
  });
  test('has lanes in a side’s own record only where it knows something', () => {
    const own = worldOf(play.edition('control:down'));
    const rows = knownLines(own, rosterOfWorld(own)!);
    const laid = layKnown(line('Gauge, rounded', rows).known, { ...frame, everyParty: false });
    expect(laid.lanes.map((l) => l.party)).toEqual(['up', 'down']);
  });
  test('draws the originator’s own since a time that is not known', () => {
    const own = worldOf(play.edition('control:down'));
    const rows = knownLines(own, rosterOfWorld(own)!);
    const up = layKnown(line('Gauge, rounded', rows).known, { ...frame, everyParty: false }).lanes[0];
    expect(up?.bars.map((b) => [b.kind, b.from])).toEqual([
      ['origin', 0],
      ['knows', 50],
    ]);
  });
});

const wording = (words: object): Wording => ({
  say: (key, values = {}) => {
    const template = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
    if (typeof template !== 'string') throw new Error(`no words for ${key}`);
    return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
  },
  pick: (t) => (typeof t === 'string' ? t : (t?.en ?? '')),
  who: (address) => address,
  time: (at) => `${at / MINUTE}′`,
  span: String,
});
const read = (of: ReturnType<typeof knownSentences>, words: object): string =>
  of
    .map((s) =>
      wording(words).say(`sentence.${s.key}`, {
        ...s.words,
        ...Object.fromEntries(Object.entries(s.figures).map(([k, f]) => [k, f.value])),
      }),
    )
    .join('; ');

describe('a lane in words', () => {
  const lane = (more: object) =>
    laneWords({ party: 'up', originator: false, needed: false, overshared: false, marks: [], ...more } as Knowing, wording(en), true);
  test('says for whom a party asked, and what became of it', () => {
    const onward = (kind: string, minutes: number) => ({ kind, at: minutes * MINUTE, src: kind, for: ['down'] });
    expect(lane({ held: { at: 0, src: 'x' }, marks: [onward('requested', 5), onward('refused', 9)] })).toBe(
      'party:up: holds it since 0′, asked 5′ for party:down, refused 9′ for party:down',
    );
  });
  test('tells so of each mark, too', () => {
    const mark = { kind: 'requested', at: 5 * MINUTE, for: ['down'] } as const;
    expect(markWords(mark, 'up', wording(en))).toBe('5′ party:up: requested, for party:down');
    expect(markWords({ kind: 'withheld', at: 0, needed: true }, 'up', wording(en))).toBe('0′ party:up: needed, not given');
    expect(markWords({ kind: 'withheld', at: 0, needed: false }, 'up', wording(en))).toBe('0′ party:up: asked, not given');
  });
  test('tells what was needed from what was only asked for', () => {
    const from = { from: 5 * MINUTE };
    expect(lane({ withheld: from, needed: true })).toBe('party:up: needed but not given from 5′');
    expect(lane({ withheld: { ...from, until: 9 * MINUTE } })).toBe('party:up: asked but not given 5′ to 9′');
  });
  test('says that the originator is so, and of nobody that it was concerned who was not', () => {
    expect(lane({ originator: true })).toBe('party:up: originator');
    expect(lane({})).toBe('party:up: not concerned');
  });
  test('says a grant only where nothing came with it', () => {
    const marks = [{ kind: 'granted', at: 0, src: 'a' }];
    expect(lane({ marks })).toBe('party:up: granted 0′');
    expect(lane({ held: { at: 0, src: 'b' }, marks: [...marks, { kind: 'released', at: 0, src: 'b' }] })).toBe(
      'party:up: holds it since 0′',
    );
  });
});

describe('in sentences', () => {
  test('who should act held so many of the items that bore on it when it fell due', () => {
    expect(read(dueSentences(lines, 80 * MINUTE, roster, wording(en)), en)).toBe(
      '010 “Evacuates” fell due at 40′: party:down held 0 of 2 items that bore on it; 2 had not reached them',
    );
    expect(dueSentences(lines, 39 * MINUTE, roster, wording(en))).toEqual([]);
  });
  test('how many requests were answered and how fast, what never came and what went too far', () =>
    expect(read(knownSentences(world, lines, 80 * MINUTE), en)).toBe(
      'shared with a party that should not have it: 1; needed, not given: 1; ' +
        `2 of 3 release requests answered, 1 of them late; ${15 * MINUTE} to an answer (median); 1 refused; 1 left without an answer`,
    ));
  test('as it stood at an earlier moment', () => {
    const early = worldOf(events, 12 * MINUTE);
    expect(read(knownSentences(early, knownLines(early, roster), 12 * MINUTE), en)).toMatch(/0 of 1 release requests answered/);
  });
  test('every event of sharing has its words in both languages', () => {
    for (const words of [en, ko]) for (const e of events) expect(eventSentence(e, world, wording(words))).not.toMatch(/undefined|\{\{/);
  });
});

test('a request tells what was asked, of whom, for whom, what became of it and how late', () =>
  expect(requestLines(world).map((r) => [r.status, r.of, r.forAsker, r.reason, r.decided?.at, r.lateBy])).toEqual([
    ['refused', 'party:up', true, 'Not yet', 15 * MINUTE, undefined],
    ['granted', 'party:up', true, undefined, 50 * MINUTE, 20 * MINUTE],
    ['overdue', 'party:up', true, undefined, undefined, undefined],
  ]));
