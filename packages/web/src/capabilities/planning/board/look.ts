import type { Text } from '@entente/engine';
import type { Forum } from '@entente/engine/consultation';
import type { Board } from '@entente/engine/planning';

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
  /** Whether something can be done with it now. */
  readonly acts: boolean;
  readonly begin: (form: BoardForm | undefined) => void;
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
