import { describe, expect, it } from 'vitest';
import { begin, cardAt, first, heard, last } from '../testing/holdings.ts';
import { breaches } from '../testing/law/breaches.ts';
import type { Table } from '../testing/table.ts';

/** What does not go along with words that may go: files of a stricter version, and what a part that came from elsewhere is. */

describe('a file that came with a strict version', () => {
  const strict = (): Table => {
    const t = begin([]);
    const portions = [
      { text: 'One.', label: 'TLP:RED' },
      { text: 'Two.', label: 'TLP:RED' },
    ];
    const written = { type: 'WriteItem', kind: 'report', onward: 'free', title: 'Ours', portions, to: ['seat:a-lead'] } as const;
    t.ok('seat:a-lead', { ...written, attachments: ['map'] });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:b-lead'] });
    t.ok('seat:a-lead', {
      type: 'ReviseItem',
      item: first(t),
      title: 'Ours',
      portions: portions.map((p) => ({ ...p, label: 'TLP:CLEAR' })),
    });
    return t;
  };
  const filesAt = (t: Table, viewer: string) => cardAt(t, viewer, last(t))?.attachments?.length ?? 0;

  it('stays behind where a milder version goes farther, whoever sends that', () => {
    for (const by of ['seat:a-lead', 'seat:b-lead', 'control']) {
      const t = strict();
      t.ok(by, { type: 'ReleaseItem', item: first(t), to: ['public'] });
      expect([cardAt(t, 'public', first(t))?.portions[0]?.text, filesAt(t, 'public')]).toEqual(['One.', 0]);
      // Who has it keeps it.
      expect(['seat:a-lead', 'seat:b-lead', 'control'].map((v) => filesAt(t, v))).toEqual([1, 1, 1]);
    }
  });

  it('goes with a part by its originator’s hand only', () => {
    const part = { type: 'ReleaseItem', portions: [0], title: 'Part', files: [0], to: ['public'] } as const;
    const t = strict();
    expect(t.refused('seat:b-lead', { ...part, item: first(t) })).toBe('file-stays');
    t.ok('seat:a-lead', { ...part, item: first(t) });
    expect(filesAt(t, 'public')).toBe(1);
  });

  it('goes on with a version that is no milder', () => {
    const t = strict();
    t.ok('seat:a-lead', { type: 'ReviseItem', item: first(t), title: 'Ours', portions: [{ text: 'Anew.', label: 'TLP:RED' }] });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:c-lead'] });
    expect(filesAt(t, 'seat:c-lead')).toBe(1);
  });
});

it('a part that came from elsewhere is not told to be one by making the same part of the whole', () => {
  const ours = {
    id: 'ours',
    title: 'Ours',
    originator: 'party:a',
    held: ['seat:a-lead'],
    onward: 'free',
    portions: [{ text: 'One.' }, { text: 'Two.' }],
  };
  const t = begin([ours]);
  const part = { type: 'ReleaseItem', item: first(t), portions: [0], title: 'Part' } as const;
  t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:c-lead'] });
  t.ok('seat:c-lead', { ...part, to: ['seat:b-lead'] });
  const theirs = last(t);
  // B has another version of the whole than the part was made of, and so is not told what it was made of.
  t.ok('seat:a-lead', { type: 'ReviseItem', item: first(t), title: 'Ours', portions: [{ text: 'One.' }, { text: 'Anew.' }] });
  t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:b-lead'] });
  expect(heard(t, 'seat:b-lead')).not.toContain('ItemDerived');
  const before = t.record.length;
  t.ok('seat:b-lead', { ...part, to: ['seat:b-press'] });
  expect(JSON.stringify(t.record.slice(before))).not.toContain(theirs);
  expect(cardAt(t, 'seat:b-press', last(t))?.portions).toMatchObject([{ text: 'One.' }]);
});

it('what is given to the public is linked to what it was made of for its holders, and not for a side that was asked to destroy that', () => {
  const open = {
    title: 'Ours',
    originator: 'party:a',
    onward: 'free',
    portions: [
      { text: 'One.', label: 'TLP:CLEAR' },
      { text: 'Two.', label: 'TLP:CLEAR' },
    ],
  };
  const t = begin([{ ...open, id: 'ours', held: ['seat:a-lead', 'seat:c-lead'] }]);
  const whole = first(t);
  t.ok('seat:a-lead', { type: 'ReleaseItem', item: whole, to: ['party:b'] });
  t.ok('seat:b-lead', { type: 'ReleaseItem', item: whole, to: ['public'] });
  t.ok('seat:a-lead', { type: 'RecallItem', item: whole, from: ['party:b'] });
  t.ok('seat:c-lead', { type: 'ReleaseItem', item: whole, portions: [0], title: 'Part', to: ['seat:b-lead'] });
  const part = last(t);
  const before = t.record.length;
  t.ok('seat:b-lead', { type: 'ReleaseItem', item: part, to: ['public'] });
  expect(t.record.slice(before).map((r) => r.event.type)).toContain('ItemDerived');
  const links = t.record.slice(before).filter((r) => r.event.type === 'ItemDerived');
  for (const r of links) expect(t.exercise.roster.audience(r.to).viewers.has('seat:b-lead')).toBe(false);
});

it('what a part made for the public was made of is not told to a side that was asked to destroy the whole', () => {
  const portions = ['One.', 'Two.'].map((text) => ({ text, label: 'TLP:CLEAR' }));
  const t = begin([{ title: 'Ours', originator: 'party:a', onward: 'free', portions, id: 'ours', held: ['seat:a-lead'] }]);
  const whole = first(t);
  t.ok('seat:a-lead', { type: 'ReleaseItem', item: whole, to: ['public'] });
  t.ok('seat:a-lead', { type: 'RecallItem', item: whole, from: ['party:b'] });
  const before = t.record.length;
  t.ok('seat:a-lead', { type: 'ReleaseItem', item: whole, portions: [0], title: 'Part', to: ['public'] });
  const link = t.record.slice(before).find((r) => r.event.type === 'ItemDerived');
  const told = t.exercise.roster.audience(link?.to ?? []).viewers;
  expect([...SIDE_B, 'public'].filter((v) => told.has(v))).toEqual([]);
  expect(told.has('seat:a-press')).toBe(true);
  expect(breaches(t.play())).toEqual([]);
});
const SIDE_B = ['seat:b-lead', 'seat:b-press', 'control:b', 'evaluators:b'];

describe('what an item was made of is told by the versions that its holders have', () => {
  const portions = ['One.', 'Two.'].map((text) => ({ text, label: 'TLP:CLEAR' }));
  const stricter = portions.map((p) => ({ ...p, label: 'TLP:RED' }));
  const give = (t: Table, by: string, item: string, to: string) => t.ok(by, { type: 'ReleaseItem', item, to: [to] });

  it.each(['whole', 'part'] as const)('also where the %s was revised since, and that was not told them', (revised) => {
    const told = [false, true].map((anew) => {
      const t = begin([{ title: 'Ours', originator: 'party:a', onward: 'free', portions, id: 'ours', held: ['seat:a-lead'] }]);
      const whole = first(t);
      t.ok('seat:a-lead', { type: 'ReleaseItem', item: whole, portions: [0], title: 'Part', to: ['seat:a-press'] });
      const part = last(t);
      // Lead control gives in their name what they do not know to be given.
      for (const item of [whole, part]) give(t, 'control', item, 'seat:c-lead');
      give(t, 'control', whole, 'seat:b-lead');
      t.wait(1);
      if (anew && revised === 'whole') t.ok('seat:a-lead', { type: 'ReviseItem', item: whole, title: 'Ours', portions: stricter });
      if (anew && revised === 'part') t.ok('seat:a-lead', { type: 'ReviseItem', item: part, title: 'Part', portions: stricter.slice(1) });
      t.wait(1);
      give(t, 'seat:c-lead', part, 'seat:b-lead');
      expect(breaches(t.play())).toEqual([]);
      return [heard(t, 'seat:b-lead').includes('ItemDerived'), cardAt(t, 'seat:b-lead', part)?.portions[0]?.text];
    });
    expect(told).toEqual([
      [true, 'One.'],
      [true, 'One.'],
    ]);
  });

  it('and what it rests on since a revision, to those who have that or a later one', () => {
    const ours = { originator: 'party:a', onward: 'free', portions, held: ['seat:a-lead'] };
    const t = begin([
      { ...ours, title: 'Ours', id: 'ours' },
      { ...ours, title: 'Source', id: 'source' },
    ]);
    const [item, on] = [first(t), last(t)];
    give(t, 'control', item, 'seat:b-lead');
    t.ok('seat:a-lead', { type: 'ReviseItem', item, title: 'Ours', portions: stricter, basedOn: [on] });
    give(t, 'control', on, 'seat:b-lead');
    // It has the version of before: that it rests on anything would tell that there is another.
    expect(heard(t, 'seat:b-lead')).not.toContain('ItemBased');
    expect(heard(t, 'seat:a-lead')).toContain('ItemBased');
    t.ok('seat:a-lead', { type: 'ReviseItem', item, title: 'Ours', portions: stricter.slice(1) });
    give(t, 'control', item, 'seat:b-lead');
    expect(heard(t, 'seat:b-lead')).toContain('ItemBased');
    expect(breaches(t.play())).toEqual([]);
  });

  it('and not to those who have the new one, also where it was made at the same moment', () => {
    const t = begin([{ title: 'Ours', originator: 'party:a', onward: 'free', portions, id: 'ours', held: ['seat:a-lead'] }]);
    const whole = first(t);
    give(t, 'seat:a-lead', whole, 'seat:b-lead');
    t.ok('seat:a-lead', { type: 'ReviseItem', item: whole, title: 'Ours', portions: [...portions, { text: 'Three.' }] });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: whole, portions: [0], title: 'Part', to: ['seat:a-press'] });
    const part = last(t);
    give(t, 'seat:a-lead', part, 'seat:b-lead');
    expect(heard(t, 'seat:b-lead')).toContain('ItemDerived');
    give(t, 'seat:a-lead', whole, 'seat:c-lead');
    t.ok('seat:a-lead', { type: 'ReviseItem', item: part, title: 'Part', portions: [{ text: 'Anew.' }] });
    give(t, 'seat:a-lead', part, 'seat:c-lead');
    expect(heard(t, 'seat:c-lead')).not.toContain('ItemDerived');
    expect(breaches(t.play())).toEqual([]);
  });
});
