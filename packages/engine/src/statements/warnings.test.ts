import { expect, it } from 'vitest';
import { emptyWorld, evolve } from '../exercise.ts';
import { smallScenario } from '../testing/fixture.ts';
import { PRESS } from '../testing/press.ts';
import { Table } from '../testing/table.ts';
import type { Claim } from './cards.ts';
import { says, warnings } from './warnings.ts';

const PLANNING = 'joint-planning';
const EXERCISES = 'joint-exercises';
const NAME = { en: 'joint exercises', ko: '공동 연습' };
const MINUTE = 60_000;
const claim = (topic: string, stance: Claim['stance']): Claim => ({ topic, stance });

/** What a press desk of party `k` holds; `happen` adds an event at a minute, and gives its id. */
function desk() {
  const world = emptyWorld();
  let n = 0;
  const happen = (minute: number, event: object): string => {
    const id = `e${++n}`;
    evolve(world, event as Parameters<typeof evolve>[1], { id, at: minute * MINUTE, wall: 0 });
    return id;
  };
  const said = (minute: number, party: string, text: string, more: object = {}): string =>
    happen(minute, {
      type: 'StatementMade',
      card: { party, by: `seat:${party}`, rank: 'head', attribution: 'on-record', posture: 'active', text, ...more },
    });
  const read = (minute: number, of: string, ...claims: Claim[]) => happen(minute, { type: 'ReadingKept', said: of, party: 'k', claims });
  const told = (minute: number) => happen(minute, { type: 'PairTold', term: 'x', name: NAME, topic: EXERCISES, mistakenFor: [PLANNING] });
  const warned = (text: object | string, ...claims: Claim[]) =>
    warnings(world, 'k', { text: text as string, claims }, 30 * MINUTE).map((w) => [w.flag, w.why, w.with]);
  return { world, happen, said, read, told, warned };
}

it('warns of a statement that the draft would contradict, as its own desk has read that statement', () => {
  const { said, read, warned } = desk();
  const no = said(4, 'u', 'No.');
  expect(warned('Yes.', claim(PLANNING, 'affirmed'))).toEqual([]);
  read(5, no, claim(PLANNING, 'denied'));
  expect(warned('Yes.', claim(PLANNING, 'affirmed'))).toEqual([['contradictory', 'same-topic', no]]);
  expect(warned('No.', claim(PLANNING, 'denied'))).toEqual([]);
});

it('warns of what the other side stands by last, not of what it has set right', () => {
  const { said, read, warned } = desk();
  read(5, said(4, 'u', 'No.'), claim(PLANNING, 'denied'));
  read(7, said(6, 'u', 'Yes, we plan.'), claim(PLANNING, 'affirmed'));
  expect(warned('We plan.', claim(PLANNING, 'affirmed'))).toEqual([]);
});

it('warns of a term that is easily mistaken once its side was told of it, and names whose answer was about it', () => {
  const { said, told, warned } = desk();
  const no = said(4, 'u', 'No.', { question: { by: 'entity:wire', text: 'Are you discussing joint exercises?' } });
  expect(warned({ en: 'No difference on joint exercises.' })).toEqual([]);
  told(20);
  expect(warned({ en: 'No difference on Joint  Exercises.' })).toEqual([['ambiguous', 'named', no]]);
  expect(warned({ ko: '공동연습에 이견이 없습니다.' })).toEqual([['ambiguous', 'named', no]]);
  expect(warned({ en: 'We plan together.' })).toEqual([]);
  // A name counts in its own language only.
  expect(warned({ ko: 'joint exercises' })).toEqual([]);
});

it('takes what another side said for the term also with a word or two between, but not one’s own words', () => {
  const { said, told, warned } = desk();
  const no = said(4, 'u', { en: 'No.', ko: '아니요.' } as unknown as string, {
    question: { by: 'entity:wire', text: { en: 'Are you discussing joint nuclear exercises?', ko: '공동 핵 연습을 논의합니까?' } },
  });
  said(5, 'u', 'The exercises are joint.');
  told(20);
  expect(warned({ en: 'No difference on joint exercises.' })).toEqual([['ambiguous', 'named', no]]);
  expect(warned({ ko: '공동 연습에 이견이 없습니다.' })).toEqual([['ambiguous', 'named', no]]);
  expect(warned({ en: 'No joint nuclear exercises.' })).toEqual([]);
});

it('is silent on a term whose meaning is agreed, and on words that tell the two apart', () => {
  const { happen, said, told, warned } = desk();
  said(4, 'u', 'No joint exercises.');
  told(20);
  expect(warned({ en: 'Joint exercises: no.' }, claim(EXERCISES, 'denied'), claim(PLANNING, 'affirmed'))).toEqual([]);
  happen(25, { type: 'MeaningAgreed', term: 'x', name: NAME, topic: EXERCISES, text: 'Forces that train', parties: ['k', 'u'] });
  expect(warned({ en: 'Joint exercises go on.' })).toEqual([]);
});

it('warns where the draft departs from the line that was agreed, and not from one’s own', () => {
  const { happen, warned } = desk();
  const card = (agreed: string[]) => ({ name: 'Line', text: 'We plan.', claims: [claim(PLANNING, 'affirmed')], agreed, use: 'line' });
  happen(0, { type: 'LineGiven', card: card(['k']) });
  expect(warned('We leave it open.', claim(PLANNING, 'open'))).toEqual([]);
  const line = happen(1, { type: 'LineGiven', card: card(['k', 'u']) });
  expect(warned('We leave it open.', claim(PLANNING, 'open'))).toEqual([['off-line', 'departs', line]]);
});

it('rests on nothing that was said off the record', () => {
  const { said, read, warned } = desk();
  read(5, said(4, 'u', 'No.', { attribution: 'off-record', outlet: 'entity:wire' }), claim(PLANNING, 'denied'));
  expect(warned('Yes.', claim(PLANNING, 'affirmed'))).toEqual([]);
});

it('finds a name whatever stands between its words, and nothing by no name', () => {
  expect(says('Joint-exercises', NAME)).toBe(true);
  expect(says({ en: 'anything' }, { en: ' ' })).toBe(false);
});

const seat = (id: string) => ({ id, name: id, may: ['speak'] });
const party = (id: string) => ({
  id,
  name: id,
  cells: [{ id: `${id}-cell`, name: id, seats: [seat(`${id}-voice`), seat(`${id}-second`)] }],
});

it('rests on nothing that a partner or lead control keeps: two exercises that differ in it warn alike', () => {
  const exercise = (hidden: boolean) => {
    const press = [{ party: 'a', clearers: ['seat:a-second'] }];
    const lines = hidden
      ? [...PRESS.lines, { ...PRESS.lines[0], id: 'secret', agreed: ['a'], claims: [{ topic: 'drills', stance: 'denied' }] }]
      : PRESS.lines;
    const terms = hidden ? PRESS.terms : [{ ...PRESS.terms[0], mistakenFor: [], meanings: { b: 'Forces in the field' } }];
    const t = new Table(smallScenario({ ...PRESS, parties: [party('a'), party('b')], press, lines, terms })).start();
    for (const who of ['seat:a-voice', 'seat:a-second', 'seat:b-voice', 'control']) t.sit(who);
    const said = t.ok('control', { type: 'Speak', speaker: 'entity:a-head', text: { en: 'No exercise.' } });
    if (!hidden) return t;
    const claims = [claim('planning', 'denied')];
    t.ok('control', { type: 'CodeSaid', said, claims });
    t.ok('seat:a-voice', { type: 'KeepReading', said, claims });
    const draft = t.ok('seat:a-voice', { type: 'DraftStatement' });
    t.ok('seat:a-voice', { type: 'WordDraft', draft, language: 'en', text: 'We take the exercise back.', claims });
    t.ok('seat:a-voice', { type: 'AskClearance', draft, language: 'en' });
    return t;
  };
  const drafts = [
    { text: { en: 'The exercise goes on.' }, claims: [claim('planning', 'affirmed')] },
    { text: { en: 'Another word.' }, claims: [claim('drills', 'affirmed'), claim('planning', 'denied')] },
  ];
  const [plain, secret] = [exercise(false), exercise(true)];
  const warned = (t: Table, viewer: string) =>
    drafts.map((draft) => warnings(t.seen(viewer).world, 'b', draft, 0).map(({ with: _, ...w }) => w));
  expect(warned(secret, 'seat:b-voice')).toEqual(warned(plain, 'seat:b-voice'));
  // What is kept would change them: lead control, who has it all, would be warned of more.
  expect(warned(secret, 'control')).not.toEqual(warned(plain, 'control'));
});
