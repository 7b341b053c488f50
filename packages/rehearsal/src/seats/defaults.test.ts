import { waitingKinds } from '@entente/engine';
import { expect, it } from 'vitest';
import { HOUSE_RULES } from './defaults.ts';

it('the house says of every kind of what may wait, in every room, what a simulated seat or control does of it', () => {
  const said = new Set([...HOUSE_RULES.seat, ...HOUSE_RULES.control].map(({ on }) => ('waits' in on ? on.waits : '')));
  expect(waitingKinds().filter((kind) => !said.has(kind) && !said.has(kind.split('.')[1] as string))).toEqual([]);
});

it('leaves to a person only what no plain act settles', () => {
  const left = (who: 'seat' | 'control') =>
    HOUSE_RULES[who].flatMap(({ on, doing }) => ('nothing' in doing && 'waits' in on ? [on.waits] : []));
  expect(left('seat')).toEqual(['translate', 'execution.answer']);
  // What has a time is released by the rule before; the rest of it is kept for the case.
  expect(left('control')).toEqual(['release', 'address', 'judge', 'missed', 'code', 'flag', 'rollcall', 'emergency']);
});
