import { durationMs } from '@entente/engine';
import { type Said, said } from '../error.ts';
import { type Guesses, rowKey } from '../guesses.ts';
import type { Aside, Cell, SheetRow } from '../sheet/sheet.ts';
import type { Events } from './events.ts';
import type { CellRead, InjectRead, ReadRow } from './reading.ts';
import type { Named } from './recipients.ts';
import { type EventRow, type LeftOut, sayOf, whyAside } from './rows.ts';
import type { Table } from './tables.ts';
import type { Timeline } from './timeline.ts';

interface Outcomes {
  readonly events: Events;
  readonly left: readonly LeftOut[];
  readonly recipients: ReadonlyMap<number, Named>;
  readonly guesses: Guesses;
  readonly time: Timeline;
}

const BEFORE = said('It lies before STARTEX: it waits for a controller’s hand.', '연습 개시 전 시각이어서 통제관이 직접 부여합니다.');
const TIMELESS = said(
  'It has no time on the clock of the exercise: it waits for a controller’s hand.',
  '연습 시각을 정할 수 없어 통제관이 직접 부여합니다.',
);

/** Each row beside what it becomes, in the order of the sheets. */
export function rowsRead(
  tables: readonly Table[],
  rows: readonly EventRow[],
  { events, left, recipients, guesses, time }: Outcomes,
): ReadRow[] {
  const reasons = new Map(left.map((l) => [l.row, l.reason]));
  const byKey = new Map(rows.map((r) => [r.row, r]));
  const open = guesses.openOn();
  return tables.flatMap(({ sheet, header, index }) =>
    sheet.rows.flatMap((source): ReadRow[] => {
      const key = rowKey(index, source.number);
      const reason = reasons.get(key);
      const row = byKey.get(key);
      if (source.number === header.row.number || (!reason && !row)) return [];
      const outcome = events.outcomes.get(key);
      const inject = outcome?.inject;
      const timeless = inject?.manual === true && inject.at === undefined;
      const why = reason ?? outcome?.waits ?? (timeless ? (time.at.has(key) ? BEFORE : TIMELESS) : undefined);
      return [
        {
          sheet: sheet.name,
          row: source.number,
          cells: cellsOf(source),
          becomes: reason ? 'out' : outcome?.waits || timeless ? 'waits' : 'plays',
          ...(why ? { why } : {}),
          guesses: reason ? [] : (open.get(key) ?? []),
          unknown: recipients.get(key)?.waits ? (recipients.get(key)?.unknown ?? []) : [],
          ...(inject && row ? { inject: injectRead(inject, row, outcome?.info ?? [], time) } : {}),
          expects: outcome?.expects ?? [],
          said: saidOf(source),
        },
      ];
    }),
  );
}

function injectRead(
  inject: NonNullable<ReturnType<Events['outcomes']['get']>>['inject'] & object,
  row: EventRow,
  info: readonly string[],
  time: Timeline,
): InjectRead {
  const at = inject.at === undefined ? undefined : (time.at.get(row.row) ?? durationMs(inject.at));
  const from = sayOf(row, 'from');
  return {
    id: inject.id,
    number: inject.number ?? inject.id,
    ...(at === undefined ? {} : { at }),
    channel: inject.channel ?? 'message',
    from: inject.from === 'control' ? '' : from,
    simulated: inject.from !== 'control' && inject.from?.includes(':') !== true,
    to: inject.to,
    info,
    title: inject.title as string,
    text: inject.text as string,
    ...(inject.control === undefined ? {} : { control: inject.control as string }),
  };
}

const cellsOf = (row: SheetRow): CellRead[] => [
  ...row.cells.flatMap((cell, column) => (cell ? [cellRead(cell, column)] : [])),
  ...(row.asides ?? []).flatMap((a): CellRead[] =>
    a.kind === 'comment' || a.text === ''
      ? []
      : [{ column: a.column, text: a.text, ...(a.kind === 'struck' ? { struck: [[0, a.text.length]] } : {}) }],
  ),
];

const cellRead = ({ text, struck }: Cell, column: number): CellRead =>
  struck ? { column, text: struck.whole, struck: struck.at } : { column, text };

function saidOf(row: SheetRow): Said[] {
  const struck = row.cells.some((c) => c?.struck) ? [said('struck-out words are left out', '취소선이 그어진 말은 뺐습니다')] : [];
  const comments = (row.asides ?? []).some((a) => a.kind === 'comment')
    ? [said('a comment goes to the control note', '메모는 통제관 참고에 옮겼습니다')]
    : [];
  return [...struck, ...comments, ...(row.asides ?? []).flatMap((a) => (a.kind === 'error' || a.kind === 'formula' ? [whyAside(a)] : []))];
}

/** What is kept beside the events, or left out of them, counted over all sheets. */
export function keptOf(tables: readonly Table[], rows: readonly EventRow[]): Said[] {
  const asides = tables.flatMap((t) =>
    t.sheet.rows.flatMap((r) =>
      (r.asides ?? []).map((a) => ({
        ...a,
        where: `${tables.length > 1 ? `${t.sheet.name}!` : ''}${a.column >= 0 ? letter(a) : ''}${r.number}`,
      })),
    ),
  );
  const of = (kind: Aside['kind']) => asides.filter((a) => a.kind === kind);
  const places = (list: readonly { where: string }[]): string =>
    list
      .slice(0, 5)
      .map((a) => a.where)
      .join(', ');
  const struck = rows.filter((r) => r.source.cells.some((c) => c?.struck)).length;
  const kept: Said[] = tables.flatMap((t) => t.sheet.left ?? []);
  const [comments, errors, formulas, cut] = [of('comment'), of('error'), of('formula'), of('struck')];
  if (comments.length > 0)
    kept.push(
      said(
        `${comments.length === 1 ? '1 comment goes' : `${comments.length} comments go`} to the control note.`,
        `메모 ${comments.length}개는 통제관 참고에 옮겼습니다.`,
      ),
    );
  if (struck > 0)
    kept.push(
      said(
        `In ${struck} ${struck === 1 ? 'row' : 'rows'} struck-out words are left out.`,
        `${struck}개 행에서 취소선이 그어진 말을 뺐습니다.`,
      ),
    );
  if (cut.length > 0)
    kept.push(
      said(
        `${cut.length} struck-out cells are left out (${places(cut)}).`,
        `취소선이 그어진 칸 ${cut.length}개를 뺐습니다(${places(cut)}).`,
      ),
    );
  if (errors.length > 0)
    kept.push(
      said(
        `${errors.length} cells with errors are left out (${places(errors)}).`,
        `오류 칸 ${errors.length}개를 뺐습니다(${places(errors)}).`,
      ),
    );
  if (formulas.length > 0)
    kept.push(
      said(
        `${formulas.length} formulas without a stored result are left out (${places(formulas)}).`,
        `결과가 저장되지 않은 수식 ${formulas.length}개를 뺐습니다(${places(formulas)}).`,
      ),
    );
  return kept;
}

function letter({ column }: Aside): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}`;
}
