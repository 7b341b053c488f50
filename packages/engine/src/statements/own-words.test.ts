import { describe, expect, it } from 'vitest';
import { smallScenario } from '../testing/fixture.ts';
import { PRESS } from '../testing/press.ts';
import { Table } from '../testing/table.ts';
import type { PressDraft } from './desk-language.ts';
import { standing } from './standing.ts';

/** Rule D1 by its detours: whoever gave words has not cleared them, however they came to be before a clearer. */

const seat = (id: string, may: string[] = []) => ({ id, name: id, may });
const SEATS = [seat('first'), seat('second'), seat('head'), seat('speaker', ['speak']), seat('other', ['speak'])];
const PARTIES = [
  { id: 'a', name: 'A', cells: [{ id: 'a-cell', name: 'A', seats: SEATS }] },
  { id: 'b', name: 'B', cells: [{ id: 'b-cell', name: 'B', seats: [seat('b-lead')] }] },
];
const SPEAKER = 'seat:speaker';
const OTHER = 'seat:other';

/** A draft of the speaker’s, in words of each language’s author, before the clearers of its side. */
function asked(press: object, words: readonly (readonly [author: string, language: string, text: string])[]) {
  const t = new Table(smallScenario({ ...PRESS, parties: PARTIES, press: [{ party: 'a', each: 'PT5M', ...press }] })).start();
  for (const { id } of SEATS) t.sit(`seat:${id}`);
  const draft = t.ok(SPEAKER, { type: 'DraftStatement' });
  for (const [author, language, text] of words) t.ok(author, { type: 'WordDraft', draft, language, text });
  for (const [, language] of words) t.ok(SPEAKER, { type: 'AskClearance', draft, language });
  const clear = (language: string, more: object = {}) => ({ type: 'ClearDraft', draft, language, act: 'clear', ...more }) as const;
  return {
    t,
    draft,
    cleared: (who: string, language: string, more: object = {}) => t.ok(who, clear(language, more)),
    refused: (who: string, language: string) => t.refused(who, clear(language)),
    stands: () => standing(t.seen(SPEAKER).world.statements.drafts.get(draft) as PressDraft, 'en'),
  };
}
const reword = (draft: string) => ({ type: 'WordDraft', draft, language: 'en', text: 'We plan nothing.' }) as const;

describe('a clearance', () => {
  for (const clearers of [[OTHER], [SPEAKER, OTHER]])
    it(`of ${clearers.join(' and ')} covers no words that the one who cleared wrote after it: they are refused`, () => {
      const d = asked({ clearers }, [[SPEAKER, 'en', 'We plan.']]);
      d.cleared(OTHER, 'en');
      expect(d.t.refused(OTHER, reword(d.draft))).toBe('nobody-clears');
      d.t.ok(SPEAKER, { type: 'PublishDraft', draft: d.draft });
      expect([...d.t.seen('public').world.statements.statements.values()].map((s) => s.card.text)).toEqual([{ en: 'We plan.' }]);
    });

  it('of such words is the seat’s to which it passes up', () => {
    const d = asked({ clearers: [OTHER], up: 'seat:head' }, [[SPEAKER, 'en', 'We plan.']]);
    d.cleared(OTHER, 'en');
    d.t.ok(OTHER, reword(d.draft));
    expect(d.stands()).toMatchObject({ state: 'asked', holders: ['seat:head'] });
    expect(d.t.refused(SPEAKER, { type: 'PublishDraft', draft: d.draft })).toBe('not-cleared');
  });

  it('is not given to one’s own words in one language because another’s claims were edited', () => {
    const d = asked({ clearers: [OTHER, 'seat:second'] }, [
      [OTHER, 'en', 'We plan.'],
      [SPEAKER, 'ko', '기획합니다.'],
    ]);
    d.cleared(OTHER, 'ko');
    const claims = [{ topic: 'planning', stance: 'affirmed' }];
    d.cleared('seat:second', 'ko', { act: 'clear-with-edits', text: '함께 기획합니다.', claims });
    expect(d.stands().turns.map((r) => r.seat)).toEqual(['seat:second']);
    expect(d.refused(OTHER, 'en')).toBe('own-draft');
  });

  it('does not pass up to the seat that worded it', () => {
    const d = asked({ clearers: ['seat:first'], expired: 'passes-up', up: OTHER }, [[OTHER, 'en', 'We plan.']]);
    d.t.wait(5.1);
    expect(d.stands()).toMatchObject({ state: 'lapsed', holders: ['seat:first'] });
  });
});
