import type { ExpectedRow, Ms } from '@entente/engine';

/**
 * When an expected action was done, as far as the record has told: when it was seen, else its deadline where a side was
 * told there that it was in time. Undefined where nothing was told, or only that it was late.
 */
export function doneAsTold({ seen, reported }: Pick<ExpectedRow, 'seen' | 'reported'>): Ms | undefined {
  return seen?.at ?? (reported?.late === false ? reported.at : undefined);
}
