import type { Said } from '../error.ts';

/** What a column may mean: what an event is made of, who gets a copy, or nothing that is kept. */
export const MEANINGS = [
  'number',
  'date',
  'time',
  'zone',
  'type',
  'channel',
  'from',
  'to',
  'info',
  'marked',
  'title',
  'text',
  'expected',
  'condition',
  'objective',
  'status',
  'party',
  'responsible',
  'notes',
  'ignore',
] as const;
export type Meaning = (typeof MEANINGS)[number];

export const STATE_MEANINGS = ['plays', 'waits', 'out'] as const;
export type StateMeaning = (typeof STATE_MEANINGS)[number];

/** What a planner has settled of a sheet: the file of `--map`, and the named template of an office. All but `entente` may be absent. */
export interface Template {
  readonly entente: 'msel-map/1';
  readonly name?: string | undefined;
  /** The sheets to read, in order. */
  readonly sheets?: readonly string[] | undefined;
  /** The header row as the sheet counts it; 0 for none. For all sheets, or by their names. */
  readonly header?: number | Readonly<Record<string, number>> | undefined;
  /** By header word as it stands in the sheet, or `column:H`. */
  readonly columns?: Readonly<Record<string, Meaning>> | undefined;
  readonly times?: TimesTemplate | undefined;
  /** By a word of the state column. */
  readonly states?: Readonly<Record<string, StateMeaning>> | undefined;
  /** A word of a recipient cell: whom it means, `Cell` or `Side/Cell`. */
  readonly recipients?: Readonly<Record<string, readonly string[] | 'everyone' | 'nobody' | 'itself'>> | undefined;
  readonly rows?: readonly RowTemplate[] | undefined;
  /** Keys of choices to which a person has said yes. */
  readonly settled?: readonly string[] | undefined;
}
export interface TimesTemplate {
  /** What a plain `1:30` or `0130` counts: the time of day, or hours from STARTEX. */
  readonly read?: 'clock' | 'elapsed' | undefined;
  /** The unit of a bare number, and of `T+1`. */
  readonly unit?: 'min' | 'h' | undefined;
  /** From when Excel's numbers count days. */
  readonly epoch?: 1900 | 1904 | undefined;
  /** Whose time it is where the sheet does not say: `+09:00`. */
  readonly zone?: string | undefined;
  readonly startex?: string | undefined;
  /** How `3/4/2027` is read. */
  readonly dates?: 'day-first' | 'month-first' | undefined;
  /** The day of STARTEX where the sheet names none, `2027-03-02`. */
  readonly firstDay?: string | undefined;
}
/** What a person has corrected in one row. */
export interface RowTemplate {
  readonly sheet?: string | undefined;
  /** As the sheet counts it. */
  readonly row: number;
  readonly leaveOut?: boolean | undefined;
  /** Waits for a hand, whatever its time; false: plays, whatever its state. */
  readonly waits?: boolean | undefined;
  /** As a time cell would say it: `PT30M`, `09:30`. */
  readonly at?: string | undefined;
  readonly number?: string | undefined;
  readonly channel?: string | undefined;
  readonly from?: string | undefined;
  /** `Cell`, `Side/Cell`, or `everyone`. */
  readonly to?: readonly string[] | undefined;
  readonly title?: string | undefined;
  readonly text?: string | undefined;
}

/** From here on a choice needs nobody: it is told, not asked. */
export const SURE = 0.8;

export type ChoiceKind = 'sheet' | 'header' | 'column' | 'time' | 'zone' | 'state' | 'side' | 'recipient' | 'row' | 'other';

/** Something that was decided of the sheet, and why. */
export interface Choice {
  /** The same for the same sheet each time it is read: `column:Day 1!H`, `zone`, `dates`, `state:Draft`, `recipient:Ops`. */
  readonly key: string;
  readonly code: string;
  readonly kind: ChoiceKind;
  readonly what: Said;
  readonly because: Said;
  /** In force now. Empty where there is nothing to choose. */
  readonly value: string;
  /** Empty beside a value: nothing is likelier than anything else. */
  readonly suggestion: string;
  /** 0…1, of the suggestion. */
  readonly confidence: number;
  /** What can be chosen, the suggestion among them; empty where it can only be known. */
  readonly alternatives: readonly { readonly value: string; readonly label: Said }[];
  /** The first 500 rows that rest on it. */
  readonly rows: readonly Place[];
  readonly count: number;
  /** The template says so, or nobody needs to. */
  readonly settled: boolean;
  /** Where in the template its value goes: section and name, such as `columns` and `Info`. Absent: there is only yes, in `settled`. */
  readonly sets?: readonly [section: 'sheets' | 'header' | 'columns' | 'times' | 'states' | 'recipients', name: string];
}
export interface Place {
  readonly sheet: string;
  readonly row: number;
}

export interface SheetRead {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with content below the header; of all where there is none. */
  readonly rows: number;
  readonly read: boolean;
  readonly why: Said;
  /** The header row; absent where none is. */
  readonly header?: number;
  /** What stands above the header. */
  readonly above: readonly { readonly row: number; readonly text: string }[];
  readonly choice: string;
}
export interface ColumnRead {
  readonly sheet: string;
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  readonly meaning: Meaning;
  readonly about: Said;
  /** The key of its choice. */
  readonly choice: string;
  readonly samples: readonly string[];
}

export interface CellRead {
  readonly column: number;
  /** With the words that are struck out. */
  readonly text: string;
  readonly struck?: readonly (readonly [number, number])[];
}
/** A row beside what it becomes. */
export interface ReadRow extends Place {
  readonly cells: readonly CellRead[];
  readonly becomes: StateMeaning;
  /** Why it waits or is left out. */
  readonly why?: Said;
  /** Keys of choices that are not settled and on which it rests. */
  readonly guesses: readonly string[];
  /** Recipient words that are not understood. */
  readonly unknown: readonly string[];
  readonly inject?: InjectRead;
  readonly expects: readonly { readonly by: string; readonly text: string }[];
  /** Small notes: “struck-out words are left out”. */
  readonly said: readonly Said[];
}
export interface InjectRead {
  readonly id: string;
  readonly number: string;
  /** Milliseconds from STARTEX; absent: no time. */
  readonly at?: number;
  readonly channel: string;
  /** As the sheet says it; empty: control itself. */
  readonly from: string;
  /** The sender is nobody's seat: control speaks for it. */
  readonly simulated: boolean;
  /** Addresses: `cell:…`, `party:…`, `everyone`, `public`. */
  readonly to: readonly string[];
  /** Those of them who get it for information. */
  readonly info: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly control?: string;
}

/** A sheet as it is read: what was decided, and what comes of each row. */
export interface Reading {
  readonly sheets: readonly SheetRead[];
  readonly columns: readonly ColumnRead[];
  /** Everything that was decided; those that are not settled are to be settled by a person. */
  readonly choices: readonly Choice[];
  readonly rows: readonly ReadRow[];
  readonly start: string;
  /** Milliseconds from STARTEX. */
  readonly duration: number;
  readonly parties: readonly PartyRead[];
  /** What is kept beside the events or left out of them, named: comments, struck-out words, error cells. */
  readonly kept: readonly Said[];
}
export interface PartyRead {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly cells: readonly { readonly id: string; readonly name: string }[];
}
