import { describe, expect, it } from 'vitest';
import { search } from '../search.ts';
import { smallScenario } from '../testing/fixture.ts';
import { HARBOUR_POLICY } from '../testing/labels.ts';
import { Table } from '../testing/table.ts';
import { standingCard } from './items.ts';
import { knowledge } from './knowledge.ts';
import type { Knowing } from './lane.ts';
import { sharingMetrics } from './metrics.ts';
import { redact } from './redact.ts';
import { why } from './why.ts';

const MINUTE = 60_000;
const WARNING = {
  id: 'warning',
  title: 'Warning',
  originator: 'party:a',
  held: ['cell:a-cell'],
  portions: [
    { id: 'what', text: 'First portion.', label: 'TLP:GREEN' },
    { id: 'when', text: 'Second portion.', label: 'TLP:AMBER', releasableTo: ['b'] },
    { id: 'who', text: 'Third portion.', label: 'TLP:RED' },
  ],
  needs: ['party:b'],
  keepFrom: ['c'],
};
const THEIRS = {
  id: 'theirs',
  title: 'Their piece',
  originator: 'party:c',
  held: ['party:a'],
  portions: [{ text: 'From C.', label: 'TLP:AMBER' }],
};
const begin = (more: object = {}): Table => new Table(smallScenario({ items: [WARNING, THEIRS], ...more })).start();
const itemOf = (t: Table, scenario: string): string => {
  for (const [id, item] of t.exercise.world.sharing.items) if (item.plan?.scenario === scenario) return id;
  throw new Error(scenario);
};
const itemsOf = (t: Table, viewer: string) => [...t.seen(viewer).world.sharing.items.values()];
const lastRequest = (t: Table): string => [...t.exercise.world.sharing.requests.keys()].at(-1) as string;
const knowing = (t: Table, item: string, party: string): Knowing => {
  const row = knowledge(t.exercise.world, t.exercise.roster).find((k) => k.item === item);
  return row?.parties.find((p) => p.party === party) as Knowing;
};

describe('a release', () => {
  it('gives a part that is an item of its own, with the label of its own portions and no sign of what was left out', () => {
    const t = begin();
    const warning = itemOf(t, 'warning');
    expect(standingCard(t.exercise.world.sharing.items.get(warning)!)?.label).toBe('TLP:RED');
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: warning, portions: [0, 1], title: 'A part', to: ['party:b'] });
    const [got, ...more] = itemsOf(t, 'seat:b-lead');
    expect(more).toEqual([]);
    expect(got?.id).not.toBe(warning);
    expect(standingCard(got!)).toMatchObject({ label: 'TLP:AMBER', portions: [{ text: 'First portion.' }, { text: 'Second portion.' }] });
    expect(got?.derived.size).toBe(0);
    expect(t.seen('seat:a-lead').world.sharing.items.get(got!.id)?.derived.size).toBe(1);
  });

  it('gives the same part again instead of making another', () => {
    const t = begin();
    for (const to of ['seat:b-lead', 'seat:b-press'])
      t.ok('seat:a-lead', { type: 'ReleaseItem', item: itemOf(t, 'warning'), portions: [0], title: 'A part', to: [to] });
    expect(t.exercise.world.sharing.items.size).toBe(3);
  });

  it('takes the files of the whole along, and of a part only those named, under new addresses', () => {
    const t = begin({ items: [{ ...WARNING, attachments: ['files/gauge.png'] }] });
    const warning = itemOf(t, 'warning');
    const own = standingCard(itemsOf(t, 'seat:a-lead')[0]!)?.attachments?.[0]?.id;
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: warning, portions: [0], title: 'A part', to: ['seat:b-lead'] });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: warning, portions: [1], title: 'A part', files: [0], to: ['seat:b-lead'] });
    const files = itemsOf(t, 'seat:b-lead').map((i) => standingCard(i)?.attachments?.map((a) => a.name));
    expect(files).toEqual([undefined, ['gauge.png']]);
    const given = standingCard(itemsOf(t, 'seat:b-lead')[1]!)?.attachments?.[0]?.id as string;
    expect(given).not.toBe(own);
    expect(t.exercise.holds('seat:b-lead', given)).toBe(true);
    expect(t.exercise.holds('seat:b-press', given)).toBe(false);
  });

  it('exactly at expiry is in time, and a millisecond later is refused with nothing changed', () => {
    const t = begin({ items: [{ ...WARNING, expires: 'PT10M' }] });
    const warning = itemOf(t, 'warning');
    t.wait(10);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: warning, portions: [0], title: 'A part', to: ['seat:b-lead'] });
    t.wall += 1;
    const before = t.record.length;
    expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: warning, portions: [1], title: 'A part', to: ['seat:b-lead'] })).toBe(
      'expired',
    );
    expect(t.record.length).toBe(before);
  });

  it('is refused with a label of another policy, and says which labels there are', () => {
    const t = begin();
    const answer = t.say('seat:a-lead', { type: 'WriteItem', title: 'X', portions: [{ text: 'X', label: 'QUAY' }] });
    expect(answer).toMatchObject({ ok: false, rejection: { code: 'no-such-label', message: expect.stringContaining('TLP:AMBER+STRICT') } });
    for (const command of [
      { type: 'SendMessage', to: ['party:b'], text: 'X', label: 'QUAY' },
      { type: 'ImproviseInject', title: 'X', text: 'X', from: 'wire', to: ['party:b'], label: 'QUAY' },
    ] as const)
      expect(t.refused('control', command)).toBe('no-such-label');
  });

  it('of what the originator raised keeps the raised label as a whole, and cannot be written below its portions', () => {
    const t = begin();
    const portions = [{ text: 'X', label: 'TLP:AMBER' }];
    expect(t.refused('seat:a-lead', { type: 'WriteItem', title: 'X', portions, label: 'TLP:GREEN' })).toBe('label-too-low');
    t.ok('seat:a-lead', { type: 'WriteItem', title: 'X', portions, label: 'TLP:RED' });
    const raised = [...t.exercise.world.sharing.items.values()].at(-1)!;
    expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: raised.id, to: ['party:b'] })).toBe('label-keeps-it');
  });
});

describe('a request', () => {
  const ask = (t: Table, due = t.exercise.now(t.wall) + 10 * MINUTE): string => {
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'What do you have?', due });
    return lastRequest(t);
  };

  it('answered exactly in time is not overdue; one that nobody answers goes to the head', () => {
    const t = begin();
    const first = ask(t);
    t.wait(10);
    t.ok('seat:a-lead', { type: 'DecideRequest', request: first, decision: 'refuse' });
    expect(t.exercise.world.sharing.requests.get(first)?.overdue).toBeUndefined();
    const second = ask(t);
    t.wait(11);
    expect(t.seen('seat:b-lead').world.sharing.requests.get(second)?.overdue?.at).toBe(20 * MINUTE + 1);
    expect(t.refused('seat:a-lead', { type: 'DecideRequest', request: first, decision: 'refuse' })).toBe('already-decided');
  });

  it('stands still while the clock is paused', () => {
    const t = begin();
    const request = ask(t);
    t.wait(5).ok('control', { type: 'PauseClock' });
    t.wait(600);
    expect(t.exercise.world.sharing.requests.get(request)?.overdue).toBeUndefined();
  });

  it('refused may keep its reason from who asked, and never says which item it concerned', () => {
    const t = begin();
    const request = ask(t);
    t.ok('seat:a-lead', {
      type: 'DecideRequest',
      request,
      decision: 'refuse',
      reason: 'The source.',
      items: [{ item: itemOf(t, 'warning') }],
    });
    const seen = t.seen('seat:b-lead').world.sharing.requests.get(request);
    expect(seen?.decided).toMatchObject({ decision: 'refuse' });
    expect([seen?.decided?.reason, seen?.reasoned, seen?.concerns.size]).toEqual([undefined, undefined, 0]);
    expect(JSON.stringify(t.seen('seat:b-lead').events)).not.toContain('The source.');
  });

  it('granted gives what was chosen to those who were to get it', () => {
    const t = begin();
    const request = ask(t);
    expect(t.refused('seat:a-lead', { type: 'DecideRequest', request, decision: 'grant' })).toBe('name-the-item');
    t.ok('seat:a-lead', {
      type: 'DecideRequest',
      request,
      decision: 'grant',
      items: [{ item: itemOf(t, 'warning'), portions: [0], title: 'A part' }],
    });
    expect(itemsOf(t, 'seat:b-lead')).toHaveLength(1);
    expect(t.seen('seat:b-lead').world.sharing.requests.get(request)?.answers.size).toBe(1);
  });

  it('for the originator’s word lets a third party’s item pass on, and who gets it does not see that it was asked for', () => {
    const t = begin();
    const theirs = itemOf(t, 'theirs');
    expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: theirs, to: ['party:b'] })).toBe('needs-word');
    t.ok('seat:a-lead', { type: 'RequestItem', to: 'party:c', text: 'May B have it?', about: theirs, for: ['party:b'], due: 10 * MINUTE });
    t.ok('control', { type: 'DecideRequest', request: lastRequest(t), decision: 'conditions', conditions: 'Not for the press.' });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: theirs, to: ['party:b'] });
    expect(t.seen('seat:b-lead').world.sharing).toMatchObject({ items: { size: 1 }, requests: { size: 0 } });
  });
});

describe('a sanitised version', () => {
  it('says […] where something was taken out, and drops a language that would still say it', () => {
    expect(redact('The pump at the quay failed.', { text: [[8, 20]] })).toBe('The pump[…] failed.');
    expect(redact({ en: 'The pump failed.', ko: '펌프가 멈췄다.' }, { en: [[4, 8]] })).toEqual({ en: 'The […] failed.' });
    expect(redact({ en: 'The pump failed.', ko: '펌프가 멈췄다.' }, { en: [[4, 8]], ko: [[0, 2]] })).toEqual({
      en: 'The […] failed.',
      ko: '[…]가 멈췄다.',
    });
  });

  it('joins stretches that touch, and refuses those outside the text or inside a character', () => {
    expect(
      redact('abcdef', {
        text: [
          [3, 5],
          [1, 3],
        ],
      }),
    ).toBe('a[…]f');
    expect(redact('abcdef', { text: [[0, 6]] })).toBe('[…]');
    for (const cut of [
      [4, 9],
      [3, 3],
      [4, 2],
    ] as const)
      expect(redact('abcdef', { text: [cut] })).toBeUndefined();
    expect(redact('a🌊b', { text: [[0, 2]] })).toBeUndefined();
    expect(redact('abc', { en: [[0, 1]] })).toBeUndefined();
  });

  it('says a portion in other words or cuts it, never both: the words would stand where the cuts are told', () => {
    const t = begin();
    const { length } = t.record;
    const portions = [{ of: 0, text: 'In other words.', cuts: { text: [[0, 2]] } }];
    expect(t.refused('seat:a-lead', { type: 'SanitiseItem', item: itemOf(t, 'warning'), title: 'Less', portions })).toBe('text-or-cuts');
    expect(t.record.slice(length).map((r) => r.event.type)).toEqual(['PersonSeated']);
  });

  it('is enough for an expected action that needs only what is left in it', () => {
    const expects = ['warning/what', 'warning/who'].map((need, i) => ({
      id: `e${i}`,
      by: 'party:b',
      text: 'Acts',
      at: 'PT0M',
      within: 'PT30M',
      needs: [need],
    }));
    const t = begin({ expects });
    t.ok('seat:a-lead', {
      type: 'SanitiseItem',
      item: itemOf(t, 'warning'),
      title: 'Less',
      portions: [{ of: 0, text: 'In other words.' }],
    });
    const less = [...t.exercise.world.sharing.items.values()].at(-1)!;
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: less.id, to: ['party:b'] });
    t.wait(31);
    const row = knowledge(t.exercise.world, t.exercise.roster)[0];
    expect(row?.due.map((d) => d.held)).toEqual([true, false]);
    expect(sharingMetrics(t.exercise.world, t.exercise.roster).neededButWithheld).toEqual([
      { expected: 'e1', item: 'warning', by: 'party:b', at: 30 * MINUTE },
    ]);
  });
});

describe('who knew what when', () => {
  it('tells first holders, withholding, asking, refusing, parts, acknowledging and sharing too widely apart', () => {
    const t = begin();
    const warning = itemOf(t, 'warning');
    t.wait(5).ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'More?', due: 20 * MINUTE });
    t.wait(5).ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(t), decision: 'refuse', items: [{ item: warning }] });
    t.wait(5).ok('seat:a-lead', { type: 'ReleaseItem', item: warning, to: ['seat:b-lead'] });
    t.wait(5).ok('seat:b-lead', { type: 'AcknowledgeItem', item: warning });
    t.wait(5).ok('seat:a-lead', { type: 'ReleaseItem', item: warning, portions: [0], title: 'A part', to: ['party:c'] });
    const marks = (party: string) => knowing(t, warning, party).marks.map((m) => [m.kind, m.at / MINUTE]);
    expect(marks('a')).toEqual([['held', 0]]);
    expect(marks('b')).toEqual([
      ['requested', 5],
      ['refused', 10],
      ['released', 15],
      ['acknowledged', 20],
    ]);
    expect(knowing(t, warning, 'b').withheld).toEqual([{ from: 0, until: 15 * MINUTE }]);
    expect(knowing(t, warning, 'c')).toMatchObject({ overshared: true, withheld: [], held: undefined, part: { at: 25 * MINUTE } });
    expect(sharingMetrics(t.exercise.world, t.exercise.roster)).toMatchObject({
      requests: { made: 1, refused: 1, unanswered: 0, medianMs: 5 * MINUTE },
      latency: [{ item: 'warning', party: 'b', ms: 15 * MINUTE }],
      overShared: [{ item: 'warning', party: 'c', at: 25 * MINUTE }],
    });
  });

  it('shows a side its own record: rows that it never held are absent', () => {
    const t = begin();
    expect(knowledge(t.seen('seat:b-lead').world, t.exercise.roster)).toEqual([]);
    expect(knowledge(t.seen('control:b').world, t.exercise.roster)).toEqual([]);
    expect(knowledge(t.seen('seat:a-lead').world, t.exercise.roster)).toHaveLength(2);
  });

  it('is what conditions ask, for the item and for what was made of it', () => {
    const milestones = [
      { id: 'shared', when: { item: { id: 'warning', by: 'party:b' } } },
      { id: 'asked', when: { request: { from: 'party:b', to: 'party:a' } } },
      { id: 'refused', when: { item: { id: 'warning', is: 'refused', by: 'party:b' } } },
    ];
    const t = begin({ milestones });
    const reached = () => [...t.exercise.world.milestones.milestones].filter(([, m]) => m.reached).map(([id]) => id);
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'More?', due: 20 * MINUTE });
    expect(reached()).toEqual(['asked']);
    t.ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(t), decision: 'refuse', items: [{ item: itemOf(t, 'warning') }] });
    expect(reached()).toEqual(['asked', 'refused']);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: itemOf(t, 'warning'), portions: [0], title: 'A part', to: ['seat:b-press'] });
    expect(reached()).toEqual(['shared', 'asked', 'refused']);
  });
});

describe('why a seat cannot see an item', () => {
  it('goes through the rules for lead control and the originator, and through nothing for the others', () => {
    const t = begin();
    const warning = itemOf(t, 'warning');
    const reasons = (viewer: string) =>
      why(t.seen(viewer).world, t.exercise.roster, 0, warning, 'seat:b-press')?.map((r) => `${r.rule}: ${r.because}`);
    expect(reasons('seat:a-lead')).toEqual([
      'given: not-given',
      'expiry: no-expiry',
      'right: may-release',
      'reach: named',
      'clearance: cleared',
      'word: originator',
    ]);
    expect(reasons('seat:b-lead')).toBeUndefined();
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: warning, to: ['seat:b-press'] });
    expect(reasons('control')).toEqual(['given: given']);
  });

  it('names the category for which a party is not cleared', () => {
    const item = { ...WARNING, portions: [{ text: 'X', label: 'HARBOUR//NEED CARGO' }], needs: [], keepFrom: [] };
    const t = begin({ items: [item], labels: HARBOUR_POLICY });
    const found = why(t.exercise.world, t.exercise.roster, 0, itemOf(t, 'warning'), 'seat:b-lead');
    expect(found?.find((r) => r.rule === 'clearance')).toMatchObject({ ok: false, because: 'not-cleared' });
  });
});

describe('search', () => {
  it('finds what the seat was given, in any language, and nothing else', () => {
    const t = begin({ items: [{ ...WARNING, title: { en: 'Warning', ko: '경보' } }] });
    expect(search(t.seen('seat:a-press').world, 'second PORTION').map((h) => h.kind)).toEqual(['item']);
    expect(search(t.seen('seat:a-press').world, '경보')).toHaveLength(1);
    expect(search(t.seen('seat:b-lead').world, 'second portion')).toEqual([]);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: itemOf(t, 'warning'), portions: [0], title: 'A part', to: ['seat:b-lead'] });
    expect(search(t.seen('seat:b-lead').world, 'portion')[0]?.excerpt).toBe('First portion.');
    expect(search(t.seen('seat:b-lead').world, 'second')).toEqual([]);
    expect(search(t.seen('seat:b-lead').world, '  ')).toEqual([]);
  });
});
