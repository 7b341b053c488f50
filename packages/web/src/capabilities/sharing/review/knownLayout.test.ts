import { rosterOfWorld } from '@entente/engine';
import { describe, expect, test } from 'vitest';
import { line, MINUTE, Play, play, roster, text, worldOf } from './known.fixture.ts';
import { knownLines } from './known.ts';
import { type KnownFrame, layKnown } from './knownLayout.ts';

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
  const laid = (of: Play, title: string, party: string) => {
    const seen = worldOf(of.edition('control'));
    const { known } = line(title, knownLines(seen, roster));
    return layKnown(known, frame).lanes.find((l) => l.party === party)!;
  };
  test('hatches what was withheld until something came, which is thin if it was a part', () =>
    expect(lane('Gauge', 'down').bars).toEqual([
      { kind: 'withheld', from: 0, to: 50 },
      { kind: 'held', thin: true, from: 50, to: 80 },
    ]));
  test('is solid for who made it, and outlined for who has not acknowledged it', () => {
    expect(lane('Gauge', 'up').bars).toEqual([{ kind: 'knows', from: 0, to: 80 }]);
    expect(lane('News', 'down').bars).toEqual([{ kind: 'held', from: 0, to: 80 }]);
  });
  test('has its marks at their true times, what would cover another above it', () => {
    const { marks } = lane('Gauge', 'down');
    expect(marks.map((m) => [m.kind, m.x, m.above])).toEqual([
      ['withheld', 0, 0],
      ['requested', 10, 1],
      ['refused', 15, 0],
      ['requested', 25, 1],
      ['dueMissed', 40, 1],
      ['part', 50, 0],
    ]);
  });
  test('names the action that fell due beside its mark, in a row of its own', () => {
    const wide = { ...frame, scale: (ms: number) => (ms / MINUTE) * 10, right: 800 };
    const row = layKnown(line('Gauge').known, wide);
    expect(row.lanes.map((l) => l.marks.flatMap((m) => m.label?.text ?? []))).toEqual([[], ['010 Evacuates'], []]);
    expect(row.lanes[1]!.y - row.lanes[0]!.y).toBeGreaterThan(row.lanes[2]!.y - row.lanes[1]!.y);
  });
  test('says how late an answer was at what came with it, and that a request had none', () => {
    expect(lane('Gauge', 'down').marks.map((m) => m.lateBy)).toEqual([undefined, undefined, undefined, undefined, undefined, 20 * MINUTE]);
    const asked = new Play();
    asked.as('seat:down-lead', { type: 'RequestItem', to: 'party:up', text: 'May we?', about: asked.item('news'), due: 20 * MINUTE }, 10);
    asked.as('control', { type: 'WriteNote', text: 'Later.' }, 30);
    expect(laid(asked, 'News', 'down').marks.find((m) => m.kind === 'requested')).toMatchObject({ unanswered: true });
  });
  test('tells a grant with conditions from a plain one, though the item came with it', () => {
    const bound = new Play();
    bound.as('seat:down-lead', { type: 'RequestItem', to: 'party:up', text: 'How high?', due: 20 * MINUTE }, 10);
    const how = { decision: 'conditions', conditions: 'Not to be quoted.', items: [{ item: bound.item('gauge') }] };
    bound.as('seat:up-lead', { type: 'DecideRequest', request: bound.request(), ...how }, 15);
    const marks = laid(bound, 'Gauge', 'down').marks.filter((m) => m.at === 15 * MINUTE);
    expect(marks.map((m) => m.kind).sort()).toEqual(['conditions', 'released']);
  });
  test('says who was asked if it was not the originator', () => {
    const asked = new Play();
    const ask = (to: string, minutes: number): void =>
      asked.as('seat:down-lead', { type: 'RequestItem', to, text: 'May we?', about: asked.item('news'), due: 90 * MINUTE }, minutes);
    ask('party:up', 10);
    expect(laid(asked, 'News', 'down').marks.find((m) => m.kind === 'requested')).toMatchObject({ elsewhere: 'party:up', of: 'party:up' });
    expect(lane('Gauge', 'down').marks.filter((m) => m.elsewhere)).toEqual([]);
  });
  test('says so of an entity, too; and what an entity made expires with its holders', () => {
    const asked = new Play();
    const ask = { type: 'RequestItem', to: 'entity:wire', text: 'May we?', about: asked.item('news'), due: 90 * MINUTE };
    asked.as('seat:down-lead', ask, 10);
    expect(laid(asked, 'News', 'down').marks.filter((m) => m.elsewhere)).toEqual([]);
    asked.as('seat:down-lead', { ...ask, to: 'party:third' }, 20);
    expect(laid(asked, 'News', 'down').marks.flatMap((m) => m.elsewhere ?? [])).toEqual(['party:third']);
    const known = line('News').known;
    const row = layKnown({ ...known, card: { ...known.card, expires: 40 * MINUTE } }, frame);
    expect(row.lanes.map((l) => l.marks.filter((m) => m.kind === 'expired').map((m) => m.x))).toEqual([[40], [40], [40]]);
  });
  test('is solid from when a part was acknowledged, too', () => {
    const read = new Play();
    read.as('seat:up-lead', { type: 'ReleaseItem', item: read.item('gauge'), portions: [0], title: 'Rounded', to: ['party:down'] }, 10);
    read.as('seat:down-lead', { type: 'AcknowledgeItem', item: read.last() }, 30);
    expect(laid(read, 'Gauge', 'down').bars.slice(1)).toEqual([
      { kind: 'held', thin: true, from: 10, to: 30 },
      { kind: 'knows', thin: true, from: 30, to: 80 },
    ]);
  });
  test('ends a holding with its recall and begins another with the next release, hatched between where it was needed', () => {
    const anew = new Play();
    const item = anew.item('plan');
    const release = (minutes: number) => anew.as('seat:up-lead', { type: 'ReleaseItem', item, to: ['party:down'] }, minutes);
    release(10);
    anew.as('seat:down-lead', { type: 'AcknowledgeItem', item }, 15);
    anew.as('seat:up-lead', { type: 'RecallItem', item }, 20);
    anew.as('seat:down-lead', { type: 'ConfirmDestroyed', item }, 25);
    release(30);
    const { bars, marks } = laid(anew, 'Plan', 'down');
    expect(bars).toEqual([
      { kind: 'withheld', from: 0, to: 10 },
      { kind: 'withheld', from: 20, to: 30 },
      { kind: 'held', from: 10, to: 15 },
      { kind: 'knows', from: 15, to: 20 },
      { kind: 'held', from: 30, to: 80 },
    ]);
    expect(marks.map((m) => [m.kind, m.x])).toEqual([
      ['withheld', 0],
      ['released', 10],
      ['acknowledged', 15],
      ['withheld', 20],
      ['recalled', 20],
      ['destroyed', 25],
      ['released', 30],
      ['dueHeld', 40],
    ]);
  });
  test('draws a part thin only while the whole is not there', () => {
    const some = new Play();
    const item = some.item('gauge');
    some.as('seat:up-lead', { type: 'ReleaseItem', item, portions: [0], title: 'Rounded', to: ['party:down'] }, 5);
    some.as('seat:up-lead', { type: 'ReleaseItem', item, to: ['party:down'] }, 10);
    some.as('seat:up-lead', { type: 'RecallItem', item }, 20);
    expect(laid(some, 'Gauge', 'down').bars).toEqual([
      { kind: 'withheld', from: 0, to: 5 },
      { kind: 'held', thin: true, from: 5, to: 10 },
      { kind: 'held', thin: true, from: 20, to: 80 },
      { kind: 'held', from: 10, to: 20 },
    ]);
  });
  test('has no hatching beyond the time when an item expired, and fades there', () => {
    const old = new Play();
    old.as('seat:up-lead', { type: 'WriteItem', title: 'Fresh', portions: [text('TLP:GREEN')], expires: 40 * MINUTE }, 5);
    old.as('seat:down-lead', { type: 'RequestItem', to: 'party:up', text: 'Is there more?', due: 60 * MINUTE }, 10);
    const how = { decision: 'refuse', items: [{ item: old.last() }] };
    old.as('seat:up-lead', { type: 'DecideRequest', request: old.request(), ...how }, 15);
    old.as('control', { type: 'WriteNote', text: 'Later.' }, 60);
    expect(laid(old, 'Fresh', 'down').bars).toEqual([{ kind: 'withheld', from: 10, to: 40 }]);
    const own = laid(old, 'Fresh', 'up');
    expect(own.bars).toEqual([
      { kind: 'knows', from: 5, to: 40 },
      { kind: 'knows', old: true, from: 40, to: 80 },
    ]);
    expect(own.marks.map((m) => [m.kind, m.x])).toContainEqual(['expired', 40]);
  });
  test('says to a colleague of who granted that the asker has something, though not what', () => {
    const seen = worldOf(play.edition('seat:up-desk'));
    const rows = knownLines(seen, roster);
    const down = layKnown(line('Gauge', rows).known, { ...frame, everyParty: false }).lanes.find((l) => l.party === 'down');
    expect(down?.bars.map((b) => [b.kind, b.from, b.to])).toEqual([
      ['withheld', 10, 50],
      ['untold', 50, 80],
    ]);
  });
  test('has lanes in a side’s own record only where it knows something', () => {
    const own = worldOf(play.edition('control:down'));
    const rows = knownLines(own, rosterOfWorld(own)!);
    const laid = layKnown(line('Gauge, rounded', rows).known, { ...frame, everyParty: false });
    expect(laid.lanes.map((l) => l.party)).toEqual(['up', 'down']);
  });
  test('draws the originator’s own since somebody is known to have it', () => {
    const own = worldOf(play.edition('control:down'));
    const rows = knownLines(own, rosterOfWorld(own)!);
    const up = layKnown(line('Gauge, rounded', rows).known, { ...frame, everyParty: false }).lanes[0];
    expect(up?.bars.map((b) => [b.kind, b.from])).toEqual([['knows', 50]]);
  });
});
