import type { Id } from '../fact.ts';
import { PRESS } from '../testing/press.ts';
import type { Table } from '../testing/table.ts';
import type { Case } from '../waiting.case.ts';
import { counts, verdicts } from './verdicts.ts';
import type { FlagKind } from './words.ts';

const MINUTE = 60_000;
const seats = (...ids: string[]) => ids.map((id) => ({ id, name: id, may: id.endsWith('press') ? ['speak'] : [] }));
const press = (expired: string) => ({ ...PRESS, press: [{ party: 'a', clearers: ['seat:a-lead'], each: 'PT9M', expired }] });
const sit = (t: Table) => {
  for (const there of ['seat:a-lead', 'seat:a-press', 'seat:b-press']) t.sit(there);
};
const drafts = (t: Table): Id => {
  sit(t);
  const draft = t.ok('seat:a-press', { type: 'DraftStatement' });
  t.ok('seat:a-press', { type: 'WordDraft', draft, language: 'en', text: 'We plan.' });
  t.ok('seat:a-press', { type: 'AskClearance', draft, language: 'en' });
  return draft;
};
const clears = (t: Table, draft: Id, more: object = {}) =>
  void t.ok('seat:a-lead', { type: 'ClearDraft', draft, language: 'en', act: 'clear', ...more } as never);
const asks = (to: string) => (t: Table) => {
  sit(t);
  return t.ok('control', { type: 'PutQuestion', speaker: 'entity:wire', to: [to], text: 'Which is it?', due: 9 * MINUTE });
};

export const STATEMENTS_CASES: Readonly<Record<string, Case>> = {
  'statements.question': {
    viewer: 'seat:b-press',
    not: ['seat:b-lead', 'seat:a-press', 'control', 'control:b', 'public'],
    scenario: PRESS,
    bring: asks('party:b'),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'late' },
    later: 'waits',
    settle: (t, question) => void t.ok('seat:b-press', { type: 'Speak', text: 'Both.', question }),
  },
  'statements.code': {
    viewer: 'control',
    not: ['seat:b-press', 'seat:a-press', 'control:b', 'evaluators', 'public'],
    scenario: PRESS,
    bring: (t) => {
      sit(t);
      return t.ok('seat:b-press', { type: 'Speak', text: 'We do not drill.' });
    },
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, said) => void t.ok('control', { type: 'CodeSaid', said, claims: [] }),
  },
  'statements.flag': {
    viewer: 'control',
    not: ['seat:b-press', 'seat:a-press', 'control:b', 'evaluators', 'public'],
    scenario: PRESS,
    bring: (t) => {
      sit(t);
      const heard = (said: Id, topic: string, stance: 'affirmed' | 'denied'): Id => {
        t.ok('control', { type: 'CodeSaid', said, claims: [{ topic, stance }] });
        return said;
      };
      heard(t.ok('control', { type: 'Speak', speaker: 'entity:a-head', text: 'We plan.' }), 'planning', 'affirmed');
      return heard(t.ok('seat:b-press', { type: 'Speak', text: 'We do not.' }), 'planning', 'denied');
    },
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, said) => {
      for (const v of verdicts(t.exercise.world).filter((f) => f.said === said && counts(f)))
        t.ok('control', { type: 'JudgeFlag', said, with: v.with, flag: v.flag as FlagKind, right: true });
    },
  },
  'statements.clearance': {
    viewer: 'seat:a-lead',
    not: ['seat:a-press', 'seat:b-lead', 'control', 'control:a', 'public'],
    scenario: press('blocks'),
    bring: drafts,
    // A jump stops before it ends.
    jump: 5,
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'late' },
    settle: clears,
  },
  'statements.clearance/that passes by itself': {
    viewer: 'seat:a-lead',
    not: ['seat:a-press', 'public'],
    scenario: press('clears'),
    bring: drafts,
    jump: 5,
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'agreed' },
    settle: clears,
  },
  'statements.publish': {
    viewer: 'seat:a-press',
    not: ['seat:a-lead', 'seat:b-press', 'control', 'public'],
    scenario: press('blocks'),
    bring: (t) => {
      const draft = drafts(t);
      clears(t, draft);
      return draft;
    },
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, draft) => void t.ok('seat:a-press', { type: 'PublishDraft', draft }),
  },
  'statements.hand': {
    viewer: 'seat:b-press',
    not: ['seat:a-press', 'seat:b-lead', 'control', 'control:b', 'public'],
    scenario: { ...PRESS, forums: [{ id: 'two', name: 'Two', members: ['a', 'b'], chairs: ['a', 'b'] }] },
    bring: (t) => {
      sit(t);
      t.sit('seat:b-lead');
      const [forum] = [...t.exercise.world.consultation.forums.keys()];
      t.ok('seat:a-lead', { type: 'ProposeJoint', forum, title: 'Jointly', text: 'Both.', release: 9 * MINUTE, due: 5 * MINUTE });
      const [matter] = [...t.exercise.world.consultation.matters.keys()];
      t.say('seat:b-lead', { type: 'ActInMatter', matter, act: 'join' });
      t.say('seat:a-lead', { type: 'ActInMatter', matter, act: 'conclude' });
      const [joint = ''] = [...t.exercise.world.statements.joints.keys()];
      t.ok('seat:a-press', { type: 'GiveHand', joint });
      return joint;
    },
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'late' },
    later: 'waits',
    settle: (t, joint) => void t.ok('seat:b-press', { type: 'GiveHand', joint }),
  },
  'statements.edit': {
    viewer: 'seat:a-lead',
    not: ['seat:a-press', 'seat:a-second', 'seat:b-lead', 'control', 'public'],
    scenario: {
      ...PRESS,
      parties: [
        { id: 'a', name: 'A', cells: [{ id: 'a-cell', name: 'A', seats: [...seats('a-lead', 'a-second'), ...seats('a-press')] }] },
        { id: 'b', name: 'B', cells: [{ id: 'b-cell', name: 'B', seats: seats('b-lead', 'b-press') }] },
      ],
      press: [{ party: 'a', clearers: ['seat:a-lead', 'seat:a-second'], each: 'PT9M' }],
    },
    bring: (t) => {
      t.sit('seat:a-second');
      const draft = drafts(t);
      clears(t, draft);
      const edit = { act: 'clear-with-edits', text: 'We plan together.' } as const;
      t.ok('seat:a-second', { type: 'ClearDraft', draft, language: 'en', ...edit });
      return draft;
    },
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, draft) => void t.ok('seat:a-lead', { type: 'NoteEdit', draft, language: 'en' }),
  },
};
