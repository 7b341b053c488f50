import { said } from '../error.ts';
import type { Cell, Sheet, SheetRow } from '../sheet/sheet.ts';
import { lettersOfColumn } from '../sheet/workbook.ts';
import { besideEachOther } from './beside.ts';
import type { Column } from './column.ts';
import { plainHeader, recognise } from './header-words.ts';
import { byContent, judge, verdict } from './judge.ts';
import { type Profile, profileOf } from './profile.ts';
import type { Meaning } from './reading.ts';

/** The header row of a sheet and what its columns are for; the best column of each meaning first. */
export interface Header {
  readonly row: SheetRow;
  /** Where the header begins, if it has several rows. */
  readonly top: number;
  readonly columns: ReadonlyMap<Meaning, readonly Column[]>;
  readonly all: readonly Column[];
  readonly score: number;
}

/** What a person has said of a column, by its header word or its letter. */
export type Given = (sheet: string, header: string, letter: string) => Meaning | undefined;

const HEADER_WITHIN = 80;

/** The best header row of a sheet; undefined where none is. */
export function bestHeader(sheet: Sheet, given: Given, at?: number): Header | undefined {
  if (at === 0) return withoutHeader(sheet, given);
  let best: { score: number; row: SheetRow; labels: string[]; top: number } | undefined;
  sheet.rows.slice(0, at === undefined ? HEADER_WITHIN : undefined).forEach((row, i) => {
    if (at !== undefined && row.number !== at) return;
    const above = sheet.rows[i - 1];
    const group = above && above.number === row.number - 1 ? groupsIn(above, sheet) : undefined;
    for (const labels of group ? [plainLabels(row), joinedLabels(row, group)] : [plainLabels(row)]) {
      const score = scoreOf(labels, row, sheet.name, given);
      if (score === undefined && at === undefined) continue;
      if (best === undefined || (score ?? 0) > best.score + 0.3)
        best = { score: score ?? 0, row, labels, top: group && labels !== plainLabels(row) ? row.number - 1 : row.number };
    }
  });
  return best && headerOf(sheet, best.row, best.labels, best.top, best.score, given);
}

/** A sheet that begins with its first event: its columns are told by what they hold, or by the map. */
function withoutHeader(sheet: Sheet, given: Given): Header | undefined {
  const first = sheet.rows[0];
  if (!first) return undefined;
  const row: SheetRow = { number: 0, cells: [], hidden: false };
  return headerOf(sheet, row, [], 0, 0, given);
}

const plainLabels = (row: SheetRow): string[] => Array.from(row.cells, (cell) => cell?.text ?? '');

/** The words above a header row that stand over one or several of its columns. */
function groupsIn(above: SheetRow, sheet: Sheet): string[] | undefined {
  const texts = plainLabels(above);
  if (new Set(texts.filter(Boolean)).size < 2 || texts.some((t) => t.length > 60)) return undefined;
  const across = sheet.across?.get(above.number) ?? [];
  let last = '';
  return texts.map((text, i) => {
    if (text !== '') {
      last = text;
      return text;
    }
    const merged = across.find(([from, to]) => i >= from && i <= to);
    if (merged) return texts[merged[0]] ?? '';
    return sheet.plain ? last : '';
  });
}

const OWN: ReadonlySet<Meaning> = new Set(['date', 'time', 'to', 'from', 'title', 'number', 'zone']);

/** Two rows of headers as one: “Time” above “Scenario” is the scenario time. */
function joinedLabels(row: SheetRow, groups: readonly string[]): string[] {
  const own = plainLabels(row);
  const width = Math.max(own.length, groups.length);
  return Array.from({ length: width }, (_, i) => {
    const [child, parent] = [own[i] ?? '', groups[i] ?? ''];
    if (child === '' || child === parent) return parent;
    if (parent === '') return child;
    const alone = recognise(child);
    if (alone && OWN.has(alone.meaning)) return child;
    const both = [`${child} ${parent}`, `${parent} ${child}`].find((t) => (recognise(t)?.confidence ?? 0) > 0.95);
    return both ?? (alone ? child : recognise(parent) ? `${parent}: ${child}` : child);
  });
}

/** How much a row looks like the header of an MSEL; undefined where it names too little. */
function scoreOf(labels: readonly string[], row: SheetRow, sheet: string, given: Given): number | undefined {
  const found = new Map<Meaning, number>();
  let more = 0;
  labels.forEach((label, i) => {
    if (label === '') return;
    const letter = lettersOfColumn(i);
    const meaning = given(sheet, label, letter);
    const known = meaning ? { meaning, confidence: 1.2 } : recognise(label);
    if (!known || known.meaning === 'ignore') {
      more -= label.length > 60 ? 0.5 : 0;
      return;
    }
    if ((found.get(known.meaning) ?? 0) > 0) more += 0.1;
    found.set(known.meaning, Math.max(found.get(known.meaning) ?? 0, known.confidence));
  });
  const numbers = row.cells.filter((c) => c?.number !== undefined || /^\d{1,2}:\d\d$/.test(c?.text ?? '')).length;
  if (found.size < 2 || !(found.has('text') || found.has('title') || found.has('expected'))) return undefined;
  return [...found.values()].reduce((a, b) => a + b, 0) + more - numbers * 0.4;
}

function headerOf(sheet: Sheet, row: SheetRow, labels: readonly string[], top: number, score: number, given: Given): Header {
  const below = sheet.rows.filter((r) => r.number > row.number && r.cells.length > 0);
  const body = below.filter((r) => r.cells.filter(Boolean).length > 1);
  const width = Math.max(labels.length, ...below.slice(0, 300).map((r) => r.cells.length));
  const drafts: Column[] = [];
  for (let index = 0; index < width; index++) {
    const header = labels[index]?.trim() ?? '';
    const profile = profileOf(body, index);
    if (header === '' && profile.filled === 0) continue;
    drafts.push(draftOf(sheet, index, header, profile, given));
  }
  const all = besideEachOther(drafts, sheet.tool);
  const columns = new Map<Meaning, Column[]>();
  for (const column of all.toSorted((a, b) => a.rank - b.rank || a.index - b.index))
    columns.set(column.meaning, [...(columns.get(column.meaning) ?? []), column]);
  return { row, top, columns, all, score };
}

function draftOf(sheet: Sheet, index: number, header: string, profile: Profile, given: Given): Column {
  const letter = lettersOfColumn(index);
  const own = given(sheet.name, header, letter);
  const known = recognise(header);
  const base = { index, letter, header, profile, given: own !== undefined };
  if (own)
    return {
      ...base,
      meaning: own,
      suggestion: known?.meaning ?? own,
      confidence: 1,
      because: said('The map says so.', '열 대응표에 그렇게 적혀 있기 때문입니다.'),
      unknown: false,
      rank: -1,
    };
  const tools = sheet.means?.[header];
  if (tools)
    return {
      ...base,
      ...verdict(tools, 0.98, said('The tool’s own fields say so.', '그 도구의 항목이기 때문입니다.')),
      unknown: false,
      rank: 0,
    };
  if (!known || header === '') return { ...base, ...byContent(header, profile), unknown: true, rank: 900 };
  const judged = judge(known.meaning, known.confidence, plainHeader(header), profile);
  return { ...base, ...judged, unknown: false, rank: known.rank };
}

/** The first filled cell of a meaning in a row. */
export function cellOf(header: Header, row: SheetRow, meaning: Meaning): Cell | undefined {
  for (const column of header.columns.get(meaning) ?? []) {
    const cell = row.cells[column.index];
    if (cell) return cell;
  }
  return undefined;
}
