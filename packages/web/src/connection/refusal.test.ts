import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/preferences.ts';
import { wordsOf } from '../i18n/words.fixture.ts';
import { refusalWords } from './refusal.ts';

const engine = join(import.meta.dirname, '../../../engine/src');

/** The codes by which commands are refused, as they stand in the rules: `refuse('CODE'`, `code: 'CODE'`, and a table by code. */
function codesOfRules(): string[] {
  const files = readdirSync(engine, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|\.cases\.ts$|(^|[\\/])testing[\\/]/.test(file))
    .map((file) => readFileSync(join(engine, file), 'utf8'))
    .filter((text) => /\bRejection\b/.test(text));
  const found = files.flatMap((text) => [...text.matchAll(/refuse\(\s*'([\w-]+)'|code: '([\w-]+)',\s*message|^ {2}'([\w-]+)': ['`]/gm)]);
  return [...new Set(found.map((m) => (m[1] ?? m[2] ?? m[3]) as string))].sort();
}

it('whatever a command is refused for is said in every language', () => {
  const codes = codesOfRules();
  // That nothing is missed because nothing is found.
  for (const code of ['unknown', 'take-your-seat', 'waits-for-word', 'option-dropped', 'support-not-here']) expect(codes).toContain(code);
  for (const language of LANGUAGES) {
    const { refused, refusedOf } = wordsOf('refusals', language) as Record<'refused' | 'refusedOf', Record<string, object>>;
    const known = new Set([refused, ...Object.values(refusedOf ?? {})].flatMap((words) => Object.keys(words ?? {})));
    expect(
      codes.filter((code) => !known.has(code)),
      language,
    ).toEqual([]);
  }
});

it('of a step it is said that it has not begun, and not of the exercise', async () => {
  const answer = { ok: false, rejection: { code: 'not-started', message: '' } } as const;
  expect(await refusalWords(answer, { type: 'JumpClock' })).toBe('The exercise has not started yet.');
  for (const type of ['FinishStep', 'MarkOwnStep'] as const)
    expect(await refusalWords(answer, { type })).toBe('This step has not begun. Report its beginning first.');
});
