import { describe, expect, it } from 'vitest';
import { emptyWorld, evolve } from '../exercise.ts';
import type { Id } from '../fact.ts';
import { slice } from '../slice.ts';
import { smallScenario } from '../testing/fixture.ts';
import { begin, cardAt, first, heard, last, lastRequest } from '../testing/holdings.ts';
import { HARBOUR_POLICY } from '../testing/labels.ts';
import { Table } from '../testing/table.ts';
import { knowledge } from './knowledge.ts';

/** What somebody might try in order to get words across that were not released, or to learn what others hold. */

const TEN_MINUTES = 600_000;
const SECRET_WORDS = 'The pump at the north quay.';
const theirs = (more: object = {}) => ({
  id: 'theirs',
  title: 'Theirs',
  originator: 'party:c',
  held: ['seat:a-lead'],
  portions: [{ text: 'One.' }, { text: 'Two.' }],
  ...more,
});
const ours = (more: object = {}) => ({ ...theirs(more), originator: 'party:a' });
/** A asks C to let B have what it holds; control gives C’s word. */
const giveWord = (t: Table, item: Id, more: object = {}): void => {
  t.ok('seat:a-lead', { type: 'RequestItem', to: 'party:c', text: 'May B?', about: item, for: ['party:b'], due: TEN_MINUTES });
  t.ok('control', { type: 'DecideRequest', request: lastRequest(t), decision: 'grant', ...more });
};
//---
describe('a new version carries words to no holder', () => {
  const anew = { type: 'ReviseItem', title: 'Theirs', portions: [{ text: SECRET_WORDS }] } as const;
  const released = (more: object = {}): Table => {
    const t = begin([ours({ held: ['cell:a-cell'], ...more })]);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['party:b'] });
    return t;
  };

  it('of another party by the hand of a seat that may not release', () => {
    const t = released();
    expect(t.refused('seat:a-press', { ...anew, item: first(t) })).toBe('may-not-release');
    t.ok('seat:a-lead', { ...anew, item: first(t) });
    expect(heard(t, 'seat:b-press')).toContain(SECRET_WORDS);
  });

  it('whom its new label does not reach', () => {
    const t = released();
    expect(t.refused('seat:a-lead', { ...anew, item: first(t), label: 'TLP:RED' })).toBe('label-keeps-it');
  });

  it('who is not cleared for its new label', () => {
    const item = ours({ portions: [{ text: 'One.', label: 'HARBOUR//NEED MED' }] });
    const t = begin([item], { labels: HARBOUR_POLICY });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['party:b'] });
    const portions = [{ text: SECRET_WORDS, label: 'HARBOUR//NEED CARGO' }];
    expect(t.refused('seat:a-lead', { ...anew, item: first(t), portions })).toBe('not-cleared');
  });

  it('of whom the originator does not know, and does not tell of them by its answer', () => {
    const answers = [['seat:a-lead'], ['seat:a-lead', 'party:b']].map((held) => {
      const t = begin([ours({ held })]);
      const answer = t.say('seat:a-lead', { ...anew, item: first(t), label: 'TLP:RED' });
      expect(heard(t, 'seat:b-lead')).not.toContain(SECRET_WORDS);
      return answer;
    });
    expect(answers[0]).toMatchObject({ ok: true });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('but stays with the originator’s own people, whoever writes it and however strict it is', () => {
    const t = begin([ours({ held: ['cell:a-cell'] })]);
    t.ok('control', { ...anew, item: first(t), label: 'TLP:RED' });
    expect(heard(t, 'seat:a-press')).toContain(SECRET_WORDS);
  });

  it('but goes to all who hold the old one while its label gets no stricter', () => {
    const t = begin([ours({ held: ['cell:a-cell', 'cell:b-cell'], label: 'TLP:RED' })]);
    t.ok('seat:a-lead', { ...anew, item: first(t), label: 'TLP:RED' });
    expect(heard(t, 'seat:b-lead')).toContain(SECRET_WORDS);
  });
});
//---
describe('a label that the originator raised above its portions', () => {
  const raised = () => begin([theirs({ label: 'TLP:RED', onward: 'own-discretion', held: ['seat:a-lead', 'seat:b-lead'] })]);

  it('stays on what others make of the item by taking nothing out', () => {
    const t = raised();
    t.ok('seat:a-lead', { type: 'SanitiseItem', item: first(t), title: 'The same', portions: [{ of: 0 }, { of: 1 }] });
    expect(cardAt(t, 'seat:a-lead', last(t))?.label).toBe('TLP:RED');
    expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: last(t), to: ['party:b'] })).toBe('label-keeps-it');
  });

  it('stays on the parts that others make of it', () => {
    const t = raised();
    expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: first(t), portions: [0], title: 'A part', to: ['party:b'] })).toBe(
      'label-keeps-it',
    );
  });

  it('is the originator’s to take off, as it put it on', () => {
    const t = begin([ours({ label: 'TLP:RED' })]);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), portions: [0], title: 'A part', to: ['party:b'] });
    expect(cardAt(t, 'seat:b-lead', last(t))?.label).toBe('TLP:GREEN');
  });
});
//---
describe('the originator’s word', () => {
  it('was given for the version that stood, and ends with a new one', () => {
    const t = begin([theirs()]);
    giveWord(t, first(t));
    const portions = [{ text: 'One.' }, { text: 'Two.' }, { text: SECRET_WORDS }];
    t.ok('control', { type: 'ReviseItem', item: first(t), title: 'Theirs', portions });
    expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['party:b'] })).toBe('needs-word');
    giveWord(t, first(t));
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['party:b'] });
  });

  it('for some portions is none for others, in whatever order and however often they are named', () => {
    const t = begin([theirs()]);
    giveWord(t, first(t), { items: [{ item: first(t), portions: [0, 0] }] });
    for (const portions of [undefined, [0, 1], [1, 0, 0], [1]])
      expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: first(t), portions, to: ['party:b'] })).toBe('needs-word');
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), portions: [0, 0], title: 'A part', to: ['party:b'] });
  });
});
//---
describe('a file', () => {
  const FILE = { attachments: ['files/gauge.png'] };

  it('that went with a part to some does not go with the same part to others unasked', () => {
    const t = begin([ours(FILE)]);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), portions: [0], title: 'A part', files: [0], to: ['seat:b-lead'] });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), portions: [0], title: 'A part', to: ['seat:b-press'] });
    expect(heard(t, 'seat:b-lead')).toContain('gauge.png');
    expect(heard(t, 'seat:b-press')).not.toContain('gauge.png');
  });

  it('of an item does not go at the milder label of a part by a hand that is not the originator’s', () => {
    const portions = [{ text: 'One.' }, { text: 'Two.', label: 'TLP:RED' }];
    const t = begin([theirs({ ...FILE, portions, onward: 'own-discretion' })]);
    const part = { type: 'ReleaseItem', item: first(t), portions: [0], title: 'A part', to: ['party:b'] } as const;
    expect(t.refused('seat:a-lead', { ...part, files: [0] })).toBe('label-keeps-it');
    t.ok('seat:a-lead', { ...part, files: [] });
  });

  it('is not covered by a word or a list for some portions', () => {
    const t = begin([theirs({ ...FILE, portions: [{ text: 'One.', releasableTo: ['b'] }, { text: 'Two.' }] })]);
    const part = { type: 'ReleaseItem', item: first(t), portions: [0], title: 'A part', to: ['party:b'] } as const;
    expect(t.refused('seat:a-lead', { ...part, files: [0] })).toBe('needs-word');
    giveWord(t, first(t), { items: [{ item: first(t), portions: [0] }] });
    expect(t.refused('seat:a-lead', { ...part, files: [0] })).toBe('needs-word');
    t.ok('seat:a-lead', part);
  });
});
//---
describe('the same part again', () => {
  it('is another one once the originator has changed the rules of either', () => {
    const t = begin([ours()]);
    const part = { type: 'ReleaseItem', item: first(t), portions: [0] } as const;
    t.ok('seat:a-lead', { ...part, to: ['seat:b-lead'] });
    const made = last(t);
    t.ok('seat:a-lead', { type: 'ReviseItem', item: made, title: 'Theirs', portions: [{ text: 'One.' }], onward: 'free' });
    t.ok('seat:a-lead', { ...part, to: ['seat:b-press'] });
    expect(t.exercise.holds('seat:b-press', made)).toBe(false);
  });
});
//---
describe('a confirmation of destruction', () => {
  it('goes to those who asked that party, not to those who asked another', () => {
    const t = begin([ours({ onward: 'free' })]);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:b-lead'] });
    t.ok('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:c-lead'] });
    t.ok('seat:a-lead', { type: 'RecallItem', item: first(t) });
    t.ok('control', { type: 'RecallItem', item: first(t), from: ['party:c'] });
    t.ok('seat:c-lead', { type: 'ConfirmDestroyed', item: first(t) });
    expect(heard(t, 'control')).toContain('DestructionConfirmed');
    expect(heard(t, 'seat:a-lead')).not.toContain('DestructionConfirmed');
    t.ok('seat:b-lead', { type: 'ConfirmDestroyed', item: first(t) });
    expect(heard(t, 'seat:a-lead')).toContain('DestructionConfirmed');
  });
});
//---
describe('an item that answers a request twice', () => {
  it('answers it in the world of each who was told, as in the whole', () => {
    const t = begin([ours()]);
    const due = TEN_MINUTES;
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'What?', for: ['seat:b-press', 'seat:b-lead'], due });
    t.ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(t), decision: 'refuse' });
    for (const to of ['seat:b-lead', 'seat:b-press'])
      t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: [to], request: lastRequest(t) });
    const full = emptyWorld();
    for (const r of t.record) evolve(full, r.event, r);
    const { events, world } = t.seen('seat:b-lead');
    const held = new Set(events.map((e) => e.id));
    expect(world).toEqual(slice(full, (id) => held.has(id)));
  });
});
//---
describe('what a release answers', () => {
  it('is a request, and no other thing that the seat knows of', () => {
    const t = begin([ours()]);
    const notRequests = [first(t), t.seen('seat:a-lead').events[0]?.id];
    for (const request of notRequests)
      expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['party:b'], request })).toBe('unknown');
    expect(t.exercise.world.sharing.requests.size).toBe(0);
  });
});
//---
describe('a head to whom a request was escalated', () => {
  it('gives the originator’s word only with the right to release', () => {
    const { parties, ...rest } = smallScenario({ items: [theirs({ originator: 'party:a', held: ['cell:a-cell', 'seat:b-lead'] })] });
    const t = new Table({ ...rest, parties: parties.map((p) => (p.id === 'a' ? { ...p, head: 'a-press' } : p)) }).start();
    const ask = { type: 'RequestItem', to: 'party:a', text: 'May C?', about: first(t), for: ['party:c'], due: TEN_MINUTES } as const;
    t.ok('seat:b-lead', ask);
    t.wait(11);
    const grant = { type: 'DecideRequest', request: lastRequest(t), decision: 'grant' } as const;
    expect(t.refused('seat:a-press', grant)).toBe('may-not-release');
    t.ok('seat:a-lead', grant);
    t.ok('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['party:c'] });
  });

  it('is told which of its items the request is about, and who was not told decides as if it were about none', () => {
    const { parties, ...rest } = smallScenario({ items: [ours({ held: ['seat:b-lead'] })] });
    const t = new Table({ ...rest, parties: parties.map((p) => (p.id === 'a' ? { ...p, head: 'a-press' } : p)) }).start();
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'May C?', about: first(t), for: ['party:c'], due: TEN_MINUTES });
    const request = lastRequest(t);
    const aboutAt = (viewer: string) => t.seen(viewer).world.sharing.requests.get(request)?.about.size;
    t.ok('control', { type: 'ReleaseItem', item: first(t), to: ['party:a'] });
    t.wait(11);
    expect([aboutAt('seat:a-press'), aboutAt('seat:a-lead')]).toEqual([1, 0]);
    expect(t.refused('seat:a-lead', { type: 'DecideRequest', request, decision: 'grant' })).toBe('name-the-item');
  });

  it('is a seat of the party that was asked, whatever the scenario says', () => {
    const { parties, ...rest } = smallScenario();
    for (const head of ['b-press', 'nobody']) {
      const t = new Table({ ...rest, parties: parties.map((p) => (p.id === 'a' ? { ...p, head } : p)) }).start();
      t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: SECRET_WORDS, due: TEN_MINUTES });
      t.wait(11);
      expect(heard(t, 'seat:b-press')).not.toContain(SECRET_WORDS);
    }
  });
});
//---
describe('lead control', () => {
  it('writes into the hands of others no further than the label goes', () => {
    const t = begin([], { labels: HARBOUR_POLICY });
    const write = { type: 'WriteItem', title: 'X', originator: 'entity:wire' } as const;
    const refused = (label: string, to: string) => t.refused('control', { ...write, portions: [{ text: 'X', label }], to: [to] });
    expect(refused('SEALED', 'party:a')).toBe('label-keeps-it');
    expect(refused('HARBOUR', 'public')).toBe('label-keeps-it');
    expect(refused('HARBOUR//NEED CARGO', 'seat:b-lead')).toBe('not-cleared');
    t.ok('control', { ...write, portions: [{ text: 'X', label: 'SEALED' }], to: ['seat:a-lead'] });
    const own = { ...write, originator: 'party:c', portions: [{ text: 'X', label: 'SEALED' }] };
    t.ok('control', { ...own, to: ['party:c'] });
  });
});
//---
describe('a party whose id is a word of the language', () => {
  it('has the clients, the clearance and the head that the scenario gives it, or none', () => {
    const portions = [{ text: 'X', label: 'TLP:AMBER' }];
    const item = theirs({ originator: 'wire', held: ['seat:b-lead'], onward: 'own-discretion', portions });
    const scenario = JSON.stringify(smallScenario({ items: [item] })).replaceAll('"b"', '"constructor"');
    const t = new Table(JSON.parse(scenario)).start();
    expect(t.refused('seat:b-lead', { type: 'ReleaseItem', item: first(t), to: ['party:a'] })).toBe('needs-word');
    t.ok('seat:a-lead', { type: 'RequestItem', to: 'party:constructor', text: 'What?', due: TEN_MINUTES });
    t.wait(11);
    expect(t.exercise.world.sharing.requests.get(lastRequest(t))?.overdue).toBeDefined();
  });
});
//---
describe('who knew what when', () => {
  it('shows the part of an item that nobody was ever given whole, and that it went too far', () => {
    const t = begin([ours({ held: [], needs: ['party:a'], keepFrom: ['b'] })]);
    t.ok('control', { type: 'ReleaseItem', item: first(t), portions: [0], title: 'A part', to: ['party:b'] });
    const [whole, part, ...more] = knowledge(t.exercise.world, t.exercise.roster);
    expect(more).toEqual([]);
    expect([whole?.item, part?.item]).toEqual([first(t), last(t)]);
    expect(whole?.parties.find((p) => p.party === 'b')).toMatchObject({ overshared: true, held: undefined });
    expect(whole?.parties.find((p) => p.party === 'a')?.withheld).toEqual([{ from: 0 }]);
  });
});
//---
describe('a policy', () => {
  it('whose stricter level would reach farther than a milder one is refused: the strictest label of an item is the least it needs', () => {
    const [open, harbour, quay, sealed] = HARBOUR_POLICY.levels;
    expect(() => smallScenario({ labels: { ...HARBOUR_POLICY, levels: [open, harbour, sealed, quay] } })).toThrow('reach');
    expect(() => smallScenario({ labels: HARBOUR_POLICY })).not.toThrow();
  });
});
//---
describe('a link', () => {
  it('says nothing of a version that its reader did not get', () => {
    const t = begin([ours({ held: ['seat:a-lead', 'cell:b-cell'] })]);
    const portions = [1, 2, 3, 4].map((n) => ({ text: `Portion ${n}.`, label: 'TLP:RED' }));
    t.ok('seat:a-lead', { type: 'ReviseItem', item: first(t), title: 'Theirs', portions });
    t.wait(5).ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), portions: [2], title: 'A part', to: ['seat:b-lead'] });
    expect(heard(t, 'seat:b-lead')).toContain('Portion 3.');
    expect(heard(t, 'seat:b-lead')).not.toContain('left-out');
    expect(heard(t, 'seat:a-lead')).toContain('left-out');
  });

  it('says nothing of a version that its reader never had', () => {
    const t = begin([ours({ portions: [{ text: 'One.' }, { text: 'Two.', label: 'TLP:RED' }] })]);
    const reason = 'For the source’s sake.';
    t.ok('seat:a-lead', { type: 'SanitiseItem', item: first(t), title: 'Less', portions: [{ of: 0 }], reason });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: last(t), to: ['seat:b-lead'] });
    t.ok('seat:a-lead', { type: 'ReviseItem', item: first(t), title: 'Theirs', portions: [{ text: 'One.' }] });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: first(t), to: ['seat:b-lead'] });
    expect(heard(t, 'seat:b-lead')).not.toContain('left-out');
    expect(heard(t, 'seat:b-lead')).not.toContain(reason);
  });
});
//---
describe('the title of a whole', () => {
  const mixed = () =>
    begin([
      ours({
        title: SECRET_WORDS,
        portions: [
          { text: 'A pump.', label: 'TLP:AMBER' },
          { text: 'Where.', label: 'TLP:RED' },
        ],
      }),
    ]);
  const part = { type: 'ReleaseItem', portions: [0], to: ['party:b'] } as const;

  it('does not go with a part that has a milder label, unless it is given on purpose', () => {
    const t = mixed();
    expect(t.refused('seat:a-lead', { ...part, item: first(t) })).toBe('title-needed');
    expect(heard(t, 'seat:b-lead')).not.toContain(SECRET_WORDS);
    t.ok('seat:a-lead', { ...part, item: first(t), title: 'A pump' });
    expect(heard(t, 'seat:b-lead')).not.toContain(SECRET_WORDS);
  });

  it('does not go in answer to a request either', () => {
    const t = mixed();
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'What is it?', due: TEN_MINUTES });
    const grant = { type: 'DecideRequest', request: lastRequest(t), decision: 'grant' } as const;
    expect(t.refused('seat:a-lead', { ...grant, items: [{ item: first(t), portions: [0] }] })).toBe('title-needed');
    t.ok('seat:a-lead', { ...grant, items: [{ item: first(t), portions: [0], title: 'A pump' }] });
    expect(heard(t, 'seat:b-lead')).not.toContain(SECRET_WORDS);
  });

  it('goes with a part under the same label', () => {
    const t = begin([ours({ portions: [{ text: 'One.' }, { text: 'Two.' }] })]);
    t.ok('seat:a-lead', { ...part, item: first(t) });
    expect(heard(t, 'seat:b-lead')).toContain('Theirs');
  });
});
//---
describe('texts in several languages', () => {
  const t = begin([ours({ portions: [{ text: { en: 'One.', fr: 'Un.' } }] })]);
  const write = (text: object) => ({ type: 'WriteItem', title: 'T', portions: [{ text }] }) as const;

  it('are in those of the exercise', () => {
    expect(t.refused('seat:a-lead', write({ en: 'x', zz: 'x' }))).toBe('no-such-language');
    expect(t.refused('seat:a-lead', { ...write({ en: 'x' }), title: { fr: 'x' } })).toBe('no-such-language');
    t.ok('seat:a-lead', write({ en: 'x', ko: 'x' }));
  });

  it('may keep one that an item given for a request has already', () => {
    const own = begin([ours({ title: { en: 'Ours', fr: 'Le nôtre' } })]);
    own.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'What?', due: TEN_MINUTES });
    const items = [{ item: first(own), portions: [0], title: { en: 'Ours', fr: 'Le nôtre' } }];
    own.ok('seat:a-lead', { type: 'DecideRequest', request: lastRequest(own), decision: 'grant', items });
  });

  it('may keep one that the item has already', () => {
    const revise = { type: 'ReviseItem', item: first(t), title: 'T' } as const;
    t.ok('seat:a-lead', { ...revise, portions: [{ text: { en: 'One, anew.', fr: 'Un, encore.' } }] });
    expect(t.refused('seat:a-lead', { ...revise, portions: [{ text: { de: 'Eins.' } }] })).toBe('no-such-language');
  });
});
