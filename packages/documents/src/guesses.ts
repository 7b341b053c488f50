import { type Said, said } from './error.ts';
import { type Choice, type ChoiceKind, type Place, SURE } from './msel/reading.ts';

/** Something the sheet did not say for certain, that was decided, and why. */
export interface Guess {
  readonly code: string;
  readonly key: string;
  readonly what: Said;
  readonly because: Said;
  /** 0…1. */
  readonly confidence: number;
  /** Nobody needs to be asked, or somebody has answered. */
  readonly settled: boolean;
  readonly rows: readonly Place[];
  readonly count: number;
}

/** A row among those of all sheets that are read: its sheet's place in the list, and its number there. */
const ROWS = 2 ** 21;
export const rowKey = (sheet: number, row: number): number => sheet * ROWS + row;
export const rowOf = (key: number): number => key % ROWS;
export const sheetOf = (key: number): number => Math.floor(key / ROWS);

type Words = Said | ((rows: Said) => Said);
interface Decision {
  readonly key: string;
  readonly code: string;
  readonly kind: ChoiceKind;
  readonly what: Words;
  readonly because: Said;
  readonly value?: string;
  readonly suggestion?: string;
  readonly confidence: number;
  readonly alternatives?: Choice['alternatives'];
  readonly sets?: Choice['sets'];
  /** The template says so. */
  readonly given?: boolean;
  /** Nobody need be told of it, but whoever looks at all choices. */
  readonly plain?: boolean;
  readonly rows?: readonly number[];
}

/** How sure the program is of what it assumes; what is not here is only told. */
const CONFIDENCE: Readonly<Record<string, number>> = {
  unit: 0.6,
  'number-unit': 0.6,
  hidden: 0.7,
  quotes: 0.6,
  unreadable: 0.75,
  kept: 0.75,
  split: 0.85,
  moved: 0.85,
  midnight: 0.85,
  startex: 0.85,
  date: 0.85,
  zone: 0.85,
  parties: 0.85,
  fraction: 0.85,
  serial: 0.85,
  digits: 0.85,
  before: 0.85,
  'all-but': 0.85,
};
const TOLD = 0.9;
const KINDS: Readonly<Record<string, ChoiceKind>> = {
  unit: 'time',
  'number-unit': 'time',
  startex: 'time',
  date: 'time',
  midnight: 'time',
  digits: 'time',
  serial: 'time',
  fraction: 'time',
  'day-month': 'time',
  zone: 'zone',
  parties: 'side',
  kept: 'recipient',
  split: 'recipient',
  copy: 'recipient',
  'all-but': 'recipient',
};
const MOST_PLACES = 500;

/** Collects what was decided; one of each key, with the rows that rest on it. */
export class Guesses {
  readonly #made = new Map<string, Decision & { readonly on: number[] }>();
  readonly #settled: ReadonlySet<string>;
  /** The names of the sheets that are read, in order. */
  sheets: readonly string[] = [];

  constructor(settled: readonly string[] = []) {
    this.#settled = new Set(settled);
  }

  /** Names a guess once. `what` is told the rows, such as “rows 3, 7 and 2 more”. What stands before `=` is its code. */
  make(key: string, what: Words, because: Said, row?: number): void {
    const code = key.split('=')[0] as string;
    const kind = KINDS[code] ?? 'other';
    this.decide({ key, code, kind, what, because, confidence: CONFIDENCE[code] ?? TOLD, ...(row === undefined ? {} : { rows: [row] }) });
  }

  decide(decision: Decision): void {
    const made = this.#made.get(decision.key) ?? { ...decision, on: [] };
    for (const row of decision.rows ?? []) if (made.on.at(-1) !== row) made.on.push(row);
    this.#made.set(decision.key, made);
  }

  /** Keys of what is not settled, by row. */
  openOn(): Map<number, string[]> {
    const open = new Map<number, string[]>();
    for (const made of this.#made.values()) {
      if (this.#isSettled(made)) continue;
      for (const row of made.on) open.set(row, [...(open.get(row) ?? []), made.key]);
    }
    return open;
  }

  #isSettled(d: Decision): boolean {
    return d.given === true || d.confidence >= SURE || this.#settled.has(d.key);
  }

  choices(): Choice[] {
    return [...this.#made.values()].map((d) => ({
      key: d.key,
      code: d.code,
      kind: d.kind,
      what: typeof d.what === 'function' ? d.what(this.#rowList(d.on)) : d.what,
      because: d.because,
      value: d.value ?? '',
      suggestion: d.suggestion ?? d.value ?? '',
      confidence: d.confidence,
      alternatives: d.alternatives ?? [],
      ...(d.sets ? { sets: d.sets } : {}),
      rows: d.on.slice(0, MOST_PLACES).map((key) => this.place(key)),
      count: d.on.length,
      settled: this.#isSettled(d),
    }));
  }

  /** What is to be told: all but what is plain to see. */
  list(): Guess[] {
    const plain = new Set([...this.#made.values()].filter((d) => d.plain && this.#isSettled(d)).map((d) => d.key));
    return this.choices()
      .filter((c) => !plain.has(c.key))
      .map(({ key, code, what, because, confidence, settled, rows, count }) => ({
        key,
        code,
        what,
        because,
        confidence,
        settled,
        rows,
        count,
      }));
  }

  place(key: number): Place {
    return { sheet: this.sheets[sheetOf(key)] ?? this.sheets[0] ?? '', row: rowOf(key) };
  }

  /** “Row 3”, and of which sheet where several are read. */
  #rowList(keys: readonly number[]): Said {
    const several = this.sheets.length > 1;
    const shown = keys
      .slice(0, 8)
      .map((key, i) => {
        const { sheet, row } = this.place(key);
        return several && (i === 0 || sheetOf(keys[i - 1] as number) !== sheetOf(key)) ? `${sheet}!${row}` : String(row);
      })
      .join(', ');
    const more = keys.length - 8;
    if (more > 0) return said(`Rows ${shown} and ${more} more`, `${shown}행 외 ${more}개 행`);
    return said(`${keys.length > 1 ? 'Rows' : 'Row'} ${shown}`, `${shown}행`);
  }
}
