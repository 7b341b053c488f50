import { describe, expect, it } from 'vitest';
import { waiting } from '../exercise.ts';
import type { Id } from '../fact.ts';
import { standing } from '../injects/status.ts';
import { standingCard } from '../sharing/items.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { ownTranslations } from './translations.ts';

const start = (more: Record<string, unknown> = {}): Table => new Table(smallScenario(more)).start();
/** What a viewer has to translate. */
const list = (t: Table, viewer: string): Id[] =>
  waiting(t.seen(viewer).world, viewer, 0)
    .filter((w) => w.kind === 'translate')
    .map((w) => w.id);
const holders = (t: Table, id: Id): string[] => t.exercise.roster.viewers.filter((v) => t.exercise.holds(v, id)).sort();
const textAt = (t: Table, viewer: string, message: Id) => t.seen(viewer).world.messages.messages.get(message)?.text;
const say = (t: Table, from: string, text: unknown, to = ['party:b']): Id => t.ok(from, { type: 'SendMessage', to, text });
const inKorean = (of: Id, more: object = {}) => ({ type: 'Translate', of, language: 'ko', texts: ['수위가 내린다.'], ...more }) as never;
const EN = { en: 'The level falls.' };
const BOTH = { en: 'The level falls.', ko: '수위가 내린다.' };

describe('a message in one language', () => {
  it('stands on the list of its writer and of those who translate for its side, and nobody else’s', () => {
    const t = start();
    const message = say(t, 'seat:a-lead', EN, ['party:a', 'party:b']);
    expect(list(t, 'seat:a-lead')).toEqual([message]);
    expect(list(t, 'seat:a-press')).toEqual([message]);
    for (const other of ['seat:b-lead', 'control', 'control:a', 'evaluators:a']) expect(list(t, other)).toEqual([]);
  });

  it('that says no language, or has both, stands on none', () => {
    const t = start();
    say(t, 'seat:a-lead', 'The level falls.');
    say(t, 'seat:a-lead', BOTH);
    expect(list(t, 'seat:a-lead')).toEqual([]);
  });

  it('has the other one for exactly those who hold it, once it was added', () => {
    const t = start();
    const message = say(t, 'seat:a-lead', EN);
    const added = t.ok('seat:a-lead', inKorean(message));
    for (const viewer of ['seat:a-lead', 'seat:b-lead', 'control:b', 'control']) expect(textAt(t, viewer, message)).toEqual(BOTH);
    expect(holders(t, added)).toEqual(holders(t, message));
    expect(list(t, 'seat:a-lead')).toEqual([]);
  });

  it('keeps what was acknowledged, and asks for it no second time', () => {
    const t = start();
    const message = say(t, 'seat:a-lead', EN);
    t.ok('seat:b-lead', { type: 'AcknowledgeMessage', message });
    t.ok('seat:a-lead', inKorean(message));
    expect([...(t.exercise.world.messages.messages.get(message)?.acknowledged.keys() ?? [])]).toEqual(['seat:b-lead']);
  });

  it('is unknown to a seat that does not hold it, like one that never was', () => {
    const t = start();
    const message = say(t, 'seat:a-lead', EN, ['seat:a-press']);
    for (const type of ['Translate', 'TranslateForUs'])
      for (const of of [message, 'e00000000000000000000'])
        expect(t.refused('seat:b-lead', { ...(inKorean(of) as object), type } as never)).toBe('unknown');
  });
});

describe('who translates', () => {
  const translator = {
    parties: [
      {
        id: 'a',
        name: 'A',
        cells: [
          {
            id: 'a-cell',
            name: 'A',
            seats: [
              { id: 'a-lead', name: 'Lead' },
              { id: 'a-press', name: 'Press', may: ['translate'] },
            ],
          },
        ],
      },
      {
        id: 'b',
        name: 'B',
        cells: [
          {
            id: 'b-cell',
            name: 'B',
            seats: [
              { id: 'b-lead', name: 'Lead' },
              { id: 'b-press', name: 'Press' },
            ],
          },
        ],
      },
    ],
  };

  it('is whoever has the right, and the writer of each text; the others of its side do not', () => {
    const t = start({ ...translator, injects: [], expects: [] });
    const ofPress = say(t, 'seat:a-press', EN, ['party:a', 'party:b']);
    const ofLead = say(t, 'seat:a-lead', EN, ['party:a', 'party:b']);
    expect(list(t, 'seat:a-press')).toEqual([ofPress, ofLead]);
    expect(list(t, 'seat:a-lead')).toEqual([ofLead]);
    expect(t.refused('seat:a-lead', inKorean(ofPress))).toBe('may-not-translate');
    t.ok('seat:a-lead', inKorean(ofLead));
  });

  it('is control for what control wrote, or voiced, or plays', () => {
    const t = start();
    const said = t.ok('control', { type: 'SendMessage', to: ['party:a'], text: EN, speaker: 'entity:wire' });
    expect(list(t, 'control')).toEqual([said]);
    expect(t.refused('seat:a-lead', inKorean(said))).toBe('not-your-text');
    t.ok('control', inKorean(said));
    expect(textAt(t, 'seat:a-lead', said)).toEqual(BOTH);
  });

  it('is nobody else: what another side wrote it may keep in its own words only', () => {
    const t = start();
    const message = say(t, 'seat:a-lead', EN);
    expect(t.refused('seat:b-lead', inKorean(message))).toBe('not-your-text');
    expect(t.refused('control', inKorean(message))).toBe('not-your-text');
  });
});

describe('an inject of control', () => {
  const improvised = (t: Table, more: object = {}): Id => {
    t.ok('control', { type: 'ImproviseInject', title: { en: 'News' }, text: EN, from: 'wire', to: ['party:a', 'party:b'], ...more });
    return [...t.exercise.world.injects.rows.keys()].at(-1) as Id;
  };
  const ko = (of: Id, more: object = {}) => inKorean(of, { title: '소식', ...more });
  const standsAt = (t: Table, viewer: string) => [...t.seen(viewer).world.injects.deliveries.values()].map((d) => standing(d).text).at(-1);

  it('is translated once, for all to whom it was delivered', () => {
    const t = start();
    const inject = improvised(t);
    expect(list(t, 'control')).toContain(inject);
    expect(list(t, 'control:a')).not.toContain(inject);
    t.ok('control', ko(inject));
    for (const viewer of ['seat:a-lead', 'seat:b-lead', 'control:a']) expect(standsAt(t, viewer)).toEqual(BOTH);
    expect(list(t, 'control')).not.toContain(inject);
  });

  it('that was corrected in one language is read so by all, and the outdated text by nobody', () => {
    const t = start();
    t.ok('control', { type: 'ImproviseInject', title: BOTH, text: BOTH, from: 'wire', to: ['party:a'] });
    const inject = [...t.exercise.world.injects.rows.keys()].at(-1) as Id;
    const [delivery = ''] = t.exercise.world.injects.rows.get(inject)?.deliveries.keys() ?? [];
    t.ok('control', { type: 'CorrectInject', inject, title: { en: 'Correction' }, text: { en: 'The level rises.' } });
    expect(standsAt(t, 'seat:a-lead')).toEqual({ en: 'The level rises.' });
    t.ok('seat:a-lead', { type: 'AcknowledgeInject', delivery, version: 1 });
    t.ok('control', ko(inject, { version: 1, title: '정정', texts: ['수위가 오른다.'] }));
    expect(standsAt(t, 'seat:a-lead')).toEqual({ en: 'The level rises.', ko: '수위가 오른다.' });
    // What was acknowledged is acknowledged: the same version says the same.
    expect(waiting(t.seen('seat:a-lead').world, 'seat:a-lead', 0).filter((w) => w.kind === 'acknowledge')).toEqual([]);
    expect(t.exercise.world.injects.deliveries.get(delivery)).toMatchObject({
      text: BOTH,
      corrections: [{ title: { en: 'Correction', ko: '정정' } }],
    });
  });

  it('that was replaced or translated or withdrawn meanwhile is told to whoever comes later', () => {
    const t = start();
    const inject = improvised(t);
    t.ok('control', { type: 'CorrectInject', inject, title: { en: 'Correction' }, text: { en: 'The level rises.' } });
    expect(t.refused('control', ko(inject, { version: 0 }))).toBe('replaced-meanwhile');
    t.ok('control', ko(inject, { version: 1 }));
    expect(t.refused('control', ko(inject, { version: 1 }))).toBe('translated-meanwhile');
    t.ok('control', { type: 'WithdrawInject', inject });
    expect(t.refused('control', ko(inject))).toBe('no-longer-stands');
    expect(list(t, 'control')).not.toContain(inject);
  });

  it('is translated before it goes out, too', () => {
    const t = start();
    const inject = improvised(t, { at: 5 * 60_000 });
    t.ok('control', ko(inject));
    t.wait(6);
    expect(standsAt(t, 'seat:a-lead')).toEqual(BOTH);
  });
});

describe('an item', () => {
  const written = (t: Table): Id => {
    t.ok('seat:a-lead', {
      type: 'WriteItem',
      title: { en: 'Level' },
      portions: [
        { text: EN, label: 'TLP:GREEN' },
        { text: BOTH, label: 'TLP:GREEN' },
      ],
    });
    return [...t.exercise.world.sharing.items.keys()].at(-1) as Id;
  };
  const ko = (of: Id, more: object = {}) => inKorean(of, { title: '수위', texts: ['수위가 내린다.', 'anything'], ...more });
  const portions = (t: Table, viewer: string, item: Id) => {
    const held = t.seen(viewer).world.sharing.items.get(item);
    return held && standingCard(held)?.portions.map((p) => p.text);
  };

  it('is translated portion by portion for those who hold that version; what has the language stays', () => {
    const t = start();
    const item = written(t);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['party:b'] });
    t.ok('seat:a-lead', ko(item));
    expect(portions(t, 'seat:b-lead', item)).toEqual([BOTH, BOTH]);
    expect(portions(t, 'seat:a-press', item)).toEqual([BOTH, BOTH]);
  });

  it('goes on in both languages, under the word that was given for it', () => {
    const t = start();
    const item = written(t);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['party:b'] });
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: EN, about: item, for: ['party:c'], due: 600_000 });
    const [request = ''] = t.exercise.world.sharing.requests.keys();
    t.ok('seat:a-lead', { type: 'DecideRequest', request, decision: 'grant' });
    t.ok('seat:a-lead', ko(item));
    t.ok('seat:b-lead', { type: 'ReleaseItem', item, to: ['party:c'] });
    expect(portions(t, 'seat:c-lead', item)).toEqual([BOTH, BOTH]);
  });

  it('needs its title and every portion', () => {
    const t = start();
    const item = written(t);
    expect(t.refused('seat:a-lead', ko(item, { texts: ['하나'] }))).toBe('incomplete');
    expect(t.refused('seat:a-lead', ko(item, { title: undefined }))).toBe('incomplete');
  });
});

it('a request is translated by the side that asked', () => {
  const t = start();
  t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: EN, due: 600_000 });
  const [request = ''] = t.exercise.world.sharing.requests.keys();
  expect(list(t, 'seat:b-lead')).toEqual([request]);
  expect(list(t, 'seat:a-lead')).toEqual([]);
  t.ok('seat:b-lead', inKorean(request));
  const [asked] = t.seen('seat:a-lead').world.sharing.requests.get(request)?.asked.values() ?? [];
  expect(asked?.text).toEqual(BOTH);
});

describe('an own translation', () => {
  const forUs = (of: Id, more: object = {}) => ({ ...(inKorean(of) as object), type: 'TranslateForUs', ...more }) as never;
  const ours = (t: Table, viewer: string, of: Id) => ownTranslations(t.seen(viewer).world, of).map((o) => o.texts[0]);

  it('is for those of the side that keeps it who hold the thing, and is not told to the author or to others', () => {
    const t = start();
    const message = say(t, 'seat:a-lead', EN, ['seat:b-lead', 'party:c']);
    const kept = t.ok('seat:b-lead', forUs(message));
    expect(holders(t, kept)).toEqual(['control', 'control:b', 'evaluators:b', 'seat:b-lead']);
    expect(ours(t, 'seat:b-lead', message)).toEqual(['수위가 내린다.']);
    expect(textAt(t, 'seat:b-lead', message)).toEqual(EN);
    expect(ours(t, 'seat:a-lead', message)).toEqual([]);
  });

  it('of a plain text is as good; of what the own side wrote there is none', () => {
    const t = start();
    const message = say(t, 'seat:a-lead', 'The level falls.');
    t.ok('seat:b-lead', forUs(message));
    expect(t.refused('seat:a-lead', forUs(message))).toBe('your-own-text');
  });

  it('is changed by whoever has seen it, and not by whoever has not', () => {
    const t = start();
    const message = say(t, 'seat:a-lead', EN);
    const first = t.ok('seat:b-lead', forUs(message));
    expect(t.refused('seat:b-press', forUs(message, { texts: ['다른 말.'] }))).toBe('ours-meanwhile');
    t.ok('seat:b-press', forUs(message, { texts: ['수위가 내려간다.'], instead: first }));
    expect(ours(t, 'seat:b-lead', message)).toEqual(['수위가 내려간다.']);
  });

  it('is not shown beside a text that has come in its place', () => {
    const t = start();
    t.ok('control', { type: 'ImproviseInject', title: EN, text: EN, from: 'wire', to: ['party:a'] });
    const inject = [...t.exercise.world.injects.rows.keys()].at(-1) as Id;
    const [delivery = ''] = t.exercise.world.injects.rows.get(inject)?.deliveries.keys() ?? [];
    t.ok('seat:a-lead', forUs(delivery, { title: '소식', version: 0 }));
    expect(ours(t, 'seat:a-lead', delivery)).toEqual(['수위가 내린다.']);
    t.ok('control', { type: 'CorrectInject', inject, title: EN, text: { en: 'The level rises.' } });
    expect(ours(t, 'seat:a-lead', delivery)).toEqual([]);
    expect(t.refused('seat:a-lead', forUs(delivery, { version: 0 }))).toBe('replaced-meanwhile');
  });

  const released = (t: Table, to = 'party:b'): Id => {
    t.ok('seat:a-lead', { type: 'WriteItem', title: EN, portions: [{ text: EN, label: 'TLP:GREEN' }], onward: 'free' });
    const item = [...t.exercise.world.sharing.items.keys()].at(-1) as Id;
    t.ok('seat:a-lead', { type: 'ReleaseItem', item, to: [to] });
    return item;
  };

  it('of an item does not go to colleagues who have an older version only', () => {
    const t = start();
    const item = released(t, 'seat:b-lead');
    // What is passed on is not told to its writer, so that the stricter version stays with those whom that one knows.
    t.ok('seat:b-lead', { type: 'ReleaseItem', item, to: ['seat:b-press'] });
    t.ok('seat:a-lead', { type: 'ReviseItem', item, title: EN, portions: [{ text: { en: 'The gate is open.' }, label: 'TLP:RED' }] });
    const kept = t.ok('seat:b-lead', forUs(item, { title: '문', texts: ['문이 열려 있다.'] }));
    expect(holders(t, kept)).toEqual(['control', 'control:b', 'evaluators:b', 'seat:b-lead']);
  });

  it('of an item does not go to those who were asked to destroy it, and they keep none', () => {
    const t = start();
    const item = released(t);
    t.ok('seat:a-lead', { type: 'RecallItem', item, from: ['party:b'] });
    expect(t.refused('seat:b-lead', forUs(item, { title: '수위' }))).toBe('recalled');
    t.ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['seat:b-lead'] });
    const kept = t.ok('seat:b-lead', forUs(item, { title: '수위' }));
    expect(holders(t, kept)).toEqual(['control', 'control:b', 'evaluators:b', 'seat:b-lead']);
  });
});

it('nothing is translated into a language that the exercise has not, or once it has ended', () => {
  const t = start();
  const message = say(t, 'seat:a-lead', EN);
  expect(t.refused('seat:a-lead', inKorean(message, { language: 'fr' }))).toBe('no-such-language');
  t.ok('control', { type: 'EndExercise' });
  expect(t.refused('seat:a-lead', inKorean(message))).toBe('ended');
  expect(t.refused('seat:b-lead', { ...(inKorean(message) as object), type: 'TranslateForUs' } as never)).toBe('ended');
  expect(list(t, 'seat:a-lead')).toEqual([]);
});
