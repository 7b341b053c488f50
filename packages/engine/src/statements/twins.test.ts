import { afterEach, describe, expect, it, vi } from 'vitest';
import { waiting } from '../exercise.ts';
import type { Draft } from '../room.ts';
import { pressScenario } from '../testing/press.ts';
import { Table } from '../testing/table.ts';
import { statementFigures } from './figures.ts';
import { pressFindings } from './findings.ts';
import { saidInPublic } from './public.ts';
import { statementsRoom } from './statements.ts';
import { verdicts } from './verdicts.ts';
import { warnings } from './warnings.ts';

/**
 * Two exercises that differ only in what B keeps for itself, alone or with C, are the same to A, byte for byte: what A is given,
 * and all that is computed from it. That the twins would show a leak is shown by planting one.
 */
const SIDES = ['drafts', 'clearance', 'heard', 'meaning', 'line', 'line with C', 'meaning with C'] as const;
type Hidden = (typeof SIDES)[number];
type Say = Parameters<Table['say']>[1];

const FORUMS = [{ id: 'apart', name: 'Apart', members: ['b', 'c'], chairs: ['b', 'c'] }];
const CLEARS = [{ party: 'b', clearers: ['seat:b-lead'], each: 'PT5M', live: false }];
/** By a term of which each side means something of its own. */
const APART = [{ topic: 'drills' as const, stance: 'denied' as const, term: 'exercise' }];
const DENIED = [{ topic: 'planning', stance: 'denied' }];

/** `way`: one of two ways in which B does it; everything else is the same, and takes as long. */
function play(hidden: Hidden, way: 0 | 1): Table {
  const text = way === 0 ? 'One thing.' : 'Another thing altogether.';
  const claims = way === 0 ? DENIED : [{ topic: 'dates', stance: 'open' }];
  const lines = [
    { id: 'own', name: 'Own', text: hidden === 'line' ? text : 'Own.', claims: hidden === 'line' ? claims : DENIED, agreed: ['b'] },
  ];
  const meanings = { a: 'Any joint work', b: hidden === 'meaning' && way === 0 ? 'Any joint work' : 'Forces in the field' };
  const terms = [{ id: 'exercise', name: 'exercise', topic: 'drills', mistakenFor: ['planning'], meanings }];
  const t = new Table(pressScenario({ lines, terms, forums: FORUMS, press: CLEARS, injects: [TELLS] })).start();
  for (const seat of ['seat:a-lead', 'seat:a-press', 'seat:b-lead', 'seat:b-press', 'seat:c-lead']) t.sit(seat);
  t.wait(1);
  const asked = t.ok('control', { type: 'Speak', speaker: 'entity:a-head', text: 'We plan.' });
  t.ok('seat:a-press', { type: 'KeepReading', said: asked, claims: [...APART, { topic: 'planning', stance: 'affirmed' }] });
  const b = (seat: string, command: Say): string => t.ok(`seat:b-${seat}`, command);
  const forum = [...t.exercise.world.consultation.forums.keys()][0];
  const agree = { forum, procedure: 'consensus', due: 600_000 };
  const draft = b('press', { type: 'DraftStatement' });
  const acts: Record<Hidden, () => void> = {
    drafts: () => void b('press', { type: 'WordDraft', draft, language: 'en', text, claims }),
    clearance: () => {
      b('press', { type: 'WordDraft', draft, language: 'en', text: 'One thing.', claims: DENIED });
      b('press', { type: 'AskClearance', draft, language: 'en' });
      b('lead', { type: 'ClearDraft', draft, language: 'en', ...(way === 0 ? { act: 'clear' } : { act: 'object', reason: 'Not so.' }) });
    },
    heard: () => void b('press', { type: 'KeepReading', said: asked, claims }),
    meaning: () => void b('press', { type: 'WriteNote', text: 'For me.' }),
    line: () => void b('press', { type: 'WriteNote', text: 'For me.' }),
    'line with C': () => void b('lead', { type: 'ProposeLine', ...agree, name: 'Ours', text, claims }),
    'meaning with C': () => void b('lead', { type: 'ProposeMeaning', ...agree, term: 'exercise', text }),
  };
  acts[hidden]();
  const [matter] = [...t.exercise.world.consultation.matters.keys()];
  if (matter !== undefined) t.ok('control', { type: 'ActInMatter', matter, act: 'join', speaker: 'seat:c-lead' });
  for (const said of [DENIED, APART]) {
    const heard = t.ok('control', { type: 'Speak', speaker: 'entity:b-head', text: 'No exercise.' });
    t.ok('seat:a-press', { type: 'KeepReading', said: heard, claims: said });
  }
  t.wait(3);
  return t;
}
/** A’s spokesperson is told of the pair, so that there is something to be warned of. */
const TELLS = { id: 'pair', at: 'PT0M', to: ['seat:a-press'], title: 'Mind the word', text: 'Mind it.', tells: ['exercise'] };

/** All that A’s spokesperson has. */
function shown(t: Table): Record<string, string> {
  const { events, world } = t.seen('seat:a-press');
  const now = t.exercise.now(t.wall);
  const draft = { text: 'An exercise.', claims: [...APART, { topic: 'planning', stance: 'affirmed' as const }] };
  const { statements, reports, flags, ...times } = statementFigures(world, 'a');
  const made = {
    given: events.map(({ id, at, event }) => ({ id, at, event })),
    warnings: warnings(world, 'a', draft, now),
    verdicts: verdicts(world, 'a'),
    counts: [
      statements,
      reports,
      flags,
      times.firstLineMs,
      times.correctionMs,
      times.alignmentMs,
      saidInPublic(world).length,
      pressFindings(world, 'a').length,
    ],
    waits: waiting(world, 'seat:a-press', now),
  };
  return Object.fromEntries(Object.entries(made).map(([key, value]) => [key, JSON.stringify(value)]));
}
function differs(hidden: Hidden): string[] {
  const [one, other] = [shown(play(hidden, 0)), shown(play(hidden, 1))];
  return Object.keys(one).filter((key) => one[key] !== other[key]);
}

it.each(SIDES)('A has the same whatever B does with its %s', (hidden) => {
  expect(differs(hidden)).toEqual([]);
});

it('A’s spokesperson is warned, sees where the two part, and counts it: there is something that could differ', () => {
  const { warnings: warned, verdicts: found, counts } = shown(play('drafts', 0));
  expect(JSON.parse(warned ?? '')).not.toEqual([]);
  expect(JSON.parse(found ?? '')).toMatchObject([{ flag: 'contradictory' }, { flag: 'consistent' }]);
  expect(JSON.parse(counts ?? '')[2]).toEqual({ contradictory: 1 });
});

/** What B keeps, by which events it would get out, and where A’s side would see it. */
const LEAKS: readonly (readonly [Hidden, readonly string[], readonly string[]])[] = [
  ['drafts', ['StatementDrafted', 'DraftWorded'], ['given']],
  ['clearance', ['StatementDrafted', 'DraftWorded', 'ClearanceAsked', 'ClearanceDone'], ['given']],
  ['heard', ['ReadingKept'], ['given']],
  ['meaning', ['MeaningGiven'], ['given', 'warnings', 'verdicts', 'counts']],
  ['line', ['LineGiven'], ['given']],
  ['line with C', ['LineGiven'], ['given']],
  ['meaning with C', ['MeaningAgreed'], ['given']],
];

describe('the twins show a planted leak', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });
  /** From now on A’s spokesperson is told of what is B’s alone. */
  const leak = (types: readonly string[]): void => {
    const { decide, brief, react } = statementsRoom;
    const wider = (drafts: readonly Draft[]): Draft[] =>
      drafts.map((d) => (types.includes(d.event.type) ? { ...d, to: [...d.to, 'seat:a-press'] } : d));
    vi.spyOn(statementsRoom, 'decide').mockImplementation((...asked) => {
      const answer = decide?.(...asked) ?? [];
      return 'code' in answer ? answer : wider(answer);
    });
    vi.spyOn(statementsRoom, 'brief').mockImplementation((...asked) => wider(brief?.(...asked) ?? []));
    vi.spyOn(statementsRoom, 'react').mockImplementation((...asked) => wider(react?.(...asked) ?? []));
  };

  it.each(LEAKS)('of B’s %s', (hidden, types, where) => {
    leak(types);
    expect(differs(hidden)).toEqual(where);
  });

  it('of B’s meaning also where a verdict, a warning or a count is made of lead control’s world', () => {
    const of = vi.spyOn(Table.prototype, 'seen').mockImplementation(function (this: Table) {
      return { events: [], world: this.exercise.world };
    });
    expect(differs('meaning')).toEqual(['warnings', 'verdicts', 'counts']);
    of.mockRestore();
  });
});
