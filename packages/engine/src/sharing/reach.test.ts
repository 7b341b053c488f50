import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Id } from '../fact.ts';
import { begin, cardAt, first, heard, last, lastRequest } from '../testing/holdings.ts';
import { HARBOUR_POLICY } from '../testing/labels.ts';
import type { Table } from '../testing/table.ts';
import { leftOut } from './desk.ts';
import type { Item } from './state.ts';

/** Every path by which words of an item come to somebody, and the one gate that each of them passes. */

const SECRET = 'The pump at the north quay.';
const ours = (more: object = {}) => ({
  id: 'ours',
  title: 'Ours',
  originator: 'party:a',
  held: ['cell:a-cell'],
  portions: [{ text: 'One.' }, { text: 'Two.' }],
  ...more,
});
const revise = (t: Table, words: string, label?: string, by = 'seat:a-lead'): Id =>
  t.ok(by, { type: 'ReviseItem', item: first(t), title: 'Ours', portions: [{ text: words, ...(label ? { label } : {}) }] });
const release = (t: Table, by: string, to: string, item = first(t)): Id => t.ok(by, { type: 'ReleaseItem', item, to: [to] });
const textAt = (t: Table, viewer: string) => cardAt(t, viewer, first(t))?.portions[0]?.text;
const withheld = (t: Table) => t.record.flatMap((r) => (r.event.type === 'ItemWithheld' ? [{ ...r.event, told: r.to }] : []));

describe('a second stricter version', () => {
  it('goes to no third party that has a milder one: each holder is judged by the version that it has', () => {
    const t = begin([ours({ onward: 'free' })]);
    release(t, 'seat:a-lead', 'seat:b-lead');
    release(t, 'seat:b-lead', 'party:c');
    for (const words of ['Once.', SECRET]) revise(t, words, 'TLP:RED');
    expect(textAt(t, 'seat:b-lead')).toBe(SECRET);
    for (const viewer of ['seat:c-lead', 'control:c', 'evaluators:c']) {
      expect(textAt(t, viewer)).toBe('One.');
      expect(heard(t, viewer)).not.toContain(SECRET);
    }
    revise(t, 'Mild again.', 'TLP:GREEN');
    expect(textAt(t, 'seat:c-lead')).toBe('Mild again.');
  });

  it('under a policy of the exercise’s own is read by nobody who is not cleared for it', () => {
    const portions = [{ text: 'One.', label: 'OPEN' }];
    const t = begin([ours({ onward: 'free', portions, held: ['seat:a-lead'] })], { labels: HARBOUR_POLICY });
    release(t, 'seat:a-lead', 'seat:b-lead');
    release(t, 'seat:b-lead', 'seat:c-lead');
    for (const words of ['Once.', SECRET]) revise(t, words, 'HARBOUR//REL SOUTH');
    expect(textAt(t, 'seat:b-lead')).toBe(SECRET);
    expect(textAt(t, 'seat:c-lead')).toBe('One.');
  });

  it('reaches the seat that has the one before it and not its neighbour who missed that', () => {
    const t = begin([ours({ onward: 'free' })]);
    release(t, 'seat:a-lead', 'seat:b-lead');
    release(t, 'seat:b-lead', 'cell:b-cell');
    for (const words of ['Once.', SECRET]) revise(t, words, 'TLP:RED');
    expect(textAt(t, 'seat:b-lead')).toBe(SECRET);
    expect(textAt(t, 'seat:b-press')).toBe('One.');
  });

  it('answers alike whether somebody holds it of whom its originator does not know', () => {
    const answers = [false, true].map((passedOn) => {
      const t = begin([ours({ onward: 'free' })]);
      release(t, 'seat:a-lead', 'seat:b-lead');
      if (passedOn) release(t, 'seat:b-lead', 'party:c');
      return ['Once.', SECRET].map((text) => {
        const portions = [{ text, label: 'TLP:RED' }];
        const answer = t.say('seat:a-lead', { type: 'ReviseItem', item: first(t), title: 'Ours', portions });
        return answer.ok ? answer.events.length : answer.rejection;
      });
    });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('is refused where a holder that is known has a milder one and may not have this, whatever others were given since', () => {
    const t = begin([ours()]);
    release(t, 'seat:a-lead', 'party:b');
    const strict = { type: 'ReviseItem', item: first(t), title: 'Ours', portions: [{ text: SECRET, label: 'TLP:RED' }] } as const;
    expect(t.refused('seat:a-lead', strict)).toBe('label-keeps-it');
    expect(t.refused('control', strict)).toBe('label-keeps-it');
  });
});

describe('a new version after a recall', () => {
  const recalled = (): Table => {
    const t = begin([ours()]);
    release(t, 'seat:a-lead', 'party:b');
    t.ok('seat:a-lead', { type: 'RecallItem', item: first(t) });
    return t;
  };

  it('goes to nobody who was asked to destroy it, confirmed or not', () => {
    const t = recalled();
    t.ok('seat:b-lead', { type: 'ConfirmDestroyed', item: first(t) });
    revise(t, SECRET);
    for (const viewer of ['seat:b-lead', 'seat:b-press', 'control:b']) expect(heard(t, viewer)).not.toContain(SECRET);
    expect(textAt(t, 'seat:a-press')).toBe(SECRET);
  });

  it('may be stricter than they might have had: they do not get it', () => {
    const t = recalled();
    revise(t, SECRET, 'TLP:RED');
    expect(heard(t, 'seat:b-lead')).not.toContain(SECRET);
  });

  it('goes to whom it is released anew, and the next ones with it', () => {
    const t = recalled();
    t.ok('control', { type: 'PauseClock' });
    revise(t, 'Second.');
    release(t, 'seat:a-lead', 'seat:b-lead');
    revise(t, SECRET);
    expect(textAt(t, 'seat:b-lead')).toBe(SECRET);
    expect(heard(t, 'seat:b-press')).not.toContain(SECRET);
  });

  it('does not come by a hand that is not the originator’s', () => {
    const t = begin([ours({ onward: 'free' })]);
    release(t, 'seat:a-lead', 'seat:b-lead');
    release(t, 'seat:a-lead', 'party:c');
    t.ok('seat:a-lead', { type: 'RecallItem', item: first(t), from: ['party:b'] });
    release(t, 'seat:c-lead', 'seat:b-press');
    revise(t, SECRET);
    expect(textAt(t, 'seat:c-lead')).toBe(SECRET);
    for (const viewer of ['seat:b-lead', 'seat:b-press']) expect(heard(t, viewer)).not.toContain(SECRET);
  });
});

describe('what was recalled', () => {
  const held = (): Table => {
    const t = begin([ours({ onward: 'free', portions: [{ text: 'One.' }, { text: SECRET }] })]);
    release(t, 'seat:a-lead', 'seat:b-lead');
    return t;
  };

  it('is made into nothing else by those who are to destroy it', () => {
    const t = held();
    t.ok('seat:a-lead', { type: 'RecallItem', item: first(t) });
    const made = { type: 'SanitiseItem', item: first(t), title: 'Less', portions: [{ of: 0 }] } as const;
    expect(t.refused('seat:b-lead', made)).toBe('recalled');
  });

  it('goes out no more as the same part, though the whole may', () => {
    const t = held();
    const part = { type: 'ReleaseItem', item: first(t), portions: [1], title: 'Part' } as const;
    t.ok('seat:b-lead', { ...part, to: ['seat:a-lead'] });
    t.ok('control', { type: 'RecallItem', item: last(t), from: ['party:b'] });
    expect(t.refused('seat:b-lead', { ...part, to: ['party:c'] })).toBe('recalled');
  });
});

describe('an item that an inject brings', () => {
  const brought = (more: object, to: string[], labels: object = {}): Table =>
    begin([ours({ id: 'brought', originator: 'wire', held: [], ...more })], {
      injects: [{ id: 'i1', title: 'I', text: 'See.', at: 'PT5M', to, item: 'brought' }],
      ...labels,
    });
  const red = { portions: [{ text: SECRET, label: 'TLP:RED' }] };

  it('goes to those whom its label reaches; of the others lead control alone is told, and they get the rest', () => {
    const t = brought(red, ['seat:a-lead', 'cell:b-cell']).wait(6);
    expect(heard(t, 'seat:a-lead')).toContain(SECRET);
    for (const viewer of ['seat:b-lead', 'control:b', 'evaluators:b']) expect(heard(t, viewer)).not.toContain(SECRET);
    expect(heard(t, 'seat:b-lead')).toContain('InjectDelivered');
    expect(withheld(t)).toMatchObject([{ to: ['cell:b-cell'], because: 'organisation', told: ['control'] }]);
  });

  it('is shown beforehand to no controller whose players may not have it', () => {
    const t = brought(red, ['seat:a-lead', 'cell:b-cell']);
    expect(heard(t, 'control:a')).toContain(SECRET);
    expect(heard(t, 'control:b')).not.toContain(SECRET);
  });

  it('goes to nobody who is not cleared for it', () => {
    const t = brought({ portions: [{ text: SECRET, label: 'OPEN//NEED CARGO' }] }, ['party:a', 'party:b'], { labels: HARBOUR_POLICY });
    t.wait(6);
    expect(heard(t, 'seat:a-press')).toContain(SECRET);
    expect(heard(t, 'control:b')).not.toContain(SECRET);
    expect(withheld(t)).toMatchObject([{ to: ['party:b'], because: 'not-cleared' }]);
  });

  it('goes to its originator’s own people however strict it is, to nobody once its time has passed', () => {
    const own = brought({ ...red, originator: 'party:b' }, ['cell:b-cell']).wait(6);
    expect(heard(own, 'seat:b-press')).toContain(SECRET);
    const late = brought({ expires: 'PT4M' }, ['party:a']).wait(6);
    expect(heard(late, 'seat:a-lead')).not.toContain('One.');
    expect(withheld(late)).toMatchObject([{ to: ['party:a'], because: 'expired' }]);
  });

  it('in a stricter version than was planned is judged as it stands', () => {
    const t = begin([ours()], { injects: [{ id: 'i1', title: 'I', text: 'See.', at: 'PT5M', to: ['party:b'], item: 'ours' }] });
    revise(t, SECRET, 'TLP:RED');
    t.wait(6);
    expect(heard(t, 'seat:b-lead')).not.toContain(SECRET);
  });

  it('comes to nobody who was asked to destroy it, unless it was released anew', () => {
    const t = begin([ours()], { injects: [{ id: 'i1', title: 'I', text: 'See.', at: 'PT5M', to: ['party:b'], item: 'ours' }] });
    release(t, 'seat:a-lead', 'party:b');
    t.ok('seat:a-lead', { type: 'RecallItem', item: first(t) });
    t.wait(6);
    expect(withheld(t)).toMatchObject([{ to: ['party:b'], because: 'recalled' }]);
  });
});

describe('what is held from the start', () => {
  it('is what the author says of posts; to everybody it goes as far as its label lets it', () => {
    const portions = [{ text: SECRET, label: 'TLP:AMBER' }];
    const t = begin([
      ours({ portions, held: ['party:a', 'cell:b-cell'] }),
      ours({ id: 'open', title: 'Open', portions, held: ['public'] }),
    ]);
    expect(cardAt(t, 'seat:b-lead', first(t))?.title).toBe('Ours');
    expect(cardAt(t, 'seat:b-lead', last(t))).toBeUndefined();
    expect(heard(t, 'public')).not.toContain(SECRET);
    expect(withheld(t)).toMatchObject([{ to: ['public'], because: 'everyone', told: ['control'] }]);
  });
});

describe('what was made of an item', () => {
  it('is told with what was taken out to those alone who have the version that it was made of', () => {
    const t = begin([ours({ held: ['seat:a-lead', 'cell:b-cell'], onward: 'free' })]);
    t.ok('seat:a-lead', {
      type: 'ReviseItem',
      item: first(t),
      title: 'Ours',
      portions: [{ text: 'One.' }, { text: 'X', label: 'TLP:RED' }],
    });
    const reason = 'For the source’s sake.';
    t.wait(1).ok('seat:b-lead', { type: 'SanitiseItem', item: first(t), title: 'Less', portions: [{ of: 0 }], reason });
    release(t, 'seat:b-lead', 'seat:a-lead', last(t));
    expect(heard(t, 'seat:a-lead')).not.toContain(reason);
    release(t, 'seat:b-lead', 'seat:b-press', last(t));
    expect(heard(t, 'seat:b-press')).toContain(reason);
  });

  it('is told to nobody who was asked to destroy the whole', () => {
    const t = begin([ours()]);
    release(t, 'seat:a-lead', 'seat:b-lead');
    t.ok('seat:a-lead', { type: 'RecallItem', item: first(t) });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), portions: [0], title: 'Part', to: ['seat:b-lead'] });
    expect(cardAt(t, 'seat:b-lead', last(t))?.title).toBe('Part');
    expect(heard(t, 'seat:b-lead')).not.toContain('ItemDerived');
  });
});

describe('a request', () => {
  it('is granted with nothing that a release would not give', () => {
    const t = begin([ours({ held: ['seat:a-lead'], label: 'TLP:RED' })]);
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'What?', for: ['party:b'], due: 600_000 });
    const grant = { type: 'DecideRequest', request: lastRequest(t), decision: 'grant', items: [{ item: first(t) }] } as const;
    expect(t.refused('seat:a-lead', grant)).toBe('label-keeps-it');
  });
});

it('no other file of the engine drafts an event that carries an item’s words', () => {
  const engine = join(import.meta.dirname, '..');
  const drafts = (readdirSync(engine, { recursive: true }) as string[])
    .filter((f) => f.endsWith('.ts') && !f.includes('test') && !f.endsWith('language.ts'))
    .filter((f) => /\{\s*type: '(ItemGiven|ItemRevised)'/.test(readFileSync(join(engine, f), 'utf8')));
  expect(drafts).toEqual([join('sharing', 'give.ts')]);
});

describe('who revises sees beforehand who gets nothing', () => {
  const out = (t: Table, viewer: string) => {
    const { world } = t.seen(viewer);
    return leftOut(world, t.exercise.roster, world.sharing.items.get(first(t)) as Item);
  };

  it('because they were asked to destroy it, from its own record, until it is released to them anew', () => {
    const t = begin([ours()]);
    release(t, 'seat:a-lead', 'party:b');
    expect(out(t, 'seat:a-lead')).toEqual([]);
    t.ok('seat:a-lead', { type: 'RecallItem', item: first(t) });
    expect(out(t, 'seat:a-lead')).toEqual(['party:b']);
    expect(out(t, 'control')).toEqual(['party:b']);
    revise(t, 'Second.');
    release(t, 'seat:a-lead', 'seat:b-lead');
    expect(out(t, 'seat:a-lead')).toEqual(['seat:b-press']);
    revise(t, SECRET);
    expect(textAt(t, 'seat:b-lead')).toBe(SECRET);
    expect(heard(t, 'seat:b-press')).not.toContain(SECRET);
  });

  it('and nothing of a recall that its side was not told of', () => {
    const t = begin([ours()]);
    release(t, 'seat:a-lead', 'party:b');
    t.ok('control', { type: 'RecallItem', item: first(t), from: ['party:b'] });
    expect(out(t, 'seat:a-lead')).toEqual([]);
    expect(out(t, 'control')).toEqual(['party:b']);
  });
});
