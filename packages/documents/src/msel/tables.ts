import { ImportError, type Said, said } from '../error.ts';
import type { Guesses } from '../guesses.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { bestHeader, type Given, type Header } from './columns.ts';
import { plainHeader } from './header-words.ts';
import { noMsel, whyNoMsel } from './no-msel.ts';
import type { SheetRead, Template } from './reading.ts';
import { namesASide } from './recipient-words.ts';
import { refuseNoHeader } from './refuse.ts';
import { readTimeText } from './time.ts';

/** A sheet that is read. */
export interface Table {
  readonly sheet: Sheet;
  readonly header: Header;
  /** Its place among those that are read. */
  readonly index: number;
  /** The day that its name says, counted from the first (0), or its date; absent where the name says neither. */
  readonly day?: number | undefined;
  readonly date?: number | undefined;
  /** Its name is that of a side. */
  readonly side?: string | undefined;
}
interface Candidate {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly below: number;
  readonly none: ReturnType<typeof whyNoMsel>;
}

/** What a template says of columns, by header word, letter, or sheet and letter. */
export function givenBy(template: Template): Given {
  const byWord = new Map<string, NonNullable<Template['columns']>[string]>();
  const byLetter = new Map<string, NonNullable<Template['columns']>[string]>();
  for (const [name, meaning] of Object.entries(template.columns ?? {})) {
    const letter = /^column:(?:(.+)!)?([A-Z]{1,3})$/.exec(name);
    if (letter) byLetter.set(letter[1] ? `${letter[1]}!${letter[2]}` : (letter[2] as string), meaning);
    else byWord.set(plainHeader(name), meaning);
  }
  if (byWord.size + byLetter.size === 0) return () => undefined;
  return (sheet, header, letter) =>
    byLetter.get(`${sheet}!${letter}`) ?? byLetter.get(letter) ?? (header.trim() === '' ? undefined : byWord.get(plainHeader(header)));
}

/** Finds the sheets that hold the MSEL and the rows that name their columns. Throws where none does. */
export function findTables(sheets: readonly Sheet[], template: Template, guesses: Guesses): { tables: Table[]; read: SheetRead[] } {
  const given = givenBy(template);
  const told = Object.keys(template.columns ?? {}).length > 0;
  const found = sheets.flatMap((sheet): Candidate[] => {
    if (sheet.fault) return [];
    const header = bestHeader(sheet, given, headerAt(template, sheet.name));
    if (!header) return [];
    const below = sheet.rows.filter((r) => r.number > header.row.number && r.cells.length > 0).length;
    return [
      { sheet, header, below, none: told || template.sheets?.includes(sheet.name) || sheet.tool ? undefined : whyNoMsel(sheet, header) },
    ];
  });
  const named = sayMissing(sheets, template.sheets, guesses);
  const chosen = named ? byName(sheets, found, named) : suggested(sheets, found);
  if (chosen.length === 0) throw refuse(sheets, found);
  guesses.sheets = chosen.map((c) => c.sheet.name);
  const tables = placed(chosen);
  const read = sheets.map((sheet) =>
    readOf(
      sheet,
      found.find((c) => c.sheet === sheet),
      chosen,
      guesses,
      template,
    ),
  );
  saySheets(read, guesses);
  sayDays(tables, guesses);
  return { tables, read };
}

const headerAt = (template: Template, sheet: string): number | undefined =>
  typeof template.header === 'number' ? template.header : template.header?.[sheet];

/** The sheets that the map names and the workbook has; none of them: undefined, so that they are found as without a map. */
function sayMissing(sheets: readonly Sheet[], names: readonly string[] | undefined, guesses: Guesses): readonly string[] | undefined {
  const missing = (names ?? []).filter((name) => !sheets.some((s) => s.name === name));
  const known = (names ?? []).filter((name) => !missing.includes(name));
  if (missing.length > 0) {
    const list = missing.map((name) => `“${name}”`).join(', ');
    guesses.decide({
      key: 'sheets-missing',
      code: 'sheet',
      kind: 'sheet',
      what:
        known.length > 0
          ? said(`The map names sheets that the workbook does not have: ${list}.`, `열 대응표에 적힌 시트가 통합 문서에 없습니다: ${list}.`)
          : said(
              `The map names sheets that the workbook does not have: ${list}. Those that look like an MSEL are read.`,
              `열 대응표에 적힌 시트가 통합 문서에 없습니다: ${list}. 주요상황목록으로 보이는 시트를 읽었습니다.`,
            ),
      because: said('The map was made for another workbook.', '다른 통합 문서에 맞춘 열 대응표이기 때문입니다.'),
      confidence: 0.6,
    });
  }
  return known.length > 0 ? known : undefined;
}

function byName(sheets: readonly Sheet[], found: readonly Candidate[], names: readonly string[]): Candidate[] {
  return names.flatMap((name) => {
    const sheet = sheets.find((s) => s.name === name);
    if (!sheet) return [];
    if (sheet.fault) throw sheet.fault;
    const candidate = found.find((c) => c.sheet === sheet);
    if (!candidate) throw refuseNoHeader([sheet]);
    return [candidate];
  });
}

const OLD =
  /\b(old|copy|backup|archive[ds]?|previous|obsolete|superseded|template|example|sample|test|draft ?\d*|v ?\d+([. ]\d+)?|do not use|blank|lists?|drop ?downs?|lookup)\b|이전|백업|사본|구버전|예시|양식|보관/i;

/** The best sheet, and those that have the same columns: one per day, per side or per place. */
function suggested(sheets: readonly Sheet[], found: readonly Candidate[]): Candidate[] {
  const fit = found.filter((c) => c.none === undefined && c.below > 0);
  const open = fit.filter((c) => !c.sheet.hidden);
  const pool = open.length > 0 ? open : fit;
  const score = (c: Candidate): number => c.header.score * 1_000 + Math.min(c.below, 900) - (OLD.test(c.sheet.name) ? 1_500 : 0);
  const [best] = pool.toSorted((a, b) => score(b) - score(a));
  if (!best) return [];
  const alike = pool.filter((c) => c === best || (sameColumns(c, best) && !OLD.test(c.sheet.name) && !repeats(c, best)));
  return sheets.flatMap((s) => alike.filter((c) => c.sheet === s));
}

const wordsOf = (c: Candidate): string[] => c.header.all.filter((x) => x.header !== '').map((x) => plainHeader(x.header));

function sameColumns(a: Candidate, b: Candidate): boolean {
  const [of, others] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const shared = [...of].filter((w) => others.has(w)).length;
  return shared >= 2 && shared >= Math.max(of.size, others.size) * 0.7;
}

/** A sheet that holds rows of another once more: a copy, or a part of it. */
function repeats(a: Candidate, b: Candidate): boolean {
  const texts = (c: Candidate): Set<string> =>
    new Set(
      c.sheet.rows
        .filter((r) => r.number > c.header.row.number)
        .map((r) =>
          [...(c.header.columns.get('title') ?? []), ...(c.header.columns.get('text') ?? [])]
            .map((x) => r.cells[x.index]?.text ?? '')
            .join('|'),
        ),
    );
  const [own, others] = [texts(a), texts(b)];
  const shared = [...own].filter((t) => t.length > 3 && others.has(t)).length;
  return shared > own.size / 2;
}

function placed(chosen: readonly Candidate[]): Table[] {
  const sided = chosen.length > 1 && chosen.every((c) => namesASide(sideIn(c.sheet.name)));
  const days = chosen.map((c) => dayIn(c.sheet.name));
  const first = Math.min(...days.flatMap((d) => (d?.day === undefined ? [] : [d.day])));
  return chosen.map(({ sheet, header }, index) => ({
    sheet,
    header,
    index,
    ...(sided ? { side: sideIn(sheet.name) } : {}),
    ...(days[index]?.day !== undefined && !sided ? { day: (days[index]?.day as number) - Math.min(first, 0) } : {}),
    ...(days[index]?.date !== undefined && !sided ? { date: days[index]?.date } : {}),
  }));
}

const sideIn = (name: string): string => name.replace(/\b(injects?|events?|msel|mel)\b|상황(목록)?|주요상황목록/gi, '').trim();

/** “Day 2”, “D+1”, “2일차”, “Tue 24 Aug”, “2027-08-25”. */
function dayIn(name: string): { day?: number; date?: number } | undefined {
  const bare = name
    .replace(/\b(injects?|events?|msel|mel|mil|schedule|sheet|list)\b|주요상황목록|상황목록|상황/gi, ' ')
    .replace(/[_()[\]]/g, ' ')
    .trim();
  const day = /(?:^|\s)d-?day\b|(?:^|\s)(?:day|d|jour|tag|dia|día|제) ?[-+]? ?\d{1,2}\b|\d{1,2}일차/i.exec(bare)?.[0];
  const dated = readTimeText(bare.replace(/^.*?\b(?:day ?\d+|\d+일차)\b[\s–:-]*/i, ''));
  const date = dated.kind === 'date' && dated.timeless ? dated.ms : undefined;
  const when = day === undefined ? undefined : readTimeText(day.trim());
  if (date !== undefined) return { date };
  return when?.kind === 'day' ? { day: when.day } : undefined;
}

function readOf(
  sheet: Sheet,
  candidate: Candidate | undefined,
  chosen: readonly Candidate[],
  guesses: Guesses,
  template: Template,
): SheetRead {
  const read = candidate !== undefined && chosen.includes(candidate);
  const key = `sheet:${sheet.name}`;
  const why = whyOf(sheet, candidate, read, chosen);
  const rows = candidate?.below ?? sheet.rows.filter((r) => r.cells.length > 0).length;
  const confidence = sheet.rows.length === 0 ? 1 : confidenceOf(sheet, candidate, read, chosen);
  const list = `“${sheet.name}”`;
  guesses.decide({
    key,
    code: 'sheet',
    kind: 'sheet',
    what: read
      ? said(`The sheet ${list} is read.`, `${list} 시트를 읽습니다.`)
      : said(`The sheet ${list} is not read.`, `${list} 시트는 읽지 않습니다.`),
    because: why,
    value: read ? 'read' : 'skip',
    confidence,
    alternatives: [
      { value: 'read', label: said('read', '읽음') },
      { value: 'skip', label: said('not read', '읽지 않음') },
    ],
    sets: ['sheets', sheet.name],
    given: template.sheets?.some((name) => chosen.some((c) => c.sheet.name === name)) ?? false,
    plain: true,
  });
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows,
    read,
    why,
    ...(candidate ? { header: candidate.header.row.number } : {}),
    above: sheet.rows
      .filter((r) => candidate !== undefined && r.number < candidate.header.top)
      .slice(0, 10)
      .map((r) => ({
        row: r.number,
        text: r.cells
          .flatMap((c) => (c ? [c.text] : []))
          .join(' | ')
          .slice(0, 300),
      })),
    choice: key,
  };
}

function confidenceOf(sheet: Sheet, candidate: Candidate | undefined, read: boolean, chosen: readonly Candidate[]): number {
  if (read) {
    if (sheet.hidden) return 0.6;
    if (chosen.length === 1) return 0.95;
    return dayIn(sheet.name) || namesASide(sideIn(sheet.name)) || datesIn(candidate as Candidate) ? 0.93 : 0.7;
  }
  if (!candidate || candidate.none || candidate.below === 0) return 0.95;
  // It could be played too: another MSEL in other columns, or an older copy.
  if (sheet.hidden || OLD.test(sheet.name) || chosen.some((c) => repeats(candidate, c))) return 0.85;
  return 0.6;
}

const datesIn = (c: Candidate): boolean => (c.header.columns.get('date') ?? []).some((x) => x.profile.days > 0.5);

function whyOf(sheet: Sheet, candidate: Candidate | undefined, read: boolean, chosen: readonly Candidate[]): Said {
  if (sheet.fault) return sheet.fault.fault.message;
  if (sheet.rows.length === 0) return said('It is empty.', '비어 있습니다.');
  if (read)
    return chosen.length === 1
      ? said('It has the columns of an MSEL.', '주요상황목록의 열이 있기 때문입니다.')
      : said('It has the same columns as the others that are read.', '함께 읽는 시트와 열이 같기 때문입니다.');
  if (!candidate) return said('No row in it names the columns of an MSEL.', '주요상황목록의 열 이름이 적힌 행이 없기 때문입니다.');
  if (candidate.none)
    return said(
      `It is ${candidate.none.what.en}: ${candidate.none.because.en}.`,
      `${candidate.none.what.ko}(으)로 보입니다. ${candidate.none.because.ko}.`,
    );
  if (candidate.below === 0) return said('It has a header row and no rows.', '머리글만 있고 행이 없습니다.');
  if (chosen.some((c) => c !== candidate && repeats(candidate, c)))
    return said('It repeats rows of a sheet that is read.', '읽는 시트의 행을 되풀이하기 때문입니다.');
  if (sheet.hidden) return said('It is hidden.', '숨긴 시트이기 때문입니다.');
  if (OLD.test(sheet.name))
    return said('Its name says that it is not the one in force.', '이름으로 보아 현재 쓰는 시트가 아니기 때문입니다.');
  return said('Another sheet has more of the usual columns.', '통상의 열이 더 많은 시트가 있기 때문입니다.');
}

function saySheets(read: readonly SheetRead[], guesses: Guesses): void {
  const names = (list: readonly SheetRead[]): string =>
    list
      .slice(0, 10)
      .map((s) => `“${s.name}”`)
      .join(', ');
  const [taken, passed] = [read.filter((s) => s.read), read.filter((s) => !s.read && s.rows > 0)];
  if (taken.length === 1 && passed.length === 0) return;
  const on =
    taken.length === 1
      ? said(`The MSEL is on the sheet ${names(taken)}`, `주요상황목록은 ${names(taken)} 시트에 있는 것으로 보고`)
      : said(`The MSEL is on the sheets ${names(taken)}`, `주요상황목록은 ${names(taken)} 시트에 있는 것으로 보고`);
  guesses.decide({
    key: 'sheets-read',
    code: 'sheet',
    kind: 'sheet',
    what:
      passed.length > 0
        ? said(`${on.en}; ${names(passed)} were not read.`, `${on.ko} ${names(passed)} 시트는 읽지 않았습니다.`)
        : said(`${on.en}.`, `${on.ko} 모두 읽었습니다.`),
    because: said('They have the most of the usual columns.', '통상의 열이 가장 많기 때문입니다.'),
    confidence: 0.92,
  });
}

function sayDays(tables: readonly Table[], guesses: Guesses): void {
  if (tables.length < 2) return;
  const named = tables.every((t) => t.day !== undefined || t.date !== undefined);
  if (!named) return;
  guesses.decide({
    key: 'sheet-days',
    code: 'sheet-days',
    kind: 'time',
    what: said('Each sheet is a day of its own.', '시트마다 하루로 보았습니다.'),
    because: said('The names of the sheets say so.', '시트 이름에 날이 적혀 있기 때문입니다.'),
    confidence: 0.92,
  });
}

function refuse(sheets: readonly Sheet[], found: readonly Candidate[]): ImportError {
  const fault = sheets.find((s) => s.fault)?.fault;
  const none = found.filter((c) => c.none && c.below > 0).toSorted((a, b) => b.below - a.below)[0];
  if (none?.none) return noMsel(none.sheet, none.none);
  if (found.length > 0 && !fault)
    return new ImportError(
      'no-events',
      said(
        'The sheet has a header row, but no row below it is an event.',
        '머리글 행은 있으나 그 아래에 상황으로 볼 수 있는 행이 없습니다.',
      ),
      said('Each event needs at least a title or a text, and one more cell.', '상황마다 제목이나 내용, 그리고 한 칸이 더 있어야 합니다.'),
      found[0]?.sheet.name,
    );
  return fault ?? unknownTable(sheets) ?? refuseNoHeader(sheets);
}

/** A table whose header is none of an MSEL: what it is instead, if that can be told. */
function unknownTable(sheets: readonly Sheet[]): ImportError | undefined {
  for (const sheet of sheets) {
    const first = sheet.rows.slice(0, 10).find((r) => r.cells.filter(Boolean).length > 2);
    const header = first && sheet.rows.length > 2 ? bestHeader(sheet, () => undefined, first.number) : undefined;
    const none = header && whyNoMsel(sheet, header);
    if (none?.certain) return noMsel(sheet, none);
  }
  return undefined;
}
