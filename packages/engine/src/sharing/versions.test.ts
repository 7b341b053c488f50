import { describe, expect, it } from 'vitest';
import type { Id } from '../fact.ts';
import { begin, cardAt, first, heard, last, lastRequest } from '../testing/holdings.ts';
import type { Table } from '../testing/table.ts';
import { refusedFor } from './desk.ts';
import { standingCard } from './items.ts';
import { sharingMetrics } from './metrics.ts';

/** Versions of an item, the word for each, and what was recalled: nothing old comes back, nothing goes out by another’s word. */

const TEN_MINUTES = 600_000;
const ours = (more: object = {}) => ({
  id: 'ours',
  title: 'Ours',
  originator: 'party:a',
  held: ['cell:a-cell'],
  portions: [{ text: 'One.' }, { text: 'Two.' }],
  ...more,
});
const titleAt = (t: Table, viewer: string, item = first(t)) => cardAt(t, viewer, item)?.title;
const revise = (t: Table, title: string, more: object = {}): Id =>
  t.ok('seat:a-lead', { type: 'ReviseItem', item: first(t), title, portions: [{ text: `${title}.` }], ...more });
const askWord = (t: Table): Id => {
  t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'May C?', about: first(t), for: ['party:c'], due: TEN_MINUTES });
  return lastRequest(t);
};

describe('an old version that comes back', () => {
  const stale = (): Table => {
    const t = begin([ours({ held: ['cell:a-cell', 'cell:b-cell'] })]);
    revise(t, 'Secret', { label: 'TLP:RED' });
    t.ok('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['party:a'] });
    return t;
  };

  it('changes nothing for those who have a newer one', () => {
    const t = stale();
    expect(titleAt(t, 'seat:b-lead')).toBe('Ours');
    for (const viewer of ['seat:a-lead', 'seat:a-press', 'control']) expect(titleAt(t, viewer)).toBe('Secret');
  });

  it('is not what an inject brings later', () => {
    const t = begin([ours({ held: ['cell:a-cell', 'cell:b-cell'] })], {
      injects: [{ id: 'i1', title: 'I', at: 'PT5M', to: ['seat:c-lead'], text: 'See.', item: 'ours' }],
    });
    revise(t, 'Newer');
    t.wait(6);
    expect(titleAt(t, 'seat:c-lead')).toBe('Newer');
  });

  it('nor do two versions made while the clock stands change places', () => {
    const t = begin([ours({ held: ['cell:a-cell', 'cell:b-cell'] })]);
    t.ok('control', { type: 'PauseClock' });
    revise(t, 'Second', { label: 'TLP:RED' });
    revise(t, 'Third', { label: 'TLP:RED' });
    t.ok('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:a-press'] });
    expect(titleAt(t, 'seat:a-press')).toBe('Third');
  });
});

describe('a version made while the clock stands', () => {
  /** `hidden`: what A does between giving the first version and the one that B gets next. */
  const told = (hidden: (t: Table) => void): string => {
    const t = begin([ours({ held: ['cell:a-cell'] })]);
    t.ok('control', { type: 'PauseClock' });
    for (let i = 0; i < 3; i++) hidden(t);
    revise(t, 'Latest');
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['party:b'] });
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'May C?', about: first(t), for: ['party:c'], due: TEN_MINUTES });
    t.ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(t), decision: 'grant' });
    expect(titleAt(t, 'seat:b-lead')).toBe('Latest');
    return heard(t, 'seat:b-lead') + heard(t, 'control:b');
  };

  it('tells nobody how many were made before it', () => {
    const notes = told((t) => t.ok('seat:a-lead', { type: 'WriteNote', text: 'Nothing of it.' }));
    expect(told((t) => revise(t, 'Withheld'))).toBe(notes);
  });

  it('is another than one made at the same time: the word for one lets nothing of the other go', () => {
    const t = begin([ours({ held: ['cell:a-cell', 'cell:b-cell'] })]);
    t.ok('control', { type: 'PauseClock' });
    revise(t, 'Second');
    const request = askWord(t);
    t.ok('seat:a-lead', { type: 'DecideRequest', request, decision: 'grant' });
    revise(t, 'Third');
    expect(t.refused('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['party:c'] })).toBe('needs-word');
  });

  it('stands before every version of a record of before, where versions were dated by scenario time', () => {
    const t = begin([ours({ held: ['cell:a-cell'] })]);
    const item = t.exercise.world.sharing.items.get(first(t));
    const copy = [...(item?.copies.values() ?? [])][0];
    if (!item || !copy) throw new Error('nobody holds it');
    const came = (src: Id, made: number | string): void => {
      item.copies.set(src, { ...copy, src, card: { ...copy.card, title: String(made), made } });
    };
    for (const made of [2, 3, 2]) came(`old ${item.copies.size}`, made);
    expect(standingCard(item)?.title).toBe('3');
    came('new', '1804032000000 e1');
    expect(standingCard(item)?.title).toBe('1804032000000 e1');
    came('late', 5);
    expect(standingCard(item)?.title).toBe('1804032000000 e1');
    // Of one time: in the order in which they first came.
    came('twin', '1804032000000 e0');
    came('again', '1804032000000 e1');
    expect(standingCard(item)?.title).toBe('1804032000000 e0');
  });
});

describe('the originator’s word', () => {
  it('for the version that it has lets nothing of another one go', () => {
    const t = begin([ours({ held: ['seat:a-lead', 'cell:b-cell'] })]);
    revise(t, 'Harmless', { label: 'TLP:RED' });
    t.ok('seat:a-lead', { type: 'DecideRequest', request: askWord(t), decision: 'grant' });
    expect(t.refused('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['party:c'] })).toBe('needs-word');
  });

  it('for one item is not asked for by naming another', () => {
    const t = begin([ours({ held: ['seat:a-lead', 'seat:b-lead'] }), ours({ id: 'other', held: ['seat:a-lead'] })]);
    const items = [{ item: last(t), portions: [0] }];
    const decide = { type: 'DecideRequest', request: askWord(t), decision: 'grant', items } as const;
    expect(t.refused('seat:a-lead', decide)).toBe('other-item');
    expect(t.refused('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['party:c'] })).toBe('needs-word');
  });

  it('for every portion is the word for the whole, however it is put', () => {
    for (const items of [[{ portions: [1, 0] }], [{ portions: [0] }, { portions: [1] }], [{}]]) {
      const t = begin([ours({ held: ['seat:a-lead', 'seat:b-lead'] })]);
      const named = items.map((i) => ({ item: first(t), ...i }));
      t.ok('seat:a-lead', { type: 'DecideRequest', request: askWord(t), decision: 'grant', items: named });
      t.ok('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['party:c'] });
    }
  });

  it('takes its conditions along, to those for whom it was given and no others', () => {
    const t = begin([ours({ held: ['seat:a-lead', 'seat:b-lead'], portions: [{ text: 'One.', releasableTo: ['a'] }] })]);
    const conditions = 'Never to their press.';
    t.ok('seat:a-lead', { type: 'DecideRequest', request: askWord(t), decision: 'conditions', conditions });
    t.ok('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:c-lead', 'seat:a-press'] });
    expect(heard(t, 'seat:c-lead')).toContain(conditions);
    expect(heard(t, 'seat:a-press')).not.toContain(conditions);
  });
});

describe('a stricter version', () => {
  it('goes to nobody whom its originator never named', () => {
    const t = begin([ours({ held: ['cell:a-cell', 'seat:b-lead'] })]);
    revise(t, 'Secret', { label: 'TLP:RED' });
    expect(titleAt(t, 'seat:b-lead')).toBe('Ours');
  });

  it('can then be released to those who were left out', () => {
    const t = begin([ours()]);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:b-lead'] });
    expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:b-lead'] })).toBe('released-before');
    revise(t, 'Newer');
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:b-lead'] });
  });
});

describe('other words in place of a portion', () => {
  const theirs = ours({
    originator: 'party:c',
    held: ['seat:a-lead'],
    portions: [
      { text: 'Mild.', releasableTo: ['b'] },
      { text: 'SECRET', label: 'TLP:RED' },
    ],
  });
  const reworded = { type: 'SanitiseItem', title: 'S', portions: [{ of: 0, text: 'SECRET' }] } as const;

  it('have the label of the whole and no word in advance, from others than the originator', () => {
    const t = begin([theirs]);
    t.ok('seat:a-lead', { ...reworded, item: first(t) });
    expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: last(t), to: ['party:b'] })).toBe('label-keeps-it');
    expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: last(t), to: ['seat:b-lead'] })).toBe('needs-word');
  });

  it('are the originator’s own to label', () => {
    const t = begin([{ ...theirs, originator: 'party:a' }]);
    t.ok('seat:a-lead', { ...reworded, item: first(t) });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: last(t), to: ['party:b'] });
    expect(heard(t, 'seat:b-lead')).toContain('SECRET');
  });
});

describe('the title of a whole', () => {
  it('does not go with a part that alone has the word, though both have one label', () => {
    const portions = [{ text: 'Mild.', releasableTo: ['b'] }, { text: 'Kept.' }];
    const t = begin([ours({ originator: 'party:c', held: ['seat:a-lead'], title: 'SECRET IN TITLE', portions })]);
    const part = { type: 'ReleaseItem', item: first(t), portions: [0], to: ['party:b'] } as const;
    expect(t.refused('seat:a-lead', part)).toBe('title-needed');
    t.ok('seat:a-lead', { ...part, title: 'A part' });
    expect(heard(t, 'seat:b-lead')).not.toContain('SECRET IN TITLE');
  });

  it('is not replaced by one given with all of its portions', () => {
    const t = begin([ours()]);
    const all = { type: 'ReleaseItem', item: first(t), portions: [0, 1], to: ['party:b'] } as const;
    expect(t.refused('seat:a-lead', { ...all, title: 'Cover' })).toBe('title-of-whole');
    t.ok('seat:a-lead', all);
    expect(titleAt(t, 'seat:b-lead')).toBe('Ours');
  });
});

describe('a recall', () => {
  const out = (more: object = {}): Table => {
    const t = begin([ours(more)]);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:b-lead'] });
    return t;
  };
  const recall = (t: Table, by = 'seat:a-lead'): Id => t.ok(by, { type: 'RecallItem', item: first(t) });

  it('made again reaches those who got it since, and asks nobody twice', () => {
    const t = out();
    recall(t);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:b-press'] });
    recall(t);
    t.ok('seat:b-press', { type: 'ConfirmDestroyed', item: first(t) });
    expect(t.seen('seat:b-lead').events.filter((e) => e.event.type === 'ItemRecalled')).toHaveLength(1);
  });

  it('by lead control does not ask the originator for its own', () => {
    const t = out();
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:a-press'] });
    recall(t, 'control');
    expect(heard(t, 'seat:a-press')).not.toContain('ItemRecalled');
    expect(heard(t, 'seat:b-lead')).toContain('ItemRecalled');
  });

  it('ends passing on, of the item and of what was made of it', () => {
    const t = out({ onward: 'free' });
    t.ok('seat:b-lead', { type: 'SanitiseItem', item: first(t), title: 'Less', portions: [{ of: 0 }] });
    recall(t);
    for (const item of [first(t), last(t)])
      for (const to of ['party:c', 'seat:b-press', 'party:a'])
        expect(t.refused('seat:b-lead', { type: 'ReleaseItem', item, to: [to] })).toBe('recalled');
  });

  it('of a whole that is not out says that parts are', () => {
    const t = begin([ours()]);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), portions: [0], title: 'Part', to: ['party:b'] });
    expect(t.refused('seat:a-lead', { type: 'RecallItem', item: first(t) })).toBe('parts-released');
  });
});

describe('what goes back to its originator', () => {
  it('needs no word, whole or sanitised', () => {
    const t = begin([ours({ held: ['seat:a-lead'] })]);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['party:b'] });
    t.ok('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:a-press'] });
    t.ok('seat:b-lead', { type: 'SanitiseItem', item: first(t), title: 'Less', portions: [{ of: 0 }] });
    t.ok('seat:b-lead', { type: 'ReleaseItem', item: last(t), to: ['party:a'] });
    expect(titleAt(t, 'seat:a-lead', last(t))).toBe('Less');
  });
});

describe('a release that answers a request', () => {
  const asked = (): Table => {
    const t = begin([ours()]);
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'What?', due: TEN_MINUTES });
    return t;
  };
  const answer = (t: Table, to = 'seat:b-lead') => ({ type: 'ReleaseItem', item: first(t), to: [to], request: lastRequest(t) }) as const;

  it('waits for the decision', () => {
    const t = asked();
    expect(t.refused('seat:a-lead', answer(t))).toBe('decide-first');
  });

  it('may follow a refusal', () => {
    const t = asked();
    t.ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(t), decision: 'refuse' });
    t.ok('seat:a-lead', answer(t));
    expect(heard(t, 'seat:b-lead')).toContain('RequestAnswered');
  });

  it('is offered to those who refused it and to nobody else, for those whom it was asked for', () => {
    const t = asked();
    t.ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(t), decision: 'refuse' });
    const { roster } = t.exercise;
    const offered = (seat: string, to: string): number => refusedFor(t.seen(seat).world, roster, seat, [to]).length;
    expect(['seat:b-lead', 'party:b', 'seat:b-press', 'party:c'].map((to) => offered('seat:a-lead', to))).toEqual([1, 1, 0, 0]);
    expect(['seat:a-press', 'seat:b-lead', 'control'].map((seat) => offered(seat, 'party:b'))).toEqual([0, 0, 0]);
  });

  it('answers nothing that was withdrawn, and is not the asker’s', () => {
    const t = asked();
    t.ok('seat:b-lead', { type: 'WithdrawRequest', request: lastRequest(t) });
    expect(t.refused('seat:a-lead', answer(t))).toBe('request-withdrawn');
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'What?', due: TEN_MINUTES });
    t.ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(t), decision: 'grant', items: [{ item: first(t) }] });
    expect(t.refused('seat:b-lead', answer(t, 'seat:b-press'))).toBe('not-your-decision');
  });
});

describe('the acknowledgement of an inject', () => {
  it('acknowledges what it brought, and sets off what waits for that', () => {
    const by = { item: { id: 'ours', is: 'acknowledged', by: 'party:b' } };
    const t = begin([ours({ held: [] })], {
      injects: [
        { id: 'i1', title: 'I', at: 'PT1M', to: ['party:b'], text: 'See.', item: 'ours' },
        { id: 'i2', title: 'J', when: by, to: ['party:a'], text: 'They have seen it.' },
      ],
    });
    t.wait(2);
    t.ok('seat:b-lead', { type: 'AcknowledgeInject', delivery: [...t.exercise.world.injects.deliveries.keys()][0] });
    expect(heard(t, 'seat:a-lead')).toContain('They have seen it.');
  });
});

describe('what an action needs of an item', () => {
  const needing = (portion: string): Table =>
    begin(
      [
        ours({
          portions: [
            { id: 'secret', text: 'SECRET' },
            { id: 'mild', text: 'Mild.' },
          ],
        }),
      ],
      {
        expects: [{ id: 'e', at: 'PT5M', by: 'seat:b-lead', text: 'Acts', within: 'PT10M', needs: [`ours/${portion}`] }],
      },
    );
  const missed = (t: Table): number => {
    t.wait(20);
    return sharingMetrics(t.exercise.world, t.exercise.roster).neededButWithheld.length;
  };
  const turned = { type: 'ReviseItem', title: 'Ours', portions: [{ text: 'Mild.' }, { text: 'SECRET' }] } as const;

  it('is found by its words after a new version has put it elsewhere', () => {
    for (const [portion, lacking] of [
      ['secret', 1],
      ['mild', 0],
    ] as const) {
      const t = needing(portion);
      t.ok('seat:a-lead', { ...turned, item: first(t) });
      t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), portions: [0], title: 'Part', to: ['party:b'] });
      expect(missed(t)).toBe(lacking);
    }
  });

  it('is gone from a version that leaves it out, and still known to who had it before', () => {
    for (const [releasedFirst, lacking] of [
      [true, 0],
      [false, 1],
    ] as const) {
      const t = needing('secret');
      const release = () => t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['party:b'] });
      if (releasedFirst) release();
      t.ok('seat:a-lead', { ...turned, item: first(t), portions: [{ text: 'Mild.' }] });
      if (!releasedFirst) release();
      expect(missed(t)).toBe(lacking);
    }
  });
});

it('what is made of what is made of another, over and over, comes to an end', () => {
  const t = begin([ours()]);
  let code = '';
  for (let i = 0; i < 30 && code === ''; i++) {
    const made = { type: 'SanitiseItem', item: last(t), title: `V${i}`, portions: [{ of: 0 }] } as const;
    const answer = t.say('seat:a-lead', made);
    if (!answer.ok) code = `${i} ${answer.rejection.code}`;
  }
  expect(code).toBe('20 too-many-steps');
});
