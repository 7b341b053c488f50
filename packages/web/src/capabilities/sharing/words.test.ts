import { RULES, why } from '@entente/engine';
import { smallScenario, Table } from '@entente/engine/testing';
import { expect, it } from 'vitest';
import en from './text.en.json' with { type: 'json' };
import ko from './text.ko.json' with { type: 'json' };

const items = [
  {
    id: 'warning',
    title: 'Warning',
    originator: 'party:a',
    held: ['party:a'],
    portions: [
      { text: 'First.', label: 'TLP:GREEN' },
      { text: 'Second.', label: 'TLP:AMBER' },
      { text: 'Third.', label: 'TLP:RED' },
    ],
  },
  {
    id: 'theirs',
    title: 'Theirs',
    originator: 'party:c',
    held: ['party:a'],
    expires: 'PT1H',
    portions: [
      { text: 'Free for B.', label: 'TLP:AMBER', releasableTo: ['b'] },
      { text: 'Kept.', label: 'TLP:AMBER' },
    ],
  },
];
it('has words in both languages for every reason why a seat can or cannot see an item', () => {
  const t = new Table(smallScenario({ items })).start();
  const [warning] = t.exercise.world.sharing.items.keys();
  t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'What?', due: 9 * 60_000 });
  const { world } = t.exercise;
  const reasons = ['seat:b-lead', 'seat:a-press', 'seat:c-lead'].flatMap(
    (seat) => why(world, t.exercise.roster, 5 * 60_000, warning as string, seat) ?? [],
  );
  expect(new Set(reasons.map((r) => r.rule))).toEqual(new Set(['given', ...RULES.filter((r) => r !== 'recall')]));
  for (const words of [en, ko]) for (const over of ['expired', 'expiredOwn', 'recalled']) expect(words.may).toHaveProperty(over);
  for (const words of [en, ko])
    for (const { rule, because, ok } of reasons) {
      expect(words.rule).toHaveProperty(rule);
      expect(words.because).toHaveProperty(rule === 'reach' ? (ok ? 'reach-ok' : 'reach') : because);
    }
});
