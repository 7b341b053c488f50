import { afterEach, describe, expect, it, vi } from 'vitest';
import { waiting } from '../exercise.ts';
import type { Draft } from '../room.ts';
import { pressScenario } from '../testing/press.ts';
import { Table } from '../testing/table.ts';
import { pressFindings } from './findings.ts';
import { saidInPublic } from './public.ts';
import { statementsRoom } from './statements.ts';
import { verdicts } from './verdicts.ts';

/** Two exercises that differ only in what B keeps for itself are the same to A, byte for byte. */

type Said = Parameters<Table['say']>[1];
const note = (t: Table): void => void t.ok('seat:b-press', { type: 'WriteNote', text: 'For me.' });
const aloud = (t: Table): void =>
  void t.ok('seat:b-press', { type: 'Speak', text: 'No.', claims: [{ topic: 'drills', stance: 'denied' }] });
const play = (
  hidden: (t: Table, draft: string) => Said | undefined,
  more: Record<string, unknown> = {},
  after: (t: Table) => void = aloud,
) => {
  const t = new Table(pressScenario(more)).start();
  for (const seat of ['seat:a-lead', 'seat:a-press', 'seat:b-lead', 'seat:b-press']) t.sit(seat);
  t.ok('control', { type: 'Speak', speaker: 'entity:a-head', text: 'We plan.' });
  const draft = t.ok('seat:b-press', { type: 'DraftStatement' });
  const act = hidden(t, draft);
  if (act) t.ok('seat:b-press', act);
  else note(t);
  after(t);
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

const worded = (text = 'Secret.') =>
  play((_, draft) => ({ type: 'WordDraft', draft, language: 'en', text, claims: [{ topic: 'planning', stance: 'denied' }] }));
const heard = () =>
  play((t) => {
    const [said = ''] = [...t.exercise.world.statements.statements.keys()];
    return { type: 'KeepReading', said, claims: [{ topic: 'planning', stance: 'denied' }] };
  });
const having = (text: string) => {
  const lines = [{ id: 'own', name: 'Own', text, claims: [{ topic: 'planning', stance: 'denied' }], agreed: ['b'] }];
  const meanings = { a: 'Any joint work', b: text };
  const terms = [{ id: 'exercise', name: 'exercise', topic: 'drills', mistakenFor: ['planning'], meanings }];
  return play(() => undefined, { lines, terms });
};
/** B’s spokesperson drafts and B’s lead clears, with or without a word of objection. */
const cleared = (act: 'clear' | 'object') =>
  play(
    (t, draft) => {
      t.ok('seat:b-press', { type: 'WordDraft', draft, language: 'en', text: 'Secret.' });
      t.ok('seat:b-press', { type: 'AskClearance', draft, language: 'en' });
      t.ok('seat:b-lead', { type: 'ClearDraft', draft, language: 'en', act, ...(act === 'object' ? { reason: 'Not so.' } : {}) });
      return { type: 'WriteNote', text: 'For me.' };
    },
    { press: [{ party: 'b', clearers: ['seat:b-lead'], each: 'PT5M', live: false }] },
    (t) => t.ok('control', { type: 'Speak', speaker: 'entity:b-head', text: 'No.' }),
  );

it('whatever B drafts and claims in it', () => {
  expect(told(worded())).toBe(still);
  expect(told(play((_, draft) => ({ type: 'DropStatementDraft', draft })))).toBe(still);
});

it('whatever B’s clearers do with a draft', () => {
  expect(told(cleared('clear'))).toBe(told(cleared('object')));
});

it('whatever B hears in what A said', () => {
  expect(told(heard())).toBe(still);
});

it('whatever B’s own line and meaning say', () => {
  expect(told(having('One thing'))).toBe(told(having('Another thing')));
});

it('and is not, where B says it in public: the twins would show it', () => {
  expect(told(play(() => ({ type: 'Speak', text: 'Secret.' })))).not.toBe(still);
});

describe('the twins show a planted leak', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });
  /** From now on A’s spokesperson is told of what is B’s alone. */
  const leak = (...types: string[]): void => {
    const { decide, brief } = statementsRoom;
    const wider = (drafts: readonly Draft[]): Draft[] =>
      drafts.map((d) => (types.includes(d.event.type) ? { ...d, to: [...d.to, 'seat:a-press'] } : d));
    vi.spyOn(statementsRoom, 'decide').mockImplementation((...asked) => {
      const answer = decide?.(...asked) ?? [];
      return 'code' in answer ? answer : wider(answer);
    });
    vi.spyOn(statementsRoom, 'brief').mockImplementation((...asked) => wider(brief?.(...asked) ?? []));
  };

  it('of a draft’s words', () => {
    leak('StatementDrafted', 'DraftWorded');
    expect(told(worded('One thing'))).not.toBe(told(worded('Another thing')));
  });

  it('of a clearance', () => {
    leak('StatementDrafted', 'ClearanceDone');
    expect(told(cleared('clear'))).not.toBe(told(cleared('object')));
  });

  it('of what its desk heard', () => {
    leak('ReadingKept');
    expect(told(heard())).not.toBe(told(play(() => undefined)));
  });

  for (const [what, type] of [
    ['line', 'LineGiven'],
    ['meaning', 'MeaningGiven'],
  ] as const)
    it(`of its own ${what}`, () => {
      leak(type);
      expect(told(having('One thing'))).not.toBe(told(having('Another thing')));
    });
});
