import { describe, expect, it } from 'vitest';
import { begin, first } from '../testing/holdings.ts';
import type { Table } from '../testing/table.ts';
import { recallFor } from './recalls.ts';
import { recallable } from './rights.ts';
import type { Item } from './state.ts';

const ours = { id: 'ours', title: 'Ours', originator: 'party:a', held: ['cell:a-cell'], portions: [{ text: 'One.' }] };
const asked = (t: Table, seat: string): number => t.seen(seat).events.filter((r) => r.event.type === 'ItemRecalled').length;
const isToDestroy = (t: Table, seat: string): boolean =>
  recallFor(t.exercise.roster, t.seen(seat).world.sharing.items.get(first(t)) as Item, seat)?.destroyed === false;
const destroy = (t: Table, seat: string) => t.say(seat, { type: 'ConfirmDestroyed', item: first(t) });

describe('what was given to all, and recalled from some', () => {
  const revised = (held: string, label: string) => {
    const t = begin([{ ...ours, held: [held], portions: [{ text: 'One.', label }] }]);
    const item = first(t);
    t.ok('seat:a-lead', { type: 'RecallItem', item, from: ['party:b'] });
    t.ok('seat:a-lead', { type: 'ReviseItem', item, title: 'Ours', portions: [{ text: 'Two.', label }] });
    return t.exercise.roster.viewers.filter((v) => t.seen(v).events.some((r) => r.event.type === 'ItemRevised'));
  };
  const others = [
    ...['control', 'control:a', 'control:c', 'evaluators', 'evaluators:a', 'evaluators:c'],
    ...['seat:a-lead', 'seat:a-press', 'seat:c-lead'],
  ];

  it('goes in a new version to all others, the evaluators of all among them', () =>
    expect(revised('everyone', 'TLP:GREEN')).toEqual(others));

  it('goes to observers of what is public, too; the public screen, which all can see, keeps the old version', () =>
    expect(revised('public', 'TLP:CLEAR')).toEqual([...others, 'observers']));

  it('does not go to the controllers of those from whom it was recalled, however they came to hold it', () => {
    const t = begin([{ ...ours, held: ['cell:a-cell', 'control:b', 'seat:b-lead'] }]);
    const item = first(t);
    t.ok('seat:a-lead', { type: 'RecallItem', item, from: ['party:b'] });
    t.ok('seat:a-lead', { type: 'ReviseItem', item, title: 'Ours', portions: [{ text: 'Two.' }] });
    expect(t.seen('control:b').events.some((r) => r.event.type === 'ItemRevised')).toBe(false);
  });
});

describe('what was recalled and released anew in one moment', () => {
  it('can be recalled again: what came after is told by the order, not by the time', () => {
    const t = begin([ours]);
    const item = first(t);
    const parties = () => recallable(t.exercise.roster, 'seat:a-lead', t.seen('seat:a-lead').world.sharing.items.get(item) as Item);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['cell:b-cell'] });
    expect(parties()).toEqual(['b']);
    t.ok('seat:a-lead', { type: 'RecallItem', item });
    expect(parties()).toEqual([]);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['cell:b-cell'] });
    expect(parties()).toEqual(['b']);
  });
});

describe('what was destroyed and is released anew', () => {
  const again = (): Table => {
    const t = begin([ours]);
    const item = first(t);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['cell:b-cell'] });
    t.ok('seat:a-lead', { type: 'RecallItem', item });
    t.ok('seat:b-lead', { type: 'ConfirmDestroyed', item });
    t.ok('seat:a-lead', { type: 'ReviseItem', item, title: 'Ours', portions: [{ text: 'Two.' }] });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['seat:b-lead'] });
    return t;
  };

  it('is held like anything else: nobody is asked to destroy it, and there is nothing to confirm', () => {
    const t = again();
    expect(isToDestroy(t, 'seat:b-lead')).toBe(false);
    expect(t.refused('seat:b-lead', { type: 'ConfirmDestroyed', item: first(t) })).toBe('not-recalled');
  });

  it('goes where its label and its originator’s word let it, as before', () => {
    const t = again();
    expect(t.refused('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['party:c'] })).toBe('needs-word');
    t.ok('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:b-press'] });
    t.ok('seat:a-lead', { type: 'RecallItem', item: first(t) });
    expect(t.refused('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:b-press'] })).toBe('recalled');
  });

  it('can be recalled again, from those only to whom it was given anew, and its destruction confirmed again, once', () => {
    const t = again();
    t.ok('seat:a-lead', { type: 'RecallItem', item: first(t) });
    expect([asked(t, 'seat:b-lead'), asked(t, 'seat:b-press')]).toEqual([2, 1]);
    expect(isToDestroy(t, 'seat:b-lead')).toBe(true);
    for (let i = 0; i < 2; i++) expect(destroy(t, 'seat:b-lead').ok).toBe(true);
    expect(t.record.filter((r) => r.event.type === 'DestructionConfirmed')).toHaveLength(2);
    expect(isToDestroy(t, 'seat:b-lead')).toBe(false);
    // Who had it before, and was not given it anew, is still to destroy the old one.
    expect(isToDestroy(t, 'seat:b-press')).toBe(true);
  });

  it('is acknowledged again, once, and not before it came again', () => {
    const t = begin([ours]);
    const item = first(t);
    const acknowledged = (): number => {
      t.say('seat:b-lead', { type: 'AcknowledgeItem', item });
      return t.record.filter((r) => r.event.type === 'ItemAcknowledged').length;
    };
    t.ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['seat:b-lead'] });
    expect([acknowledged(), acknowledged()]).toEqual([1, 1]);
    t.ok('seat:a-lead', { type: 'RecallItem', item });
    expect(acknowledged()).toBe(1);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['seat:b-lead'] });
    expect([acknowledged(), acknowledged()]).toEqual([2, 2]);
  });

  it('can be released again in the very version that was recalled', () => {
    const t = begin([ours]);
    const release = { type: 'ReleaseItem' as const, item: first(t), to: ['seat:b-lead'] };
    t.ok('seat:a-lead', release);
    expect(t.refused('seat:a-lead', release)).toBe('released-before');
    t.ok('seat:a-lead', { type: 'RecallItem', item: first(t) });
    t.ok('seat:a-lead', release);
    expect(isToDestroy(t, 'seat:b-lead')).toBe(false);
  });

  it('is asked back again from whoever got it meanwhile by third hands, destroyed or not', () => {
    const t = begin([{ ...ours, onward: 'free' }]);
    const item = first(t);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['seat:b-lead', 'party:c'] });
    t.ok('seat:a-lead', { type: 'RecallItem', item, from: ['party:b'] });
    t.ok('seat:b-lead', { type: 'ConfirmDestroyed', item });
    t.ok('seat:c-lead', { type: 'ReleaseItem', item, to: ['seat:b-lead'] });
    expect(isToDestroy(t, 'seat:b-lead')).toBe(true);
    t.ok('seat:a-lead', { type: 'RecallItem', item, from: ['party:b'] });
    expect(asked(t, 'seat:b-lead')).toBe(2);
    t.ok('seat:b-lead', { type: 'ConfirmDestroyed', item });
    expect(isToDestroy(t, 'seat:b-lead')).toBe(false);
  });
});
