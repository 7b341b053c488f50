import { scenarioSchema } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { MINUTE, Played } from '../../../played.fixture.ts';
import { tablesOf } from './tablesView.ts';

const cell = (id: string) => [{ id: `${id}-cell`, name: id, seats: [{ id: `${id}-lead`, name: `Lead of ${id}` }] }];
const scenario = scenarioSchema.parse({
  entente: 1,
  id: 'tables',
  title: 'Tables',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT8H',
  parties: [
    { id: 'a', name: 'A', letter: 'A', cells: cell('a') },
    { id: 'b', name: 'B', letter: 'B', cells: cell('b') },
    { id: 'c', name: 'C', letter: 'C', played: 'control', cells: cell('c') },
  ],
  subjects: [{ id: 'measure', name: 'A measure' }],
  forums: [
    { id: 'group', name: 'Group', members: ['a', 'b'], chairs: ['a', 'b'], consultsBefore: ['measure'] },
    { id: 'council', name: 'Council', members: ['a', 'b', 'c'], chairs: ['c'] },
  ],
});

function begun() {
  const played = new Played(scenario);
  played.as('control', { type: 'TakeSeat', name: 'Director' }, 0);
  played.as('control', { type: 'StartClock' }, 0);
  const forum = (name: string) =>
    [...played.world('control').consultation.forums.values()].find((f) => f.named?.scenario === name)?.id ?? '';
  const open = (seat: string, more: object, minutes: number): string => {
    played.as(seat, { type: 'OpenMatter', procedure: 'consultation', title: 'x', text: 'x', shown: 'come', ...more }, minutes);
    return [...played.world('control').consultation.matters.keys()].at(-1) ?? '';
  };
  const tables = (minutes: number, viewer = 'control', side?: string) => {
    const { forums, quiet } = tablesOf(played.world(viewer), minutes * MINUTE, side);
    return {
      forums: forums.map((f) => [
        f.forum.card.name ?? f.forum.card.members.map((m) => m.party).join(),
        f.rows.map((r) => r.matter.card.title),
      ]),
      quiet: quiet.map((r) => r.matter.card.title),
    };
  };
  return { played, forum, open, tables };
}

describe('control’s tables', () => {
  it('put the forum with the nearest deadline first, and its matters by deadline', () => {
    const { forum, open, tables } = begun();
    open('seat:a-lead', { forum: forum('group'), title: 'Later', due: 60 * MINUTE }, 1);
    open('seat:a-lead', { forum: forum('council'), title: 'Soon', due: 10 * MINUTE }, 1);
    open('seat:a-lead', { forum: forum('council'), title: 'Some day' }, 1);
    expect(tables(2).forums).toEqual([
      ['Council', ['Soon', 'Some day']],
      ['Group', ['Later']],
    ]);
  });

  it('keep what closed late in sight, and fold what closed without trouble', () => {
    const { played, forum, open, tables } = begun();
    const late = open('seat:a-lead', { forum: forum('group'), title: 'Late', due: 5 * MINUTE }, 1);
    const fine = open('seat:a-lead', { forum: forum('group'), title: 'Fine', due: 30 * MINUTE }, 1);
    played.as('seat:b-lead', { type: 'ActInMatter', matter: fine, act: 'view', text: 'Yes.' }, 2);
    played.as('seat:b-lead', { type: 'ActInMatter', matter: late, act: 'view', text: 'Yes.' }, 8);
    expect(tables(9)).toEqual({
      forums: [
        ['Group', ['Late']],
        ['Council', []],
      ],
      quiet: ['Fine'],
    });
  });

  it('show a party’s own controllers no forum of others, in no row and no count', () => {
    const { open, tables } = begun();
    open('seat:a-lead', { with: ['seat:c-lead'], title: 'Between us' }, 1);
    expect(tables(2).forums.map(([name]) => name)).toContain('a,c');
    expect(JSON.stringify(tables(2, 'control:b', 'b'))).not.toContain('Between us');
    expect(
      tables(2, 'control:b', 'b')
        .forums.map(([name]) => name)
        .sort(),
    ).toEqual(['Council', 'Group']);
  });

  it('show a text that lies on a table and that no matter is about, until one is', () => {
    const { played, forum, open } = begun();
    const lying = (viewer = 'control', side?: string) =>
      tablesOf(played.world(viewer), 5 * MINUTE, side).forums.map((f) => [f.forum.card.name, f.texts.map((x) => x.card.title)]);
    played.as('seat:a-lead', { type: 'TableText', forum: forum('group'), title: 'A line', paragraphs: ['One.'] }, 1);
    const on = [...played.world('control').consultation.texts.keys()][0];
    expect(lying()).toEqual([
      ['Group', ['A line']],
      ['Council', []],
    ]);
    open('seat:a-lead', { forum: forum('group'), on, due: 30 * MINUTE }, 2);
    expect(lying().flatMap(([, texts]) => texts)).toEqual([]);
  });

  it('name a decision on which nobody was asked below the forum that was to be', () => {
    const { played, forum } = begun();
    played.as('seat:b-lead', { type: 'RecordDecision', title: 'We do it', text: 'Done.', subject: 'measure', after: [] }, 3);
    const { forums } = tablesOf(played.world('control'), 4 * MINUTE);
    expect(forums.find((f) => f.forum.id === forum('group'))?.unasked.map((d) => d.card.title)).toEqual(['We do it']);
    expect(tablesOf(played.world('control:a'), 4 * MINUTE, 'a').forums.flatMap((f) => f.unasked)).toEqual([]);
  });
});
