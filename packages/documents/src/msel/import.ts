import { durationText, type ScenarioInput } from '@entente/engine';
import { type Problem, parseScenario } from '@entente/scenario';
import { Document, isScalar, isSeq, visit } from 'yaml';
import { type Guess, Guesses, ImportError, type Said, said } from '../error.ts';
import { openSheets } from '../sheet/open.ts';
import { type Cast, castOf } from './cast.ts';
import { type ColumnRole, findHeader, nameColumns } from './columns.ts';
import { boundEvents, type Events, readEvents, recipientText } from './events.ts';
import { Ids, lettersOf, slugOf } from './names.ts';
import { readRecipients } from './recipients.ts';
import { type NamedRow, partRows } from './rows.ts';
import { sidesOf } from './sides.ts';
import type { TimeOptions } from './start.ts';
import { timeline } from './timeline.ts';

export interface ImportOptions extends TimeOptions {
  /** Which header holds what, where the usual names do not tell. */
  readonly map?: Partial<Record<ColumnRole, string>> | undefined;
  readonly title?: string | undefined;
}
export interface ImportResult {
  /** The scenario folder: `scenario.yaml`, with `injects.yaml` and `expects.yaml` beside it when the lists are long. */
  readonly files: Map<string, string>;
  /**
   * `total` = every row with content but the header row itself = `imported` + `named.length`. `waiting`: those of the
   * imported ones that reach nobody until a person has named their recipients, and why.
   */
  readonly rows: { readonly total: number; readonly imported: number; readonly waiting: NamedRow[]; readonly named: NamedRow[] };
  readonly guesses: Guess[];
  /** What the check of scenarios says of the result; never an error. */
  readonly problems: readonly Problem[];
}

/**
 * Makes a scenario package of a planner's MSEL in Excel (.xlsx) or CSV.
 * Every row is an MSEL event or named with the reason it is none; everything assumed is a guess in the result.
 * Pure: the same bytes and options give the same files. Throws only `ImportError`.
 */
export async function importMsel(bytes: Uint8Array, fileName: string, options: ImportOptions = {}): Promise<ImportResult> {
  const guesses = new Guesses();
  const name = fileName.slice(-200);
  const sheets = openSheets(bytes, name, guesses);
  if (options.unit !== undefined && options.unit !== 'min' && options.unit !== 'h')
    throw new ImportError(
      'bad-unit',
      said('The unit is neither min nor h.', '단위는 min 또는 h여야 합니다.'),
      said('Choose min for minutes, h for hours.', '분은 min, 시간은 h를 고르십시오.'),
    );
  const { sheet, header } = findHeader(sheets, options.map, guesses);
  const { events: rows, named } = partRows(sheet.rows, header);
  if (rows.length === 0) throw noEvents(sheet.name, named);
  boundEvents(rows.length);
  nameColumns(header, guesses);
  const hidden = sheet.rows.filter((r) => r.hidden).length;
  if (hidden > 0)
    guesses.make(
      'hidden',
      said(`${hidden} hidden rows were read like the others.`, `숨긴 행 ${hidden}개도 함께 읽었습니다.`),
      said('A filter may have hidden them.', '필터로 숨겨졌을 수 있기 때문입니다.'),
    );
  const sides = sidesOf(rows, header);
  const recipients = readRecipients(
    header.columns.has('to') ? rows.map((row) => ({ row: row.row, text: recipientText(header, row), side: sides.of.get(row.row) })) : [],
    guesses,
  );
  const ids = new Ids();
  const cast = castOf([...recipients.values()], ids, guesses);
  const time = timeline(rows, options, guesses);
  const events = readEvents(rows, { header, recipients, sides, cast, time, ids, guesses });
  const all = [...named, ...events.named].sort((a, b) => a.row - b.row);
  if (events.imported === 0) throw noEvents(sheet.name, all);
  const scenario = assemble(cast, events, {
    start: time.start,
    duration: durationText(time.duration),
    fileName: name,
    sheet: sheet.name,
    title: options.title,
  });
  const files = written(scenario);
  const { problems } = parseScenario(files);
  const { imported, waiting } = events;
  return { files, rows: { total: all.length + imported, imported, waiting, named: all }, guesses: guesses.list(), problems };
}

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
  readonly sheet: string;
  readonly title: string | undefined;
}

function assemble(cast: Cast, events: Events, about: About): ScenarioInput {
  const words = JSON.stringify(events.injects.map((i) => [i.title, i.text]));
  const language = (words.match(/[가-힣]/g)?.length ?? 0) > (words.match(/[a-z]/gi)?.length ?? 0) / 4 ? 'ko' : 'en';
  const pick = (text: string | Said): string => (typeof text === 'string' ? text : text[language]);
  const base = about.fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.(xlsx|csv|tsv|txt)$/i, '')
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
