import { type Path, type Problem, problem } from './problem.ts';
import type { Places } from './shape.ts';

const CODE = /^[a-z]{2}(-[A-Z]{2})?$/;
const PROSE = new Set(['title', 'summary', 'situation', 'name', 'text', 'brief', 'card', 'control', 'means', 'venue', 'authority']);
/** Lists of texts. */
const LISTS = new Set(['assumptions', 'risks']);
const NOT_PROSE = new Set(['when', 'seen', 'after', 'set', 'to', 'from']);
const LANGUAGES: Record<string, { en: string; ko: string }> = { en: { en: 'English', ko: '영어' }, ko: { en: 'Korean', ko: '한국어' } };

/** Every text has a version in every language that the scenario declares. */
export function checkTexts(value: Record<string, unknown>, at: Places): Problem[] {
  const declared = Array.isArray(value.languages) ? value.languages.filter((l): l is string => typeof l === 'string') : ['en'];
  const problems: Problem[] = [];
  // Codes that are none are told of once, not at every text.
  if (declared.some((l) => !CODE.test(l))) return problems;
  const lacks = (language: string, path: Path) =>
    problems.push(
      problem('text-lacks-language', at.place(path), path, {
        language: Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : language,
      }),
    );
  const text = (v: unknown, path: Path): void => {
    if (typeof v === 'string') {
      // A plain text is the first language's; names and numbers without letters are everybody's.
      if (/\p{L}/u.test(v)) for (const language of declared.slice(1)) lacks(language, path);
    } else if (typeof v === 'object' && v !== null && !Array.isArray(v)) {
      for (const language of declared) if (!Object.hasOwn(v, language)) lacks(language, path);
      for (const language of Object.keys(v)) {
        if (!CODE.test(language) || declared.includes(language)) continue;
        problems.push(problem('language-undeclared', at.keyPlace([...path, language]), [...path, language], { language }));
      }
    }
  };
  const walk = (v: unknown, path: Path): void => {
    if (typeof v !== 'object' || v === null || path.length > 20) return;
    for (const [key, item] of Array.isArray(v) ? v.map((x, i) => [i, x] as const) : Object.entries(v)) {
      if (typeof key === 'string' && NOT_PROSE.has(key)) continue;
      if (typeof key === 'string' && PROSE.has(key)) text(item, [...path, key]);
      // By party: what it means by a term; and one by one.
      else if (path.at(-1) === 'meanings' || LISTS.has(String(path.at(-1)))) text(item, [...path, key]);
      else walk(item, [...path, key]);
    }
  };
  walk(value, []);
  return problems;
}
