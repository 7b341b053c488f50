import { type Said, said } from '../error.ts';
import { type Guesses, rowKey } from '../guesses.ts';
import type { Column } from './column.ts';
import { plainHeader } from './header-words.ts';
import { aboutColumn } from './profile.ts';
import { type ColumnRead, MEANINGS, type Meaning, type Template } from './reading.ts';
import type { Table } from './tables.ts';

/** What the columns of all sheets that are read mean, as choices; columns of the same header and place are one choice. */
export function sayColumns(tables: readonly Table[], template: Template, guesses: Guesses): ColumnRead[] {
  const first = tables[0]?.header.all ?? [];
  const read = tables.flatMap((table) =>
    table.header.all.map((column) => {
      const same = first.find((c) => c.letter === column.letter && plainHeader(c.header) === plainHeader(column.header));
      const own = table.index > 0 && !same;
      const key = own ? `column:${table.sheet.name}!${column.letter}` : `column:${column.letter}`;
      sayColumn(column, key, table, guesses);
      return {
        sheet: table.sheet.name,
        index: column.index,
        letter: column.letter,
        header: column.header,
        meaning: column.meaning,
        about: aboutColumn(column.profile),
        choice: key,
        samples: column.profile.samples,
      };
    }),
  );
  for (const table of tables) sayHeader(table, template, guesses);
  sayDoubles(tables, guesses);
  sayOthers(tables, guesses);
  return read;
}

/** Several columns of one meaning, of which one is read. */
const ONE: readonly Meaning[] = ['number', 'date', 'time', 'type', 'channel', 'from', 'to', 'title', 'expected', 'status', 'party'];

function sayColumn(column: Column, key: string, table: Table, guesses: Guesses): void {
  const { meaning, suggestion, confidence, header, letter, given, unknown, because } = column;
  const name =
    header === ''
      ? said(`Column ${letter}`, `${letter} 열`)
      : said(`Column ${letter} “${short(header)}”`, `${letter} 열 “${short(header)}”`);
  const doubled = table.header.all.filter((c) => plainHeader(c.header) === plainHeader(header)).length > 1;
  const held = meaning !== suggestion && !given;
  guesses.decide({
    key,
    code: 'column',
    kind: 'column',
    what: held
      ? said(
          `${name.en} may be ${MEANS[suggestion].en}; until somebody says so it is ${MEANS[meaning].en}.`,
          `${name.ko}은(는) ${MEANS[suggestion].ko}일 수 있으나, 정할 때까지 ${MEANS[meaning].ko}(으)로 둡니다.`,
        )
      : said(`${name.en} is ${MEANS[meaning].en}.`, `${name.ko}은(는) ${MEANS[meaning].ko}입니다.`),
    because,
    value: meaning,
    suggestion,
    confidence: column.profile.filled === 0 && !given ? Math.max(confidence, 0.85) : confidence,
    alternatives: MEANINGS.map((value) => ({ value, label: MEANS[value] })),
    sets: ['columns', header === '' || doubled ? (key.includes('!') ? key : `column:${letter}`) : header],
    given,
    plain: !unknown || column.profile.filled === 0,
    rows:
      confidence >= 0.9
        ? []
        : table.sheet.rows
            .filter((r) => r.number > table.header.row.number && r.cells[column.index])
            .map((r) => rowKey(table.index, r.number)),
  });
}

function sayHeader(table: Table, template: Template, guesses: Guesses): void {
  const { header, sheet } = table;
  const { number } = header.row;
  const above = sheet.rows.filter((r) => r.number < header.top).length;
  guesses.decide({
    key: `header:${sheet.name}`,
    code: 'header',
    kind: 'header',
    what: said(`Row ${number} of “${sheet.name}” names the columns.`, `“${sheet.name}” 시트의 ${number}행이 열 이름입니다.`),
    because: said(
      above > 0 ? 'It has the most of the usual headers; what stands above is a title.' : 'It has the most of the usual headers.',
      above > 0 ? '통상의 머리글이 가장 많고, 그 위는 제목이기 때문입니다.' : '통상의 머리글이 가장 많기 때문입니다.',
    ),
    value: String(number),
    confidence: header.score >= 3 ? 0.97 : 0.82,
    alternatives: sheet.rows.slice(0, 12).map((r) => ({
      value: String(r.number),
      label: rowLabel(
        r.number,
        r.cells.flatMap((c) => (c ? [c.text] : [])),
      ),
    })),
    sets: ['header', sheet.name],
    given: template.header !== undefined,
    plain: true,
  });
}

const rowLabel = (number: number, texts: readonly string[]): Said => {
  const words = texts.slice(0, 4).map(short).join(', ');
  return said(`row ${number}: ${words}`, `${number}행: ${words}`);
};
const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 40);

/** Names the meanings that several columns claim. */
function sayDoubles(tables: readonly Table[], guesses: Guesses): void {
  for (const meaning of ONE) {
    const table = tables.find((t) => (t.header.columns.get(meaning) ?? []).filter((c) => c.profile.filled > 0).length > 1);
    const columns = (table?.header.columns.get(meaning) ?? []).filter((c) => c.profile.filled > 0);
    if (columns.length < 2) continue;
    const list = columns.map((c) => `“${short(c.header)}”`).join(', ');
    guesses.decide({
      key: `columns=${meaning}`,
      code: 'columns',
      kind: 'column',
      what: said(
        `Several columns hold the ${MEANS[meaning].en}: ${list}. The first filled one is taken; what the others say is in the controller's note.`,
        `${MEANS[meaning].ko}에 해당하는 열이 여러 개입니다: ${list}. 먼저 채워진 칸을 쓰고, 나머지는 통제관 참고에 옮겼습니다.`,
      ),
      because: said(
        'They are taken in the order given: the usual name for it first, then from left to right.',
        '통상의 명칭을 앞세우고, 그다음은 왼쪽부터 보았기 때문입니다.',
      ),
      confidence: 0.82,
    });
  }
  const texts = tables.flatMap((t) => (t.header.columns.get('text') ?? []).filter((c) => c.profile.filled > 0));
  if (texts.length > tables.length)
    guesses.decide({
      key: 'texts',
      code: 'texts',
      kind: 'column',
      what: said(
        `The texts of several columns are joined under their names: ${[...new Set(texts.map((c) => `“${short(c.header)}”`))].join(', ')}.`,
        `여러 열의 글을 열 이름 아래 이어 전달합니다: ${[...new Set(texts.map((c) => `“${short(c.header)}”`))].join(', ')}.`,
      ),
      because: said('Each of them holds a part of what players get.', '참가자가 받을 내용이 나뉘어 적혀 있기 때문입니다.'),
      confidence: 0.82,
    });
}

function sayOthers(tables: readonly Table[], guesses: Guesses): void {
  const others = [
    ...new Set(
      tables.flatMap((t) =>
        t.header.all
          .filter((c) => c.unknown && !c.given && c.meaning === 'notes' && c.profile.filled > 0)
          .map((c) => short(c.header) || c.letter),
      ),
    ),
  ];
  if (others.length === 0) return;
  const list = others
    .slice(0, 12)
    .map((h) => `“${h}”`)
    .join(', ');
  guesses.decide({
    key: 'other-columns',
    code: 'other-columns',
    kind: 'column',
    what: said(
      `The columns ${list} have no place of their own; what they say is in the controller's note.`,
      `${list} 열은 따로 둘 곳이 없어 그 내용을 통제관 참고에 옮겼습니다.`,
    ),
    because: said('Their headers are none of the usual ones.', '통상의 머리글이 아니기 때문입니다.'),
    confidence: 0.88,
  });
}

const MEANS: Readonly<Record<Meaning, Said>> = {
  number: said('number', '번호'),
  date: said('date', '날짜'),
  time: said('time', '시각'),
  zone: said('time zone', '시간대'),
  type: said('type', '구분'),
  channel: said('channel', '전달 수단'),
  from: said('sender', '발신'),
  to: said('recipient', '수신'),
  info: said('copy for information', '참조'),
  marked: said('recipient of the rows that it marks', '표시된 행의 수신자'),
  title: said('title', '제목'),
  text: said('text', '내용'),
  expected: said('expected action', '예상조치'),
  condition: said('condition', '부여 조건'),
  objective: said('objective', '연습 목표'),
  status: said('state', '상태'),
  party: said('side', '참가측'),
  responsible: said('person in charge', '담당'),
  notes: said('control note', '통제관 참고'),
  ignore: said('nothing', '쓰지 않음'),
};
