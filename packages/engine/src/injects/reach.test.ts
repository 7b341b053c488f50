import { describe, expect, it } from 'vitest';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { reachOf, tookTo } from './reach.ts';

const MINUTE = 60_000;
const table = () =>
  new Table(smallScenario({ injects: [{ id: 'i', title: 'i', text: 'i', to: ['party:a', 'party:c'], at: 'PT1M' }] })).start().wait(2);
const toA = (t: Table) => [...t.exercise.world.injects.deliveries.values()].find((d) => d.to.includes('party:a'))!;
const acknowledge = (t: Table, seat: string): void => void t.ok(seat, { type: 'AcknowledgeInject', delivery: toA(t).id });
const correct = (t: Table): void => void t.ok('control', { type: 'CorrectInject', inject: t.inject('i'), title: 'i', text: 'New.' });
const reach = (t: Table) => reachOf(t.exercise.world, [...t.exercise.world.injects.deliveries.values()]);

describe('the reach of an inject', () => {
  it('counts the seats at which people sit: a party that control plays sits nowhere', () => {
    expect(reach(table())).toEqual({ seats: 2, read: 0, acknowledged: 0, before: 0 });
  });

  it('tells apart what was acknowledged as it stands and what was acknowledged before it was corrected', () => {
    const t = table();
    acknowledge(t, 'seat:a-lead');
    correct(t);
    expect(reach(t)).toEqual({ seats: 2, read: 1, acknowledged: 0, before: 1 });
    acknowledge(t, 'seat:a-press');
    expect(reach(t)).toEqual({ seats: 2, read: 2, acknowledged: 1, before: 1 });
    acknowledge(t, 'seat:a-lead');
    expect(reach(t)).toEqual({ seats: 2, read: 2, acknowledged: 2, before: 0 });
  });
});

describe('the time that it takes to acknowledge', () => {
  it('runs from the text that was acknowledged', () => {
    const t = table();
    t.wait(2);
    acknowledge(t, 'seat:a-lead');
    t.wait(10);
    correct(t);
    t.wait(3);
    acknowledge(t, 'seat:a-press');
    expect(tookTo(t.exercise.world, toA(t), 'acknowledged')).toEqual([3 * MINUTE, 3 * MINUTE]);
  });

  it('leaves out what a jump passed over', () => {
    const t = table();
    t.wait(2);
    t.ok('control', { type: 'JumpClock', to: 100 * MINUTE });
    t.wait(1);
    acknowledge(t, 'seat:a-lead');
    expect(tookTo(t.exercise.world, toA(t), 'acknowledged')).toEqual([4 * MINUTE]);
  });
});
