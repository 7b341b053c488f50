import { expect, it } from 'vitest';
import type { Id } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { answersOf, questionState } from './questions.ts';

const start = (): Table => new Table(smallScenario()).start();
const send = (t: Table, to: readonly string[], more: object = { purpose: 'ask' }): Id =>
  t.ok('seat:a-lead', { type: 'SendMessage', to: [...to], text: { en: 'May we pass it on?' }, ...more });
const holders = (t: Table, id: Id): string[] => t.exercise.roster.viewers.filter((v) => t.exercise.holds(v, id)).sort();
const OWN = ['control', 'control:b', 'evaluators:b', 'seat:b-lead'];
const ASKER = ['control:a', 'evaluators:a', 'seat:a-lead'];

it('who asks a seat, its cell or its party learns that it was read', () => {
  for (const to of ['seat:b-lead', 'cell:b-cell', 'party:b']) {
    const t = start();
    const read = t.ok('seat:b-lead', { type: 'ReadMessage', message: send(t, [to]) });
    expect(holders(t, read)).toEqual([...OWN, ...ASKER].sort());
  }
});

it('of what informs, and of what was put to all the world, reading stays with the reader', () => {
  const t = start();
  const informs = t.ok('seat:b-lead', { type: 'ReadMessage', message: send(t, ['seat:b-lead'], {}) });
  expect(holders(t, informs)).toEqual(OWN);
  t.ok('control', { type: 'SendMessage', to: ['everyone'], text: 'Who has it?', purpose: 'ask' });
  const [, all = ''] = t.exercise.world.messages.messages.keys();
  expect(holders(t, t.ok('seat:b-lead', { type: 'ReadMessage', message: all }))).toEqual(OWN);
});

it('no reading of those who only look on is told to whoever asked', () => {
  const t = start();
  const question = send(t, ['seat:b-lead']);
  const read = t.ok('control:b', { type: 'ReadMessage', message: question });
  expect(holders(t, read)).not.toContain('seat:a-lead');
});

it('a question is delivered, read, acknowledged, answered to whoever asked, as they come, and late after half an hour', () => {
  const t = start();
  const question = send(t, ['seat:b-lead']);
  const state = (minutes = 0) => {
    const { world } = t.seen('seat:a-lead');
    const m = world.messages.messages.get(question);
    return m && questionState(m, answersOf(world).get(question) ?? [], m.at + minutes * 60_000);
  };
  expect([state(), state(30), state(31)]).toEqual(['delivered', 'delivered', 'overdue']);
  t.ok('seat:b-lead', { type: 'ReadMessage', message: question });
  expect([state(), state(31)]).toEqual(['read', 'overdue']);
  t.ok('seat:b-lead', { type: 'AcknowledgeMessage', message: question });
  expect(state()).toBe('acknowledged');
  t.ok('seat:b-lead', { type: 'SendMessage', to: ['seat:a-lead'], text: 'Yes.', about: question });
  expect([state(), state(31)]).toEqual(['answered', 'answered']);
});
