import { type Guesses, ImportError, type Said, said } from '../error.ts';
import type { Cell, Sheet, SheetRow } from '../sheet/sheet.ts';

/** What a column of an MSEL sheet is for. */
export const COLUMN_ROLES = [
  'number',
  'date',
  'time',
  'type',
  'channel',
  'from',
  'to',
  'title',
  'text',
  'expected',
  'objective',
  'status',
  'party',
  'responsible',
  'notes',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface Column {
  readonly index: number;
  readonly header: string;
}
/** The header row of a sheet and what its columns are for; the best column of each role first. */
export interface Header {
  readonly row: SheetRow;
  readonly columns: ReadonlyMap<ColumnRole, readonly Column[]>;
  /** Filled header cells that no role was found for. */
  readonly others: readonly Column[];
}

/**
 * The names that columns go by, best first: HSEEP, Crucible, MITRE, OpenAEV, Korean practice, French, German, Spanish.
 * Groups after `|` are used only where the ones before are empty.
 */
const NAMES: Record<ColumnRole, string> = {
  number:
    'event number, event no, event nr, msel number, msel no, msel item, inject number, inject no, inject id, event id, control number, serial number, serial, number, num, no, nr, id, item no, item, #, ref, 번호, 순번, 연번, 일련번호, 상황 번호, 상황번호, 메시지 번호, numero, n, nummer, lfd nr',
  date: 'date, day, exercise day, scenario date, event date, 날짜, 일자, 일차, datum, tag, jour, fecha, dia',
  time: 'designated scenario time, scenario time, simulated time, 상황 시각, 상황 시간, 상황시각, 상황시간 | time, event time, inject time, planned time, scheduled time, start time, local time, date time, date and time, dtg, timeline, timing, when, 시각, 시간, 일시, 예정 시각, 부여 시각, 부여 시간, heure, horaire, uhrzeit, zeit, zeitpunkt, hora | delivery time, exercise time, real time, wall time, 연습 시각, 연습 시간',
  type: 'event type, inject type, type, category, kind, 구분, 유형, 종류, 상황 유형, typ, art, tipo, categorie',
  channel:
    'inject mode, delivery method, delivery mode, method of delivery, inject method, method, mode, channel, means, medium, media, delivery, via, 수단, 전달 수단, 전달수단, 전달 방법, 부여 수단, 부여 방법, 매체, 방법, 방식, canal, moyen, moyen de transmission, kanal, ubermittlung, medio, via de envio',
  from: 'from, from org, sent from, send from, sender, sent by, source, originator, inject from, simulated by, 발신, 발신자, 발신처, 발신 기관, 발신기관, 보내는 곳, 보낸 곳, de, emetteur, expediteur, von, absender, remitente, emisor',
  to: 'to, to org, sent to, send to, recipient, recipients, receiver, addressee, addressees, target, targets, target audience, audience, training audience, teams, team, players, player, 수신, 수신자, 수신처, 수신 기관, 수신기관, 받는 곳, 대상, a, destinataire, destinataires, an, empfanger, para, destinatario, destinatarios',
  title:
    'title, inject title, event title, inject name, event name, subject, headline, name, 제목, 상황명, 상황 제목, 건명, titre, objet, sujet, titel, betreff, titulo, asunto',
  text: 'message, inject text, inject, content, contents, body, 내용, 상황 내용, 메시지, 메시지 내용, 주요 내용, contenu, texte, inhalt, nachricht, contenido, mensaje | description, inject description, event description, event, 상황, 설명, beschreibung, descripcion, evenement, ereignis | details, detail, text, scenario, 세부 내용, 상세 내용, 세부사항',
  expected:
    'expected participant response, expected player response, expected player action, expected player actions, expected actions, expected action, expected response, expected responses, expected outcome, expected outcomes, expected results, anticipated response, anticipated actions, anticipated player action, expectation description, expectations, expectation, 예상조치, 예상 조치, 예상조치사항, 예상 조치사항, 예상 조치 사항, 기대 조치, 조치 사항, 조치사항, reaction attendue, reactions attendues, actions attendues, action attendue, erwartete reaktion, erwartete massnahmen, erwartete massnahme, respuesta esperada, acciones esperadas, accion esperada | expectation name',
  objective:
    'exercise objective, exercise objectives, objective, objectives, capability, core capability, 연습 목표, 연습목표, 목표, 훈련 목표, objectif, objectifs, ziel, ubungsziel, objetivo, objetivos',
  status: 'status, state, done to do, progress, 상태, 진행 상태, 진행, statut, estado, stand',
  party:
    'party, side, force, forces, affiliation, faction, alliance, organisation, organization, nation, country, group, 참가측, 참가 측, 진영, 국가, 기관, 소속, 조직, partei, seite, gruppe, groupe, organisme, grupo, pais',
  responsible:
    'assigned to, responsible, responsible controller, controller, poc, owner, lead, 담당, 담당자, 담당관, 통제관, 책임자, responsable, verantwortlich, zustandig',
  notes:
    'notes, note, comments, comment, remarks, controller notes, assumptions, measure of performance, action to be taken, 비고, 참고, 참고 사항, remarques, commentaires, bemerkung, bemerkungen, anmerkungen, observaciones, notas',
};

const KNOWN = new Map<string, { role: ColumnRole; rank: number }>();
for (const role of COLUMN_ROLES) {
  NAMES[role].split('|').forEach((group, tier) => {
    group.split(',').forEach((name, i) => {
      KNOWN.set(name.trim(), { role, rank: tier * 100 + i });
    });
  });
}

/** Headers that say more than the usual name still hold its word. */
const TELLING: readonly (readonly [RegExp, ColumnRole])[] = [
  [/\b(expected|anticipated)\b|예상 ?조치|\battendue?s?\b|\berwartete\b|\besperad[ao]s?\b/, 'expected'],
  [/\bobjectives?\b|목표$/, 'objective'],
  [/\b(recipients?|addressees?)\b|^수신/, 'to'],
  [/\b(sender|originator)\b|^발신/, 'from'],
  [/\btime\b|시각$/, 'time'],
  [/\b(notes|comments|remarks)\b|^비고/, 'notes'],
];

/** A header as it is compared: small letters, no accents, no brackets, single spaces. */
export function plainHeader(text: string): string {
  const bare = text.slice(0, 200).trim();
  if (/^[#№]\s*$/.test(bare)) return '#';
  const small = bare
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  const words = (s: string) => s.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words(small.replace(/[([{].*?[)\]}]/gs, ' ')) || words(small);
}

function recognise(text: string): { role: ColumnRole; rank: number } | undefined {
  if (text.length > 80) return undefined;
  const plain = plainHeader(text);
  const exact = KNOWN.get(plain);
  if (exact) return exact;
  for (const part of text.split(/[/\n|]/)) {
    const known = KNOWN.get(plainHeader(part));
    if (known && part !== text) return { ...known, rank: known.rank + 50 };
  }
  const telling = plain.split(' ').length <= 5 ? TELLING.find(([words]) => words.test(plain)) : undefined;
  return telling && { role: telling[1], rank: 500 };
}

const HEADER_WITHIN = 80;

/** Finds the sheet and the row that name the columns. Throws if no row does. */
export function findHeader(
  sheets: readonly Sheet[],
  map: Partial<Record<string, string>> | undefined,
  guesses: Guesses,
): { sheet: Sheet; header: Header } {
  const wanted = map && Object.keys(map).length > 0 ? mapped(map) : undefined;
  const found = sheets.flatMap((sheet) => {
    const best = wanted ? headerByMap(sheet, wanted) : bestHeader(sheet);
    const below = best ? sheet.rows.filter((r) => r.number > best.row.number).length : 0;
    return best ? [{ sheet, header: best, score: best.columns.size * 1_000 + Math.min(below, 900) - (sheet.hidden ? 100_000 : 0) }] : [];
  });
  found.sort((a, b) => b.score - a.score);
  const best = found[0];
  if (!best) throw wanted ? headerNotMapped(sheets, wanted) : noHeader(sheets);
  const passed = sheets.filter((s) => s !== best.sheet && s.rows.length > 0).map((s) => `“${s.name}”`);
  if (passed.length > 0) {
    const list = passed.slice(0, 10).join(', ');
    guesses.make(
      'sheet',
      said(
        `The MSEL is on the sheet “${best.sheet.name}”; ${list} were not read.`,
        `주요상황목록은 “${best.sheet.name}” 시트에 있는 것으로 보고 ${list} 시트는 읽지 않았습니다.`,
      ),
      said('It has the most of the usual columns, then the most rows.', '통상의 열이 가장 많고, 그다음으로 행이 많기 때문입니다.'),
    );
  }
  return best;
}

function bestHeader(sheet: Sheet): Header | undefined {
  let best: Header | undefined;
  for (const row of sheet.rows.slice(0, HEADER_WITHIN)) {
    const header = readHeader(row, (text) => recognise(text));
    const telling = header.columns.has('text') || header.columns.has('title');
    if (header.columns.size >= 2 && telling && header.columns.size > (best?.columns.size ?? 0)) best = header;
  }
  return best;
}

function readHeader(row: SheetRow, roleOf: (text: string) => { role: ColumnRole; rank: number } | undefined): Header {
  const ranked = new Map<ColumnRole, (Column & { rank: number })[]>();
  const others: Column[] = [];
  row.cells.forEach((cell, index) => {
    if (!cell) return;
    const known = roleOf(cell.text);
    if (known) ranked.set(known.role, [...(ranked.get(known.role) ?? []), { index, header: cell.text, rank: known.rank }]);
    else others.push({ index, header: cell.text });
  });
  for (const columns of ranked.values()) columns.sort((a, b) => a.rank - b.rank || a.index - b.index);
  return { row, columns: ranked, others };
}

function mapped(map: Partial<Record<string, string>>): Map<string, { role: ColumnRole; header: string }> {
  const wanted = new Map<string, { role: ColumnRole; header: string }>();
  for (const [role, header] of Object.entries(map)) {
    if (!(COLUMN_ROLES as readonly string[]).includes(role) || typeof header !== 'string') {
      const roles = COLUMN_ROLES.join(', ');
      throw new ImportError(
        'bad-map',
        said(`The column map names “${role}”, which is no kind of column.`, `열 대응표의 “${role}”은(는) 열의 종류가 아닙니다.`),
        said(`Use: ${roles}.`, `다음을 사용하십시오: ${roles}.`),
        role,
      );
    }
    wanted.set(plainHeader(header), { role: role as ColumnRole, header });
  }
  return wanted;
}

/** Columns that the map names are what it says; the rest are recognised as usual, but not for a role that the map fills. */
function headerByMap(sheet: Sheet, wanted: ReturnType<typeof mapped>): Header | undefined {
  const taken = new Set([...wanted.values()].map((w) => w.role));
  const row = sheet.rows.slice(0, HEADER_WITHIN).find((r) => {
    const names = new Set(r.cells.map((c) => (c ? plainHeader(c.text) : '')));
    return [...wanted.keys()].every((w) => names.has(w));
  });
  if (!row) return undefined;
  return readHeader(row, (text) => {
    const own = wanted.get(plainHeader(text));
    if (own) return { role: own.role, rank: 0 };
    const usual = recognise(text);
    return usual && !taken.has(usual.role) ? usual : undefined;
  });
}

function headerNotMapped(sheets: readonly Sheet[], wanted: ReturnType<typeof mapped>): ImportError {
  const all = new Set(
    sheets.flatMap((s) => s.rows.slice(0, HEADER_WITHIN).flatMap((r) => r.cells.map((c) => (c ? plainHeader(c.text) : '')))),
  );
  const missing = [...wanted].filter(([name]) => !all.has(name)).map(([, w]) => `“${w.header}” (${w.role})`);
  const list = missing.join(', ');
  const message: Said = list
    ? said(`The column map names headers that the sheet does not have: ${list}.`, `열 대응표의 머리글이 시트에 없습니다: ${list}.`)
    : said('No single row holds all headers that the column map names.', '열 대응표의 머리글이 모두 들어 있는 행이 없습니다.');
  return new ImportError(
    'bad-map',
    message,
    said('Write the headers in the map as they stand in the sheet.', '시트에 적힌 그대로 머리글을 적으십시오.'),
  );
}

function noHeader(sheets: readonly Sheet[]): ImportError {
  if (sheets.every((s) => s.rows.length === 0))
    return new ImportError(
      'empty',
      said('The sheet has no content.', '시트에 내용이 없습니다.'),
      said('Choose the file that holds the MSEL.', '주요상황목록이 들어 있는 파일을 고르십시오.'),
    );
  const disguised = sheets.find((s) => s.plain && WORKBOOK_NAME.test(s.name));
  if (disguised) return notAsNamed(disguised.name);
  return new ImportError(
    'no-header',
    said('No row names the columns of an MSEL.', '주요상황목록의 열 이름이 적힌 행을 찾지 못했습니다.'),
    said(
      'Put a header row above the events (such as Number, Time, From, To, Title, Message), or say with a column map which header means what.',
      '상황 위에 머리글 행(예: 번호, 시각, 발신, 수신, 제목, 내용)을 두거나, 열 대응표로 어느 머리글이 무엇인지 알려 주십시오.',
    ),
    sheets
      .map((s) => s.name)
      .slice(0, 5)
      .join(', '),
  );
}

const WORKBOOK_NAME = /\.(xls[xmb]?|ods|docx?|pdf)$/i;

/** To ask for headers would send its owner the wrong way: the name says a workbook, the bytes are a text of something else. */
function notAsNamed(name: string): ImportError {
  const ending = WORKBOOK_NAME.exec(name)?.[0] ?? '';
  return new ImportError(
    'not-a-sheet',
    said(
      `The file is named ${ending}, but holds plain text, no Excel workbook.`,
      `파일 이름은 ${ending}이지만 엑셀 통합 문서가 아니라 일반 텍스트입니다.`,
    ),
    said(
      'Open the MSEL in your spreadsheet program and save it as .xlsx or .csv; a file that is renamed stays what it was.',
      '주요상황목록을 스프레드시트 프로그램에서 열어 .xlsx 또는 .csv로 저장하십시오. 이름만 바꾼 파일은 형식이 바뀌지 않습니다.',
    ),
    name,
  );
}

/** The first filled cell of a role in a row. */
export function cellOf(header: Header, row: SheetRow, role: ColumnRole): Cell | undefined {
  for (const column of header.columns.get(role) ?? []) {
    const cell = row.cells[column.index];
    if (cell) return cell;
  }
  return undefined;
}
export const textOf = (header: Header, row: SheetRow, role: ColumnRole): string => cellOf(header, row, role)?.text ?? '';

/** Names the roles that several columns claim, and the columns that no role was found for. */
export function nameColumns(header: Header, guesses: Guesses): void {
  for (const [role, columns] of header.columns) {
    if (columns.length < 2 || role === 'notes') continue;
    const list = columns.map((c) => `“${c.header}”`).join(', ');
    guesses.make(
      `columns=${role}`,
      said(
        `Several columns hold the ${ROLE_EN[role] ?? role}: ${list}. The first filled one is taken; what the others say is in the controller's note.`,
        `${ROLE_KO[role]}에 해당하는 열이 여러 개입니다: ${list}. 먼저 채워진 칸을 쓰고, 나머지는 통제관 참고에 옮겼습니다.`,
      ),
      said(
        'They are taken in the order given: the usual name for it first, then from left to right.',
        '통상의 명칭을 앞세우고, 그다음은 왼쪽부터 보았기 때문입니다.',
      ),
    );
  }
  if (header.others.length > 0) {
    const list = header.others
      .slice(0, 12)
      .map((c) => `“${c.header.slice(0, 40)}”`)
      .join(', ');
    guesses.make(
      'other-columns',
      said(
        `The columns ${list} have no place of their own; what they say is in the controller's note.`,
        `${list} 열은 따로 둘 곳이 없어 그 내용을 통제관 참고에 옮겼습니다.`,
      ),
      said('Their headers are none of the usual ones.', '통상의 머리글이 아니기 때문입니다.'),
    );
  }
}

const ROLE_EN: Partial<Record<ColumnRole, string>> = {
  to: 'recipient',
  from: 'sender',
  expected: 'expected action',
  responsible: 'person in charge',
};
const ROLE_KO: Record<ColumnRole, string> = {
  number: '번호',
  date: '날짜',
  time: '시각',
  type: '구분',
  channel: '전달 수단',
  from: '발신',
  to: '수신',
  title: '제목',
  text: '내용',
  expected: '예상조치',
  objective: '연습 목표',
  status: '상태',
  party: '참가측',
  responsible: '담당',
  notes: '비고',
};
