import { describe, expect, it } from 'vitest';
import { waiting } from '../exercise.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { standingCard } from './items.ts';
import { type Known, knowledge } from './knowledge.ts';
import { sharingMetrics } from './metrics.ts';

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
  {
    id: 'plan',
    title: 'Plan',
    originator: 'party:a',
    held: ['cell:a-cell'],
    portions: [
      { text: 'First.', label: 'TLP:GREEN' },
      { text: 'Second.', label: 'TLP:GREEN' },
    ],
  },
  { id: 'theirs', title: 'Their piece', originator: 'party:c', held: ['party:a'], portions: [{ text: 'From C.', label: 'TLP:AMBER' }] },
];
const expects = [{ id: 'act', number: '010', at: 'PT0M', within: 'PT20M', by: 'party:b', text: 'Closes the valve', needs: ['warning'] }];
const scenario = smallScenario({ items, expects });
// At the desk of A sit two.
scenario.parties[0]?.cells[0]?.seats[1]?.may.push('release');
const table = (): Table => new Table(scenario).start();
const askFor = (to: string, about?: string, whom?: string[]) => ({
  type: 'RequestItem' as const,
  ...{ to, text: 'May we?', about, for: whom, due: 60 * MINUTE },
});
const lastRequest = (t: Table): string => [...t.exercise.world.sharing.requests.keys()].at(-1) ?? '';
const lastItem = (t: Table): string => [...t.exercise.world.sharing.items.keys()].at(-1) ?? '';
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
    expect(of(known, 'b')).toMatchObject({ held: { at: 30 * MINUTE }, withheld: [{ from: 0, until: 30 * MINUTE }], needed: true });
  });

  it('tells a side whom it gave an item to itself', () => {
    const t = table();
    t.wait(5);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: idOf(t, 'warning'), to: ['party:b'] });
    const own = row(knowledge(t.seen('control:a').world, t.exercise.roster), 'Warning');
    expect(of(own, 'b')).toMatchObject({ held: { at: 5 * MINUTE }, needed: false, marks: [{ kind: 'released' }] });
    expect(own.due).toEqual([]);
  });

  it('places asking, and what came of it, with the party that asked, and says for whom', () => {
    const t = table();
    const theirs = idOf(t, 'theirs');
    t.wait(5).ok('seat:a-lead', askFor('party:c', theirs, ['party:b']));
    t.wait(5).ok('control', { type: 'DecideRequest', request: lastRequest(t), decision: 'refuse' });
    t.wait(5).ok('seat:a-lead', askFor('party:c', theirs, ['party:b']));
    t.wait(5).ok('control', { type: 'DecideRequest', request: lastRequest(t), decision: 'grant', items: [{ item: theirs }] });
    const known = row(knowledge(t.exercise.world, t.exercise.roster), 'Their piece');
    const onward = of(known, 'a')?.marks.filter((m) => m.for) ?? [];
    expect(onward.map((m) => [m.kind, m.at / MINUTE, m.for])).toEqual([
      ['requested', 5, ['b']],
      ['refused', 10, ['b']],
      ['requested', 15, ['b']],
      ['granted', 20, ['b']],
    ]);
    expect(of(known, 'b')).toMatchObject({ marks: [], withheld: [] });
  });

  it('holds what was asked for withheld until it was granted, past a refusal, also from whoever was not given the answer', () => {
    const t = table();
    const plan = idOf(t, 'plan');
    const decide = (decision: 'refuse' | 'grant', more: object): void => {
      t.wait(5).ok('seat:b-lead', askFor('party:a'));
      t.wait(5).ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(t), decision, items: [{ item: plan, ...more }] });
    };
    const withheld = (world = t.exercise.world) => of(row(knowledge(world, t.exercise.roster), 'Plan'), 'b')?.withheld;
    decide('refuse', {});
    expect(withheld()).toEqual([{ from: 5 * MINUTE }]);
    decide('grant', { portions: [0], title: 'A part' });
    expect(withheld()).toEqual([{ from: 5 * MINUTE, until: 20 * MINUTE }]);
    // The colleague at the same desk knows of both requests and holds the whole, but not the part that was given.
    const colleague = t.seen('seat:a-press').world;
    expect([...colleague.sharing.items.values()].map((i) => standingCard(i)?.title)).not.toContain('A part');
    expect(withheld(colleague)).toEqual([{ from: 5 * MINUTE, until: 20 * MINUTE }]);
  });

  it('says of a part since when the other side had been waiting for the whole', () => {
    const t = table();
    t.wait(5).ok('seat:b-lead', askFor('party:a'));
    const items = [{ item: idOf(t, 'plan'), portions: [0], title: 'A part' }];
    t.wait(5).ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(t), decision: 'grant', items });
    const part = row(knowledge(t.exercise.world, t.exercise.roster), 'A part');
    expect(part).toMatchObject({ since: 10 * MINUTE, begun: 0 });
    expect(sharingMetrics(t.exercise.world, t.exercise.roster).items).toBe(3);
    expect(of(part, 'b')?.withheld).toEqual([{ from: 5 * MINUTE, until: 10 * MINUTE }]);
  });

  it('says who was asked, how late the answer came, under which conditions, and that there was none', () => {
    const t = table();
    const plan = idOf(t, 'plan');
    const ask = (due: number): void => {
      t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'May we?', due: due * MINUTE });
    };
    const decide = (decision: 'refuse' | 'conditions', given: object, more = {}): void => {
      t.ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(t), decision, items: [{ item: plan, ...given }], ...more });
    };
    const seen = () => of(row(knowledge(t.exercise.world, t.exercise.roster), 'Plan'), 'b');
    ask(10);
    t.wait(15);
    decide('refuse', {});
    expect(seen()?.marks).toMatchObject([
      { kind: 'requested', of: 'party:a', unanswered: undefined },
      { kind: 'refused', lateBy: 5 * MINUTE },
    ]);
    ask(30);
    t.wait(5);
    decide('conditions', { portions: [0], title: 'A part' }, { conditions: 'Not to be quoted.' });
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'And the rest?', about: lastItem(t), due: 30 * MINUTE });
    t.wait(15);
    expect(seen()?.marks.slice(2)).toMatchObject([
      { kind: 'requested', at: 15 * MINUTE },
      { kind: 'part', at: 20 * MINUTE },
      { kind: 'conditions', at: 20 * MINUTE, lateBy: undefined },
      { kind: 'requested', at: 20 * MINUTE, unanswered: true },
    ]);
  });

  it('says when a part was acknowledged, and when an item expires', () => {
    const t = table();
    const text = { text: 'First.', label: 'TLP:GREEN' };
    t.ok('seat:a-lead', { type: 'WriteItem', title: 'Fresh', portions: [text, text], expires: 40 * MINUTE });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: lastItem(t), portions: [0], title: 'Rounded', to: ['party:b'] });
    const seen = () => row(knowledge(t.exercise.world, t.exercise.roster), 'Fresh');
    expect(of(seen(), 'b')?.part).toMatchObject({ at: 0, acknowledged: undefined });
    t.wait(5).ok('seat:b-lead', { type: 'AcknowledgeItem', item: lastItem(t) });
    expect(of(seen(), 'b')?.part).toMatchObject({ at: 0, acknowledged: 5 * MINUTE });
    expect(seen().card.expires).toBe(40 * MINUTE);
  });

  it('withholds from nobody what is asked for when it has expired', () => {
    const t = table();
    t.ok('seat:a-lead', { type: 'WriteItem', title: 'Fresh', portions: [{ text: 'First.', label: 'TLP:GREEN' }], expires: 10 * MINUTE });
    const fresh = lastItem(t);
    const asked = (): void => {
      t.wait(5).ok('seat:b-lead', askFor('party:a'));
      t.ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(t), decision: 'refuse', items: [{ item: fresh }] });
    };
    t.wait(6);
    asked();
    expect(of(row(knowledge(t.exercise.world, t.exercise.roster), 'Fresh'), 'b')).toMatchObject({ withheld: [], marks: [{}, {}] });
  });

  it('is one deadline of an item for an action that needs several of its portions, held if all are', () => {
    const portions = ['First', 'Second'].map((text) => ({ id: text.toLowerCase(), text, label: 'TLP:GREEN' }));
    const pieces = [{ ...items[0], portions }];
    const needs = [{ ...expects[0], needs: ['warning/first', 'warning/second'] }];
    const t = new Table(smallScenario({ items: pieces, expects: needs })).start();
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: idOf(t, 'warning'), portions: [0], title: 'A part', to: ['party:b'] });
    t.wait(30);
    const due = () => row(knowledge(t.exercise.world, t.exercise.roster), 'Warning').due;
    expect(due()).toMatchObject([{ number: '010', held: false }]);
    expect(sharingMetrics(t.exercise.world, t.exercise.roster).neededButWithheld).toHaveLength(1);
  });

  it('shows the withdrawing of a request', () => {
    const t = table();
    t.wait(5).ok('seat:a-lead', askFor('party:c', idOf(t, 'theirs'), ['party:b']));
    t.wait(5).ok('seat:a-lead', { type: 'WithdrawRequest', request: lastRequest(t) });
    const known = row(knowledge(t.exercise.world, t.exercise.roster), 'Their piece');
    expect(of(known, 'a')?.marks.map((m) => m.kind)).toEqual(['held', 'requested', 'withdrawn']);
  });

  it('says of the originator that it is so, whether or not this world was told since when', () => {
    const t = table();
    const known = row(knowledge(t.seen('control:a').world, t.exercise.roster), 'Their piece');
    expect(known.parties.map((p) => [p.party, p.originator, p.held !== undefined])).toEqual([
      ['a', false, true],
      ['b', false, false],
      ['c', true, false],
    ]);
  });

  it('leaves what a side never held out of its picture', () => {
    const t = table();
    expect(knowledge(t.seen('control:b').world, t.exercise.roster)).toEqual([]);
  });
});

describe('what was recalled and released again', () => {
  const lane = (t: Table, party: string, title = 'Warning', viewer?: string) =>
    of(row(knowledge(viewer ? t.seen(viewer).world : t.exercise.world, t.exercise.roster), title), party);
  const release = (t: Table, minutes: number, to = 'party:b', more: object = {}) =>
    t.wait(minutes).ok('seat:a-lead', { type: 'ReleaseItem', item: idOf(t, 'warning'), to: [to], ...more });
  const again = (): Table => {
    const t = table();
    const item = idOf(t, 'warning');
    release(t, 5);
    t.wait(2).ok('seat:b-lead', { type: 'AcknowledgeItem', item });
    t.wait(3).ok('seat:a-lead', { type: 'RecallItem', item, from: ['party:b'] });
    t.wait(2).ok('seat:b-lead', { type: 'ConfirmDestroyed', item });
    release(t, 13, 'seat:b-lead');
    t.wait(1).ok('seat:b-lead', { type: 'AcknowledgeItem', item });
    t.wait(4).ok('seat:a-lead', { type: 'RecallItem', item, from: ['party:b'] });
    t.wait(2).ok('seat:b-lead', { type: 'ConfirmDestroyed', item });
    return t;
  };

  it('has every begin and end in its lane, and its acknowledgement and destruction each time', () => {
    const t = again();
    expect(lane(t, 'b')?.marks.map((m) => [m.kind, m.at / MINUTE])).toEqual([
      ['released', 5],
      ['acknowledged', 7],
      ['recalled', 10],
      ['destroyed', 12],
      ['released', 25],
      ['acknowledged', 26],
      ['recalled', 30],
      ['destroyed', 32],
    ]);
    expect(lane(t, 'b')?.holdings).toMatchObject([
      { at: 5 * MINUTE, acknowledged: { at: 7 * MINUTE }, ended: { at: 10 * MINUTE } },
      { at: 25 * MINUTE, acknowledged: { at: 26 * MINUTE }, ended: { at: 30 * MINUTE } },
    ]);
    expect(lane(t, 'b')).toMatchObject({ held: { at: 5 * MINUTE }, acknowledged: { at: 7 * MINUTE } });
  });

  it('is withheld between, and again from the last recall on; how long it took at first is counted once', () => {
    const t = again();
    expect(lane(t, 'b')?.withheld).toEqual([
      { from: 0, until: 5 * MINUTE },
      { from: 10 * MINUTE, until: 25 * MINUTE },
      { from: 30 * MINUTE },
    ]);
    expect(sharingMetrics(t.exercise.world, t.exercise.roster).latency).toEqual([{ item: 'warning', party: 'b', ms: 5 * MINUTE }]);
  });

  it('was not held when an action fell due between, and was when it fell due after', () => {
    const due = (within: string) => {
      const t = new Table(smallScenario({ items, expects: [{ ...expects[0], within }] })).start();
      const item = idOf(t, 'warning');
      release(t, 5);
      t.wait(5).ok('seat:a-lead', { type: 'RecallItem', item, from: ['party:b'] });
      release(t, 15);
      t.wait(20);
      return row(knowledge(t.exercise.world, t.exercise.roster), 'Warning').due[0]?.held;
    };
    expect(due('PT9M')).toBe(true);
    expect(due('PT10M')).toBe(false);
    expect(due('PT20M')).toBe(false);
    expect(due('PT25M')).toBe(true);
  });

  it('is told to the side that released it, by its own acts, and to the side that had it', () => {
    const kinds = (viewer: string) => lane(again(), 'b', 'Warning', viewer)?.marks.map((m) => [m.kind, m.at / MINUTE]);
    const both = [
      ['released', 5],
      ['acknowledged', 7],
      ['recalled', 10],
      ['destroyed', 12],
      ['released', 25],
      ['acknowledged', 26],
      ['recalled', 30],
      ['destroyed', 32],
    ];
    expect(kinds('control:a')).toEqual(both);
    expect(kinds('control:b')).toEqual(both);
  });

  it('is the same for a part', () => {
    const t = table();
    const part = { item: idOf(t, 'plan'), portions: [0], title: 'A part', to: ['party:b'] };
    t.wait(5).ok('seat:a-lead', { type: 'ReleaseItem', ...part });
    const item = lastItem(t);
    t.wait(1).ok('seat:b-lead', { type: 'AcknowledgeItem', item });
    t.wait(4).ok('seat:a-lead', { type: 'RecallItem', item });
    t.wait(2).ok('seat:b-lead', { type: 'ConfirmDestroyed', item });
    t.wait(8).ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['seat:b-press'] });
    expect(lane(t, 'b', 'Plan')).toMatchObject({
      holdings: [],
      partHoldings: [{ at: 5 * MINUTE, acknowledged: { at: 6 * MINUTE }, ended: { at: 10 * MINUTE } }, { at: 20 * MINUTE }],
    });
    expect(lane(t, 'b', 'Plan')?.marks.map((m) => [m.kind, m.at / MINUTE])).toEqual([
      ['part', 5],
      ['recalled', 10],
      ['destroyed', 12],
      ['part', 20],
    ]);
  });

  it('leaves a party that has a part still with that part', () => {
    const t = table();
    const item = idOf(t, 'warning');
    release(t, 5);
    t.ok('seat:a-lead', { type: 'SanitiseItem', item, title: 'Less', portions: [{ of: 0, text: 'Less.' }] });
    const less = lastItem(t);
    t.wait(5).ok('seat:a-lead', { type: 'ReleaseItem', item: less, to: ['party:b'] });
    t.wait(5).ok('seat:a-lead', { type: 'RecallItem', item, from: ['party:b'] });
    expect(lane(t, 'b')?.marks.map((m) => [m.kind, m.at / MINUTE])).toEqual([
      ['released', 5],
      ['part', 10],
      ['recalled', 15],
    ]);
    expect(lane(t, 'b')?.withheld).toEqual([{ from: 0, until: 5 * MINUTE }]);
  });

  it('was shared too widely, though nobody has it any more', () => {
    const t = table();
    release(t, 5, 'party:c');
    t.wait(5).ok('seat:a-lead', { type: 'RecallItem', item: idOf(t, 'warning'), from: ['party:c'] });
    expect(lane(t, 'c')).toMatchObject({ overshared: true, holdings: [{ at: 5 * MINUTE, ended: { at: 10 * MINUTE } }] });
  });

  it('is withheld from who asks for it after a recall from its asking', () => {
    const t = table();
    const item = idOf(t, 'plan');
    t.wait(5).ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['party:b'] });
    t.wait(5).ok('seat:a-lead', { type: 'RecallItem', item });
    t.wait(5).ok('seat:b-lead', askFor('party:a', item));
    t.wait(5).ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['party:b'] });
    expect(lane(t, 'b', 'Plan')?.withheld).toEqual([{ from: 15 * MINUTE, until: 20 * MINUTE }]);
  });

  it('is had by whoever got it by third hands since, too', () => {
    const t = new Table(smallScenario({ items: [{ ...items[0], onward: 'free' }] })).start();
    const item = idOf(t, 'warning');
    release(t, 5);
    release(t, 0, 'party:c');
    t.wait(5).ok('seat:a-lead', { type: 'RecallItem', item, from: ['party:b'] });
    t.wait(5).ok('seat:c-lead', { type: 'ReleaseItem', item, to: ['seat:b-lead'] });
    expect(lane(t, 'b')?.holdings.map((h) => [h.at / MINUTE, h.ended && h.ended.at / MINUTE])).toEqual([
      [5, 10],
      [15, undefined],
    ]);
  });
});

describe('what needs a controller’s hand of information sharing', () => {
  const ask = (t: Table, to: string) =>
    t.ok('seat:a-lead', { type: 'RequestItem', to, text: 'May we have it?', due: t.exercise.world.clock.reading!.at + 10 * MINUTE });
  const kinds = (t: Table, viewer: string, now: number) =>
    waiting(t.seen(viewer).world, viewer, now)
      .filter((i) => i.kind === 'decide' || i.kind === 'overdue')
      .map(({ kind, due, ifNothing }) => ({ kind, due, ifNothing }));

  it('is for lead control a request to whom it plays, until it is decided', () => {
    const t = table();
    ask(t, 'party:c');
    expect(kinds(t, 'control', 0)).toEqual([{ kind: 'decide', due: 10 * MINUTE, ifNothing: 'late' }]);
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
    const late = [{ kind: 'overdue', due: 10 * MINUTE, ifNothing: 'waits' }];
    expect(kinds(t, 'control', 11 * MINUTE)).toEqual(late);
    expect(kinds(t, 'control:a', 11 * MINUTE)).toEqual([]);
    t.sit('control:b');
    expect(kinds(t, 'control:b', 11 * MINUTE)).toEqual(late);
    expect(kinds(t, 'control', 11 * MINUTE)).toEqual([]);
    expect(kinds(t, 'control', 80 * MINUTE)).toEqual([]);
  });
});
