import type { Problem, ScenarioCard } from './api.ts';

/** What the check of a scenario comes to. Mistakes forbid an exercise; warnings do not. */
export interface CheckResult {
  readonly state: 'good' | 'warnings' | 'mistakes';
  readonly mistakes: number;
  readonly warnings: number;
  /** Mistakes first, then by place. */
  readonly problems: readonly Problem[];
}

export function checkResult(problems: readonly Problem[]): CheckResult {
  const mistakes = problems.filter((p) => p.severity === 'error').length;
  const warnings = problems.length - mistakes;
  const sorted = [...problems].sort(
    (a, b) => rank(a) - rank(b) || a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  return { state: mistakes > 0 ? 'mistakes' : warnings > 0 ? 'warnings' : 'good', mistakes, warnings, problems: sorted };
}

const rank = (p: Problem): number => (p.severity === 'error' ? 0 : 1);

/** `scenario.yaml:12:5`, as editors and terminals write a place. */
export function placeOf(problem: Problem): string {
  return [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
}

/** A language's name in itself: English, 한국어. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The first scenario that an exercise can be made of: what “Create exercise” starts with. */
export function firstUsable(scenarios: readonly ScenarioCard[]): ScenarioCard | undefined {
  return scenarios.find((s) => checkResult(s.problems).state !== 'mistakes');
}

/** A title that no other exercise has: the scenario's own, or with the next free number. */
export function freeTitle(title: string, taken: readonly string[]): string {
  if (!taken.includes(title)) return title;
  for (let n = 2; ; n++) if (!taken.includes(`${title} ${n}`)) return `${title} ${n}`;
}
