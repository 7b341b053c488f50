import type { Command } from '@entente/engine';
import { seated } from './setting.ts';

/** Stories of the MSEL: rows and expected actions, by themselves and by hand. */

const FROM_A = { message: { from: 'party:a', to: 'party:b' } };
const FROM_D = { message: { from: 'party:d', to: 'party:a' } };
export const row = (id: string, to: string[], more: object = {}): object => ({
  id,
  title: `Title ${id}`,
  text: `Text ${id}`,
  to,
  control: `Watch ${id}`,
  ...more,
});
const FILE = { attachments: ['files/gauge.png'] };
const ITEM = { id: 'brought', title: 'Brought', originator: 'wire', portions: [{ text: 'Brought.' }], ...FILE };

/** Rows of every kind, by time, condition and what they come after; nobody touches them. */
export function rows(): void {
  const table = seated({
    variables: [{ id: 'v', value: 0 }],
    items: [ITEM],
    milestones: [
      { id: 'm1', when: FROM_A },
      { id: 'm2', when: { variable: { id: 'v', atLeast: 3 } } },
    ],
    injects: [
      row('one', ['seat:a-press'], { at: 'PT1M', number: '17', ...FILE }),
      row('both', ['cell:a-ops', 'seat:b-lead'], { at: 'PT2M', set: { v: 1 }, item: 'brought', ...FILE }),
      row('all', ['everyone'], { at: 'PT3M' }),
      row('aloud', ['public'], { at: 'PT3M', item: 'brought' }),
      row('played', ['party:c', 'party:d'], { at: 'PT3M' }),
      row('theirs', ['party:b'], { when: FROM_A }),
      row('foreign', ['party:d'], { when: FROM_A, at: 'PT5M' }),
      row('foreign-late', ['party:d', 'party:a'], { when: FROM_A, at: 'PT4M', until: 'PT6M' }),
      row('foreign-hand', ['party:d'], { when: FROM_A, manual: true, until: 'PT50M' }),
      row('foreign-lead', ['party:d'], { when: FROM_A, manual: true, controller: 'control' }),
      row('own-hand', ['party:a'], { when: FROM_A, manual: true }),
      row('own-late', ['party:a'], { when: { not: { time: 'PT0M' } }, at: 'PT4M', until: 'PT6M' }),
      row('own-waits', ['party:b', 'party:a'], { when: { all: [FROM_A, { time: 'PT8M' }] }, at: 'PT4M' }),
      row('any-waits', ['party:a'], { when: { any: [{ variable: { id: 'v', is: 9 } }, FROM_A] }, at: 'PT5M' }),
      row('not-waits', ['party:a', 'party:d'], { when: { not: FROM_A }, at: 'PT40M' }),
      row('spelt', ['party:a', 'party:d'], { when: { milestone: 'm1' } }),
      row('hidden', ['party:a'], { when: { milestone: 'm2' }, at: 'PT1M' }),
      row('after-row', ['party:a', 'party:b'], { after: { event: 'one', delay: 'PT2M' } }),
      row('after-row-d', ['party:d', 'party:a'], { after: { event: 'one', delay: 'PT2M' }, when: FROM_A, manual: true }),
      row('after-reached', ['party:a', 'party:b'], { after: { milestone: 'm1', delay: 'PT1M' } }),
      row('after-seen', ['party:a', 'party:b'], { after: { event: 'e1', delay: 'PT1M' } }),
      row('read', ['party:a'], { when: { inject: { id: 'both', is: 'read', by: 'party:a' } } }),
      row('read-b', ['party:a'], { when: { inject: { id: 'both', is: 'read', by: 'party:b' } }, at: 'PT1M' }),
      row('read-any', ['party:a', 'party:b'], { when: { inject: { id: 'both', is: 'acknowledged' } }, at: 'PT1M' }),
      row('skipped', ['party:d'], { when: { inject: { id: 'ready', is: 'skipped' } }, at: 'PT1M' }),
      row('released', ['party:b'], { when: { inject: { id: 'both', is: 'released' } }, manual: true }),
      row('about', ['party:a'], { when: { message: { from: 'party:a', to: 'control', about: 'one' } }, at: 'PT1M' }),
      row('judged', ['party:a'], { when: { expected: { id: 'e1', is: 'met' } }, at: 'PT1M' }),
      row('ready', ['party:b'], { kind: 'contingency' }),
      row('due', ['party:a', 'party:b'], { at: 'PT7M', manual: true }),
      row('due-a', ['party:a'], { at: 'PT7M', manual: true }),
      row('due-lead', ['party:a'], { at: 'PT7M', manual: true, controller: 'control' }),
      row('due-wrong', ['party:a'], { at: 'PT7M', manual: true, controller: 'control:b' }),
      row('until', ['party:a', 'party:b'], { at: 'PT9M', manual: true, until: 'PT10M' }),
    ],
    expects: [{ id: 'e1', by: 'party:a', text: 'Tells B', at: 'PT0M', within: 'PT20M', seen: FROM_A }],
  });
  table.wait(3.5);
  for (const type of ['ReadInject', 'AcknowledgeInject'] as const)
    for (const seat of ['seat:a-lead', 'seat:b-lead', 'seat:a-press', 'control:a', 'seat:d-lead'])
      for (const { id } of [...table.seen(seat).world.injects.deliveries.values()]) table.say(seat, { type, delivery: id });
  table.wait(4);
  table.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'It rises.' });
  table.wait(4);
  const [delivery] = [...table.seen('seat:a-press').world.injects.deliveries.keys()];
  table.ok('seat:a-press', { type: 'SendMessage', to: ['control'], text: 'Noted.', about: delivery as string });
  table.ok('control', { type: 'SetVariable', variable: 'v', value: 4 });
  table.wait(40);
  table.ok('control', { type: 'JumpClock', to: 100 * 60_000 });
  table.ok('control', { type: 'EndExercise' });
}

/** Rows in a hand that come after something: whose hand it is rests on whether their party knows of it. */
export function follows(): void {
  const action = (id: string, by: string, more: object = {}): object => ({ id, by, text: id, within: 'PT10M', ...more });
  const after = (event: string): object => ({ after: { event, delay: 'PT1M' } });
  const causes = ['own', 'theirs', 'plain', 'seen', 'hidden', 'late', 'late-hand', 'late-plain', 'foreign', 'wire-acts'];
  const table = seated({
    variables: [{ id: 'v', value: 0 }],
    milestones: [{ id: 'm1', when: FROM_A }],
    injects: [
      row('own', ['party:a'], { at: 'PT1M' }),
      row('theirs', ['party:b'], { at: 'PT1M' }),
      ...causes.map((id) => row(`after-${id}`, ['party:a'], { ...after(id), manual: true })),
      row('after-m1', ['party:a'], { after: { milestone: 'm1' }, manual: true }),
    ],
    expects: [
      action('plain', 'party:a', { at: 'PT1M' }),
      action('seen', 'seat:a-lead', { at: 'PT1M', seen: FROM_A }),
      action('hidden', 'party:a', { at: 'PT1M', seen: { variable: { id: 'v', is: 1 } } }),
      action('late', 'party:a', { after: { milestone: 'm1' }, seen: FROM_A }),
      action('late-hand', 'party:a', { after: { milestone: 'm1' }, seen: FROM_A, controller: 'control:a' }),
      action('late-plain', 'party:a', { after: { milestone: 'm1' } }),
      action('foreign', 'party:b', { at: 'PT1M', seen: FROM_A }),
      action('wire-acts', 'wire', { at: 'PT1M' }),
    ],
  });
  table.wait(3);
  table.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'It rises.' });
  table.ok('control', { type: 'SetVariable', variable: 'v', value: 1 });
  for (const id of ['plain', 'foreign', 'wire-acts'])
    table.ok('control', { type: 'JudgeExpected', expected: table.expected(id), verdict: 'met' });
  table.wait(5);
}

/** What controllers do with rows: lead control with all, a party’s own with theirs. */
export function hands(): void {
  const manual = (id: string, to: string[], more: object = {}): object => row(id, to, { at: 'PT5M', manual: true, ...more });
  const table = seated({
    injects: [
      manual('a-own', ['party:a']),
      manual('a-two', ['seat:a-press'], FILE),
      manual('shared', ['cell:a-ops', 'party:b'], FILE),
      manual('all', ['everyone']),
      row('timed', ['party:b', 'party:d'], { at: 'PT30M' }),
      row('hidden', ['party:a', 'party:b'], { when: { message: { from: 'party:d' } }, at: 'PT20M' }),
      row('named', ['party:b'], { when: FROM_D, at: 'PT1M', controller: 'control:b' }),
      row('unnamed', ['party:b'], { when: FROM_D, at: 'PT1M' }),
      row('nobody', [], { at: 'PT3M', ...FILE }),
    ],
  });
  const inject = (id: string): object => ({ inject: table.inject(id) });
  const each = (seat: string, id: string, ...types: Command['type'][]): void => {
    for (const type of types) table.say(seat, { type, ...inject(id) });
  };
  each('control:a', 'a-own', 'HoldInject', 'LiftHold', 'SkipInject', 'RestoreInject', 'HoldInject');
  each('control:b', 'a-own', 'ReleaseInject', 'HoldInject');
  each('control', 'shared', 'HoldInject', 'LiftHold', 'SkipInject', 'RestoreInject');
  each('control', 'hidden', 'HoldInject', 'LiftHold', 'SkipInject', 'RestoreInject');
  table.ok('control', { type: 'MoveInject', ...inject('timed'), at: 10 * 60_000 });
  table.ok('control:a', { type: 'MoveInject', ...inject('a-two'), at: 4 * 60_000 });
  for (const id of ['named', 'unnamed']) each('control', id, 'SkipInject');
  table.wait(6);
  table.ok('seat:d-lead', { type: 'SendMessage', to: ['party:a'], text: 'It rises.' });
  for (const id of ['named', 'unnamed']) each('control', id, 'RestoreInject');
  for (const to of ['control:b', 'entity:wire', 'seat:no-such', 'evaluators:a'])
    table.refused('control', { type: 'ReleaseInject', ...inject('nobody'), to: [to] });
  table.ok('control', { type: 'ReleaseInject', ...inject('nobody'), to: ['cell:a-ops', 'seat:b-lead'] });
  each('control:a', 'a-own', 'LiftHold', 'ReleaseInject');
  each('control:a', 'a-two', 'SkipInject', 'RestoreInject', 'ReleaseInject');
  each('control', 'shared', 'SkipInject', 'RestoreInject', 'ReleaseInject');
  each('control', 'all', 'ReleaseInject');
  table.wait(6);
  for (const [seat, id] of [
    ['control:a', 'a-own'],
    ['control', 'a-two'],
    ['control', 'shared'],
    ['control', 'all'],
    ['control', 'timed'],
  ] as const) {
    table.ok(seat, { type: 'CorrectInject', ...inject(id), title: 'Corrected', text: `Corrected ${id}`, reason: 'A slip.' });
    table.ok(seat, { type: 'WithdrawInject', ...inject(id), reason: 'Not this one.' });
  }
  table.wait(20);
}

export function improvises(): void {
  const table = seated({ injects: [row('first', ['party:a'], { at: 'PT1M' })] });
  const words = { type: 'ImproviseInject', title: 'A call', text: 'The mayor rings.', from: 'wire' } as const;
  table.ok('control', { ...words, to: ['cell:a-ops', 'seat:b-lead'], attachments: ['map'] });
  table.ok('control', { ...words, to: ['party:d'], from: 'seat:c-lead', at: 5 * 60_000 });
  table.ok('control', { ...words, to: ['everyone'] });
  table.ok('control', { ...words, to: ['public'], at: 2 * 60_000 });
  table.ok('control:a', { ...words, to: ['seat:a-press'], attachments: ['note'] });
  table.ok('control:a', { ...words, to: ['party:a'], at: 6 * 60_000 });
  for (const to of ['party:b', 'everyone', 'public', 'control:b', 'evaluators:a', 'entity:wire', 'seat:no-such'])
    table.refused('control:a', { ...words, to: [to] });
  for (const to of ['control:b', 'evaluators:a', 'entity:wire', 'seat:no-such']) table.refused('control', { ...words, to: [to] });
  table.say('control:a', { ...words, to: ['party:a'], from: 'seat:c-lead' });
  table.wait(10);
}

/** Expected actions: seen by the record, judged, late and missed; by time, and after what a party may know or not. */
export function actions(): void {
  const seen = { message: { from: 'party:a', to: 'party:b' } };
  const action = (id: string, by: string, more: object): object => ({
    id,
    by,
    text: `Action ${id}`,
    within: 'PT10M',
    number: `n-${id}`,
    ...more,
  });
  const table = seated({
    variables: [{ id: 'v', value: 0 }],
    milestones: [{ id: 'm1', when: { variable: { id: 'v', is: 1 } } }],
    injects: [
      row('own', ['party:a'], { at: 'PT1M' }),
      row('theirs', ['party:b'], { at: 'PT1M' }),
      row('next', ['party:a', 'party:b'], { after: { event: 'judged', delay: 'PT1M' } }),
      row('next-seen', ['party:a', 'party:b'], { after: { event: 'seen', delay: 'PT1M' } }),
      row('missed', ['party:a'], { when: { expected: { id: 'missed', is: 'missed' } }, kind: 'contingency' }),
    ],
    expects: [
      action('seen', 'party:a', { at: 'PT2M', seen }),
      action('seen-cell', 'cell:a-ops', { after: { event: 'own', delay: 'PT1M' }, seen }),
      action('foreign', 'seat:b-lead', { after: { event: 'own' }, seen: { message: { from: 'party:d' } } }),
      action('foreign-hand', 'party:b', { after: { event: 'own' }, controller: 'control' }),
      action('by-variable', 'party:a', { after: { event: 'own' }, seen: { variable: { id: 'v', is: 1 } } }),
      action('reached', 'party:a', { after: { milestone: 'm1' }, controller: 'control' }),
      action('reached-hand', 'party:a', { after: { milestone: 'm1', delay: 'PT1M' } }),
      action('played', 'party:c', { at: 'PT1M' }),
      action('entity', 'wire', { at: 'PT1M' }),
      action('judged', 'party:a', { at: 'PT1M' }),
      action('partly', 'party:b', { at: 'PT1M' }),
      action('missed', 'party:a', { at: 'PT1M', seen: { message: { from: 'party:a', to: 'party:d' } } }),
      action('missed-foreign', 'party:b', { after: { event: 'own' }, seen: { message: { from: 'party:d', to: 'party:a' } } }),
    ],
  });
  table.wait(3);
  const judge = (seat: string, id: string, verdict: string): void =>
    void table.say(seat, { type: 'JudgeExpected', expected: table.expected(id), verdict, note: 'As seen.' });
  judge('control:a', 'judged', 'met');
  judge('control:b', 'partly', 'partly');
  judge('control:b', 'judged', 'not');
  judge('seat:a-lead', 'judged', 'not');
  judge('control', 'played', 'met');
  judge('control', 'entity', 'not');
  judge('control:b', 'foreign-hand', 'met');
  judge('control', 'foreign-hand', 'met');
  table.ok('seat:a-watch', { type: 'SendMessage', to: ['cell:b-ops'], text: 'It rises.' });
  table.ok('seat:d-lead', { type: 'SendMessage', to: ['seat:b-lead'], text: 'Here, too.' });
  table.ok('control', { type: 'SetVariable', variable: 'v', value: 1 });
  table.wait(20);
  judge('control', 'seen', 'partly');
  judge('control:a', 'missed', 'not');
  table.ok('seat:a-watch', { type: 'SendMessage', to: ['party:d'], text: 'Late.' });
  table.ok('seat:d-lead', { type: 'SendMessage', to: ['party:a'], text: 'Late, too.' });
  table.wait(5);
}
