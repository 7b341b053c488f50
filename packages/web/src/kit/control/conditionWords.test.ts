import { atomNames } from '@entente/engine';
import { OUTCOMES, PROCEDURES } from '@entente/engine/consultation';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../capabilities/index.ts';
import { conditionWords, type Terms } from './conditionWords.ts';
import { sayIn } from './fixture.ts';

const parts = await partsOf('control');
const terms: Terms = {
  phrases: Object.assign({}, ...parts.map((part) => part.phrases)),
  milestone: (id) => ({ consulted: 'consulted' })[id] ?? id,
  number: (id) => ({ 'i-058': '058', 'e-060': '060' })[id] ?? id,
  variable: () => 'line agreed',
  item: () => 'Visit under preparation',
  forum: () => 'Regional council',
  subject: () => 'public measure',
  topic: () => 'joint planning',
  line: () => 'communiqué',
  who: (a) => (a === 'party:us' ? 'United States' : 'Republic of Korea'),
  time: () => '14:55',
};
const en = (when: Parameters<typeof conditionWords>[0]): string => conditionWords(when, terms, sayIn('en'));

describe('a condition in words', () => {
  it('can be said, whatever is asked', () => expect(Object.keys(terms.phrases).sort()).toEqual(atomNames().sort()));
  it('is the milestone’s own name', () => expect(en({ milestone: 'consulted' })).toBe('consulted'));
  it('names injects and expected actions by the numbers people use', () => {
    expect(en({ inject: { id: 'i-058', is: 'released' } })).toBe('058 released');
    expect(en({ expected: { id: 'e-060', is: 'missed' } })).toBe('060 missed');
  });
  it('says what is not yet', () => expect(en({ not: { milestone: 'consulted' } })).toBe('not yet “consulted”'));
  it('joins with and, and or', () => expect(en({ all: [{ milestone: 'consulted' }, { time: 1 }] })).toBe('consulted and 14:55'));
  it('puts brackets round an “or” inside an “and”', () =>
    expect(en({ all: [{ any: [{ milestone: 'consulted' }, { time: 1 }] }, { inject: { id: 'i-058', is: 'released' } }] })).toBe(
      '(consulted or 14:55) and 058 released',
    ));
  it('turns “not both” into “one or the other not”', () =>
    expect(en({ not: { all: [{ milestone: 'consulted' }, { inject: { id: 'i-058', is: 'released' } }] } })).toBe(
      'not yet “consulted” or 058 not released',
    ));
  it('reads a message as who does what to whom', () =>
    expect(en({ message: { from: 'party:us', to: 'party:rok', purpose: 'ask' } })).toBe('United States asks Republic of Korea'));
  it('reads a variable by its value', () => {
    expect(en({ variable: { id: 'x', is: true } })).toBe('line agreed');
    expect(en({ variable: { id: 'x', atLeast: 3 } })).toBe('line agreed at least 3');
  });
  it('says of an item who holds it, and to whom it went', () => {
    expect(en({ item: { id: 'visit', is: 'held', by: 'party:us' } })).toBe('“Visit under preparation” held by United States');
    expect(en({ not: { item: { id: 'visit', is: 'released', by: 'party:rok' } } })).toBe(
      '“Visit under preparation” not released to Republic of Korea',
    );
  });
  it('reads a release request as whose word was asked for', () =>
    expect(en({ request: { from: 'party:rok', to: 'party:us', is: 'overdue' } })).toBe(
      'release request from Republic of Korea to United States overdue',
    ));
  it('has words for what may be asked of items and requests in both languages', () => {
    for (const language of ['en', 'ko'] as const)
      for (const wanted of [true, false]) {
        const words = (when: Parameters<typeof conditionWords>[0]): string =>
          conditionWords(wanted ? when : { not: when }, terms, sayIn(language));
        for (const is of ['held', 'released', 'requested', 'refused', 'acknowledged', 'recalled'] as const)
          expect(words({ item: { id: 'x', is } })).not.toMatch(/undefined|\{\{/);
        for (const is of ['made', 'granted', 'refused', 'overdue'] as const)
          expect(words({ request: { is } })).not.toMatch(/undefined|\{\{/);
      }
  });
  it('says of a matter what was asked where, on what and by whom, and what came of it', () => {
    expect(en({ matter: { is: 'opened' } })).toBe('a matter opened');
    expect(en({ matter: { forum: 'council', subject: 'measure', procedure: 'consultation', is: 'opened', by: 'us' } })).toBe(
      'a consultation in Regional council on “public measure” opened by United States',
    );
    expect(en({ not: { matter: { is: 'in-time', by: 'rok' } } })).toBe('no answer in time by Republic of Korea to a matter');
    expect(en({ matter: { procedure: 'silence', is: 'closed', by: 'us', outcome: 'broken' } })).toBe(
      'a silence procedure of United States: silence broken',
    );
  });
  it('says of a decision whose it is, on what, and whether it was consulted on', () => {
    expect(en({ decision: { is: 'taken', by: 'us' } })).toBe('decision by United States');
    expect(en({ decision: { is: 'unasked', by: 'us', subject: 'measure' } })).toBe(
      'decision by United States on “public measure” before consulting',
    );
  });
  it('has words for every question about matters and decisions in both languages', () => {
    for (const language of ['en', 'ko'] as const)
      for (const wanted of [true, false]) {
        const words = (when: Parameters<typeof conditionWords>[0]): string =>
          conditionWords(wanted ? when : { not: when }, terms, sayIn(language));
        for (const is of ['opened', 'answered', 'in-time', 'late', 'closed'] as const)
          expect(words({ matter: { is, forum: 'x', subject: 'y', by: 'us' } })).not.toMatch(/undefined|\{\{|condition\./);
        for (const procedure of Object.keys(PROCEDURES) as (keyof typeof PROCEDURES)[])
          expect(words({ matter: { is: 'opened', procedure } })).not.toMatch(/undefined|\{\{|condition\./);
        for (const outcome of OUTCOMES)
          expect(words({ matter: { is: 'closed', outcome, by: 'us' } })).not.toMatch(/undefined|\{\{|condition\./);
        for (const is of ['taken', 'asked', 'unasked'] as const)
          expect(words({ decision: { is, by: 'us', subject: 'y' } })).not.toMatch(/undefined|\{\{|condition\./);
      }
  });
  it('has words for every form in Korean', () => {
    const said = conditionWords(
      { all: [{ not: { milestone: 'consulted' } }, { any: [{ time: 1 }, { message: { purpose: 'ask' } }] }] },
      terms,
      sayIn('ko'),
    );
    expect(said).toBe('‘consulted’ 이전, (14:55 이후 또는 누구든 문의)');
  });
});
