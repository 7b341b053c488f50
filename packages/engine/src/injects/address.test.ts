import { describe, expect, it } from 'vitest';
import { waiting } from '../exercise.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { injectStatus } from './status.ts';

const row = (id: string, more: object = {}): object => ({ id, title: id, text: `text of ${id}`, to: [], ...more });
const table = (...injects: object[]): Table => new Table(smallScenario({ injects })).start();
const status = (t: Table, id: string): string => injectStatus(t.exercise.world.injects.rows.get(t.inject(id)) as never);
const rowsOf = (t: Table, viewer: string): number => t.seen(viewer).world.injects.rows.size;
const deliveriesOf = (t: Table, viewer: string): number => t.seen(viewer).world.injects.deliveries.size;
const OTHERS = ['control:a', 'control:b', 'evaluators', 'evaluators:a', 'seat:a-lead', 'seat:b-lead', 'public', 'observers'];

describe('an inject that names nobody', () => {
  it.each([
    ['by its time', { at: 'PT5M' }],
    ['by its condition', { when: { time: 'PT5M' } }],
    ['after another', { after: { event: 'first', delay: 'PT4M' } }],
    ['though a party’s controller is named', { at: 'PT5M', controller: 'control:a' }],
  ])('never goes out by itself: %s', (_how, more) => {
    const t = table(row('first', { at: 'PT1M', to: ['party:a'] }), row('open', { label: 'TLP:CLEAR', ...more })).wait(60);
    expect(status(t, 'first')).toBe('released');
    expect(status(t, 'open')).toBe('due');
    expect(t.exercise.world.injects.deliveries.size).toBe(1);
    expect(waiting(t.exercise.world, 'control', 60 * 60_000)).toMatchObject([{ kind: 'address', id: t.inject('open'), due: 5 * 60_000 }]);
  });

  it('is lead control’s alone', () => {
    const t = table(row('open', { at: 'PT5M', controller: 'control:a' })).wait(10);
    for (const viewer of OTHERS) expect([viewer, rowsOf(t, viewer)]).toEqual([viewer, 0]);
    expect(rowsOf(t, 'control')).toBe(1);
    const inject = t.inject('open');
    const made = { type: 'ReleaseInject', to: ['party:a'] } as const;
    expect(t.refused('control:a', { ...made, inject })).toBe(t.refused('control:a', { ...made, inject: 'not-there' }));
  });

  it('stands on lead control’s list though it has no time, below all that has one', () => {
    const t = table(row('open', {}), row('timed', { at: 'PT2M' }));
    expect(waiting(t.exercise.world, 'control', 0).map((h) => [h.kind, h.id, h.due])).toEqual([
      ['address', t.inject('timed'), 120_000],
      ['address', t.inject('open'), undefined],
    ]);
  });

  it('is released to those only whom lead control has chosen', () => {
    const t = table(row('before', { at: 'PT1M', to: ['party:a'] }), row('open', { at: 'PT5M', control: 'Is it for A or for B?' })).wait(10);
    t.ok('control', { type: 'ReleaseInject', inject: t.inject('open'), to: ['seat:a-press', 'seat:a-press'] });
    expect(status(t, 'open')).toBe('released');
    expect(['seat:a-press', 'seat:a-lead', 'seat:b-lead', 'public'].map((v) => deliveriesOf(t, v))).toEqual([2, 1, 0, 0]);
    expect(['control:a', 'control:b', 'evaluators:a', 'evaluators:b'].map((v) => rowsOf(t, v))).toEqual([2, 0, 2, 0]);
    const shown = t.seen('control:a').world.injects.rows.get(t.inject('open'))?.shown.get('a')?.card;
    expect(shown).toMatchObject({ number: 'A002', to: ['seat:a-press'] });
    expect(shown?.note).toBeUndefined();
    expect(t.exercise.world.injects.rows.get(t.inject('open'))?.plan?.card).toMatchObject({
      to: ['seat:a-press'],
      note: 'Is it for A or for B?',
    });
    expect(t.refused('control', { type: 'ReleaseInject', inject: t.inject('open'), to: ['everyone'] })).toBe('already-released');
  });

  it('reaches two parties without telling one of the other', () => {
    const t = table(row('open', {}));
    t.ok('control', { type: 'ReleaseInject', inject: t.inject('open'), to: ['party:a', 'seat:b-lead'] });
    const held = (v: string) => [...t.seen(v).world.injects.deliveries.values()].map((d) => d.to);
    expect([held('seat:a-lead'), held('seat:b-lead'), held('seat:b-press')]).toEqual([[['party:a']], [['seat:b-lead']], []]);
    expect(t.seen('control:b').world.injects.rows.get(t.inject('open'))?.shown.get('b')?.card.to).toEqual(['seat:b-lead']);
  });

  it('is refused without recipients, with nobody’s, with control’s, and before the clock runs', () => {
    const t = new Table(smallScenario({ injects: [row('open')] }));
    const release = (to?: string[]) => t.refused('control', { type: 'ReleaseInject', inject: t.inject('open'), ...(to ? { to } : {}) });
    expect(release(['party:a'])).toBe('not-started');
    t.start();
    expect([release(), release(['party:z']), release(['party:a', 'control:a'])]).toEqual([
      'no-recipients',
      'no-such-address',
      'no-such-address',
    ]);
    expect(status(t, 'open')).toBe('planned');
  });
});

it('an inject that names its recipients is released to no others', () => {
  const t = table(row('known', { to: ['seat:a-lead'], manual: true }));
  const inject = t.inject('known');
  expect(t.refused('control', { type: 'ReleaseInject', inject, to: ['everyone'] })).toBe('has-recipients');
  t.ok('control', { type: 'ReleaseInject', inject });
  expect(['seat:a-lead', 'seat:a-press', 'seat:b-lead'].map((v) => deliveriesOf(t, v))).toEqual([1, 0, 0]);
});
