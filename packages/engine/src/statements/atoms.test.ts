import { expect, it } from 'vitest';
import { injectStatus } from '../injects/status.ts';
import { pressScenario } from '../testing/press.ts';
import { Table } from '../testing/table.ts';

/** A table with one row for each condition, and which of them have gone out. */
function waiting(conditions: Record<string, object>, more: Record<string, unknown> = {}) {
  const injects = Object.entries(conditions).map(([id, when]) => ({ id, at: 'PT0M', when, to: ['party:a'], title: id, text: id }));
  const t = new Table(pressScenario({ injects, ...more })).start().wait(1);
  const out = (): string[] =>
    [...t.exercise.world.injects.rows.values()]
      .flatMap((r) => (injectStatus(r) === 'released' ? [r.plan?.card.scenario ?? ''] : []))
      .sort();
  const code = (said: string, topic: string, stance: 'affirmed' | 'denied') =>
    t.ok('control', { type: 'CodeSaid', said, claims: [{ topic, stance }] });
  return { t, out, code };
}

it('a row goes out when its side has spoken: by whom, of what, by which line', () => {
  const { t, out, code } = waiting({
    anybody: { statement: {} },
    b: { statement: { by: 'party:b' } },
    cell: { statement: { by: 'cell:b-cell' } },
    head: { statement: { by: 'entity:a-head' } },
    line: { statement: { line: 'communique' } },
    denied: { statement: { topic: 'drills', stance: 'denied' } },
    background: { statement: { by: 'seat:b-press', attribution: 'background' } },
    joint: { statement: { joint: true } },
  });
  t.ok('control', { type: 'Speak', speaker: 'entity:a-head', text: 'We plan together.', line: lineOf(t) });
  expect(out()).toEqual(['anybody', 'head', 'line']);
  const said = t.ok('seat:b-press', { type: 'Speak', text: 'No.', attribution: 'background' });
  expect(out()).toEqual(['anybody', 'b', 'background', 'cell', 'head', 'line']);
  code(said, 'drills', 'denied');
  expect(out()).toEqual(['anybody', 'b', 'background', 'cell', 'denied', 'head', 'line']);
});

it('a row goes out when an outlet has reported, and when sides part or say the same', () => {
  const { t, out, code } = waiting({
    wire: { report: { outlet: 'wire', topic: 'planning', stance: 'denied' } },
    ambiguous: { topic: { is: 'ambiguous', topic: 'planning', between: ['a', 'b'] } },
    contradictory: { topic: { is: 'contradictory' } },
    aligned: { topic: { is: 'aligned', topic: 'planning' } },
  });
  t.ok('control', { type: 'Speak', speaker: 'entity:a-head', text: 'We plan together.', line: lineOf(t) });
  const no = t.ok('control', { type: 'Speak', speaker: 'entity:b-head', text: 'No.' });
  expect(out()).toEqual([]);
  code(no, 'drills', 'denied');
  expect(out()).toEqual(['ambiguous']);
  t.ok('control', {
    type: 'PublishReport',
    speaker: 'entity:wire',
    title: 'No to planning',
    reads: [no],
    claims: [{ topic: 'planning', stance: 'denied' }],
  });
  expect(out()).toEqual(['ambiguous', 'wire']);
  const clear = t.ok('seat:b-press', { type: 'Speak', text: 'We plan; we do not drill.' });
  code(clear, 'planning', 'affirmed');
  expect(out()).toEqual(['aligned', 'ambiguous', 'wire']);
});

it('a row goes out when sides agree what a term means, at the moment at which they had seemed to part', () => {
  const forums = [{ id: 'f0', name: 'Both', members: ['a', 'b'], chairs: ['a', 'b'] }];
  const understood = { all: [{ statement: { topic: 'drills' } }, { not: { topic: { is: 'ambiguous' } } }] };
  const { t, out, code } = waiting({ understood }, { forums });
  t.ok('seat:a-lead', {
    type: 'ProposeMeaning',
    forum: [...t.exercise.world.consultation.forums.keys()][0],
    procedure: 'consensus',
    due: 600_000,
    term: 'exercise',
    text: 'Forces in the field only',
  });
  const matter = [...t.exercise.world.consultation.matters.keys()][0];
  t.ok('control', { type: 'Speak', speaker: 'entity:a-head', text: 'We plan together.', line: lineOf(t) });
  code(t.ok('control', { type: 'Speak', speaker: 'entity:b-head', text: 'No.' }), 'drills', 'denied');
  expect(out()).toEqual([]);
  t.ok('seat:b-lead', { type: 'ActInMatter', matter, act: 'join' });
  expect(out()).toEqual(['understood']);
});

const lineOf = (t: Table): string =>
  [...t.exercise.world.statements.lines.values()].find((l) => l.named?.scenario === 'communique')?.id ?? '';
