import { parse } from 'yaml';
import { ImportError, type Said, said } from '../error.ts';
import type { ImportOptions } from './options.ts';
import { MEANINGS, type Meaning, type RowTemplate, STATE_MEANINGS, type Template, type TimesTemplate } from './reading.ts';

/** What stands first in a template file, so that nobody takes it for another. */
export const TEMPLATE_MARK = 'msel-map/1' as const;
const MOST_BYTES = 512 * 1024;
const MOST_ENTRIES = 5_000;
const LONGEST = 20_000;

/**
 * Reads the file of `--map`, in JSON or YAML: a template, or a map of columns as older ones were, which says what they say:
 * `{"text": "What they are told"}`.
 * @throws ImportError `bad-map`, with the place in the file and what may stand there
 */
export function parseMap(text: string): NonNullable<ImportOptions['map']> {
  if (Buffer.byteLength(text) > MOST_BYTES)
    throw bad('', said('The mapping holds more than 512 KiB.', '대응표가 512KiB를 넘습니다.'), SHORTER);
  let value: unknown;
  try {
    value = parse(text.replace(/^\uFEFF/, ''), { maxAliasCount: 0, logLevel: 'error' });
  } catch (why) {
    const [line] = (why as { linePos?: { line: number }[] }).linePos ?? [];
    throw bad(
      line ? `:${line.line}` : '',
      said('The mapping is neither JSON nor YAML.', '대응표가 JSON도 YAML도 아닙니다.'),
      said('Take a file that was saved by Entente, and change values only.', '엔텐트가 저장한 파일에서 값만 바꾸십시오.'),
    );
  }
  return isOld(value) ? ofColumns(value) : asTemplate(value);
}

/** A template that was parsed already. @throws ImportError `bad-map` */
export function asTemplate(value: unknown): Template {
  if (!isRecord(value)) throw bad('', said('The mapping is no list of keys with values.', '대응표가 키와 값의 목록이 아닙니다.'), KEYS);
  return isOld(value)
    ? { entente: TEMPLATE_MARK, columns: Object.fromEntries(Object.entries(ofColumns(value)).map(([m, h]) => [h, m as Meaning])) }
    : ofToday(value);
}

const isOld = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && Object.keys(value).length > 0 && !('entente' in value) && !Object.keys(value).some((key) => key in READERS);

/** What a planner writes who knows only columns: meaning → header. */
function ofColumns(value: Record<string, unknown>): Partial<Record<Meaning, string>> {
  const columns: Partial<Record<Meaning, string>> = {};
  for (const [role, header] of Object.entries(value)) {
    const meaning = MEANINGS.find((m) => m === role);
    if (!meaning)
      throw bad(
        role,
        said(`“${role}” is neither a key of a mapping nor what a column may mean.`, `“${role}”은(는) 대응표의 키도, 열의 뜻도 아닙니다.`),
        said(`Meanings are: ${MEANINGS.join(', ')}.`, `열의 뜻은 다음 가운데 하나입니다: ${MEANINGS.join(', ')}.`),
      );
    columns[meaning] = words(header, role);
  }
  return columns;
}

function ofToday(value: Record<string, unknown>): Template {
  const { entente, ...rest } = value;
  if (entente !== undefined && entente !== TEMPLATE_MARK)
    throw bad(
      'entente',
      said(
        `This is no mapping of this version: “${String(entente).slice(0, 40)}”.`,
        `이 판의 대응표가 아닙니다: “${String(entente).slice(0, 40)}”.`,
      ),
      said(`Its first key says: entente: ${TEMPLATE_MARK}`, `첫 키는 entente: ${TEMPLATE_MARK}여야 합니다.`),
    );
  const template: Record<string, unknown> = { entente: TEMPLATE_MARK };
  for (const [key, given] of Object.entries(rest)) {
    const read = READERS[key as keyof typeof READERS];
    if (!read) throw bad(key, said(`“${key}” is no key of a mapping.`, `“${key}”은(는) 대응표의 키가 아닙니다.`), KEYS);
    if (given !== undefined && given !== null) template[key] = read(given);
  }
  return template as unknown as Template;
}

const READERS: { readonly [K in Exclude<keyof Template, 'entente'>]-?: (value: unknown) => Template[K] } = {
  name: (v) => words(v, 'name', 200),
  sheets: (v) => list(v, 'sheets', (s, at) => words(s, at, 200)),
  header: (v) => (isRecord(v) ? record(v, 'header', rowNumber) : rowNumber(v, 'header')),
  columns: (v) => record(v, 'columns', (m, at) => oneOf(m, at, MEANINGS)),
  times: (v) => {
    if (!isRecord(v)) throw notA('times', LIST_OF_KEYS);
    const times: Record<string, unknown> = {};
    for (const [key, given] of Object.entries(v)) {
      const read = TIMES[key as keyof TimesTemplate];
      if (!read)
        throw bad(`times.${key}`, said(`“${key}” says nothing about times.`, `“${key}”은(는) 시각에 관한 키가 아닙니다.`), keys(TIMES));
      times[key] = read(given);
    }
    return times;
  },
  states: (v) => record(v, 'states', (s, at) => oneOf(s, at, STATE_MEANINGS)),
  recipients: (v) => record(v, 'recipients', whom),
  rows: (v) => list(v, 'rows', rowOf),
  settled: (v) => list(v, 'settled', (s, at) => words(s, at, 400)),
};

const TIMES: { readonly [K in keyof TimesTemplate]-?: (value: unknown) => TimesTemplate[K] } = {
  read: (v) => oneOf(v, 'times.read', ['clock', 'elapsed']),
  unit: (v) => oneOf(v, 'times.unit', ['min', 'h']),
  zone: (v) => {
    const zone = words(v, 'times.zone', 10);
    if (!/^(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.test(zone))
      throw bad(
        'times.zone',
        said(`“${zone}” is no offset from UTC.`, `“${zone}”은(는) UTC와의 시차가 아닙니다.`),
        said('Write +09:00, -05:00 or Z.', '+09:00, -05:00 또는 Z처럼 적으십시오.'),
      );
    return zone === 'Z' ? '+00:00' : zone;
  },
  startex: (v) => words(v, 'times.startex', 60),
  epoch: (v) => {
    if (v !== 1900 && v !== 1904) throw notA('times.epoch', said('1900 or 1904', '1900 또는 1904'));
    return v;
  },
  firstDay: (v) => {
    const day = words(v, 'times.firstDay', 10);
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day)))
      throw notA('times.firstDay', said('a date such as 2027-03-02', '2027-03-02 같은 날짜'));
    return day;
  },
  dates: (v) => oneOf(v, 'times.dates', ['day-first', 'month-first']),
};

/** Whom a word means. */
function whom(value: unknown, at: string): readonly string[] | 'everyone' | 'nobody' | 'itself' {
  if (typeof value === 'string') return value === 'everyone' || value === 'nobody' || value === 'itself' ? value : [words(value, at, 300)];
  return list(value, at, (s, where) => words(s, where, 300));
}

const ROW: { readonly [K in keyof RowTemplate]-?: (value: unknown, at: string) => RowTemplate[K] } = {
  sheet: (v, at) => words(v, at, 200),
  row: rowNumber,
  leaveOut: yesOrNo,
  waits: yesOrNo,
  at: (v, at) => words(v, at, 80),
  number: (v, at) => words(v, at, 20),
  channel: (v, at) => words(v, at, 80),
  from: (v, at) => words(v, at, 200),
  to: (v, at) => list(v, at, (s, where) => words(s, where, 300)),
  title: (v, at) => words(v, at, 300),
  text: (v, at) => words(v, at),
};

function rowOf(value: unknown, at: string): RowTemplate {
  if (!isRecord(value)) throw notA(at, LIST_OF_KEYS);
  const row: Record<string, unknown> = { row: rowNumber(value.row, `${at}.row`) };
  for (const [key, given] of Object.entries(value)) {
    const read = ROW[key as keyof RowTemplate];
    if (!read)
      throw bad(`${at}.${key}`, said(`“${key}” is no key of a corrected row.`, `“${key}”은(는) 고친 행의 키가 아닙니다.`), keys(ROW));
    row[key] = read(given, `${at}.${key}`);
  }
  return row as unknown as RowTemplate;
}

function yesOrNo(value: unknown, at: string): boolean {
  if (typeof value !== 'boolean') throw notA(at, said('true or false', 'true 또는 false'));
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function record<T>(value: unknown, at: string, read: (value: unknown, at: string) => T): Record<string, T> {
  if (!isRecord(value)) throw notA(at, LIST_OF_KEYS);
  const entries = Object.entries(value);
  if (entries.length > MOST_ENTRIES) throw tooMany(at);
  return Object.fromEntries(entries.map(([key, given]) => [key, read(given, `${at}.${key.slice(0, 60)}`)]));
}

function list<T>(value: unknown, at: string, read: (value: unknown, at: string) => T): T[] {
  if (!Array.isArray(value)) throw notA(at, said('a list', '목록'));
  if (value.length > MOST_ENTRIES) throw tooMany(at);
  return value.map((given, i) => read(given, `${at}.${i + 1}`));
}

function words(value: unknown, at: string, most = LONGEST): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > most) throw notA(at, TEXT);
  return value;
}

function rowNumber(value: unknown, at: string): number {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > 1_048_576)
    throw notA(at, said('the number of a row, counted from 1', '1부터 센 행 번호'));
  return value as number;
}

function oneOf<const V extends string>(value: unknown, at: string, allowed: readonly V[]): V {
  const found = allowed.find((v) => v === value);
  if (found === undefined)
    throw bad(
      at,
      said(`“${String(value).slice(0, 60)}” cannot stand there.`, `“${String(value).slice(0, 60)}”은(는) 쓸 수 없는 값입니다.`),
      said(`It is one of: ${allowed.join(', ')}.`, `다음 가운데 하나여야 합니다: ${allowed.join(', ')}.`),
    );
  return found;
}

const TEXT = said('a text', '글');
const LIST_OF_KEYS = said('keys with values', '키와 값');
const SHORTER = said(
  'Keep only what differs from what the sheet says by itself.',
  '시트에서 저절로 읽히는 것은 빼고 다른 것만 남기십시오.',
);
const keys = (of: object): Said => said(`Keys are: ${Object.keys(of).join(', ')}.`, `쓸 수 있는 키: ${Object.keys(of).join(', ')}.`);
const KEYS = keys(READERS);
const tooMany = (at: string): ImportError =>
  bad(at, said(`More than ${MOST_ENTRIES} entries stand there.`, `항목이 ${MOST_ENTRIES}개를 넘습니다.`), SHORTER);
const notA = (at: string, what: Said): ImportError =>
  bad(
    at,
    said('The value there is of another kind.', '값의 종류가 다릅니다.'),
    said(`Write ${what.en} there.`, `${what.ko}을(를) 적으십시오.`),
  );
const bad = (where: string, message: Said, hint: Said): ImportError => new ImportError('bad-map', message, hint, where || undefined);
