import { expect, it } from 'vitest';
import { waiting } from '../exercise.ts';
import { pressScenario } from '../testing/press.ts';
import { Table } from '../testing/table.ts';
import { pressFindings } from './findings.ts';
import { saidInPublic } from './public.ts';
import { verdicts } from './verdicts.ts';

/** Two exercises that differ only in what B keeps for itself are the same to A, byte for byte. */

type Said = Parameters<Table['say']>[1];
const note = (t: Table): void => void t.ok('seat:b-press', { type: 'WriteNote', text: 'For me.' });
const play = (hidden: (t: Table, draft: string) => Said | undefined, more: Record<string, unknown> = {}) => {
  const t = new Table(pressScenario(more)).start();
  for (const seat of ['seat:a-lead', 'seat:a-press', 'seat:b-lead', 'seat:b-press']) t.sit(seat);
  t.ok('control', { type: 'Speak', speaker: 'entity:a-head', text: 'We plan.' });
  const draft = t.ok('seat:b-press', { type: 'DraftStatement' });
  const act = hidden(t, draft);
  if (act) t.ok('seat:b-press', act);
  else note(t);
  t.ok('seat:b-press', { type: 'Speak', text: 'No.', claims: [{ topic: 'drills', stance: 'denied' }] });
  t.wait(3);
  return t;
};
const told = (t: Table) => {
  const { events, world } = t.seen('seat:a-press');
  const copies = events.map(({ id, at, event }) => ({ id, at, event }));
  const now = t.exercise.now(t.wall);
  const made = [verdicts(world, 'a'), pressFindings(world, 'a'), saidInPublic(world).length, waiting(world, 'seat:a-press', now)];
  return JSON.stringify([copies, made]);
};
const still = told(play(() => undefined));

it('whatever B drafts and claims in it', () => {
  const worded = play((_, draft) => ({
    type: 'WordDraft',
    draft,
    language: 'en',
    text: 'Secret.',
    claims: [{ topic: 'planning', stance: 'denied' }],
  }));
  expect(told(worded)).toBe(still);
  expect(told(play((_, draft) => ({ type: 'DropStatementDraft', draft })))).toBe(still);
});

it('whatever B hears in what A said', () => {
  const heard = play((t) => {
    const [said = ''] = [...t.exercise.world.statements.statements.keys()];
    return { type: 'KeepReading', said, claims: [{ topic: 'planning', stance: 'denied' }] };
  });
  expect(told(heard)).toBe(still);
});

it('whatever B’s own line and meaning say', () => {
  const having = (text: string) => {
    const lines = [{ id: 'own', name: 'Own', text, claims: [{ topic: 'planning', stance: 'denied' }], agreed: ['b'] }];
    const meanings = { a: 'Any joint work', b: text };
    const terms = [{ id: 'exercise', name: 'exercise', topic: 'drills', mistakenFor: ['planning'], meanings }];
    return told(play(() => undefined, { lines, terms }));
  };
  expect(having('One thing')).toBe(having('Another thing'));
});

it('and is not, where B says it in public: the twins would show it', () => {
  expect(told(play(() => ({ type: 'Speak', text: 'Secret.' })))).not.toBe(still);
});
