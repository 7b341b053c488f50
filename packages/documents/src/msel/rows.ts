import { type Said, said } from '../error.ts';
import { type Guesses, rowKey } from '../guesses.ts';
import type { Cell, SheetRow } from '../sheet/sheet.ts';
import { cellOf, type Header } from './columns.ts';
import { type DateStyle, dayOf } from './dates.ts';
import { dateOrder, type Hints, hintsOf, zoneCell } from './hints.ts';
import type { Meaning, RowTemplate, StateMeaning, Template } from './reading.ts';
import type { TimedRow } from './start.ts';
import { stateIn } from './states.ts';
import type { Table } from './tables.ts';
import { readTime, readTimeText } from './time.ts';
import { meansNothing, saysEndex, saysStartex, saysTotal } from './vocabulary.ts';
import type { When } from './when.ts';

/** A row that is not an MSEL event, and why not. */
export interface NamedRow {
  /** Where several sheets are read. */
  readonly sheet?: string;
  readonly row: number;
  readonly reason: Said;
}
/** A row that may be an event, with its time as written. `row` tells it from those of all sheets. */
export interface EventRow extends TimedRow {
  readonly table: Table;
  readonly source: SheetRow;
  /** The heading between the rows under which it stands. */
  readonly heading?: string | undefined;
  readonly state: StateMeaning;
  readonly fix?: RowTemplate | undefined;
}
export interface LeftOut {
  readonly row: number;
  readonly reason: Said;
}

const MAX_CELL = 20_000;

/** Parts the rows of all sheets that are read (all but their headers) into those that may be events and those that are none. */
export function partRows(tables: readonly Table[], template: Template, guesses: Guesses): { events: EventRow[]; named: LeftOut[] } {
  const dayFirst = dateOrder(tables, template.times, guesses);
  const events: EventRow[] = [];
  const named: LeftOut[] = [];
  for (const table of tables) partTable(table, { dayFirst, template, guesses }, events, named);
  return { events, named };
}

interface About {
  readonly dayFirst: boolean;
  readonly template: Template;
  readonly guesses: Guesses;
}

function partTable(table: Table, { dayFirst, template, guesses }: About, events: EventRow[], named: LeftOut[]): void {
  const { sheet, header, index } = table;
  const hints = hintsOf(table);
  const style: DateStyle = { dayFirst, groups: hints.groups };
  const fixes = new Map(
    (template.rows ?? []).flatMap((r) => (r.sheet === undefined || r.sheet === sheet.name ? [[r.row, r] as const] : [])),
  );
  let day: number | undefined = table.day;
  let date: When | undefined = table.date === undefined ? undefined : { kind: 'date', ms: table.date, timeless: true };
  let heading: string | undefined;
  for (const row of sheet.rows) {
    if (row.number === header.row.number) continue;
    const key = rowKey(index, row.number);
    const fix = fixes.get(row.number);
    const reason = fix?.leaveOut ? BY_HAND : whyNone(row, header);
    if (reason) {
      named.push({ row: key, reason });
      if (row.number <= header.row.number) continue;
      const found = headingDay(row, style);
      if (found?.kind === 'day') [day, date] = [found.day, undefined];
      else if (found?.kind === 'date') date = found;
      const texts = new Set(row.cells.flatMap((c) => (c ? [c.text.trim()] : [])));
      if (texts.size === 1) [heading] = texts;
      continue;
    }
    const status = stateIn(says(header, row, 'status'), key, template, guesses);
    if (status.state === 'out' && fix?.waits === undefined) {
      named.push({ row: key, reason: status.reason });
      continue;
    }
    const own = readDay(row, header, style);
    if (own) date = own;
    const time = fix?.at === undefined ? timeIn(row, header, style) : readTimeText(fix.at, style);
    const zoned = withZone(date ? onDay(time, date) : time, zoneCell(says(header, row, 'zone')));
    events.push({
      table,
      source: row,
      row: key,
      when: fix?.at === undefined ? conditioned(zoned, says(header, row, 'condition')) : time,
      marks: marksOf(row, header),
      day: date ? undefined : day,
      heading,
      hints,
      state: fix?.waits === undefined ? status.state : fix.waits ? 'waits' : 'plays',
      fix,
    });
  }
}

const BY_HAND = said('It was left out by hand.', '직접 제외했습니다.');

const says = (header: Header, row: SheetRow, meaning: Meaning): string => cellOf(header, row, meaning)?.text ?? '';

/** What a row says, as it was corrected. */
export function sayOf(row: EventRow, meaning: Meaning): string {
  const { fix } = row;
  const said = { number: fix?.number, channel: fix?.channel, from: fix?.from, title: fix?.title, text: fix?.text, to: fix?.to?.join('; ') }[
    meaning as 'number'
  ];
  return said ?? says(row.table.header, row.source, meaning);
}

/** The first time cell that can be read; what cannot be read at all is told, not passed over. */
function timeIn(row: SheetRow, header: Header, style: DateStyle): When {
  const cells = (header.columns.get('time') ?? []).flatMap((c) => (row.cells[c.index] ? [row.cells[c.index] as Cell] : []));
  return readTime(cells[0], style);
}

function marksOf(row: SheetRow, header: Header): EventRow['marks'] {
  const said = (['title', 'type', 'text', 'time'] as const).map((role) => says(header, row, role));
  if (said.some(saysStartex)) return 'startex';
  return said.some(saysEndex) ? 'endex' : undefined;
}

function whyNone(row: SheetRow, header: Header): Said | undefined {
  if (row.number < header.row.number)
    return row.number >= header.top
      ? said('It is a part of the header.', '머리글의 일부입니다.')
      : said('It stands above the header row: a title.', '머리글 행보다 위에 있는 제목입니다.');
  const filled = row.cells.flatMap((c, i) => (c ? [{ text: c.text, index: i }] : []));
  const first = filled[0]?.text ?? '';
  const struck = (row.asides ?? []).filter((a) => a.kind === 'struck');
  const spoken = (['title', 'text', 'expected'] as const).flatMap((m) => header.columns.get(m) ?? []);
  if (
    struck.length > 0 &&
    (filled.length === 0 || (spoken.some((c) => struck.some((a) => a.column === c.index)) && !spoken.some((c) => row.cells[c.index])))
  )
    return said('It is struck out.', '취소선이 그어져 있습니다.');
  if (filled.length === 0)
    return (row.asides ?? []).some((a) => a.kind === 'error' || a.kind === 'formula')
      ? said('Its cells hold errors or formulas without a result.', '칸에 오류나 결과가 저장되지 않은 수식만 있습니다.')
      : said('It holds a comment only.', '메모만 있습니다.');
  if (filled.length > 1 && filled.every((c) => c.text === header.row.cells[c.index]?.text))
    return said('It repeats the header row.', '머리글 행을 되풀이한 것입니다.');
  if (filled.some((c) => c.text.length > MAX_CELL))
    return said(
      'A cell holds more than 20,000 characters; shorten it or put the text into a document of its own.',
      '한 칸에 20,000자가 넘습니다. 줄이거나 별도 문서로 옮기십시오.',
    );
  if (saysTotal(first) && !cellOf(header, row, 'text')) return said('It is a total.', '합계 행입니다.');
  if (new Set(filled.map((c) => c.text)).size === 1)
    return said('It holds one text only: a heading between the events.', '한 가지 글만 있는 구분 제목입니다.');
  const speaks =
    (['title', 'text'] as const).some((role) => cellOf(header, row, role)) ||
    !meansNothing(says(header, row, 'expected') || '-') ||
    saysStartex(says(header, row, 'time')) ||
    saysEndex(says(header, row, 'time'));
  if (speaks) return undefined;
  const broken = (row.asides ?? []).find((a) => a.kind !== 'comment' && spoken.some((c) => c.index === a.column));
  return broken ? whyAside(broken) : said('It has no title, no text and no expected action.', '제목도 내용도 예상조치도 없습니다.');
}

/** Why a cell says nothing that could be delivered. */
export function whyAside({ kind, text }: { kind: string; text: string }): Said {
  if (kind === 'error') return said(`A cell holds the error ${text}.`, `칸에 오류 ${text}이(가) 있습니다.`);
  if (kind === 'struck') return said(`“${text.slice(0, 60)}” is struck out.`, `“${text.slice(0, 60)}”에 취소선이 그어져 있습니다.`);
  return said(
    'A cell holds a formula whose result the file does not keep. Open it in your spreadsheet program and save it again.',
    '결과가 저장되지 않은 수식이 있습니다. 스프레드시트 프로그램에서 열어 다시 저장하십시오.',
  );
}

/** The day that a heading names, such as “Day 2”, “2일차: 대응” or “Tuesday, 25 August 2027”. */
function headingDay(row: SheetRow, style: DateStyle): When | undefined {
  const text = (row.cells.find(Boolean)?.text ?? '').trim();
  if (text.length > 80) return undefined;
  const day = readTimeText(
    /^(day ?(\d+|one|two|three|four|five|six|seven)|d ?[+-] ?\d+|(?:제 ?)?\d+일차|(jour|tag|dia|día) ?\d+)/i.exec(text)?.[0] ?? '',
  );
  const rest = text.replace(/^(day ?\w+|d ?[+-] ?\d+|(?:제 ?)?\d+일차)/i, '').replace(/^[\s:–—,(/-]+|[)\s]+$/g, '');
  const date = readTime(
    row.cells.find((c) => c?.shown === 'date'),
    style,
  );
  const dated = date.kind === 'date' ? date : readTimeText(rest, style);
  if (dated.kind === 'date') return dated;
  const whole = readTimeText(text, style);
  if (whole.kind === 'date' && whole.timeless) return whole;
  return day.kind === 'day' ? day : undefined;
}

/** What a date column of its own says; a bare number there counts days from 1. */
function readDay(row: SheetRow, header: Header, style: DateStyle): When | undefined {
  const when = readTime(cellOf(header, row, 'date'), style);
  if (when.kind === 'number') {
    if (Number.isInteger(when.value) && when.value > 20_000 && when.value < 80_000)
      return { kind: 'number', value: when.value, digits: when.digits };
    return Number.isInteger(when.value) && when.value >= 0 && when.value < 400
      ? { kind: 'day', day: Math.max(0, when.value - 1) }
      : undefined;
  }
  return when.kind === 'date' || when.kind === 'day' ? when : undefined;
}

/** A time of day on the day that a date column or a heading names. */
function onDay(time: When, date: When): When {
  const clock = clockWritten(time);
  if (clock.kind === 'none') return date.kind === 'number' ? date : date;
  if (date.kind === 'number')
    return clock.kind === 'clock' ? { kind: 'number', value: date.value + clock.ms / 86_400_000, digits: date.digits } : time;
  if (clock.kind !== 'clock' || clock.day !== undefined || clock.weekday !== undefined) return time;
  if (date.kind === 'day') return date.weekday === undefined ? { ...clock, day: date.day } : { ...clock, weekday: date.weekday };
  if (date.kind !== 'date') return time;
  const { monthDay, dotted: _dotted, day: _day, weekday: _weekday, ...rest } = clock;
  if (monthDay !== undefined && monthDay !== new Date(date.ms).getUTCDate()) return { kind: 'unreadable' };
  return {
    ...rest,
    kind: 'date',
    ms: dayOf(date.ms) + clock.ms,
    timeless: false,
    ...(date.noYear ? { noYear: true } : {}),
    ...(date.slashed ? { slashed: date.slashed } : {}),
  };
}

/** `0905` or `0.375` beside a date is a time of day. */
function clockWritten(time: When): When {
  if (time.kind !== 'number') return time;
  if (/^\d{3,4}$/.test(time.digits)) return readTimeText(`${time.digits.padStart(4, '0')}l`);
  if (time.value > 0 && time.value < 1) return { kind: 'clock', ms: Math.round(time.value * 86_400) * 1_000 };
  if (/^\d{1,2}[.,]\d\d$/.test(time.digits)) return readTimeText(time.digits.replace(',', ':').replace('.', ':'));
  return time;
}

function withZone(when: When, zone: ReturnType<typeof zoneCell>): When {
  if (!zone || (when.kind !== 'clock' && when.kind !== 'date')) return when;
  return when.zone ? when : { ...when, ...zone };
}

/** “After inject 2” in a column of conditions, where no time of day says when. */
function conditioned(when: When, condition: string): When {
  if (condition === '' || (when.kind !== 'none' && when.kind !== 'unreadable')) return when;
  const after = readTimeText(condition);
  return after.kind === 'after' ? after : when;
}

export type { Hints };
