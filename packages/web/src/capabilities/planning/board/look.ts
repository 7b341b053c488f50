import type { Text } from '@entente/engine';
import type { Forum } from '@entente/engine/consultation';
import type { Board, Criterion, Known, PlanOption } from '@entente/engine/planning';
import type { ComponentType } from 'react';

/** What is being written on a board. */
export interface BoardForm {
  readonly form: 'steps' | 'reason' | 'redLine' | 'criterion' | 'ask' | 'table';
  readonly option?: string | undefined;
  readonly criterion?: string | undefined;
}

/** How a board stands to its reader. */
export interface BoardLook {
  readonly board: Board;
  readonly forum: Forum;
  /** The side whose view this is; absent for those who see what all keep. */
  readonly own: string | undefined;
  /** The sides at the table, in the exercise’s order. */
  readonly sides: readonly string[];
  /** What can be done with it now; absent for those who only look, and when nothing can. */
  readonly acts?: BoardActs | undefined;
  /** Whoever only looks begins nothing but to read an option’s steps. */
  readonly begin: (form: BoardForm | undefined) => void;
}
/** What one side thinks of one option by one criterion, as far as it is known. */
export type Thinks = Known & { readonly party: string };
export interface PointsProps extends OfCell {
  readonly known: readonly Thinks[];
}
export interface OfCell {
  readonly look: BoardLook;
  readonly option: PlanOption;
  readonly criterion: Criterion;
}
/** What sends something, each in its place on the board: whoever sits there is given it, and the files of those who look hold none of it. */
export interface BoardActs {
  /** The own score, set with one press. */
  readonly Points: ComponentType<PointsProps>;
  readonly Weights: ComponentType<Omit<OfCell, 'option'>>;
  readonly Drop: ComponentType<{ readonly option: PlanOption }>;
  readonly Forms: ComponentType<BoardFormProps>;
  readonly Aside: ComponentType<{ readonly look: BoardLook }>;
}
export interface BoardFormProps {
  readonly look: BoardLook;
  readonly form: BoardForm;
  readonly open: (id: string) => void;
}

/** An option’s letter: A, B, C … */
export const letterOf = (index: number): string =>
  String.fromCharCode(65 + (index % 26)) + (index >= 26 ? String(Math.floor(index / 26)) : '');

/** Each line that is not blank is a paragraph; undefined if the languages do not have the same number. */
export function paragraphsOf(text: Text): Text[] | undefined {
  const lines = (words: string): string[] =>
    words
      .split('\n')
      .map((l) => l.trim())
      .filter((l) => l !== '');
  if (typeof text === 'string') return lines(text);
  const all = Object.entries(text).map(([language, words]) => [language, lines(words)] as const);
  const length = all[0]?.[1].length ?? 0;
  if (all.some(([, own]) => own.length !== length)) return undefined;
  return Array.from({ length }, (_, i) => Object.fromEntries(all.map(([language, own]) => [language, own[i] ?? ''])));
}
