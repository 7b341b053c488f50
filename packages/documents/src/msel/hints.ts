import { type Said, said } from '../error.ts';
import { type Guesses, rowKey } from '../guesses.ts';
import { plainHeader } from './header-words.ts';
import type { TimesTemplate } from './reading.ts';
import type { Table } from './tables.ts';
import { zoneIn, zoneOf } from './zones.ts';

/** What stands around the times of a sheet and tells how they are meant. */
export interface Hints {
  /** The offset of the time column; `doubtful` with its word. */
  readonly zone?: string;
  readonly zoneWord?: string;
  /** Words that call the times local, and do not say where. */
  readonly local?: { readonly words: string; readonly row: number };
  readonly unit?: 'min' | 'h';
  /** Times count from STARTEX. */
  readonly elapsed: boolean;
  readonly groups: boolean;
  readonly from1904: boolean;
}

export function hintsOf({ sheet, header }: Table): Hints {
  const [column] = (header.columns.get('time') ?? []).filter((c) => c.profile.filled > 0);
  const words = column?.header ?? '';
  const plain = plainHeader(words.replace(/[()[\]]/g, ' '));
  const over = sheet.rows
    .filter((r) => r.number < header.top)
    .flatMap((r) => r.cells.flatMap((c) => (c ? [{ text: c.text, row: r.number }] : [])));
  const above = over.map((c) => c.text);
  const local = [{ text: words, row: header.row.number }, ...over].find((c) => c.text.length <= 200 && LOCAL_TIME.test(c.text));
  const remark = above.find((t) => /\ball times?\b|\btimes? (?:is|are|in)\b|시각은|시간은|시각 ?기준|모든 (?:시각|시간)/i.test(t));
  const zone = zoneIn(words) ?? (remark === undefined ? undefined : zoneIn(remark.replace(/\ball times?\b|\bare\b|\bin\b/gi, ' ')));
  const elapsed =
    /\b(elapsed|offset|relative|from start|from startex|from start|since|after startex|t plus|t min|h plus|startex plus|into exercise|delta)\b|(^|[\s(])[th] ?\+|경과|개시 ?(후|\+)/i.test(
      `${plain} ${words}`,
    );
  const unit =
    /\b(min|mins|minutes)\b|분$|\(분\)/.test(plain) || /\(분\)/.test(words)
      ? 'min'
      : /\b(hours|hrs)\b(?! ?min)|^h\b(?! ?hh)|\(시간\)/.test(plain) && elapsed
        ? 'h'
        : undefined;
  return {
    ...(zone ? { zone: zone.zone, zoneWord: zone.word } : {}),
    ...(local ? { local: { words: local.text.trim(), row: local.row } } : {}),
    ...(unit && (elapsed || unit === 'min') ? { unit } : {}),
    elapsed,
    groups: /\bdtg\b|date time group|일시군/.test(plain),
    from1904: sheet.from1904 === true,
  };
}

/** “All times local”, “Local time”, “Time (L)”, “현지 시각”. */
const LOCAL_TIME = /\btimes?\b[^.;]{0,30}\blocal\b|\blocal ?\)?\s*(?:time|dtg)\b|\b(?:time|dtg)\s*\(?(?:LT|L)\)?\s*$|현지 ?(?:시각|시간)/i;

const SLASHED = /^\s*(?:[a-z]+\.?,? )?(\d{1,2})[/-](\d{1,2})(?:[/-]\d{2,4})?(?![\d:/-])/i;

/** Day first or month first, by what the dates of all sheets show; said wherever it matters. */
export function dateOrder(tables: readonly Table[], times: TimesTemplate | undefined, guesses: Guesses): boolean {
  const dates: { a: number; b: number; text: string; row: number }[] = [];
  for (const { sheet, header, index } of tables)
    for (const row of sheet.rows) {
      if (row.number <= header.row.number) continue;
      for (const column of [...(header.columns.get('date') ?? []), ...(header.columns.get('time') ?? [])]) {
        const cell = row.cells[column.index];
        const m = cell && cell.number === undefined ? SLASHED.exec(cell.text) : null;
        if (m && Number(m[1]) > 0 && Number(m[2]) > 0)
          dates.push({ a: Number(m[1]), b: Number(m[2]), text: m[0].trim(), row: rowKey(index, row.number) });
      }
    }
  const open = dates.filter((d) => d.a !== d.b);
  if (open.length === 0) return times?.dates === 'day-first';
  const { dayFirst, confidence, because } = times?.dates
    ? {
        dayFirst: times.dates === 'day-first',
        confidence: 1,
        because: said('The map says so.', '열 대응표에 그렇게 적혀 있기 때문입니다.'),
      }
    : byEvidence(open);
  const suggestion = dayFirst ? 'day-first' : 'month-first';
  guesses.decide({
    key: 'dates',
    code: 'day-month',
    kind: 'time',
    what: dayFirst
      ? said(`Dates such as ${open[0]?.text} are day first.`, `${open[0]?.text} 같은 날짜는 일을 앞에 둔 것으로 보았습니다.`)
      : said(`Dates such as ${open[0]?.text} are month first.`, `${open[0]?.text} 같은 날짜는 월을 앞에 둔 것으로 보았습니다.`),
    because,
    value: suggestion,
    confidence,
    alternatives: [
      { value: 'day-first', label: said('day first (3/4 is 3 April)', '일/월(3/4 = 4월 3일)') },
      { value: 'month-first', label: said('month first (3/4 is March 4)', '월/일(3/4 = 3월 4일)') },
    ],
    sets: ['times', 'dates'],
    given: times?.dates !== undefined,
    rows: open.map((d) => d.row),
  });
  return dayFirst;
}

function byEvidence(dates: readonly { a: number; b: number; text: string; row: number }[]): {
  dayFirst: boolean;
  confidence: number;
  because: Said;
} {
  const day = dates.find((d) => d.a > 12);
  const month = dates.find((d) => d.b > 12);
  const shows = (d: { text: string }, what: Said): Said =>
    said(`${d.text} can be read in no other way: ${what.en}.`, `${d.text}은(는) 달리 읽을 수 없습니다. ${what.ko}.`);
  if (day && month)
    return {
      dayFirst: true,
      confidence: 0.4,
      because: said(
        `${day.text} is day first and ${month.text} is month first: the sheet writes both.`,
        `${day.text}은(는) 일이 앞이고 ${month.text}은(는) 월이 앞입니다. 두 방식이 섞여 있습니다.`,
      ),
    };
  if (day) return { dayFirst: true, confidence: 0.95, because: shows(day, said('no month has that number', '그런 달이 없습니다')) };
  if (month) return { dayFirst: false, confidence: 0.95, because: shows(month, said('no month has that number', '그런 달이 없습니다')) };
  const measured = [true, false].map((dayFirst) => {
    const days = dates.map(({ a, b }) => (dayFirst ? b * 31 + a : a * 31 + b));
    const falls = days.filter((d, i) => i > 0 && d < (days[i - 1] as number)).length;
    return { dayFirst, falls, span: Math.max(...days) - Math.min(...days) };
  }) as [Measured, Measured];
  const [first, second] = measured.toSorted((x, y) => x.falls - y.falls || x.span - y.span) as [Measured, Measured];
  const clear = second.falls > first.falls || second.span > 20 + 3 * first.span;
  return clear
    ? {
        dayFirst: first.dayFirst,
        confidence: 0.75,
        because: said('So the dates lie close together and in order.', '그렇게 읽어야 날짜가 가깝고 순서대로이기 때문입니다.'),
      }
    : {
        dayFirst: false,
        confidence: 0.5,
        because: said('No date in the sheet has a first part above 12.', '첫 수가 12를 넘는 날짜가 없기 때문입니다.'),
      };
}
interface Measured {
  readonly dayFirst: boolean;
  readonly falls: number;
  readonly span: number;
}

/** The zone that a row's own cell names. */
export const zoneCell = (text: string): { zone: string; zoneWord: string } | undefined => {
  const zone = zoneOf(text) ?? zoneIn(text)?.zone;
  if (text.trim() === '') return undefined;
  return { zone: zone ?? 'doubtful', zoneWord: text.trim() };
};
