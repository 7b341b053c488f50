import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetDrafts, keptWords } from './drafts.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  // Its keys are the keys of what it holds, as a browser's are.
  const storage = new Proxy(
    { getItem: (key: string) => kept.get(key) ?? null, removeItem: (key: string) => kept.delete(key) },
    { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
  );
  vi.stubGlobal('sessionStorage', storage);
});
afterEach(() => {
  vi.unstubAllGlobals();
  kept.clear();
});

it('the words of every draft of a door are there to be taken along, and nothing that was only chosen', () => {
  kept.set('entente.draft /s/a message new', JSON.stringify({ to: ['party:us'], subject: '', text: 'We accept.', label: 'TLP:RED' }));
  kept.set('entente.draft /s/a item new', JSON.stringify({ title: { ko: '제목' }, portions: [{ text: '첫 단락', label: 'TLP:AMBER' }] }));
  kept.set('entente.draft /s/a files of message new', JSON.stringify([{ name: 'plan.pdf' }]));
  kept.set('entente.draft /s/b message new', JSON.stringify({ text: 'Of another seat.' }));
  expect(keptWords('/s/a')).toEqual(['We accept.', '제목\n첫 단락']);
  forgetDrafts('/s/a');
  expect(keptWords('/s/a')).toEqual([]);
  expect(keptWords('/s/b')).toEqual(['Of another seat.']);
});
