import { type Said, said } from '../error.ts';
import type { SheetRow } from '../sheet/sheet.ts';
import { cellOf, type Header, textOf } from './columns.ts';
import type { TimedRow } from './start.ts';
import { readTime, readTimeText, type When } from './time.ts';
import { isDropped, meansNothing, saysEndex, saysStartex, saysTotal } from './vocabulary.ts';

/** A row that is not an MSEL event, and why not. */
export interface NamedRow {
  readonly row: number;
  readonly reason: Said;
}
/** A row that may be an event, with its time as written. */
export interface EventRow extends TimedRow {
  readonly source: SheetRow;
  /** The heading between the rows under which it stands. */
  readonly heading?: string | undefined;
}

const MAX_CELL = 20_000;

/** Parts the rows of a sheet (all but its header row) into those that may be events and those that are none. */
export function partRows(rows: readonly SheetRow[], header: Header): { events: EventRow[]; named: NamedRow[] } {
  const events: EventRow[] = [];
  const named: NamedRow[] = [];
  const dayFirst = rows.some((r) =>
    /^\s*(1[3-9]|2\d|3[01])[/-]\d{1,2}[/-]\d{2,4}\b/.test(`${textOf(header, r, 'date')} ${textOf(header, r, 'time')}`.trim()),
  );
  let day: number | undefined;
  let date: When | undefined;
  let heading: string | undefined;
  for (const row of rows) {
    if (row === header.row) continue;
    const reason = whyNone(row, header);
    if (reason) {
      named.push({ row: row.number, reason });
      if (row.number > header.row.number) {
        day = headingDay(row) ?? day;
        const texts = new Set(row.cells.flatMap((c) => (c ? [c.text.trim()] : [])));
        if (texts.size === 1) [heading] = texts;
      }
      continue;
    }
    const time = readTime(cellOf(header, row, 'time'), dayFirst);
    date = readDay(row, header, dayFirst) ?? date;
    const said = ['title', 'type', 'text', 'time'] as const;
    const marks = said.some((role) => saysStartex(textOf(header, row, role)))
      ? 'startex'
      : said.some((role) => saysEndex(textOf(header, row, role)))
        ? 'endex'
        : undefined;
    events.push({ source: row, row: row.number, when: date ? onDay(time, date) : time, marks, day, heading });
  }
  return { events, named };
}

function whyNone(row: SheetRow, header: Header): Said | undefined {
  if (row.number < header.row.number) return said('It stands above the header row: a title.', '머리글 행보다 위에 있는 제목입니다.');
  const filled = row.cells.flatMap((c, i) => (c ? [{ text: c.text, index: i }] : []));
  const first = filled[0]?.text ?? '';
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
  const status = textOf(header, row, 'status');
  if (isDropped(status)) return said(`Its status is “${status}”.`, `상태가 “${status}”입니다.`);
  const says =
    (['title', 'text'] as const).some((role) => cellOf(header, row, role)) ||
    !meansNothing(textOf(header, row, 'expected') || '-') ||
    saysStartex(textOf(header, row, 'time')) ||
    saysEndex(textOf(header, row, 'time'));
  return says ? undefined : said('It has no title, no text and no expected action.', '제목도 내용도 예상조치도 없습니다.');
}

/** The day that a heading names, such as “Day 2” or “2일차: 대응”. */
function headingDay(row: SheetRow): number | undefined {
  const text = row.cells.find(Boolean)?.text ?? '';
  const when = readTimeText(/^(day ?\d+|d ?[+-] ?\d+|\d+일차|(jour|tag|dia|día) ?\d+)/i.exec(text.trim())?.[0] ?? '');
  return when.kind === 'day' ? when.day : undefined;
}

/** What a date column of its own says; a bare number there counts days from 1. */
function readDay(row: SheetRow, header: Header, dayFirst: boolean): When | undefined {
  const when = readTime(cellOf(header, row, 'date'), dayFirst);
  if (when.kind === 'number')
    return Number.isInteger(when.value) && when.value >= 0 && when.value < 400
      ? { kind: 'day', day: Math.max(0, when.value - 1) }
      : undefined;
  return when.kind === 'date' || when.kind === 'day' ? when : undefined;
}

function onDay(time: When, date: When): When {
  const clock =
    time.kind === 'number' && /^\d{3,4}$/.test(time.digits)
      ? readTimeText(`${time.digits.padStart(4, '0')}l`)
      : time.kind === 'number' && time.value > 0 && time.value < 1
        ? { kind: 'clock' as const, ms: Math.round(time.value * 86_400) * 1_000 }
        : time;
  if (clock.kind === 'none') return date;
  if (clock.kind !== 'clock' || clock.day !== undefined) return time;
  if (date.kind === 'day') return { ...clock, day: date.day };
  if (date.kind !== 'date') return time;
  const when = { kind: 'date' as const, ms: date.ms - (date.ms % 86_400_000) + clock.ms, timeless: false };
  return { ...when, ...(clock.zone ? { zone: clock.zone } : {}), ...(date.unsure ? { unsure: date.unsure } : {}) };
}
