import { emptyWorld, evolve } from '@entente/engine';
import { expect, test } from 'vitest';
import { partsOf } from '../../capabilities/index.ts';
import { wordsOf } from '../../i18n/words.fixture.ts';
import { eventSentence, shortened } from './eventWords.ts';
import { flood } from './record.fixture.ts';
import type { Wording } from './wording.ts';

const [en, ko] = [wordsOf('review', 'en'), wordsOf('review', 'ko')];
const parts = await partsOf('review');
const world = emptyWorld();
for (const e of flood) evolve(world, e.event, e);

function wording(words: object): Wording {
  return {
    say: (key, values = {}) => {
      const template = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
      if (typeof template !== 'string') throw new Error(`no words for ${key}`);
      return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
    },
    pick: (text) => (typeof text === 'string' ? text : (text?.en ?? '')),
    who: (address) => address,
    time: (at) => `${at / 60_000}′`,
    span: String,
    parts,
  };
}

test('an event reads as a sentence that names what it is about', () => {
  const say = (id: string) => eventSentence(flood.find((e) => e.id === id) as (typeof flood)[number], world, wording(en));
  expect(say('e7')).toBe('Inject 10 is released: Inject 10');
  expect(say('e12')).toBe('Expected action 11 begins, deadline 30′');
  expect(say('e14')).toBe('seat:dam-chief acknowledges “Inject 10”');
  expect(say('m1')).toBe('seat:dam-chief asks party:down: Will you evacuate?');
  expect(say('e18')).toBe('Expected action 11 is met, late');
});

test('what was said on a matter reads as said on that matter, not on its own words', () => {
  const asked = emptyWorld();
  asked.consultation.matters.set('m', { card: { title: 'Do we warn?' }, acts: [], drafts: [] } as never);
  const view = { id: 'v', event: { type: 'ActDone', matter: 'm', act: 'view', by: 'seat:dam-chief', text: 'Not today.' } };
  expect(eventSentence(view as never, asked, wording(en))).toBe('seat:dam-chief gives its view on “Do we warn?”');
});

test('every event of a record has its sentence in both languages, with nothing left unfilled', () => {
  for (const words of [en, ko]) for (const e of flood) expect(eventSentence(e, world, wording(words))).not.toMatch(/undefined|\{\{/);
});

test('both catalogues have the same keys', () => {
  const keys = (words: object, path = ''): string[] =>
    Object.entries(words).flatMap(([k, v]) =>
      typeof v === 'object' ? keys(v as object, `${path}${k}.`) : [`${path}${k}`.replace(/_(one|other)$/, '')],
    );
  expect([...new Set(keys(ko))].sort()).toEqual([...new Set(keys(en))].sort());
});

test('a long text is cut at a word', () => {
  expect(shortened('one two three four', 12)).toBe('one two…');
  expect(shortened('  short\n text ')).toBe('short text');
});
