import type { Id } from '../fact.ts';
import type { Table } from './table.ts';

/** Forums for tests of consulting: a group of two sides that is asked before a measure, and a council that C chairs. */
export const TWO_FORUMS = [
  { id: 'group', name: 'The group', members: ['a', 'b'], chairs: ['a', 'b'], consultsBefore: ['measure'] },
  { id: 'council', name: 'The council', members: ['a', 'b', 'c'], chairs: ['c'] },
];
/** In the name of C, which control plays. */
export const AS_C = { speaker: 'seat:c-lead' };

/** The forum that the scenario calls so. */
export const forumCalled = (t: Table, scenario: string): Id =>
  [...t.exercise.world.consultation.forums.values()].find((f) => f.named?.scenario === scenario)?.id ?? '';

/** Acts in a matter. */
export const actIn = (t: Table, seat: string, matter: Id, act: string, more: object = {}): Id =>
  t.ok(seat, { type: 'ActInMatter', matter, act, ...more } as never);
