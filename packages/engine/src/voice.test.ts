import { expect, it } from 'vitest';
import { smallScenario } from './testing/fixture.ts';
import { Table } from './testing/table.ts';
import { answeringVoice, isVoiced, standsFor } from './voice.ts';

it('lets lead control stand for seats of a party that it plays, and a party’s own control for its empty seats', () => {
  const t = new Table(smallScenario());
  t.sit('seat:a-lead');
  const { roster, world } = t.exercise;
  const stands = (by: string, seat: string) => standsFor(roster, world.seats, by, seat);
  expect(stands('control', 'seat:c-lead')).toBe('played');
  expect(stands('control:a', 'seat:a-press')).toBe('empty');
  expect(stands('control:a', 'seat:a-lead')).toBeUndefined();
  expect(stands('control:a', 'seat:b-press')).toBeUndefined();
  expect(stands('control', 'seat:a-press')).toBeUndefined();
  expect(stands('seat:a-lead', 'seat:a-press')).toBeUndefined();
  expect(stands('control', 'cell:c-cell')).toBeUndefined();
});

it('answers in the voice that was asked: the entity, else the seat, else the first seat of the cell or party', () => {
  const { roster, world } = new Table(smallScenario()).exercise;
  const voice = (...to: string[]) => answeringVoice(world, to);
  expect(voice('seat:c-lead', 'entity:wire')).toBe('entity:wire');
  expect(voice('party:c', 'seat:c-lead')).toBe('seat:c-lead');
  expect(voice('cell:c-cell')).toBe('seat:c-lead');
  expect(voice('control', 'seat:a-lead')).toBeUndefined();
  expect(['entity:wire', 'party:c', 'seat:a-lead', 'control', 'control:a'].map((a) => isVoiced(roster, a))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
