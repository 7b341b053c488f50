import { median } from '@entente/engine';

/** A figure: a number or a time, and the events behind it. */
export interface Figure {
  readonly value: number;
  readonly unit: 'count' | 'ms';
  readonly evidence: readonly string[];
}
/** A sentence of the review: its key in the catalogue and the figures that stand in it. */
export interface Sentence {
  readonly key: string;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Names and times that stand in it beside the figures. */
  readonly words?: Readonly<Record<string, string>> | undefined;
}

export const count = (lines: readonly { evidence: readonly string[] }[]): Figure => ({
  value: lines.length,
  unit: 'count',
  evidence: [...new Set(lines.flatMap((l) => l.evidence))],
});

export function medianFigure(values: readonly number[], lines: readonly { evidence: readonly string[] }[]): Figure | undefined {
  const value = median(values);
  return value === undefined ? undefined : { value, unit: 'ms', evidence: count(lines).evidence };
}
