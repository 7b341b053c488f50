import type { KnowingMark } from '@entente/engine';

/** What was granted and given in one act is one mark: the giving, as late as the grant. */
export function toldMarks({ marks }: { readonly marks: readonly KnowingMark[] }): KnowingMark[] {
  const given = new Set(marks.filter(isGiving).map((m) => m.at));
  const within = marks.filter((m) => m.kind === 'granted' && m.for === undefined && given.has(m.at));
  return marks
    .filter((m) => !within.includes(m))
    .map((m) => (isGiving(m) ? { ...m, lateBy: within.find((g) => g.at === m.at)?.lateBy } : m));
}

/** True for what brought it to somebody. */
export function isGiving({ kind }: KnowingMark): boolean {
  return kind === 'released' || kind === 'part';
}
