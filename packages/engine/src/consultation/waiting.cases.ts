import type { Id } from '../fact.ts';
import type { Table } from '../testing/table.ts';
import type { Case } from '../waiting.case.ts';

const MINUTE = 60_000;
const FORUM = {
  forums: [
    { id: 'two', name: 'Two', members: ['a', 'b'], chairs: ['a', 'b'] },
    { id: 'three', name: 'Three', members: ['a', 'b', 'c'], chairs: ['c'] },
  ],
};
const forumNamed = (t: Table, name: string): Id =>
  [...t.exercise.world.consultation.forums.values()].find((f) => f.named?.scenario === name)?.id ?? '';
const opens = (seat: string, forum: string, more: object) => (t: Table) => {
  // While nobody sits for a side, its own control acts for it.
  for (const there of ['seat:a-lead', 'seat:b-lead']) t.sit(there);
  t.ok(seat, { type: 'OpenMatter', forum: forumNamed(t, forum), title: 'Warn', text: 'Do we warn?', due: 9 * MINUTE, ...more } as never);
  return [...t.exercise.world.consultation.matters.keys()].at(-1) as Id;
};
const acts =
  (seat: string, act: string, more: object = {}) =>
  (t: Table, id: Id) =>
    void t.ok(seat, { type: 'ActInMatter', matter: id, act, ...more } as never);
const C = { speaker: 'seat:c-lead' };
const signed = (t: Table): string => [...t.exercise.world.consultation.texts.values()].at(-1)?.versions.at(-1)?.digest ?? '';
const toSign = (t: Table): Id => {
  const on = t.ok('seat:a-lead', { type: 'TableText', forum: forumNamed(t, 'two'), title: 'Line', paragraphs: ['One.'] });
  return opens('seat:a-lead', 'two', { procedure: 'joint-signature', on })(t);
};

export const CONSULTATION_CASES: Readonly<Record<string, Case>> = {
  'consultation.position': {
    viewer: 'seat:b-lead',
    not: ['seat:a-lead', 'control', 'control:b', 'evaluators:b', 'public'],
    scenario: FORUM,
    bring: opens('seat:a-lead', 'two', {}),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'late' },
    later: 'waits',
    settle: acts('seat:b-lead', 'view', { text: 'Yes.' }),
  },
  'consultation.position/of a side that control plays': {
    viewer: 'control',
    not: ['seat:a-lead', 'control:a', 'control:b'],
    scenario: FORUM,
    bring: opens('seat:a-lead', 'three', { procedure: 'notification' }),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'escalates' },
    later: 'waits',
    settle: acts('control', 'acknowledge', C),
  },
  'consultation.silence': {
    viewer: 'seat:b-lead',
    not: ['seat:b-press', 'control:b', 'evaluators:b', 'public'],
    scenario: FORUM,
    bring: opens('control', 'three', { procedure: 'silence', ...C }),
    // A jump stops before it ends.
    jump: 5,
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'agreed' },
    settle: (t, id) => void t.ok('seat:b-lead', { type: 'KeepPosition', matter: id, act: 'no-objection' }),
  },
  'consultation.signature': {
    viewer: 'seat:b-lead',
    not: ['seat:b-press', 'control', 'control:b', 'public'],
    scenario: FORUM,
    bring: toSign,
    jump: 5,
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'lapses' },
    settle: (t, id) => acts('seat:b-lead', 'sign', { on: signed(t) })(t, id),
  },
  'consultation.statements': {
    viewer: 'seat:a-lead',
    not: ['seat:a-press', 'seat:b-lead', 'control', 'public'],
    scenario: FORUM,
    bring: (t) => {
      const id = toSign(t);
      acts('seat:a-lead', 'sign', { on: signed(t) })(t, id);
      acts('seat:b-lead', 'interpret', { text: 'We read it so.' })(t, id);
      acts('seat:b-lead', 'sign', { on: signed(t) })(t, id);
      return id;
    },
    says: { since: 0, ifNothing: 'waits' },
    settle: acts('seat:a-lead', 'note-statements'),
  },
  'consultation.conclusion': {
    viewer: 'control',
    not: ['seat:a-lead', 'seat:b-lead', 'public'],
    scenario: FORUM,
    bring: (t) => {
      const id = opens('seat:a-lead', 'three', { procedure: 'consensus' })(t);
      t.wait(10);
      return id;
    },
    says: { since: 9 * MINUTE + 1, ifNothing: 'waits' },
    settle: acts('control', 'conclude', C),
  },
};
