import { describe, expect, it } from 'vitest';
import { needsHand } from '../hand.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { type Known, knowledge } from './knowledge.ts';

const MINUTE = 60_000;
const items = [
  {
    id: 'warning',
    title: 'Warning',
    originator: 'party:a',
    held: ['cell:a-cell'],
    portions: [{ text: 'First.', label: 'TLP:GREEN' }],
    needs: ['party:b'],
    keepFrom: ['c'],
  },
  { id: 'theirs', title: 'Their piece', originator: 'party:c', held: ['party:a'], portions: [{ text: 'From C.', label: 'TLP:AMBER' }] },
];
const expects = [{ id: 'act', number: '010', at: 'PT0M', within: 'PT20M', by: 'party:b', text: 'Closes the valve', needs: ['warning'] }];
const table = (): Table => new Table(smallScenario({ items, expects })).start();
const idOf = (t: Table, scenario: string): string =>
  [...t.exercise.world.sharing.items.values()].find((i) => i.plan?.scenario === scenario)?.id ?? '';
const row = (rows: readonly Known[], title: string): Known => rows.find((r) => r.card.title === title) as Known;
const of = (known: Known, party: string) => known.parties.find((p) => p.party === party);

describe('who knew what when', () => {
  it('says to the whole picture who held an item when an expected action fell due, and since when others had been waiting', () => {
    const t = table();
    t.wait(30);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: idOf(t, 'warning'), to: ['party:b'] });
    const known = row(knowledge(t.exercise.world, t.exercise.roster), 'Warning');
    expect(known.due).toMatchObject([{ number: '010', at: 20 * MINUTE, held: false }]);
    expect(of(known, 'b')).toMatchObject({ held: { at: 30 * MINUTE }, withheld: { from: 0, until: 30 * MINUTE }, needed: true });
  });

  it('tells a side whom it gave an item to itself', () => {
    const t = table();
    t.wait(5);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: idOf(t, 'warning'), to: ['party:b'] });
    const own = row(knowledge(t.seen('control:a').world, t.exercise.roster), 'Warning');
    expect(of(own, 'b')).toMatchObject({ held: { at: 5 * MINUTE }, needed: false, marks: [{ kind: 'released' }] });
    expect(own.due).toEqual([]);
  });

  it('leaves what a side never held out of its picture', () => {
    const t = table();
    expect(knowledge(t.seen('control:b').world, t.exercise.roster)).toEqual([]);
  });
});

describe('what needs a controller’s hand of information sharing', () => {
  const ask = (t: Table, to: string) =>
    t.ok('seat:a-lead', { type: 'RequestItem', to, text: 'May we have it?', due: t.exercise.world.clock.reading!.at + 10 * MINUTE });
  const kinds = (t: Table, viewer: string, now: number) =>
    needsHand(t.seen(viewer).world, viewer, now)
      .filter((i) => i.kind === 'decide' || i.kind === 'overdue')
      .map(({ kind, by, overdue }) => ({ kind, by, overdue }));

  it('is for lead control a request to whom it plays, until it is decided', () => {
    const t = table();
    ask(t, 'party:c');
    expect(kinds(t, 'control', 0)).toEqual([{ kind: 'decide', by: 10 * MINUTE, overdue: false }]);
    expect(kinds(t, 'control:a', 0)).toEqual([]);
    const request = [...t.exercise.world.sharing.requests.keys()][0] as string;
    t.ok('control', { type: 'DecideRequest', request, decision: 'refuse' });
    expect(kinds(t, 'control', 0)).toEqual([]);
  });

  it('is a request that a party has let pass: for its own controllers, and for lead control while nobody sits there', () => {
    const t = table();
    ask(t, 'party:b');
    expect(kinds(t, 'control', 0)).toEqual([]);
    t.wait(11);
    const late = [{ kind: 'overdue', by: 10 * MINUTE, overdue: true }];
    expect(kinds(t, 'control', 11 * MINUTE)).toEqual(late);
    expect(kinds(t, 'control:a', 11 * MINUTE)).toEqual([]);
    t.sit('control:b');
    expect(kinds(t, 'control:b', 11 * MINUTE)).toEqual(late);
    expect(kinds(t, 'control', 11 * MINUTE)).toEqual([]);
    expect(kinds(t, 'control', 80 * MINUTE)).toEqual([]);
  });
});
