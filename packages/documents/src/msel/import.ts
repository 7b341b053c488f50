import { durationText, type ScenarioInput } from '@entente/engine';
import { type Problem, parseScenario } from '@entente/scenario';
import { Document, isScalar, isSeq, visit } from 'yaml';
import { ImportError, type Said, said } from '../error.ts';
import { type Guess, Guesses, rowOf, sheetOf } from '../guesses.ts';
import { openSheets } from '../sheet/open.ts';
import { type Cast, castOf } from './cast.ts';
import { sayColumns } from './choices.ts';
import { boundEvents, type Events, readEvents } from './events.ts';
import { keptOf, rowsRead } from './look.ts';
import { Ids, lettersOf, slugOf } from './names.ts';
import type { ImportOptions } from './options.ts';
import type { PartyRead, Reading } from './reading.ts';
import { readRecipients } from './recipients.ts';
import { type EventRow, type LeftOut, type NamedRow, partRows } from './rows.ts';
import { sidesOf } from './sides.ts';
import { recipientText } from './speech.ts';
import { findTables, type Table } from './tables.ts';
import { timeline } from './timeline.ts';
import { templateOf } from './wanted.ts';

export interface ImportResult {
  /** The scenario folder: `scenario.yaml`, with `injects.yaml` and `expects.yaml` beside it when the lists are long. */
  readonly files: Map<string, string>;
  /**
   * `total` = every row with content but the header row itself = `imported` + `named.length`. `waiting`: those of the
   * imported ones that wait for a hand, because nobody can say whom they reach or because their state says so, and why.
   */
  readonly rows: { readonly total: number; readonly imported: number; readonly waiting: NamedRow[]; readonly named: NamedRow[] };
  /** What was decided and is to be told; those that are not settled are to be settled by a person. */
  readonly guesses: Guess[];
  readonly reading: Reading;
  /** What the check of scenarios says of the result; never an error. */
  readonly problems: readonly Problem[];
}

/**
 * Makes a scenario package of a planner's MSEL in Excel (.xlsx) or CSV, or of another tool's scenario file.
 * Every row is an MSEL event or named with the reason it is none; everything assumed is a guess in the result.
 * Pure: the same bytes and options give the same files. Throws only `ImportError`.
 */
export async function importMsel(bytes: Uint8Array, fileName: string, options: ImportOptions = {}): Promise<ImportResult> {
  const { scenario, ...read } = sheetRead(bytes, fileName, options);
  const files = written(scenario);
  const { problems } = parseScenario(files);
  return { files, ...read, problems };
}

/** What `importMsel` makes of a sheet, without writing it: to be seen, and read anew after each change of the map. */
export async function readMsel(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions = {},
): Promise<Omit<ImportResult, 'files' | 'problems'>> {
  const { reading, rows, guesses } = sheetRead(bytes, fileName, options);
  return { reading, rows, guesses };
}

function sheetRead(bytes: Uint8Array, fileName: string, options: ImportOptions) {
  if (options.unit !== undefined && options.unit !== 'min' && options.unit !== 'h')
    throw new ImportError(
      'bad-unit',
      said('The unit is neither min nor h.', '단위는 min 또는 h여야 합니다.'),
      said('Choose min for minutes, h for hours.', '분은 min, 시간은 h를 고르십시오.'),
    );
  const { template, wanted } = templateOf(options);
  const guesses = new Guesses(template.settled);
  const name = fileName.slice(-200);
  const sheets = openSheets(bytes, name, guesses);
  wanted?.(sheets);
  const { tables, read } = findTables(sheets, template, guesses);
  const { events: rows, named } = partRows(tables, template, guesses);
  const placed = (left: readonly LeftOut[]): NamedRow[] =>
    left
      .toSorted((a, b) => a.row - b.row)
      .map(({ row, reason }) => ({
        ...(tables.length > 1 ? { sheet: tables[sheetOf(row)]?.sheet.name as string } : {}),
        row: rowOf(row),
        reason,
      }));
  const where = tables.map((t) => t.sheet.name).join(', ');
  if (rows.length === 0) throw noEvents(where, placed(named));
  boundEvents(rows.length);
  const columns = sayColumns(tables, template, guesses);
  sayBeside(tables, rows, guesses);
  const sides = sidesOf(rows);
  const addressed = rows
    .filter((row) => namesRecipients(row.table) || row.fix?.to)
    .map((row) => ({ row: row.row, text: recipientText(row), side: sides.of.get(row.row) }));
  const recipients = readRecipients(addressed, guesses, template.recipients);
  const ids = new Ids();
  const cast = castOf(recipients, ids, guesses);
  const time = timeline(rows, { ...template.times, today: options.today }, wordsAround(name, tables), guesses);
  const events = readEvents(rows, { recipients, sides, cast, time, ids, guesses });
  const left = [...named, ...events.named];
  if (events.imported === 0) throw noEvents(where, placed(left));
  const duration = durationText(time.duration);
  const scenario = assemble(cast, events, { start: time.start, duration, fileName: name, title: options.title });
  const { imported, waiting } = events;
  const reading: Reading = {
    sheets: read,
    columns,
    choices: guesses.choices(),
    rows: rowsRead(tables, rows, { events, left, recipients, guesses, time }),
    start: time.start,
    duration: time.duration,
    parties: partiesRead(scenario),
    kept: keptOf(tables, rows),
  };
  return {
    scenario,
    rows: { total: left.length + imported, imported, waiting: placed(waiting), named: placed(left) },
    guesses: guesses.list(),
    reading,
  };
}

/** What stands beside the rows of the sheets and is to be told. */
function sayBeside(tables: readonly Table[], rows: readonly EventRow[], guesses: Guesses): void {
  for (const { sheet } of tables)
    sheet.left?.forEach((what, i) => {
      guesses.make(`tool=${sheet.name}/${i}`, what, said('The file says so.', '파일에 그렇게 적혀 있기 때문입니다.'));
    });
  if (!tables.some(namesRecipients))
    guesses.decide({
      key: 'no-recipients',
      code: 'no-recipients',
      kind: 'recipient',
      what: said(
        'No column names the recipients: nobody receives until you say who.',
        '수신자 열이 없습니다. 정할 때까지 아무에게도 전달하지 않습니다.',
      ),
      because: said('None of the headers says so for certain.', '확실히 수신을 뜻하는 머리글이 없기 때문입니다.'),
      confidence: 0.5,
    });
  if (rows.length > 1 && rows.every((r) => r.when.kind === 'none' || r.when.kind === 'unreadable'))
    guesses.decide({
      key: 'no-times',
      code: 'no-times',
      kind: 'time',
      what: said('No row has a time: all of them wait for a controller’s hand.', '시각이 있는 행이 없어 모두 통제관이 직접 부여합니다.'),
      because: said('No column holds times that can be read.', '읽을 수 있는 시각이 든 열이 없기 때문입니다.'),
      confidence: 0.5,
    });
  for (const row of rows) sayLeftOut(row, guesses);
  const hidden = rows.filter((r) => r.source.hidden);
  for (const row of hidden)
    guesses.make(
      'hidden',
      said(`${hidden.length} hidden rows were read like the others.`, `숨긴 행 ${hidden.length}개도 함께 읽었습니다.`),
      said('A filter may have hidden them.', '필터로 숨겨졌을 수 있기 때문입니다.'),
      row.row,
    );
}

const namesRecipients = ({ header }: Table): boolean => header.columns.has('to') || header.columns.has('marked');

const WORDED = {
  error: said('a cell holds an error, which is delivered to nobody', '칸에 오류가 있어 그 칸은 전달하지 않습니다'),
  formula: said('a formula has no stored result, which is delivered to nobody', '수식의 결과가 저장되지 않아 그 칸은 전달하지 않습니다'),
  struck: said('what is struck out is left out', '취소선이 그어진 부분을 뺐습니다'),
  comment: said('comments stand in the control note', '메모를 통제관 참고에 옮겼습니다'),
} as const;
const REASONS = {
  error: said('The spreadsheet program could not work it out.', '스프레드시트 프로그램이 값을 구하지 못했기 때문입니다.'),
  formula: said('Open the file in your spreadsheet program and save it again.', '스프레드시트 프로그램에서 열어 다시 저장하십시오.'),
  struck: said('The planner has crossed it out.', '작성자가 지운 것으로 표시했기 때문입니다.'),
  comment: said('They are the planner’s own words, not the event’s.', '상황의 내용이 아니라 작성자의 말이기 때문입니다.'),
} as const;

/** What a row holds that is not delivered, named with the row. */
function sayLeftOut({ row, source }: EventRow, guesses: Guesses): void {
  const kinds = new Set((source.asides ?? []).map((a) => a.kind));
  if (source.cells.some((c) => c?.struck)) kinds.add('struck');
  for (const kind of kinds)
    guesses.decide({
      key: `left-${kind}`,
      code: `left-${kind}`,
      kind: 'row',
      what: (rows) => said(`${rows.en}: ${WORDED[kind].en}.`, `${rows.ko}: ${WORDED[kind].ko}.`),
      because: REASONS[kind],
      confidence: kind === 'formula' ? 0.75 : 0.9,
      rows: [row],
    });
}

/** Whatever may name the year of dates without one. */
const wordsAround = (name: string, tables: readonly Table[]): string =>
  [
    name,
    ...tables.flatMap((t) => [
      t.sheet.name,
      ...t.sheet.rows.filter((r) => r.number <= t.header.row.number).flatMap((r) => r.cells.flatMap((c) => c?.text ?? [])),
    ]),
  ].join('\n');

const partiesRead = (scenario: ScenarioInput): PartyRead[] =>
  scenario.parties.map((p) => ({
    id: p.id,
    name: p.name as string,
    letter: p.letter ?? '',
    cells: p.cells.map((c) => ({ id: c.id, name: c.name as string })),
  }));

const noEvents = (where: string, rows: readonly NamedRow[]): ImportError =>
  new ImportError(
    'no-events',
    said('The sheet has a header row, but no row below it is an event.', '머리글 행은 있으나 그 아래에 상황으로 볼 수 있는 행이 없습니다.'),
    said('Each event needs at least a title or a text, and one more cell.', '상황마다 제목이나 내용, 그리고 한 칸이 더 있어야 합니다.'),
    where,
    rows,
  );

interface About {
  readonly start: string;
  readonly duration: string;
  readonly fileName: string;
  readonly title: string | undefined;
}

function assemble(cast: Cast, events: Events, about: About): ScenarioInput {
  const words = JSON.stringify(events.injects.map((i) => [i.title, i.text]));
  const language = (words.match(/[가-힣]/g)?.length ?? 0) > (words.match(/[a-z]/gi)?.length ?? 0) / 4 ? 'ko' : 'en';
  const pick = (text: string | Said): string => (typeof text === 'string' ? text : text[language]);
  const base = about.fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.(xlsx|csv|tsv|txt|json|zip)$/i, '')
    .replace(/[_\s]+/g, ' ')
    .toWellFormed()
    .trim();
  const title = about.title?.trim() || base || 'MSEL';
  const letters = lettersOf(cast.parties.map((p) => (typeof p.name === 'string' ? p.name : p.name.en)));
  return {
    entente: 1,
    id: slugOf(title) || 'imported-msel',
    title: title.slice(0, 300).toWellFormed(),
    summary: pick(
      said(
        `Imported from a planner's sheet: ${events.imported} events.`,
        `작성자의 주요상황목록 시트에서 가져온 상황 ${events.imported}건입니다.`,
      ),
    ),
    start: about.start,
    duration: about.duration,
    languages: [language],
    parties: cast.parties.map((p, i) => ({
      id: p.id,
      name: pick(p.name),
      letter: letters[i],
      cells: p.cells.map((c) => ({
        id: c.id,
        name: c.name || pick(p.name),
        seats: [{ id: c.seat, name: c.name || pick(p.name), may: ['speak', 'release', 'consult', 'sign'] }],
      })),
    })),
    ...(events.entities.length > 0 ? { entities: events.entities } : {}),
    ...(events.objectives.length > 0 ? { objectives: events.objectives } : {}),
    injects: events.injects,
    ...(events.expects.length > 0 ? { expects: events.expects } : {}),
  };
}

/** Block style, with the short lists of words on one line. */
function yaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && /^(may|to|languages)$/.test(String(pair.key.value)) && isSeq(pair.value)) pair.value.flow = true;
    },
  });
  return document.toString({ lineWidth: 100, flowCollectionPadding: false });
}

const LONG = 500 * 1024;
const LONGEST = 2 * 1024 * 1024;

/** The lists move to files of their own when they are long: an editor and the check bound the size of one file. */
function written(scenario: ScenarioInput): Map<string, string> {
  const whole = yaml(scenario);
  if (whole.length < LONG) return new Map([['scenario.yaml', whole]]);
  const { injects, expects, ...rest } = scenario;
  const files = new Map([
    ['scenario.yaml', yaml(rest)],
    ['injects.yaml', yaml(injects)],
  ]);
  if (expects) files.set('expects.yaml', yaml(expects));
  for (const text of files.values()) {
    if (Buffer.byteLength(text) > LONGEST)
      throw new ImportError(
        'too-large',
        said('The events hold more than 2 MiB of text.', '상황의 글이 모두 2MiB를 넘습니다.'),
        said('Split the sheet into several exercises, or shorten the texts.', '여러 연습으로 나누거나 글을 줄이십시오.'),
      );
  }
  return files;
}
