import { expect, it } from 'vitest';
import { pressScenario } from '../testing/press.ts';
import { Table } from '../testing/table.ts';
import { chains } from './chains.ts';

/** What sets right what two sides said, and what it weighs: by rank and name, from the scenario’s words alone. */

it('an unnamed official repairs least, a spokesperson less than a head of government, and a head as much', () => {
  const t = new Table(pressScenario({ press: [{ party: 'b', ranks: { 'b-press': 'spokesperson' } }] })).start();
  const says = (topic: string, stance: string, more: object) => {
    const by = 'speaker' in more ? 'control' : 'seat:b-press';
    const said = t.ok(by, { type: 'Speak', text: `${topic} ${stance}.`, ...more });
    t.ok('control', { type: 'CodeSaid', said, claims: [{ topic, stance }] });
    t.wait(1);
    return said;
  };
  says('planning', 'affirmed', { speaker: 'entity:a-head' });
  const no = says('drills', 'denied', { speaker: 'entity:b-head' });
  const unnamed = says('drills', 'denied', { attribution: 'background' });
  const spokesperson = says('drills', 'denied', {});
  const head = says('planning', 'affirmed', { speaker: 'entity:b-head' });
  says('planning', 'affirmed', { speaker: 'entity:b-head' });
  const [chain, ...more] = chains(t.exercise.world);
  expect(more).toEqual([]);
  expect(chain?.of).toMatchObject({ flag: 'ambiguous', said: no });
  expect(chain?.repairs.map((r) => [r.said, r.weighs, r.closes])).toEqual([
    [unnamed, 'least', undefined],
    [spokesperson, 'less', undefined],
    [head, 'as-much', true],
  ]);
});
