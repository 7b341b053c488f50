import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import type { Claim } from './cards.ts';
import { evolve, initial } from './evolve.ts';
import type { StatementsEvent } from './language.ts';
import { REPORTS } from './reports.cases.ts';
import { between } from './rules/pair.ts';
import type { Glossary, Side } from './rules/rule.ts';
import { type Case, CASES as PAIRS } from './rules.cases.ts';
import { verdicts } from './verdicts.ts';

const MINUTE = 60_000;
const CASES = [...PAIRS, ...REPORTS];
const OUTLETS = new Set(['wire', 'daily', 'broadcaster', 'post']);
const TOPICS = ['planning', 'exercises', 'table-top', 'sharing', 'consulting'];

/** Lead control’s fold of a case. `rename`: what topics are called; `term`: what terms are called. */
function folded(c: Case, rename: (topic: string) => string = (t) => t): Pick<World, 'statements'> {
  const own = initial();
  let at = -2 * MINUTE;
  let n = 0;
  const tell = (event: StatementsEvent, id = `x${++n}`): void => evolve(own, event, { id, at, wall: 0 });
  const term = (name: string, topic: string, mistakenFor: readonly string[], meanings: Record<string, string>): void => {
    tell({ type: 'TermPlanned', term: name, name, topic: rename(topic), mistakenFor: mistakenFor.map(rename) });
    for (const [party, text] of Object.entries(meanings))
      tell({ type: 'MeaningGiven', term: name, name, topic: rename(topic), party, text });
  };
  tell({ type: 'TopicsGiven', topics: TOPICS.map((id) => ({ id: rename(id), name: id, stances: ['affirmed', 'denied', 'open'] })) });
  const field = 'forces in the field';
  term('joint-exercises', 'exercises', c.pair === false ? [] : ['planning'], { k: 'any joint work', u: field, c: field });
  term('joint-execution', 'planning', [], { k: 'carrying out', u: 'carrying out' });
  if (c.agreed)
    tell({
      type: 'MeaningAgreed',
      term: 'joint-exercises',
      name: 'joint exercises',
      topic: rename('exercises'),
      text: field,
      parties: c.agreed,
    });
  const claims = ['sharing', 'consulting', 'planning'].map((topic) => ({ topic: rename(topic), stance: 'affirmed' as const }));
  const until = c.over ? -MINUTE : undefined;
  if (c.line)
    tell(
      { type: 'LineGiven', card: { name: 'Communiqué', text: 'We go on.', claims, agreed: ['k', 'u'], until, use: 'line' } },
      'communique',
    );
  c.said.forEach((line, i) => {
    at = i * MINUTE;
    const id = `s${i}`;
    const [by = '', ...marks] = line.split(' ');
    if (OUTLETS.has(by)) tell({ type: 'ReportMade', card: { outlet: `entity:${by}`, medium: 'newspaper', title: 'T' } }, id);
    else
      tell(
        { type: 'StatementMade', card: { party: by, rank: 'spokesperson', attribution: 'on-record', posture: 'active', text: 'T' } },
        id,
      );
    for (const mark of marks) {
      const how = ({ '<': 'reads', '^': 'corrects' } as const)[mark[0] ?? ''];
      for (const to of how ? mark.slice(1).split(',') : []) tell({ type: 'SaidLinked', said: id, how: how as 'reads', to: `s${to}` });
    }
    if (!marks.includes('?')) tell({ type: 'ClaimsHeard', said: id, claims: marks.flatMap((m) => claimIn(m, rename)) });
  });
  return { statements: own };
}

/** `+planning/joint-planning!`: what is claimed, by which term, and whether it is put in a speaker’s mouth. */
function claimIn(mark: string, rename: (topic: string) => string): Claim[] {
  const stance = ({ '+': 'affirmed', '-': 'denied', '~': 'open' } as const)[mark[0] ?? ''];
  if (!stance) return [];
  const [topic = '', term] = mark.slice(1).replace('!', '').split('/');
  return [{ topic: rename(topic), stance, term, quoted: mark.endsWith('!') || undefined }];
}

const numberOf = (id: string): number | string => (/^s\d+$/.test(id) ? Number(id.slice(1)) : id);
const inOrder = (rows: readonly string[]): string[] => [...rows].sort();
/** As the cases write it: a pair by the earlier of its two. */
function told(world: Pick<World, 'statements'>, back: (topic: string) => string = (t) => t): string[] {
  return inOrder(
    verdicts(world).map(({ said, with: other, flag, topics, reason, parties }) => {
      const ends = [numberOf(said), numberOf(other)];
      const pair = parties.length === 2 ? ends.sort() : ends;
      return [...pair, flag, reason.why, ...topics.map(back).sort()].join(' ');
    }),
  );
}

describe('how two things said stand to each other', () => {
  for (const c of CASES)
    it(c.en, () => {
      expect(told(folded(c))).toEqual(inOrder(c.expected));
    });

  it('does not depend on what topics are called', () => {
    const called = new Map(TOPICS.map((t, i) => [t, `t${(i * 3) % TOPICS.length}`]));
    const back = new Map([...called].map(([t, name]) => [name, t]));
    for (const c of CASES)
      expect(
        told(
          folded(c, (t) => called.get(t) ?? t),
          (t) => back.get(t) ?? t,
        ),
        c.en,
      ).toEqual(told(folded(c)));
  });

  it('is told in both languages in the cases, each once', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
    for (const language of ['en', 'ko'] as const) expect(new Set(CASES.map((c) => c[language])).size).toBe(CASES.length);
  });
});

describe('the rules between two sides', () => {
  const stance = fc.constantFrom('affirmed' as const, 'denied' as const, 'open' as const);
  const claims = fc.uniqueArray(
    fc.record({ topic: fc.constantFrom(...TOPICS), stance, term: fc.constantFrom(undefined, 'joint-exercises') }),
    {
      selector: (c) => c.topic,
    },
  );
  const glossary = fc.record({
    mistakenFor: fc.subarray(['planning', 'sharing']),
    agreed: fc.constantFrom<string[][]>([], [['k', 'u']], [['k', 'c']]),
  });
  const known = ({ mistakenFor, agreed }: { mistakenFor: string[]; agreed: string[][] }): Glossary => [
    {
      term: 'joint-exercises',
      topic: 'exercises',
      mistakenFor,
      agreed,
      meanings: new Map([
        ['k', 'all'],
        ['u', 'some'],
      ]),
    },
  ];

  it('give the same whichever side comes first, and in whatever order it says things', () => {
    fc.assert(
      fc.property(claims, claims, glossary, (a, b, g) => {
        const [mine, yours]: [Side, Side] = [
          { party: 'k', claims: a },
          { party: 'u', claims: b },
        ];
        const found = between(mine, yours, known(g));
        expect(between(yours, mine, known(g))).toEqual(found);
        expect(between({ ...mine, claims: [...a].reverse() }, { ...yours, claims: [...b].reverse() }, known(g))).toEqual(found);
      }),
    );
  });

  it('find no ambiguity without a pair or a second meaning, and none once a meaning is agreed', () => {
    fc.assert(
      fc.property(claims, claims, (a, b) => {
        const [mine, yours]: [Side, Side] = [
          { party: 'k', claims: a },
          { party: 'u', claims: b },
        ];
        expect(between(mine, yours, [])?.verdict).not.toBe('ambiguous');
        expect(between(mine, yours, known({ mistakenFor: ['planning'], agreed: [['k', 'u']] }))?.verdict).not.toBe('ambiguous');
      }),
    );
  });
});

describe('a course of statements', () => {
  const no = 'u -exercises';
  const plans = 'k +planning';
  const flagged = (said: Case['said'], more: Partial<Case> = {}) =>
    verdicts(folded({ en: '', ko: '', said, expected: [], ...more }))
      .filter((v) => v.flag !== 'compatible' && v.flag !== 'consistent')
      .map((v) => [v.flag, numberOf(v.said), v.closed && numberOf(v.closed.by)]);

  it('opens what parts two sides once, however often both repeat themselves', () => {
    expect(flagged([plans, no, plans, no, plans])).toEqual([['ambiguous', 1, undefined]]);
  });

  it('tells beneath a contradiction no ambiguity that stands between the same two', () => {
    expect(flagged(['k +planning +exercises', no, plans])).toEqual([['contradictory', 1, undefined]]);
  });

  it('closes an ambiguity with the first statement that tells the two apart', () => {
    expect(flagged([plans, no, 'u +planning -exercises', plans])).toEqual([['ambiguous', 1, 2]]);
  });

  it('does not close an ambiguity by a contradiction: it closes with what puts both right', () => {
    expect(flagged([plans, no, 'u -planning', 'k +planning', 'u +planning'])).toEqual([
      ['ambiguous', 1, 4],
      ['contradictory', 2, 4],
    ]);
  });

  it('closes a contradiction when a side takes back what it said, and opens the next anew', () => {
    expect(flagged([plans, 'u -planning', 'u +planning', 'u -planning'])).toEqual([
      ['contradictory', 1, 2],
      ['contradictory', 3, undefined],
    ]);
  });

  it('closes a departure from the line by a return to it', () => {
    expect(flagged(['u ~planning', 'u +planning'], { line: true })).toEqual([['off-line', 0, 1]]);
  });

  it('closes what an outlet made of something by its own correction alone', () => {
    expect(flagged([no, 'daily <0 -planning', 'wire <0 -exercises'])).toEqual([['inference', 1, undefined]]);
    expect(flagged([no, 'daily <0 -planning', 'daily <0 ^1 -exercises'])).toEqual([['inference', 1, 2]]);
  });

  it('closes it also when the same outlet has since told something else, or what was said, of all that it had got wrong', () => {
    expect(flagged([no, 'daily <0 -planning', 'daily <0 -exercises'])).toEqual([['inference', 1, undefined]]);
    expect(flagged([no, 'daily <0 -planning', 'daily +planning'])).toEqual([['inference', 1, 2]]);
    expect(flagged([no, 'daily <0 -planning', 'daily -planning', 'wire +planning'])).toEqual([['inference', 1, undefined]]);
    // What it had written for nothing a side says by now: it reports that, and repeats nothing.
    expect(flagged([no, 'daily <0 -planning', 'u -planning', 'daily <2 -planning'])).toEqual([['inference', 1, 3]]);
    const two = [no, 'daily <0 -planning -sharing', 'daily ~planning'];
    expect(flagged(two)).toEqual([['inference', 1, undefined]]);
    expect(flagged([...two, 'daily ~sharing'])).toEqual([['inference', 1, 3]]);
    // Wrong in another way is not right.
    expect(flagged([no, 'daily <0 -planning', 'daily <0 +planning'])).toEqual([
      ['inference', 1, undefined],
      ['inference', 2, undefined],
    ]);
  });
});
