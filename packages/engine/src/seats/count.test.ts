import { expect, it } from 'vitest';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { seatCount } from './count.ts';
import { rollState } from './waits.ts';

it('counts the seats at which people sit alike for presence, lobby and roll-call: a party that control plays sits nowhere', () => {
  const t = new Table(smallScenario()).start();
  for (const seat of ['seat:a-lead', 'seat:b-lead', 'seat:c-lead', 'control:a', 'evaluators']) t.sit(seat);
  const roll = t.ok('control', { type: 'CallRoll' });
  for (const seat of ['seat:a-lead', 'evaluators']) t.ok(seat, { type: 'AnswerRoll', roll });
  const { world } = t.exercise;
  expect(seatCount(world)).toEqual({ seated: 2, of: 4 });
  expect(seatCount(world, 'b')).toEqual({ seated: 1, of: 2 });
  expect(seatCount(world, 'c')).toEqual({ seated: 0, of: 0 });
  expect(rollState(world, world.seats.rolls.get(roll)!)).toEqual({ answered: 1, of: 4 });
  // Those who hold one party’s answers alone count that party alone.
  expect(rollState(world, world.seats.rolls.get(roll)!, 'b')).toEqual({ answered: 0, of: 2 });
});
