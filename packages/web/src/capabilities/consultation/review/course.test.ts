import { scenarioSchema } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { MINUTE, Played } from '../../../played.fixture.ts';
import { type CourseRow, courseOf, evidenceOfMatter, sideOfEdition } from './course.ts';
import { counts } from './MatterCells.tsx';
import { consultationSentences } from './sentences.ts';

const cell = (id: string) => [{ id: `${id}-cell`, name: id, seats: [{ id: `${id}-lead`, name: `Lead of ${id}` }] }];
const GROUP = { id: 'group', name: 'Group', members: ['a', 'b'], consultsBefore: ['measure'] };
const INPUT = {
  entente: 1,
  id: 'course',
  title: 'Course',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT8H',
  parties: [
    { id: 'a', name: 'A', letter: 'A', cells: cell('a') },
    { id: 'b', name: 'B', letter: 'B', cells: cell('b') },
  ],
  subjects: [{ id: 'measure', name: 'A measure' }],
  forums: [{ ...GROUP, chairs: ['a', 'b'] }],
};
const OF_THREE = [...INPUT.parties, { id: 'c', name: 'C', letter: 'C', cells: cell('c') }];
const scenario = scenarioSchema.parse(INPUT);

/** B decides at 3, asks at 18 with time until 30; A answers at 34, four minutes late. */
function played() {
  const all = new Played(scenario);
  all.as('control', { type: 'TakeSeat', name: 'Director' }, 0);
  all.as('control', { type: 'StartClock' }, 0);
  const forum = [...all.world('control').consultation.forums.keys()][0];
  all.as('seat:b-lead', { type: 'RecordDecision', title: 'We show it', text: 'Done.', subject: 'measure', after: [] }, 3);
  all.as(
    'seat:b-lead',
    {
      ...{ type: 'OpenMatter', forum, procedure: 'consensus', title: 'Visible measure', text: 'Do you join?' },
      ...{ subject: 'measure', due: 30 * MINUTE, shown: 'come' },
    },
    18,
  );
  const matter = [...all.world('control').consultation.matters.keys()][0] ?? '';
  all.as('seat:a-lead', { type: 'ActInMatter', matter, act: 'join' }, 34);
  return { all, matter };
}

describe('the course of a matter', () => {
  it('shows the decision before asking, the time of waiting and that the answer was late', () => {
    const { all, matter } = played();
    const [row] = courseOf(all.world('control'), 40 * MINUTE, undefined);
    expect(row?.key).toBe(`matter:${matter}`);
    const told = row?.lanes.map(({ party, bars, marks }) => [
      party,
      bars.map((b) => `${b.kind} ${b.from / MINUTE}–${b.to / MINUTE}`),
      marks.map((m) => `${m.kind} ${m.at / MINUTE}`),
    ]);
    expect(told).toEqual([
      ['a', ['awaited 18–30', 'late 30–34'], ['deadline 30', 'answers 34']],
      ['b', ['before 3–18', 'open 18–34'], ['decides 3', 'asksLate 18']],
    ]);
  });

  it('holds no decision in the edition of a side that was told of none', () => {
    const { all, matter } = played();
    const world = all.world('seat:a-lead');
    const [row] = courseOf(world, 40 * MINUTE, sideOfEdition('seat:a-lead', world));
    expect(row?.lanes.find((l) => l.party === 'b')?.marks.map((m) => m.kind)).toEqual(['asks']);
    expect(row?.troubles.map((x) => x.kind)).toEqual(['late']);
    const held = new Set(all.edition('seat:a-lead').map((e) => e.id));
    expect(evidenceOfMatter(world, matter).every((id) => held.has(id))).toBe(true);
  });

  it('shows in a forum’s edition what was kept together, once it closed', () => {
    const all = new Played(
      scenarioSchema.parse({ ...INPUT, parties: OF_THREE, forums: [{ ...GROUP, members: ['a', 'b', 'c'], chairs: ['a'] }] }),
    );
    all.as('control', { type: 'TakeSeat', name: 'Director' }, 0);
    all.as('control', { type: 'StartClock' }, 0);
    const forum = [...all.world('control').consultation.forums.keys()][0] ?? '';
    const asked = { type: 'OpenMatter', forum, procedure: 'consultation', title: 'Kept', text: 'What do you say?', due: 30 * MINUTE };
    all.as('seat:a-lead', { ...asked, shown: 'together' }, 1);
    const matter = [...all.world('control').consultation.matters.keys()][0] ?? '';
    for (const [seat, at] of [
      ['seat:b-lead', 5],
      ['seat:c-lead', 7],
    ] as const)
      all.as(seat, { type: 'ActInMatter', matter, act: 'view', text: 'Ours.' }, at);
    const world = all.between('seat:a-lead', 'seat:b-lead', 'seat:c-lead');
    expect(world.consultation.matters.get(matter)?.acts).toEqual([]);
    const [row] = courseOf(world, 40 * MINUTE, sideOfEdition(`forum:${forum}`, world));
    expect(row?.troubles).toEqual([]);
    expect(row?.lanes.map(({ marks }) => marks.map((m) => `${m.kind} ${m.at / MINUTE}`))).toEqual([
      ['asks 1'],
      ['answers 5'],
      ['answers 7'],
    ]);
  });

  it('shows that a new version of the text asked anew who had joined, and until when', () => {
    const all = new Played(
      scenarioSchema.parse({ ...INPUT, parties: OF_THREE, forums: [{ ...GROUP, members: ['a', 'b', 'c'], chairs: ['a'] }] }),
    );
    all.as('control', { type: 'TakeSeat', name: 'Director' }, 0);
    all.as('control', { type: 'StartClock' }, 0);
    const consultation = () => all.world('control').consultation;
    const forum = [...consultation().forums.keys()][0] ?? '';
    all.as('seat:a-lead', { type: 'TableText', forum, title: 'Line', paragraphs: ['One.'] }, 1);
    const on = [...consultation().texts.keys()][0] ?? '';
    const asked = {
      type: 'OpenMatter',
      forum,
      procedure: 'consensus',
      title: 'Line',
      text: 'Do you join?',
      due: 20 * MINUTE,
      shown: 'come',
    };
    all.as('seat:a-lead', { ...asked, on }, 2);
    const matter = [...consultation().matters.keys()][0] ?? '';
    all.as('seat:b-lead', { type: 'ActInMatter', matter, act: 'join' }, 5);
    all.as('seat:c-lead', { type: 'SetWording', of: on, version: 1, paragraph: 'p1', words: 'One!' }, 6);
    const bracket = consultation().texts.get(on)?.brackets[0]?.id;
    all.as('seat:a-lead', { type: 'TakeWording', bracket }, 7);
    all.as('seat:b-lead', { type: 'TakeWording', bracket }, 8);
    all.at(10);
    const row = () => courseOf(all.world('control'), 10 * MINUTE, undefined)[0] as CourseRow;
    expect(counts(row())).toEqual({ asked: 2, answered: 0, late: 0 });
    all.as('seat:b-lead', { type: 'ActInMatter', matter, act: 'join' }, 23);
    const told = (party: string, { lanes } = row()) => lanes.find((l) => l.party === party);
    expect(told('b')?.bars.map((b) => `${b.kind} ${b.from / MINUTE}–${b.to / MINUTE}`)).toEqual([
      'awaited 2–5',
      'awaited 8–20',
      'late 20–23',
    ]);
    expect(told('b')?.marks.map((m) => `${m.kind} ${m.at / MINUTE}`)).toContain('void 8');
    expect([row().version, counts(row()).answered]).toEqual([2, 1]);
  });

  it('is told in sentences whose figures name their events', () => {
    const { all } = played();
    const [first = []] = consultationSentences(all.world('control'), { who: (a) => a }, undefined);
    expect(first.map((s) => s.key)).toEqual(['consultDue', 'consultUnasked', 'consultAnsweredLate', 'consultMedian']);
    expect(first[1]?.figures.time).toMatchObject({ value: 15 * MINUTE, unit: 'ms' });
    expect(first[1]?.words).toEqual({ who: 'party:b' });
    expect(first.flatMap((s) => Object.values(s.figures)).every((f) => f.evidence.length > 0)).toBe(true);
    const [seen = []] = consultationSentences(all.world('seat:a-lead'), { who: (a) => a }, 'a');
    expect(seen.map((s) => s.key)).toEqual(['consultAnsweredLate', 'consultMedian']);
  });

  it('tells an answer that came late from one that never came', () => {
    const { all, matter } = played();
    const forum = all.world('control').consultation.matters.get(matter)?.forum;
    const ask = { type: 'OpenMatter', forum, procedure: 'consultation', title: 'Ours', text: 'And this?', due: 50 * MINUTE, shown: 'come' };
    all.as('seat:a-lead', ask, 40);
    all.at(55);
    const [first = []] = consultationSentences(all.world('control'), { who: (a) => a }, undefined);
    const told = Object.fromEntries(first.map((s) => [s.key, s.figures]));
    expect(told.consultAnsweredLate).toMatchObject({ n: { value: 1 }, all: { value: 2 }, late: { value: 1 } });
    expect(told.consultOverdue).toMatchObject({ n: { value: 1 } });
    const [asked, never] = courseOf(all.world('control'), 55 * MINUTE, undefined);
    expect([asked?.lasted, never?.lasted]).toEqual([16 * MINUTE, undefined]);
    expect([asked, never].map((r) => r?.troubles.map((x) => x.kind))).toEqual([['unasked', 'late'], ['late']]);
  });
});
