import { type Said, said } from '../error.ts';
import { type MselLine, TOLD } from '../out/lines.ts';
import { clean } from '../sheet/sheet.ts';
import type { Edited, EditedLine } from './edited.ts';

/** One cell that was changed in the workbook. `conflict`: it was changed here as well since the export, and otherwise. */
export interface CellChange {
  readonly field: string;
  /** As it was exported. */
  readonly before: string;
  readonly theirs: string;
  readonly ours: string;
  readonly conflict: boolean;
}
export interface RowChange {
  /** `conflict`: it was removed on one side and changed on the other. */
  readonly kind: 'changed' | 'added' | 'removed';
  readonly id: string;
  readonly number: string;
  /** In the workbook; absent if it is not there any more. */
  readonly row?: number;
  readonly cells: readonly CellChange[];
  readonly conflict: boolean;
  readonly why?: Said;
}
/** A row of which nothing is taken over, and why. */
export interface NotTaken {
  readonly row: number;
  readonly id: string;
  readonly said: Said;
}
export interface Difference {
  readonly changes: readonly RowChange[];
  readonly notTaken: readonly NotTaken[];
  /** Renamed, deleted, added columns. */
  readonly columns: readonly Said[];
}

/**
 * What was changed in a workbook since it was exported, against what stands here now: cell by cell, and nothing merged. A cell
 * that nobody touched in the workbook says nothing, whatever has become of it here.
 */
export function differenceOf(edited: Edited, now: readonly MselLine[]): Difference {
  const ours = new Map(now.map((l) => [l.id, l]));
  const changes: RowChange[] = [];
  const notTaken: NotTaken[] = [...edited.unread];
  const seen = new Map<string, EditedLine[]>();
  const lost = new Set<string>();
  for (const line of edited.lines) if (line.id !== '') seen.set(line.id, [...(seen.get(line.id) ?? []), line]);

  for (const line of edited.lines) {
    const { id, row } = line;
    const number = line.fields.get('number') ?? '';
    if (id === '') {
      const was = lostId(line, edited, seen);
      if (was !== undefined) {
        lost.add(was);
        notTaken.push({ row, id: '', said: idLost(row, was) });
      } else changes.push({ kind: 'added', id: '', number, row, cells: cellsOf(line), conflict: false });
      continue;
    }
    const same = seen.get(id) ?? [];
    if (same.length > 1) {
      notTaken.push({
        row,
        id,
        said: doubled(
          id,
          same.map((l) => l.row),
        ),
      });
      continue;
    }
    const base = edited.base.get(id);
    if (!base) {
      notTaken.push({ row, id, said: strange(id) });
      continue;
    }
    const current = ours.get(id);
    const cells = changesOf(line, base, current, edited.fields);
    if (cells.length === 0) continue;
    if (!current) changes.push({ kind: 'changed', id, number: base.get('number') ?? '', row, cells, conflict: true, why: goneHere });
    else changes.push({ kind: 'changed', id, number: base.get('number') ?? '', row, cells, conflict: cells.some((c) => c.conflict) });
  }

  for (const [id, base] of edited.base) {
    const current = ours.get(id);
    if (seen.has(id) || !current || lost.has(id)) continue;
    const touched = edited.fields.filter((f) => !TOLD.has(f) && !same(current.fields.get(f) ?? '', base.get(f) ?? ''));
    changes.push({
      kind: 'removed',
      id,
      number: base.get('number') ?? '',
      cells: touched.map((field) => ({
        field,
        before: base.get(field) ?? '',
        theirs: '',
        ours: current.fields.get(field) ?? '',
        conflict: true,
      })),
      conflict: touched.length > 0,
    });
  }
  return { changes, notTaken, columns: edited.columns.map((c) => c.said) };
}

function changesOf(
  line: EditedLine,
  base: ReadonlyMap<string, string>,
  current: MselLine | undefined,
  fields: readonly string[],
): CellChange[] {
  return fields.flatMap((field) => {
    const [before, theirs, ours] = [base.get(field) ?? '', line.fields.get(field) ?? '', current?.fields.get(field) ?? ''];
    if (same(before, theirs) || same(theirs, ours) || TOLD.has(field)) return [];
    return [{ field, before, theirs, ours, conflict: !same(before, ours) }];
  });
}

/** Spaces at the ends and ways to end a line are no change: programs write them as they like. */
const same = (a: string, b: string): boolean => clean(a) === clean(b);

const cellsOf = (line: EditedLine): CellChange[] =>
  [...line.fields].flatMap(([field, theirs]) =>
    theirs === '' || TOLD.has(field) ? [] : [{ field, before: '', theirs, ours: '', conflict: false }],
  );

/** The id of a row that has lost its own: one that is missing in the sheet and says the same number, or the same words. */
function lostId(line: EditedLine, edited: Edited, seen: ReadonlyMap<string, unknown>): string | undefined {
  const number = line.fields.get('number') ?? '';
  for (const [id, base] of edited.base) {
    if (seen.has(id)) continue;
    if (number !== '' && base.get('number') === number) return id;
    const words = [...line.fields].filter(([f]) => /^(title|text)/.test(f) && line.fields.get(f) !== '');
    if (number === '' && words.length > 0 && words.every(([f, text]) => same(base.get(f) ?? '', text))) return id;
  }
  return undefined;
}

const idLost = (row: number, id: string): Said =>
  said(
    `Row ${row} has no id and looks like “${id}”, whose row is missing. Write the id back into the row; a new row needs a number of its own.`,
    `${row}행에 식별자가 없으나, 보이지 않는 “${id}” 행과 같아 보입니다. 식별자를 다시 적으십시오. 새 행이라면 다른 번호를 붙이십시오.`,
  );
const doubled = (id: string, rows: readonly number[]): Said =>
  said(
    `The id “${id}” stands in rows ${rows.join(', ')}, so none of them is taken. Keep it in one of them; a copied row that is new has none.`,
    `식별자 “${id}”이(가) ${rows.join(', ')}행에 겹쳐 있어 모두 반영하지 않습니다. 한 행에만 남기고, 새로 복사한 행에서는 지우십시오.`,
  );
const strange = (id: string): Said =>
  said(
    `The id “${id}” was not in the export. Write the right one, or clear the cell if the row is new.`,
    `식별자 “${id}”은(는) 내보낸 파일에 없던 것입니다. 바르게 고치거나, 새 행이라면 비우십시오.`,
  );
const goneHere = said('The row is not here any more: it was removed since the export.', '내보낸 뒤 이쪽에서 삭제된 행입니다.');
