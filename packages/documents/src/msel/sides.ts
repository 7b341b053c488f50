import { type Said, said } from '../error.ts';
import type { Column } from './column.ts';
import { plainHeader } from './header-words.ts';
import { nameKey } from './names.ts';
import { isControl, meansEveryone, namesASide, whyNoName } from './recipient-words.ts';
import { allOfWhom, type Named, sameRef } from './recipients.ts';
import type { EventRow } from './rows.ts';
import { recipientText } from './speech.ts';
import type { Table } from './tables.ts';
import { meansNothing } from './vocabulary.ts';

/** Where the sheet says on which side a row's recipients are: the same name on two sides is two recipients. */
export interface Sides {
  /** By row; a row that names no side, or every one, is not in it. */
  readonly of: ReadonlyMap<number, string>;
  /** Rows that name several sides at once. */
  readonly several: ReadonlySet<number>;
  /** What may name sides too, but is not known to. */
  readonly doubtful: readonly Doubtful[];
}
interface Doubtful {
  readonly header: string;
  readonly of: ReadonlyMap<number, string>;
  /** True for headings between the rows: no column map can name them. */
  readonly headings?: boolean;
}

const MOST_SIDES = 11;
const MOST_IN_SIDE = 100;
const SIDE_HEADER = /\b(force|forces|camp|alliance|coalition|faction|affiliation|allegiance|colou?r|bloc|side|party|team)\b|진영|참가측/;

/** Reads what names the sides: the sheets themselves, a column, or what may be one. Sheets with the same columns are read together. */
export function sidesOf(rows: readonly EventRow[]): Sides {
  const named = rows.filter((r) => r.table.side !== undefined);
  const groups = new Map<string, EventRow[]>();
  for (const row of rows) {
    if (row.table.side !== undefined) continue;
    const key = plainHeader(partyOf(row)?.header ?? '');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const all = [...groups.values()].map(sidesIn);
  const doubtful = new Map<string, Doubtful>();
  for (const d of all.flatMap((s) => s.doubtful)) {
    const key = `${d.headings ?? ''}${plainHeader(d.header)}`;
    doubtful.set(key, { ...d, of: new Map([...(doubtful.get(key)?.of ?? []), ...d.of]) });
  }
  return {
    of: new Map([...named.map((r) => [r.row, r.table.side as string] as const), ...all.flatMap((s) => [...s.of])]),
    several: new Set(all.flatMap((s) => [...s.several])),
    doubtful: [...doubtful.values()],
  };
}

const partyOf = (row: EventRow): Column | undefined => row.table.header.columns.get('party')?.[0];

function sidesIn(rows: readonly EventRow[]): Sides {
  const none: Sides = { of: new Map(), several: new Set(), doubtful: [] };
  const party = rows[0] && partyOf(rows[0]);
  const values = party && valuesIn(rows, partyOf);
  // Numbers in a column “Group” count events (Crucible), not sides.
  const counts = party !== undefined && isGroup(party) && [...(values?.values() ?? [])].every((v) => /^[\d.\s]+$/.test(v));
  if (values && !counts) {
    const sides = asSides(values);
    const distinct = new Set([...sides.of.values()].map(nameKey)).size;
    const fits = (sides.of.size * 2 >= rows.length || party?.given) && distinct >= 2 && distinct <= MOST_SIDES && narrow(rows, sides.of);
    if (fits) return { ...sides, doubtful: [] };
    return { ...none, doubtful: [{ header: party.header, of: values }] };
  }
  const headings = new Map(rows.flatMap((r) => (r.heading !== undefined && namesASide(r.heading) ? [[r.row, r.heading] as const] : [])));
  const tables = [...new Set(rows.map((r) => r.table))];
  const maybe = tables.flatMap((table) =>
    maybeSides(
      rows.filter((r) => r.table === table),
      table,
    ),
  );
  return { ...none, doubtful: [...maybe, ...(headings.size > 0 ? [{ header: '', of: headings, headings: true }] : [])] };
}

/** Columns of one sheet that may name sides, though nothing says so. */
function maybeSides(rows: readonly EventRow[], { header }: Table): Doubtful[] {
  const to = header.columns.get('to') ?? [];
  const first = plainHeader(to[0]?.header ?? '');
  const others = to.filter((c) => plainHeader(c.header) !== first);
  const unknown = header.all.filter((c) => c.unknown && !c.given && c.meaning === 'notes' && c.header !== '');
  return [...others, ...unknown]
    .map((c) => ({ header: c.header, of: valuesIn(rows, () => c), known: others.includes(c) }))
    .filter(({ header: h, of, known }) => {
      const distinct = [...new Set(of.values())];
      if (distinct.every((v) => /^[\d.\s]+$/.test(v))) return false;
      return known || SIDE_HEADER.test(plainHeader(h)) || distinct.every(namesASide);
    });
}

const isGroup = (c: Column): boolean => /^(group|gruppe|groupe|grupo)$/.test(plainHeader(c.header));

const valuesIn = (rows: readonly EventRow[], columnOf: (row: EventRow) => Column | undefined): Map<number, string> =>
  new Map(
    rows.flatMap((r) => {
      const text = r.source.cells[columnOf(r)?.index ?? -1]?.text.replace(/\s+/g, ' ').trim() ?? '';
      return text === '' || text.length > 80 ? [] : [[r.row, text] as const];
    }),
  );

function asSides(values: ReadonlyMap<number, string>): Pick<Sides, 'of' | 'several'> {
  const namesOne = (v: string): boolean => !meansEveryone(v) && !isControl(v) && !meansNothing(v) && whyNoName(v) === undefined;
  const of = new Map([...values].filter(([, v]) => namesOne(v)));
  const alone = new Set([...of.values()].map(nameKey));
  const several = new Set<number>();
  for (const [row, value] of of) {
    const pieces = value.split(/\s*[,;/&+\n]\s*|\s+and\s+|\s+및\s+/i).filter(Boolean);
    if (pieces.length > 1 && pieces.some((p) => alone.has(nameKey(p)))) several.add(row);
  }
  for (const row of several) of.delete(row);
  return { of, several };
}

function narrow(rows: readonly EventRow[], of: ReadonlyMap<number, string>): boolean {
  const members = new Map<string, Set<string>>();
  for (const row of rows) {
    const side = nameKey(of.get(row.row) ?? '');
    members.set(side, (members.get(side) ?? new Set()).add(nameKey(recipientText(row))));
  }
  return [...members.values()].every((m) => m.size <= MOST_IN_SIDE);
}

/** Why a row must wait though each of its names is understood: nobody can say on which side they are. */
export function whyUnsided(row: number, named: Named, all: ReadonlyMap<number, Named>, sides: Sides): Said | undefined {
  if (sides.several.has(row))
    return said(
      'It names several sides at once. Give each side a row of its own, or name side and recipient together (“Blue J2, Red J2”).',
      '한 행에 참가측이 여럿 적혀 있습니다. 참가측마다 행을 나누거나, 참가측과 수신자를 함께 적으십시오(“청군 정보반, 홍군 정보반”).',
    );
  for (const { of } of named.all === undefined ? [] : sides.doubtful) {
    const side = of.get(row);
    const others = new Set([...of.values()].map(nameKey));
    if (side !== undefined && others.size > 1 && namesASide(side)) return allOfWhom(named.all as string, side);
  }
  for (const ref of [...named.names, ...(named.but ?? [])]) {
    for (const doubtful of sides.doubtful) {
      const rows = [...all].filter(([, n]) => n.names.some((r) => sameRef(r, ref)));
      const found = new Map(
        rows.flatMap(([r]) => (doubtful.of.has(r) ? [[nameKey(doubtful.of.get(r) as string), doubtful.of.get(r)]] : [])),
      );
      if (found.size < 2) continue;
      const list = [...found.values()].slice(0, 4).join(', ');
      if (doubtful.headings)
        return said(
          `“${ref.name}” stands under the headings ${list}: whether it is one recipient is not certain. Add a column Side that says whose each row is.`,
          `“${ref.name}”이(가) 구분 제목 ${list} 아래에 나옵니다. 같은 수신자인지 확실하지 않으니, 참가측 열을 두어 행마다 적으십시오.`,
        );
      const header = doubtful.header.replace(/\s+/g, ' ').slice(0, 40);
      return said(
        `“${ref.name}” stands beside ${list} in the column “${header}”: whether it is one recipient is not certain. If that column names the sides, map it (party: “${header}”); if not, map it to notes.`,
        `“${ref.name}”이(가) “${header}” 열에서 ${list}와(과) 함께 나옵니다. 같은 수신자인지 확실하지 않습니다. 참가측을 적은 열이면 party로, 아니면 notes로 지정하십시오.`,
      );
    }
  }
  return undefined;
}
