import type { Text } from '@entente/engine';
import type { ApiFailure, Problem } from '../api.ts';

/** What the server tells of a planner's sheet as it is read. */
export type RowState = 'plays' | 'waits' | 'out';
export interface Place {
  readonly sheet: string;
  readonly row: number;
}
/** Something that was decided of the sheet: what, why, how sure, and what else can be chosen. */
export interface Choice {
  readonly key: string;
  readonly kind: 'sheet' | 'header' | 'column' | 'time' | 'zone' | 'state' | 'side' | 'recipient' | 'row' | 'other';
  readonly what: Text;
  readonly because: Text;
  readonly value: string;
  readonly suggestion: string;
  /** 0…1, of the suggestion. */
  readonly confidence: number;
  readonly alternatives: readonly { readonly value: string; readonly label: Text }[];
  readonly rows: readonly Place[];
  readonly count: number;
  readonly settled: boolean;
  /** Where in the template its value goes; absent: there is only yes. */
  readonly sets?: readonly [section: Section, name: string];
}
export type Section = 'sheets' | 'header' | 'columns' | 'times' | 'states' | 'recipients';
export interface SheetRead {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly read: boolean;
  readonly why: Text;
  readonly header?: number;
  readonly above: readonly { readonly row: number; readonly text: string }[];
  readonly choice: string;
}
export interface ColumnRead {
  readonly sheet: string;
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  readonly meaning: string;
  readonly about: Text;
  readonly choice: string;
  readonly samples: readonly string[];
}
export interface InjectRead {
  readonly id: string;
  readonly number: string;
  readonly at?: number;
  readonly channel: string;
  readonly from: string;
  readonly simulated: boolean;
  readonly to: readonly string[];
  readonly info: readonly string[];
  readonly title: string;
  readonly text: string;
}
export interface ReadRow extends Place {
  readonly cells: readonly { readonly column: number; readonly text: string; readonly struck?: readonly (readonly [number, number])[] }[];
  readonly becomes: RowState;
  readonly why?: Text;
  readonly guesses: readonly string[];
  readonly unknown: readonly string[];
  readonly inject?: InjectRead;
  readonly expects: readonly { readonly by: string; readonly text: string }[];
  readonly said: readonly Text[];
}
export interface PartyRead {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly cells: readonly { readonly id: string; readonly name: string }[];
}
export interface Counts {
  readonly all: number;
  readonly plays: number;
  readonly waits: number;
  readonly out: number;
  /** Those that reach nobody yet. */
  readonly nobody: number;
}
export interface UnknownWord {
  readonly word: string;
  readonly rows: readonly Place[];
  readonly count: number;
}
export interface Reading {
  readonly sheets: readonly SheetRead[];
  readonly columns: readonly ColumnRead[];
  readonly choices: readonly Choice[];
  /** Those that were asked for. */
  readonly rows: readonly ReadRow[];
  /** How many there are of the kind that was asked for. */
  readonly found: number;
  readonly counts: Counts;
  readonly ofSheet: Counts;
  readonly unknown: readonly UnknownWord[];
  /** STARTEX: ISO date and time with offset. */
  readonly start: string;
  readonly duration: number;
  readonly parties: readonly PartyRead[];
  readonly kept: readonly Text[];
  readonly problems: readonly Problem[];
}

/** What a column may mean, in the order in which people look for it. */
export const MEANINGS = [
  ...['number', 'date', 'time', 'zone', 'party', 'from', 'to', 'info', 'channel', 'title', 'text', 'expected'],
  ...['status', 'condition', 'objective', 'type', 'responsible', 'notes', 'ignore'],
];

/** What was corrected in a row. */
export interface Correction {
  readonly sheet: string;
  readonly row: number;
  readonly leaveOut?: boolean;
  readonly waits?: boolean;
  readonly at?: string;
  readonly number?: string;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly title?: string;
  readonly text?: string;
}
type Whom = readonly string[] | 'everyone' | 'nobody' | 'itself';
/** How the sheets of an office are read: what the server takes, and what `--map` reads. */
export interface Template {
  readonly entente: 'msel-map/1';
  readonly name?: string;
  readonly sheets?: readonly string[];
  readonly header?: number | Readonly<Record<string, number>>;
  readonly columns?: Readonly<Record<string, string>>;
  readonly times?: Readonly<Record<string, string | number>>;
  readonly states?: Readonly<Record<string, string>>;
  readonly recipients?: Readonly<Record<string, Whom>>;
  readonly rows?: readonly Correction[];
  readonly settled?: readonly string[];
}
export const NOTHING_CHOSEN: Template = { entente: 'msel-map/1' };

/** Which rows are looked at. */
export interface Shown {
  readonly sheet?: string;
  readonly becomes?: RowState;
  /** Those that rest on this choice. */
  readonly choice?: string;
  readonly from?: number;
  readonly most?: number;
}

export interface ImportedSheet {
  readonly scenario: string;
  readonly counts: Counts;
  readonly problems: readonly Problem[];
}

/** True if the server has put the sheet away meanwhile, so that it must be sent again. */
export const isGone = (failure: ApiFailure): boolean => failure.status === 404;
