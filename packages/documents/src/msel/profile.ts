import { type Said, said } from '../error.ts';
import type { Cell, SheetRow } from '../sheet/sheet.ts';
import { namesASide } from './recipient-words.ts';
import { readTime } from './time.ts';
import { kindOf, knownChannel, stateOf } from './vocabulary.ts';

/** What the cells of a column hold, as parts of those that are filled. */
export interface Profile {
  readonly filled: number;
  readonly rows: number;
  /** Numbers, and codes such as INJ-001. */
  readonly codes: number;
  readonly times: number;
  /** Days without a time. */
  readonly days: number;
  readonly long: number;
  /** Long texts that are no lists. */
  readonly wordy: number;
  readonly distinct: number;
  readonly channels: number;
  readonly states: number;
  readonly types: number;
  readonly sides: number;
  readonly zones: number;
  readonly questions: number;
  /** A cross, a tick or one letter. */
  readonly marks: number;
  /** A cross, a tick or a dot. */
  readonly ticks: number;
  readonly average: number;
  readonly samples: readonly string[];
  readonly values: ReadonlySet<string>;
}

const LOOKED_AT = 300;
const CODE = /^[A-Z가-힣]{0,8}[-_./ ]?\d{1,6}(?:[-_./]?\d{1,4})*[-.]?[A-Za-z]?$/;
const ZONE = /^(?:z|zulu|utc|gmt|[a-z]{2,4}t|local|l|(?:utc|gmt)?[+-]\d{1,2}(?::?\d\d)?|[a-z]+\/[a-z_]+)$/i;
const MARK = /^(?:[x✓✔✗●○◎oraci•*–-]|yes|no|y|n|√|v)$/i;

/** A mark that says yes; what says no, or may say either, is none. */
export const isTick = (text: string): boolean => /^(?:x|✓|✔|☑|√|●|○|◎|■|yes|y|•|\*)$/i.test(text.trim());

export function profileOf(rows: readonly SheetRow[], index: number): Profile {
  let filled = 0;
  let length = 0;
  const count = {
    codes: 0,
    times: 0,
    days: 0,
    long: 0,
    wordy: 0,
    channels: 0,
    states: 0,
    types: 0,
    sides: 0,
    zones: 0,
    questions: 0,
    marks: 0,
    ticks: 0,
  };
  const values = new Set<string>();
  for (const row of rows.slice(0, LOOKED_AT)) {
    const cell = row.cells[index];
    if (!cell) continue;
    const { text } = cell;
    filled++;
    length += Math.min(text.length, 400);
    values.add(text);
    const time = timeIn(cell);
    count.times += time === 'time' ? 1 : 0;
    count.days += time === 'day' ? 1 : 0;
    count.codes += text.length <= 16 && CODE.test(text) ? 1 : 0;
    count.long += text.length > 60 || text.split(/\s+/).length > 9 ? 1 : 0;
    count.wordy += text.split(/[,;\n/|]/).some((piece) => piece.length > 70 || piece.trim().split(/\s+/).length > 9) ? 1 : 0;
    const short = text.length <= 40;
    count.channels += short && knownChannel(text) ? 1 : 0;
    count.states += short && stateOf(text).known ? 1 : 0;
    count.types +=
      short && (kindOf(text) !== 'contextual' || /^(inject|event|상황|contextual|information|key event|milestone)s?$/i.test(text)) ? 1 : 0;
    count.sides += short && namesASide(text) ? 1 : 0;
    count.zones += ZONE.test(text) ? 1 : 0;
    count.questions += /[?？]\s*$/.test(text) ? 1 : 0;
    count.marks += MARK.test(text) ? 1 : 0;
    count.ticks += isTick(text) ? 1 : 0;
  }
  const part = (n: number): number => (filled === 0 ? 0 : n / filled);
  return {
    filled,
    rows: Math.min(rows.length, LOOKED_AT),
    codes: part(count.codes),
    times: part(count.times),
    days: part(count.days),
    long: part(count.long),
    wordy: part(count.wordy),
    distinct: part(values.size),
    channels: part(count.channels),
    states: part(count.states),
    types: part(count.types),
    sides: part(count.sides),
    zones: part(count.zones),
    questions: part(count.questions),
    marks: part(count.marks),
    ticks: part(count.ticks),
    average: part(length),
    samples: [...values].slice(0, 3).map((v) => v.slice(0, 80)),
    values,
  };
}

function timeIn(cell: Cell): 'time' | 'day' | undefined {
  if (cell.text.length > 40) return undefined;
  const when = readTime(cell);
  if (when.kind === 'number') return cell.number !== undefined && cell.number > 0 && cell.number < 1 ? 'time' : undefined;
  if (when.kind === 'day' || (when.kind === 'date' && when.timeless)) return 'day';
  return when.kind === 'none' || when.kind === 'unreadable' ? undefined : 'time';
}

/** The column in a few words, for whoever chooses what it means. */
export function aboutColumn(p: Profile): Said {
  if (p.filled === 0) return said('empty', '비어 있음');
  const twice = p.distinct === 1 ? said(', none twice', ', 중복 없음') : said('', '');
  if (p.times >= 0.7) return said(`${p.filled} times`, `시각 ${p.filled}개`);
  if (p.days >= 0.7) return said(`${p.filled} days`, `날짜 ${p.filled}개`);
  if (p.codes >= 0.7) return said(`numbers${twice.en}`, `번호${twice.ko}`);
  if (p.long >= 0.4) return said('long texts', '긴 글');
  if (p.values.size <= 4) {
    const list = [...p.values].map((v) => v.slice(0, 20)).join(', ');
    return said(list, list);
  }
  if (p.distinct <= 0.6) return said(`${p.values.size} values that repeat`, `되풀이되는 값 ${p.values.size}가지`);
  return said(`${p.values.size} different texts`, `서로 다른 글 ${p.values.size}가지`);
}
