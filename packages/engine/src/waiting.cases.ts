import { CONSULTATION_CASES } from './consultation/waiting.cases.ts';
import type { Id } from './fact.ts';
import { PLAN_CASES } from './planning/waiting.cases.ts';
import { STATEMENTS_CASES } from './statements/waiting.cases.ts';
import type { Table } from './testing/table.ts';

const MINUTE = 60_000;

import type { Case } from './waiting.case.ts';
export const item = (id: string, originator: string, held: string) => ({
  id,
  title: id,
  originator,
  held: [held],
  portions: [{ text: 'All.', label: 'TLP:GREEN' }],
});
export const row = (id: string, more: object) => ({ injects: [{ id, title: id, text: id, to: ['party:a'], ...more }] });
const action = (more: object) => ({ expects: [{ id: 'act', by: 'party:a', text: 'Tells B', at: 'PT0M', within: 'PT8M', ...more }] });
export const ask = (t: Table, to: string): Id => {
  t.ok('seat:b-lead', { type: 'RequestItem', to, text: 'How high?', due: 9 * MINUTE });
  return [...t.exercise.world.sharing.requests.keys()].at(-1) as Id;
};
const give = (t: Table): Id => {
  const [id = ''] = t.exercise.world.sharing.items.keys();
  t.ok('seat:a-lead', { type: 'ReleaseItem', item: id, to: ['party:b'] });
  return id;
};
export const question = (from: string, to: string) => (t: Table) =>
  t.ok(from, { type: 'SendMessage', to: [to], text: 'What now?', purpose: 'ask' });
const reply =
  (from: string, to: string, more: object = {}) =>
  (t: Table, about: Id) =>
    void t.ok(from, { type: 'SendMessage', to: [to], text: 'This.', about, ...more });

/** By `room.kind`; what stands behind a slash tells several of one kind apart. */
export const CASES: Readonly<Record<string, Case>> = {
  'translations.translate': {
    viewer: 'seat:a-lead',
    not: ['seat:b-lead', 'control', 'control:a', 'evaluators:a', 'public'],
    bring: (t) => t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: { en: 'The level falls.' } }),
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, of) => void t.ok('seat:a-lead', { type: 'Translate', of, language: 'ko', texts: ['수위가 내린다.'] }),
  },
  ...CONSULTATION_CASES,
  ...STATEMENTS_CASES,
  ...PLAN_CASES,
  'emergency.emergency': {
    viewer: 'control',
    not: ['seat:a-lead', 'evaluators', 'public'],
    bring: (t) => {
      t.ok('seat:b-press', { type: 'RaiseEmergency', text: 'Fire.' });
      return t.exercise.world.emergency.banner?.src as Id;
    },
    says: { since: 0, ifNothing: 'waits' },
    settle: (t) => t.ok('control', { type: 'StandDown' }),
  },
  'injects.release': {
    viewer: 'control',
    not: ['control:b', 'seat:a-lead'],
    scenario: row('i', { at: 'PT9M', manual: true, controller: 'control' }),
    bring: (t) => t.inject('i'),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'waits' },
    settle: (t, inject) => t.ok('control', { type: 'ReleaseInject', inject }),
  },
  'injects.release/that can lapse, in the hand of a party’s control': {
    viewer: 'control:a',
    not: ['control:b', 'evaluators:a'],
    jump: 15,
    scenario: row('i', { at: 'PT9M', manual: true, controller: 'control:a', until: 'PT30M' }),
    bring: (t) => t.inject('i'),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'waits' },
    settle: (t, inject) => t.ok('control:a', { type: 'ReleaseInject', inject }),
  },
  'injects.release/held by lead control, with its time long past': {
    viewer: 'control',
    not: ['control:b', 'evaluators:a'],
    scenario: row('i', { at: 'PT9M' }),
    bring: (t) => {
      t.sit('control:a');
      t.ok('control', { type: 'HoldInject', inject: t.inject('i') });
      return t.inject('i');
    },
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'waits' },
    settle: (t, inject) => t.ok('control', { type: 'ReleaseInject', inject }),
  },
  'injects.release/held, and due at no time that is known': {
    viewer: 'control:a',
    not: ['control:b', 'evaluators:a'],
    scenario: {
      injects: [
        { id: 'i', title: 'i', text: 'i', to: ['party:a'], when: { inject: { id: 'j', is: 'acknowledged' } } },
        { id: 'j', title: 'j', text: 'j', to: ['party:a'], at: 'PT110M' },
      ],
    },
    bring: (t) => {
      t.wait(1);
      t.ok('control:a', { type: 'HoldInject', inject: t.inject('i') });
      return t.inject('i');
    },
    says: { since: MINUTE, ifNothing: 'waits' },
    settle: (t, inject) => t.ok('control:a', { type: 'SkipInject', inject }),
  },
  'injects.release/that came without a time and waits for a hand': {
    viewer: 'control',
    not: ['control:b', 'seat:a-lead'],
    scenario: row('i', { manual: true, controller: 'control' }),
    bring: (t) => t.inject('i'),
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, inject) => t.ok('control', { type: 'ReleaseInject', inject }),
  },
  'injects.address': {
    viewer: 'control',
    not: ['control:a', 'control:b', 'seat:a-lead'],
    jump: 15,
    scenario: row('i', { at: 'PT9M', to: [], until: 'PT30M' }),
    bring: (t) => t.inject('i'),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'lapses' },
    settle: (t, inject) => t.ok('control', { type: 'ReleaseInject', inject, to: ['party:b'] }),
  },
  'injects.acknowledge': {
    viewer: 'seat:a-press',
    not: ['seat:b-lead', 'control', 'control:a', 'evaluators:a', 'public'],
    scenario: row('i', { at: 'PT1M' }),
    bring: (t) => {
      t.wait(2);
      return [...t.exercise.world.injects.deliveries.keys()][0] as Id;
    },
    says: { since: MINUTE, ifNothing: 'waits' },
    settle: (t, delivery) => t.ok('seat:a-press', { type: 'AcknowledgeInject', delivery }),
  },
  'expected.judge': {
    viewer: 'control',
    not: ['control:b', 'seat:a-lead', 'evaluators:a'],
    scenario: action({}),
    bring: (t) => {
      t.wait(1);
      return t.expected('act');
    },
    says: { since: 0, due: 8 * MINUTE, ifNothing: 'missed' },
    later: 'waits',
    settle: (t, expected) => t.ok('control', { type: 'JudgeExpected', expected, verdict: 'met' }),
  },
  'expected.missed': {
    viewer: 'control',
    not: ['control:b', 'seat:a-lead', 'evaluators:a'],
    scenario: action({ within: 'PT1M', seen: { message: { from: 'party:a', to: 'party:b' } } }),
    bring: (t) => {
      t.wait(2);
      return t.expected('act');
    },
    says: { since: 0, due: MINUTE, ifNothing: 'waits' },
    settle: (t) => question('seat:a-lead', 'party:b')(t),
  },
  'expected.missed/dismissed': {
    viewer: 'control:a',
    not: ['control:b', 'seat:a-lead', 'evaluators:a'],
    scenario: action({ within: 'PT1M', seen: { message: { from: 'party:a', to: 'party:b' } } }),
    bring: (t) => {
      t.wait(2);
      return t.expected('act');
    },
    says: { since: 0, due: MINUTE, ifNothing: 'waits' },
    settle: (t, card) => t.ok('control:a', { type: 'DismissCard', card }),
  },
  'messages.answer': {
    viewer: 'seat:a-lead',
    not: ['seat:b-lead', 'control', 'control:a', 'evaluators:a'],
    bring: question('seat:b-lead', 'party:a'),
    says: { since: 0, ifNothing: 'waits' },
    // A colleague’s answer, told to the own side too, is one.
    settle: (t, about) => t.ok('seat:a-press', { type: 'SendMessage', to: ['seat:b-lead', 'party:a'], text: 'This.', about }),
  },
  'messages.answer/to an entity': {
    viewer: 'control',
    not: ['control:b', 'seat:b-lead', 'seat:a-lead'],
    bring: question('seat:b-lead', 'entity:ministry'),
    says: { since: 0, ifNothing: 'waits' },
    settle: reply('control', 'seat:b-lead', { speaker: 'entity:ministry' }),
  },
  'messages.answer/to a seat that control plays': {
    viewer: 'control',
    not: ['control:a', 'control:b'],
    bring: question('seat:b-lead', 'cell:c-cell'),
    says: { since: 0, ifNothing: 'waits' },
    settle: reply('control', 'seat:b-lead', { speaker: 'seat:c-lead' }),
  },
  'messages.answer/to a party’s control': {
    viewer: 'control:b',
    not: ['control', 'control:a', 'seat:b-press'],
    bring: (t) => {
      t.sit('control:b');
      return question('seat:b-lead', 'control:b')(t);
    },
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, message) => t.ok('control:b', { type: 'AcknowledgeMessage', message }),
  },
  'messages.answer/to control': {
    viewer: 'control:b',
    not: ['control', 'control:a', 'seat:b-press'],
    bring: (t) => {
      t.sit('control:b');
      return question('seat:b-lead', 'control')(t);
    },
    says: { since: 0, ifNothing: 'waits' },
    settle: reply('control', 'seat:b-lead'),
  },
  'messages.answer/to control, where nobody of the party’s control sits': {
    viewer: 'control',
    not: ['control:a', 'seat:b-press'],
    bring: question('seat:b-lead', 'control'),
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, message) => t.ok('control', { type: 'AcknowledgeMessage', message }),
  },
  'seats.roll': {
    viewer: 'seat:a-lead',
    not: ['control', 'control:a', 'observers', 'public'],
    bring: (t) => t.ok('control', { type: 'CallRoll' }),
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, roll) => t.ok('seat:a-lead', { type: 'AnswerRoll', roll }),
  },
  'seats.roll/of an evaluator': {
    viewer: 'evaluators:a',
    not: ['seat:b-lead', 'control:a'],
    bring: (t) => t.ok('control:a', { type: 'CallRoll' }),
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, roll) => t.ok('evaluators:a', { type: 'AnswerRoll', roll }),
  },
  'seats.rollcall': {
    viewer: 'control:a',
    not: ['control', 'control:b', 'seat:a-lead'],
    bring: (t) => t.ok('control:a', { type: 'CallRoll' }),
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, roll) => {
      for (const seat of ['seat:a-lead', 'seat:a-press']) t.ok(seat, { type: 'AnswerRoll', roll });
    },
  },
  'seats.rollcall/dismissed': {
    viewer: 'control',
    not: ['control:a', 'control:b', 'seat:a-lead'],
    bring: (t) => t.ok('control', { type: 'CallRoll' }),
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, card) => t.ok('control', { type: 'DismissCard', card }),
  },
  'sharing.decide': {
    viewer: 'seat:a-lead',
    not: ['seat:a-press', 'seat:b-lead', 'control', 'control:a'],
    bring: (t) => ask(t, 'party:a'),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'escalates' },
    later: 'waits',
    settle: (t, request) => t.ok('seat:a-lead', { type: 'DecideRequest', request, decision: 'refuse' }),
  },
  'sharing.decide/by the head, once it has come to it': {
    viewer: 'seat:a-press',
    not: ['seat:b-lead', 'control', 'control:a'],
    bring: (t) => {
      const id = ask(t, 'party:a');
      t.wait(10);
      return id;
    },
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'waits' },
    settle: (t, request) => t.ok('seat:a-lead', { type: 'DecideRequest', request, decision: 'refuse' }),
  },
  'sharing.decide/where control plays': {
    viewer: 'control',
    not: ['seat:a-lead', 'seat:b-press', 'control:b'],
    bring: (t) => ask(t, 'party:c'),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'late' },
    later: 'waits',
    settle: (t, request) => t.ok('seat:b-lead', { type: 'WithdrawRequest', request }),
  },
  'sharing.overdue': {
    viewer: 'control',
    not: ['control:b', 'seat:b-lead'],
    bring: (t) => {
      const id = ask(t, 'party:a');
      t.wait(10);
      return id;
    },
    says: { since: 9 * MINUTE, due: 9 * MINUTE, ifNothing: 'waits' },
    settle: (t, request) => t.ok('seat:a-lead', { type: 'DecideRequest', request, decision: 'refuse' }),
  },
  'sharing.overdue/dismissed': {
    viewer: 'control',
    not: ['control:b', 'seat:b-lead'],
    bring: (t) => {
      const id = ask(t, 'party:a');
      t.wait(10);
      return id;
    },
    says: { since: 9 * MINUTE, due: 9 * MINUTE, ifNothing: 'waits' },
    settle: (t, card) => t.ok('control', { type: 'DismissCard', card }),
  },
  'sharing.acknowledge': {
    viewer: 'seat:b-lead',
    not: ['seat:a-lead', 'seat:a-press', 'control', 'control:b', 'evaluators:b'],
    bring: give,
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, id) => t.ok('seat:b-lead', { type: 'AcknowledgeItem', item: id }),
  },
  'sharing.destroy': {
    viewer: 'seat:b-press',
    not: ['seat:a-lead', 'control', 'control:b'],
    bring: (t) => {
      const id = give(t);
      t.wait(1);
      t.ok('seat:a-lead', { type: 'RecallItem', item: id });
      return id;
    },
    says: { since: MINUTE, ifNothing: 'waits' },
    settle: (t, id) => t.ok('seat:b-press', { type: 'ConfirmDestroyed', item: id }),
  },
};
