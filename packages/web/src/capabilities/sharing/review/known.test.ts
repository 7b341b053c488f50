import { type Knowing, rosterOfWorld } from '@entente/engine';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../i18n/words.fixture.ts';
import { eventSentence } from '../../../kit/review/eventWords.ts';
import type { Wording } from '../../../kit/review/wording.ts';
import { partsOf } from '../../index.ts';
import { events, gauge, line, lines, MINUTE, Play, play, roster, text, world, worldOf } from './known.fixture.ts';
import { evidenceOfItem, families, filtered, type KnownLine, knownLines } from './known.ts';
import { dueSentences, knownSentences } from './knownSentences.ts';
import { laneWords, markWords } from './knownWords.ts';
import { requestLines } from './requestLines.ts';

const [en, ko] = [wordsOf('review', 'en'), wordsOf('review', 'ko')];
const said = (l: KnownLine): string[] => l.says.map((s) => `${s.kind} ${s.parties.join()}${s.late ? '!' : ''}`);

describe('a row of who knew what when', () => {
  test('says who had a part only after the action that rested on it', () => expect(said(line('Gauge'))).toEqual(['part down!']));
  test('says who never had it, and who should not have it', () =>
    expect(said(line('Plan'))).toEqual(['overshared third!', 'needed down!']));
  test('says that all had it at once', () => expect(said(line('News'))).toEqual(['all up,down,third']));
  test('counts the waiting for a part from the whole, and not for who has the whole', () => {
    expect(said(line('Gauge, rounded'))).toEqual(['after down']);
    expect(line('Gauge, rounded').waits).toEqual([{ party: 'down', at: 50 * MINUTE, ms: 50 * MINUTE, part: false, asked: false }]);
  });
  test('counts the waiting in a side’s own record from its asking, where it was not told of the whole', () => {
    const own = worldOf(play.edition('control:down'));
    expect(line('Gauge, rounded', knownLines(own, rosterOfWorld(own)!)).waits).toMatchObject([
      { party: 'down', ms: 25 * MINUTE, asked: true },
    ]);
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

const parts = await partsOf('review');
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
  parts,
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
    laneWords(
      {
        party: 'up',
        originator: false,
        needed: false,
        overshared: false,
        marks: [],
        holdings: [],
        partHoldings: [],
        withheld: [],
        ...more,
      } as Knowing,
      wording(en),
      true,
    );
  test('says for whom a party asked, and what became of it', () => {
    const onward = (kind: string, minutes: number) => ({
      kind,
      at: minutes * MINUTE,
      src: kind,
      for: ['down'],
      ...(kind === 'requested' ? { of: 'party:third' } : { lateBy: MINUTE }),
    });
    expect(lane({ holdings: [{ at: 0, src: 'x' }], marks: [onward('requested', 5), onward('refused', 9)] })).toBe(
      'party:up: holds it since 0′, asked party:third 5′ for party:down, refused 9′ for party:down, answer 60000 late',
    );
  });
  test('tells so of each mark, too', () => {
    const mark = { kind: 'requested', at: 5 * MINUTE, for: ['down'] } as const;
    expect(markWords(mark, 'up', wording(en))).toBe('5′ party:up: requested, for party:down');
    const asking = { kind: 'requested', at: 5 * MINUTE, of: 'party:third', unanswered: true } as const;
    expect(markWords(asking, 'up', wording(en))).toBe('5′ party:up: requested of party:third, no answer');
    expect(markWords({ kind: 'expired', at: 5 * MINUTE }, 'up', wording(en))).toBe('5′ expired');
    expect(markWords({ kind: 'withheld', at: 0, needed: true }, 'up', wording(en))).toBe('0′ party:up: needed, not given');
    expect(markWords({ kind: 'withheld', at: 0, needed: false }, 'up', wording(en))).toBe('0′ party:up: asked, not given');
  });
  test('tells what was needed from what was only asked for', () => {
    const from = { from: 5 * MINUTE };
    expect(lane({ withheld: [from], needed: true })).toBe('party:up: needed but not given from 5′');
    expect(lane({ withheld: [{ ...from, until: 9 * MINUTE }] })).toBe('party:up: asked but not given 5′ to 9′');
  });
  test('says that the originator is so, and of nobody that it was concerned who was not', () => {
    expect(lane({ originator: true })).toBe('party:up: originator');
    expect(lane({})).toBe('party:up: not concerned');
  });
  test('says of what came with an answer how late that was', () => {
    const marks = [
      { kind: 'granted', at: 0, src: 'a', lateBy: MINUTE },
      { kind: 'part', at: 0, src: 'b' },
    ];
    expect(lane({ partHoldings: [{ at: 0, src: 'b' }], marks })).toBe('party:up: part since 0′, answer 60000 late');
  });
  test('says of a part that came before the whole, too', () => {
    const marks = [
      { kind: 'granted', at: 5 * MINUTE, src: 'a', lateBy: MINUTE },
      { kind: 'part', at: 5 * MINUTE, src: 'b' },
    ];
    const had = { partHoldings: [{ at: 5 * MINUTE, src: 'b' }], holdings: [{ at: 9 * MINUTE, src: 'c' }] };
    expect(lane({ ...had, marks })).toBe('party:up: part since 5′, answer 60000 late, holds it since 9′');
  });
  test('says that it was to be destroyed, and was', () => {
    const marks = [
      { kind: 'recalled', at: 5 * MINUTE, src: 'a' },
      { kind: 'destroyed', at: 9 * MINUTE, src: 'b', seat: 'seat:up-lead' },
    ];
    expect(lane({ holdings: [{ at: 0, src: 'x', ended: { at: 5 * MINUTE, src: 'a' } }], marks })).toBe(
      'party:up: held it 0′ to 5′, asked to destroy it 5′, destroyed 9′',
    );
  });
  test('says of each time when it was held, and whether it is', () => {
    const ended = { at: 5 * MINUTE, src: 'a' };
    const holdings = [
      { at: 0, src: 'x', ended },
      { at: 12 * MINUTE, src: 'y' },
    ];
    const withheld = [{ from: 5 * MINUTE, until: 12 * MINUTE }];
    expect(lane({ holdings, withheld, needed: true })).toBe(
      'party:up: held it 0′ to 5′, holds it since 12′, needed but not given 5′ to 12′',
    );
    expect(lane({ partHoldings: [{ at: 0, src: 'x', ended }] })).toBe('party:up: part 0′ to 5′');
  });
  test('says a grant only where nothing came with it', () => {
    const marks = [{ kind: 'granted', at: 0, src: 'a' }];
    expect(lane({ marks })).toBe('party:up: granted 0′');
    expect(lane({ holdings: [{ at: 0, src: 'b' }], marks: [...marks, { kind: 'released', at: 0, src: 'b' }] })).toBe(
      'party:up: holds it since 0′',
    );
  });
});

describe('in sentences', () => {
  test('who should act held so many of the items that bore on it when it fell due', () => {
    expect(read(dueSentences(lines, 80 * MINUTE, roster, wording(en)), en)).toBe(
      'Latest action that lacked something: 010 “Evacuates”, due 40′; party:down held 0 of 2 items that bore on it; 2 had not reached them',
    );
    const act = lines.flatMap((l) => l.known.due)[0]?.expected;
    expect(read(dueSentences(lines, 80 * MINUTE, roster, wording(en), act), en)).toBe(
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
