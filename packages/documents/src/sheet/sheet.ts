import { withoutUnseen } from '@entente/engine';

/** What a spreadsheet is to the importer, whatever file it came from. */
export interface Cell {
  /** As a reader would see it; clean: line ends are \n, no control characters. */
  readonly text: string;
  /** The number behind it, if the file says it is one. Dates and times: Excel's serial, days from 1899-12-30. */
  readonly number?: number;
  /** How the file shows the number. */
  readonly shown?: 'date' | 'time' | 'duration';
}
export interface SheetRow {
  /** As the spreadsheet program counts it, from 1. */
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
  readonly hidden: boolean;
}
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  /** Read from plain text, whatever the name of the file says. */
  readonly plain?: true;
}

export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 200;

/**
 * Text without what no reader sees, by the rule that holds for every text: Windows line ends, outer space, controls, what
 * takes no room. A sign of somebody’s own font stays as the box that everybody else sees.
 */
export function clean(text: string): string {
  const ends = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/\p{Co}/gu, '□');
  return withoutUnseen(ends)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** A cell of text; undefined if nothing is left to read. */
export function textCell(raw: string): Cell | undefined {
  const text = clean(raw);
  return text === '' ? undefined : { text };
}
