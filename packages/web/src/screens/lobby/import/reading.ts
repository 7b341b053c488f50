import type {
  Choice,
  ColumnRead,
  InjectRead,
  Meaning,
  PartyRead,
  Place,
  Reading as ReadOfSheet,
  ReadRow,
  RowTemplate,
  StateMeaning,
  Template,
} from '@entente/documents/reading';
import type { ApiFailure, Problem } from '../api.ts';

/** What the server tells of a planner’s sheet as it is read: what the reader says, and what the server adds. */
export type { Choice, ColumnRead, InjectRead, Meaning, PartyRead, ReadRow, Template };
export type RowState = StateMeaning;
/** What was corrected in a row. */
export type Correction = RowTemplate;
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
export interface Reading extends ReadOfSheet {
  /** How many rows there are of the kind that was asked for; `rows` are those that were. */
  readonly found: number;
  readonly counts: Counts;
  readonly ofSheet: Counts;
  readonly unknown: readonly UnknownWord[];
  readonly problems: readonly Problem[];
}

/** What a column may mean, in the order in which people look for it: each meaning that there is. */
const LOOKED_FOR: Readonly<Record<Meaning, true>> = {
  ...{ number: true, date: true, time: true, zone: true, party: true, from: true, to: true, info: true, marked: true },
  ...{ channel: true, title: true, text: true, expected: true, status: true, condition: true, objective: true, type: true },
  ...{ responsible: true, notes: true, ignore: true },
};
export const MEANINGS = Object.keys(LOOKED_FOR) as readonly Meaning[];

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
