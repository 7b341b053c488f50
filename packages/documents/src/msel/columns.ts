import type { Said } from '../error.ts';
import { said } from '../error.ts';
import type { Cell, Sheet, SheetRow, Tool } from '../sheet/sheet.ts';
import { lettersOfColumn } from '../sheet/workbook.ts';
import { plainHeader, recognise } from './header-words.ts';
import { type Profile, profileOf } from './profile.ts';
import { type Meaning, SURE } from './reading.ts';

export interface Column {
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  /** What it is taken for; what it may be, where that is too unsure to act on. */
  readonly meaning: Meaning;
  readonly suggestion: Meaning;
  readonly confidence: number;
  readonly because: Said;
  readonly given: boolean;
  /** Its header is none that is known. */
  readonly unknown: boolean;
  readonly rank: number;
  readonly profile: Profile;
}
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
  const all = together(drafts, sheet.tool);
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

interface Verdict {
  readonly meaning: Meaning;
  readonly suggestion: Meaning;
  readonly confidence: number;
  readonly because: Said;
}
const verdict = (meaning: Meaning, confidence: number, because: Said): Verdict => ({
  // Whom a column addresses is never taken on a suspicion: in doubt it stays with control.
  meaning: confidence < SURE && (meaning === 'to' || meaning === 'info') ? 'notes' : meaning,
  suggestion: meaning,
  confidence,
  because,
});
const USUAL = said('Its header is one of the usual ones.', '통상의 머리글이기 때문입니다.');
const TELLS = said('Its header says so in its words.', '머리글의 낱말이 그렇게 말하기 때문입니다.');

/** What a header says, held against what the column holds. */
function judge(meaning: Meaning, confidence: number, plain: string, p: Profile): Verdict {
  const words = confidence >= 0.95 ? USUAL : TELLS;
  if (p.filled === 0) return { meaning, suggestion: meaning, confidence: Math.max(confidence, SURE), because: words };
  const codes = p.codes >= 0.8 && p.average <= 12;
  const counts = said('It holds numbers only.', '번호만 들어 있기 때문입니다.');
  const named = meaning === 'title' && confidence >= 0.95;
  if ((meaning === 'text' || meaning === 'title') && codes && !named && p.filled > 1 && ![...p.values].some((v) => /[가-힣]{2}/.test(v))) {
    if (p.times >= 0.8) return verdict('time', 0.75, said('It holds times only.', '시각만 들어 있기 때문입니다.'));
    return /\b(inject|event|message|msg|item|incident|line)\b|상황|메시지|사건/.test(plain) || p.distinct > 0.9
      ? verdict('number', 0.85, counts)
      : verdict('notes', 0.85, counts);
  }
  if (
    (meaning === 'to' || meaning === 'from' || meaning === 'info') &&
    codes &&
    p.filled > 1 &&
    p.average <= 6 &&
    [...p.values].every((v) => /^[\d.\s-]+$/.test(v))
  )
    return verdict('notes', 0.7, counts);
  if (meaning === 'from' && p.codes >= 0.7 && p.filled > 0 && /source|출처/.test(plain)) return verdict('notes', 0.85, counts);
  if (meaning === 'from' && p.channels >= 0.7 && /\bby\b|via/.test(plain))
    return verdict('channel', 0.85, said('It names means of delivery.', '전달 수단이 적혀 있기 때문입니다.'));
  if ((meaning === 'to' || meaning === 'info') && p.wordy > 0.3)
    return verdict(meaning, 0.5, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'channel' && p.long > 0.5) return verdict('notes', 0.7, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'number' && p.long > 0.5) return verdict('text', 0.6, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'type' && p.channels > 0.7 && p.types < 0.3)
    return verdict('channel', 0.82, said('It names means of delivery.', '전달 수단이 적혀 있기 때문입니다.'));
  if (meaning === 'type' && p.long > 0.5) return verdict('notes', 0.7, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'status' && p.long > 0.5) return verdict('notes', 0.7, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'time' && p.times + p.days < 0.2 && p.long > 0.5)
    return verdict('notes', 0.7, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'time' && p.zones >= 0.8) return verdict('zone', 0.85, said('It holds time zones.', '시간대가 적혀 있기 때문입니다.'));
  if (meaning === 'date' && p.times >= 0.8)
    return verdict('time', 0.9, said('Its dates have times.', '날짜에 시각이 함께 있기 때문입니다.'));
  if (meaning === 'time' && p.days >= 0.8 && p.times === 0)
    return verdict('date', 0.85, said('It holds days without times.', '시각 없이 날짜만 있기 때문입니다.'));
  return verdict(meaning, confidence, words);
}

/** A column whose header says nothing, by what it holds; delivered to nobody on that ground. */
function byContent(header: string, p: Profile): Verdict {
  if (header !== '' || p.filled < 2) return keep(header);
  if (p.times >= 0.8) return verdict('time', 0.7, said('It holds times.', '시각이 들어 있기 때문입니다.'));
  if (p.days >= 0.8) return verdict('date', 0.7, said('It holds days.', '날짜가 들어 있기 때문입니다.'));
  return keep(header);
}
const keep = (header: string): Verdict =>
  verdict(
    'notes',
    0.85,
    header === ''
      ? said('It has no header.', '머리글이 없기 때문입니다.')
      : said('Its header is none of the usual ones.', '통상의 머리글이 아니기 때문입니다.'),
  );

/** What columns mean beside each other. */
function together(drafts: readonly Column[], tool: Tool | undefined): Column[] {
  let all = [...drafts];
  const has = (meaning: Meaning) => all.some((c) => c.meaning === meaning && c.profile.filled > 0);
  const change = (column: Column, v: Verdict): void => {
    all = all.map((c) => (c === column ? { ...c, ...v } : c));
  };
  const [mostTo] = all.filter((c) => c.meaning === 'to').toSorted((a, b) => a.rank - b.rank);
  for (const c of all.filter((x) => x.suggestion === 'info' && !x.given)) {
    const names = namesIn(c);
    const known = new Set(mostTo ? namesIn(mostTo) : []);
    if (c.confidence < SURE && names.length > 0 && names.every((n) => known.has(n)))
      change(
        c,
        verdict(
          'info',
          0.85,
          said(`Its names stand in column ${mostTo?.letter} too.`, `${mostTo?.letter} 열에도 있는 이름들이기 때문입니다.`),
        ),
      );
  }
  if (tool === 'crucible')
    for (const c of all.filter((x) => plainHeader(x.header) === 'details' && !x.given))
      change(
        c,
        verdict(
          'notes',
          0.9,
          said('In Crucible the details are the exercise staff’s.', 'Crucible의 세부 내용은 운영 요원용이기 때문입니다.'),
        ),
      );
  if (!has('number')) {
    const code = all.find(
      (c) => c.unknown && !c.given && c.profile.filled > 1 && c.profile.codes >= 0.9 && c.profile.distinct === 1 && c.profile.times < 0.5,
    );
    if (code) change(code, verdict('number', 0.82, said('It holds numbers, none twice.', '겹치지 않는 번호가 들어 있기 때문입니다.')));
  }
  if (!has('time')) {
    const times = all.find((c) => c.unknown && !c.given && c.profile.filled > 1 && c.profile.times >= 0.8);
    if (times)
      change(
        times,
        verdict('time', 0.7, said('It holds times, and no other column does.', '시각이 들어 있고, 다른 시각 열이 없기 때문입니다.')),
      );
  }
  if (!has('to') && !all.some((c) => c.suggestion === 'to')) {
    const names = all.find((c) => c.unknown && !c.given && c.meaning === 'notes' && likeNames(c.profile));
    if (names)
      change(
        names,
        verdict(
          'to',
          0.45,
          said(
            'It holds names that repeat, and no other column names recipients.',
            '되풀이되는 이름이 들어 있고, 다른 수신 열이 없기 때문입니다.',
          ),
        ),
      );
  }
  if (!has('text') && !has('title')) {
    const text = all
      .filter((c) => (c.unknown || c.suggestion === 'text') && !c.given && c.profile.long > 0.3)
      .toSorted((a, b) => b.profile.average - a.profile.average)[0];
    if (text) change(text, verdict('text', 0.6, said('It holds the longest texts.', '가장 긴 글이 들어 있기 때문입니다.')));
  }
  return all;
}

const namesIn = (c: Column): string[] =>
  [...c.profile.values]
    .flatMap((v) => v.split(/[,;\n/()]/))
    .map((v) => v.trim().toLowerCase())
    .filter(Boolean);

const likeNames = (p: Profile): boolean =>
  p.filled > 1 && p.codes < 0.5 && p.times < 0.2 && p.long === 0 && p.average < 40 && p.average > 1 && p.states < 0.5 && p.marks < 0.5;

/** The first filled cell of a meaning in a row. */
export function cellOf(header: Header, row: SheetRow, meaning: Meaning): Cell | undefined {
  for (const column of header.columns.get(meaning) ?? []) {
    const cell = row.cells[column.index];
    if (cell) return cell;
  }
  return undefined;
}
