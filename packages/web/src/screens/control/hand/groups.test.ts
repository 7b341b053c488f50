import { expect, it } from 'vitest';
import type { HandCard } from '../../../kit/control/hand.ts';
import { bundled } from './groups.ts';

const card = (key: string, party: string, kind = 'answer'): HandCard => ({
  ...{ key, id: key, room: 'messages', kind, parties: [party] },
  ...{ when: { key: 'hand.waiting', ms: 0 }, number: '', title: key, everyone: false },
});
const keys = (cards: readonly HandCard[]) => bundled(cards).map((row) => row.cards.map((c) => c.key).join(' '));

it('what one side asks six times is one row at the place of its most urgent; others stand by themselves', () => {
  const asked = ['1', '2', '3', '4', '5', '6'].map((n) => card(`k${n}`, 'k'));
  const [first, ...rest] = asked as [HandCard, ...HandCard[]];
  expect(keys([card('u1', 'u'), first, card('u2', 'u'), ...rest])).toEqual(['u1', 'k1 k2 k3 k4 k5 k6', 'u2']);
});

it('five are no crowd, nor are six of two kinds', () => {
  const five = ['1', '2', '3', '4', '5'].map((n) => card(`k${n}`, 'k'));
  expect(keys([...five, card('k6', 'k', 'judge')])).toEqual(['k1', 'k2', 'k3', 'k4', 'k5', 'k6']);
});
