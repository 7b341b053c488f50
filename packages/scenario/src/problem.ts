import { CATALOGUE, type Code } from './catalogue.ts';

export type { Code } from './catalogue.ts';

/** The same sentence in the languages of the product. */
export interface Both {
  readonly en: string;
  readonly ko: string;
}

/** Where something stands; lines and columns are counted from 1, as editors do. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing wrong (error) or doubtful (warning) in a scenario folder, and what to do about it. */
export interface Problem extends Place {
  readonly severity: 'error' | 'warning';
  /** The key it concerns, such as `injects[3].when.all[0]`; empty for a whole file. */
  readonly path: string;
  readonly code: Code;
  readonly message: Both;
  readonly hint: Both;
}

export type Path = readonly (string | number)[];

/** What a message fills in. A value may differ by language. */
export type Facts = Readonly<Record<string, string | number | Both | undefined>>;

/** A problem from the catalogue, with its blanks filled in; `meant` becomes "Did you mean …?". */
export function problem(code: Code, place: Place, path: Path, facts: Facts = {}): Problem {
  const [severity, en, ko, hintEn, hintKo] = CATALOGUE[code];
  const meant = facts.meant === undefined ? '' : clip(String(facts.meant));
  const all: Facts = {
    ...facts,
    meant: { en: meant && ` Did you mean “${meant}”?`, ko: meant && ` 혹시 ‘${meant}’입니까?` },
  };
  return {
    severity,
    file: place.file,
    line: place.line,
    column: place.column,
    path: pathText(path),
    code,
    message: { en: fill(en, all, 'en'), ko: fill(ko, all, 'ko') },
    hint: { en: fill(hintEn, all, 'en').trim(), ko: fill(hintKo, all, 'ko').trim() },
  };
}

/** `file:line:column severity message — hint`, for terminals and logs. */
export function explain(p: Problem, language: 'en' | 'ko' = 'en'): string {
  const severity = language === 'ko' ? { error: '오류', warning: '경고' }[p.severity] : p.severity;
  return `${p.file}:${p.line}:${p.column} ${severity} ${p.message[language]} — ${p.hint[language]}`;
}

/** `['injects', 3, 'when']` → `injects[3].when`. */
export function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? clip(step) : `.${clip(step)}`)).join('');
}

/** A list longer than this helps nobody. */
const MOST = 1_000;

/** File by file, each from top to bottom; the same thing is said once. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  const once = problems.filter((p) => {
    const key = `${p.file}\u0000${p.line}\u0000${p.column}\u0000${p.code}\u0000${p.message.en}`;
    return !seen.has(key) && seen.add(key);
  });
  const rank = (p: Problem) => (p.file === 'scenario.yaml' ? 0 : p.file.startsWith('plays/') ? 2 : 1);
  once.sort((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column);
  const more = once.length - MOST;
  if (more <= 0) return once;
  // Whether there is an error must not depend on where the list is cut.
  return [
    ...once.slice(0, MOST),
    {
      ...problem('more-problems', once[MOST]!, [], { count: more }),
      severity: once.slice(MOST).some((p) => p.severity === 'error') ? 'error' : 'warning',
    },
  ];
}

function fill(template: string, facts: Facts, language: 'en' | 'ko'): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact === undefined) return '';
    return typeof fact === 'object' ? fact[language] : clip(String(fact), name === 'known' ? 500 : 120);
  });
}

/** What authors wrote is quoted, but never at length and never with control characters. */
function clip(text: string, most = 120): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  const clean = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, ' ');
  return clean.length > most ? `${clean.slice(0, most - 1)}…` : clean;
}
