import type { Address } from '../audience.ts';
import { grained } from '../clock/grain.ts';
import type { Ms } from '../fact.ts';
import { cellsOf } from './cells.ts';
import { afterOf, type Named, spanOf } from './spans.ts';
import { MOST_STEPS, type Step, type StepTerms } from './terms.ts';

/** Steps that were copied from a sheet: what each row says, and for each that cannot be read so, why. */

/** Whom cells may name: by any of their names, in whatever language, or by their address. */
export interface PasteTable {
  readonly seats: readonly { readonly seat: Address; readonly names: readonly string[] }[];
  readonly parties: readonly { readonly party: string; readonly names: readonly string[] }[];
  /** Those outside who are told. */
  readonly others?: readonly { readonly to: Address; readonly names: readonly string[] }[] | undefined;
  /** Reads a time of day or a date, ms from STARTEX; without it, times are written from STARTEX: `PT5H30M`, `5:30`. */
  readonly clock?: ((text: string) => Ms | undefined) | undefined;
  /** The ids of steps that are there already: new ones go by others. */
  readonly taken?: readonly string[] | undefined;
}
export const COLUMNS = [
  'number',
  'text',
  'lead',
  'support',
  'tells',
  'at',
  'after',
  'word',
  'duration',
  'startBy',
  'by',
  'decision',
  'authority',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface RowProblem {
  readonly code:
    | 'no-rows'
    | 'too-many'
    | 'no-column'
    | 'same-column'
    | 'too-few-cells'
    | 'too-many-cells'
    | 'same-number'
    | 'no-text'
    | 'too-long'
    | 'unknown-seat'
    | 'unknown-party'
    | 'unknown-address'
    | 'several'
    | 'bad-time'
    | 'bad-span'
    | 'bad-after'
    | 'unknown-row';
  /** The line of what was pasted, from 1; 0: all of it. */
  readonly line: number;
  readonly column?: Column | undefined;
  /** What stands there, or how many. */
  readonly value?: string | undefined;
}
export interface ReadRows {
  /** The steps of all rows, in their order; to be taken only where there is no problem. */
  readonly steps: readonly Step[];
  /** On which line each step stands, by its id: so that what a check finds is told by the line too. */
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly RowProblem[];
}

/** How columns are headed. */
const HEADS: Readonly<Record<Column, readonly string[]>> = {
  number: ['no', 'no.', 'nr', '#', 'number', 'id', '번호', '순번', '연번'],
  text: ['step', 'text', 'task', 'action', 'activity', '단계', '조치', '내용', '과업'],
  lead: ['lead', 'owner', 'responsible', '주관', '주관 직책', '담당'],
  support: ['support', 'supporting', 'supports', '지원', '협조'],
  tells: ['tells', 'tell', 'inform', 'informs', '통보', '통보 대상'],
  at: ['at', 'start', 'begins', 'not before', '시작', '시작 시각', '개시'],
  after: ['after', 'predecessors', 'predecessor', 'depends on', '선행', '선행 단계'],
  word: ['word', 'on whose word', 'on the word of', '동의', '동의 측'],
  duration: ['duration', 'lasts', 'duration (min)', '소요', '소요시간', '소요시간(분)'],
  startBy: ['start by', 'begins no later', 'latest start', '시작 기한', '늦어도 시작'],
  by: ['by', 'done by', 'end by', 'deadline', 'latest end', '기한', '완료 기한'],
  decision: ['decision', '결정'],
  authority: ['authority', 'under whose authority', '권한', '결재권자'],
};
/** What stands in which place where nothing is headed. */
const UNHEADED: readonly Column[] = ['number', 'text', 'lead', 'support', 'at', 'after', 'duration', 'by'];
const NEEDED: readonly Column[] = ['text', 'lead', 'duration'];
const LONGEST = 2_000;

const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
const listed = (text: string): string[] => text.split(/[,;\n]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
const NO: readonly string[] = ['', 'no', 'n', '-', '0', 'false', '아니오', '아님'];

/** Reads pasted rows; plain data, and no row is left out without being named. */
export function readRows(text: string, table: PasteTable): ReadRows {
  const rows = cellsOf(text);
  const none = { steps: [], lines: new Map<string, number>() };
  const [first] = rows;
  if (!first) return { ...none, problems: [{ code: 'no-rows', line: 0 }] };
  const heads = first.cells.map((cell) => COLUMNS.find((c) => HEADS[c].includes(plain(cell))));
  const headed = heads.filter((c) => c !== undefined).length >= 2;
  const columns: readonly (Column | undefined)[] = headed ? heads : UNHEADED;
  const body = headed ? rows.slice(1) : rows;
  const twice = COLUMNS.filter((c) => columns.filter((other) => other === c).length > 1);
  const lacking = NEEDED.filter((c) => !columns.includes(c));
  const wrong: RowProblem[] = [
    ...lacking.map((column): RowProblem => ({ code: 'no-column', line: first.line, column })),
    ...twice.map((column): RowProblem => ({ code: 'same-column', line: first.line, column })),
  ];
  if (body.length === 0) wrong.push({ code: 'no-rows', line: 0 });
  if (body.length > MOST_STEPS) wrong.push({ code: 'too-many', line: 0, value: String(body.length) });
  if (wrong.length > 0) return { ...none, problems: wrong };
  const taken = new Set(table.taken ?? []);
  let n = 0;
  const numbered = body.map(({ line, cells }) => {
    do n++;
    while (taken.has(`s${n}`));
    return new Row(line, cells, columns, `s${n}`, headed);
  });
  const by = new Map<string, Row>();
  numbered.forEach((row, i) => {
    row.number = plain(row.cell('number')) || String(i + 1);
    if (by.has(row.number)) row.say('same-number', 'number');
    else by.set(row.number, row);
  });
  const steps = numbered.map((row) => row.step(table, by));
  return { steps, lines: new Map(numbered.map((r) => [r.id, r.line])), problems: numbered.flatMap((r) => r.problems) };
}

class Row {
  readonly problems: RowProblem[] = [];
  readonly line: number;
  readonly id: string;
  number = '';
  readonly #cells: readonly string[];
  readonly #columns: readonly (Column | undefined)[];

  constructor(line: number, cells: readonly string[], columns: readonly (Column | undefined)[], id: string, headed: boolean) {
    this.line = line;
    this.id = id;
    this.#cells = cells;
    this.#columns = columns;
    // A sheet copies its empty cells too: what is short lost one somewhere, and whatever comes after stands in the wrong place.
    if (headed ? cells.length < columns.length : cells.length < 3)
      this.problems.push({ code: 'too-few-cells', line, value: String(cells.length) });
    if (cells.slice(columns.length).some((c) => c !== ''))
      this.problems.push({ code: 'too-many-cells', line, value: String(cells.length) });
  }

  say(code: RowProblem['code'], column: Column, value = this.cell(column)): void {
    this.problems.push({ code, line: this.line, column, value });
  }

  cell(column: Column): string {
    return this.#cells[this.#columns.indexOf(column)] ?? '';
  }

  step(table: PasteTable, rows: ReadonlyMap<string, Row>): Step {
    const text = this.cell('text');
    if (text === '') this.say('no-text', 'text');
    if (text.length > LONGEST) this.say('too-long', 'text', String(text.length));
    const authority = this.cell('authority');
    const terms: StepTerms = {
      ...defined({ lead: this.#lead(table), at: this.#time('at', table), word: this.#parties('word', table)[0] }),
      support: this.#parties('support', table),
      tells: this.#tells(table),
      after: this.#after(rows),
      duration: this.#span('duration') ?? 0,
      ...defined({ startBy: this.#time('startBy', table), by: this.#time('by', table) }),
      ...(NO.includes(plain(this.cell('decision'))) ? {} : { decision: true as const }),
      ...(authority === '' ? {} : { authority }),
    };
    return { id: this.id, text, terms };
  }

  /** Empty: nobody leads it yet, which is what the check says. */
  #lead({ seats }: PasteTable): Address | undefined {
    const value = this.cell('lead');
    if (value === '') return undefined;
    const found = [...new Set(seats.filter(({ seat, names }) => isCalled(value, seat, names)).map((s) => s.seat))];
    if (found.length === 0) this.say('unknown-seat', 'lead');
    if (found.length > 1) this.say('several', 'lead');
    return found.length === 1 ? found[0] : undefined;
  }

  #parties(column: 'support' | 'word', { parties }: PasteTable): string[] {
    return [
      ...new Set(
        listed(this.cell(column)).flatMap((value) => {
          const found = parties.filter(({ party, names }) => isCalled(value, `party:${party}`, names));
          if (found.length !== 1) this.say(found.length === 0 ? 'unknown-party' : 'several', column, value);
          return found.length === 1 ? found.map((p) => p.party) : [];
        }),
      ),
    ];
  }

  #tells({ seats, parties, others = [] }: PasteTable): Address[] {
    const all = [
      ...seats.map(({ seat, names }) => ({ to: seat, names })),
      ...parties.map(({ party, names }) => ({ to: `party:${party}`, names })),
      ...others,
    ];
    return listed(this.cell('tells')).flatMap((value) => {
      const found = [...new Set(all.filter(({ to, names }) => isCalled(value, to, names)).map((a) => a.to))];
      if (found.length !== 1) this.say(found.length === 0 ? 'unknown-address' : 'several', 'tells', value);
      return found.length === 1 ? found : [];
    });
  }

  #after(rows: ReadonlyMap<string, Row>): StepTerms['after'] {
    return listed(this.cell('after')).flatMap((value) => {
      // A number may end in letters of its own: what is there as it stands comes first.
      const whole = rows.get(plain(value));
      const named: Named | undefined = whole ? { number: whole.number, kind: 'FS', min: 0 } : afterOf(value);
      const row = named && rows.get(plain(named.number));
      if (!named) this.say('bad-after', 'after', value);
      else if (!row) this.say('unknown-row', 'after', value);
      if (!named || !row) return [];
      return [{ step: row.id, kind: named.kind, min: named.min, ...defined({ max: named.max }) }];
    });
  }

  #time(column: 'at' | 'startBy' | 'by', { clock }: PasteTable): Ms | undefined {
    const value = this.cell(column);
    if (value === '') return undefined;
    const found = clock?.(value) ?? spanOf(value);
    if (found === undefined || found < 0) this.say('bad-time', column);
    return found === undefined || found < 0 ? undefined : grained(found);
  }

  /** A step that does not last is written 0. */
  #span(column: 'duration'): Ms | undefined {
    const found = spanOf(this.cell(column));
    if (found === undefined || found < 0) this.say('bad-span', column);
    return found === undefined || found < 0 ? undefined : found;
  }
}

const isCalled = (value: string, address: Address, names: readonly string[]): boolean =>
  [address, address.slice(address.indexOf(':') + 1), ...names].some((name) => plain(name) === plain(value));

function defined<T extends object>(of: T): Partial<T> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Partial<T>;
}
