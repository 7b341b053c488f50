import { withoutUnseen } from '@entente/engine';
import type { ImportError, Said } from '../error.ts';
import type { Meaning } from '../msel/reading.ts';
import { fromHtml } from './html.ts';

/** What a spreadsheet is to the importer, whatever file it came from. */
export interface Cell {
  /** As a reader would see it; clean: line ends are \n, no control characters. */
  readonly text: string;
  /** The number behind it, if the file says it is one. Dates and times: Excel's serial, days from 1899-12-30. */
  readonly number?: number;
  /** How the file shows the number. */
  readonly shown?: 'date' | 'time' | 'duration';
  /** With the words that are struck out, and where they are; absent where none is. */
  readonly struck?: { readonly whole: string; readonly at: readonly (readonly [number, number])[] };
}
/** What a cell holds that is not its text: nothing of it may be delivered. */
export interface Aside {
  readonly column: number;
  /** `struck`: all of it is struck out. `formula`: the file keeps no result of it. */
  readonly kind: 'error' | 'struck' | 'formula' | 'comment';
  readonly text: string;
}
export interface SheetRow {
  /** As the spreadsheet program counts it, from 1. */
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
  readonly hidden: boolean;
  readonly asides?: readonly Aside[];
}
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  /** Read from plain text, whatever the name of the file says. */
  readonly plain?: true;
  /** Excel's numbers count days from 1904: those of dates are counted anew, those in plain cells are as they stand. */
  readonly from1904?: boolean;
  /** By row number: cells merged over several columns, from and to. */
  readonly across?: ReadonlyMap<number, readonly (readonly [number, number])[]>;
  /** Why this sheet cannot be read; the others can. */
  readonly fault?: ImportError;
  readonly tool?: Tool;
  /** What its columns mean, where a tool's own words say so. */
  readonly means?: Readonly<Record<string, Meaning>>;
  /** What of a tool's file is told beside its rows. */
  readonly left?: readonly Said[];
}
/** The program that wrote the sheet, where its fields have a meaning of their own. */
export type Tool = 'openaev' | 'crucible' | 't3sf';

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

/** What Excel shows in place of a result that it cannot work out. */
const ERROR = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BUSY!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA)$/;
export const isErrorText = (text: string): boolean => ERROR.test(text.trim());

/** How the texts of a file are read: as what a page shows of them, or letter by letter. */
export type Letters = 'shown' | 'as-written';

/** A cell of text; undefined if nothing is left to read. */
export function textCell(raw: string, letters: Letters = 'shown'): Cell | undefined {
  const text = clean(letters === 'shown' ? fromHtml(raw) : raw);
  return text === '' ? undefined : { text };
}
