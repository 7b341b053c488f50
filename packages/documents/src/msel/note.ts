import type { Column } from './column.ts';
import type { EventRow } from './rows.ts';
import { whyAside } from './rows.ts';
import type { Setting } from './setting.ts';

/** Whatever a row says that has no other place, for the controller's eyes only. */
export function noteOf(
  row: EventRow,
  { time }: Setting,
  about: { objectiveUsed: boolean; waits: boolean; spoken: readonly Column[] },
): string {
  const { header } = row.table;
  const { cells, asides } = row.source;
  const used = new Set<Column | undefined>(about.spoken);
  // Where nobody can say who gets it, whoever decides must read what the sheet says.
  const told = about.waits ? [] : (['to', 'info', 'expected'] as const);
  for (const role of ['number', 'type', 'channel', 'from', ...told, 'title'] as const)
    used.add(header.columns.get(role)?.find((c) => cells[c.index]));
  const timed = (time.at.has(row.row) || time.after.has(row.row)) && !time.until.has(row.row);
  const times = timed ? (['time', 'date', 'zone'] as const) : [];
  for (const role of times) used.add(header.columns.get(role)?.find((c) => cells[c.index]));
  const objectives = header.columns.get('objective')?.[0];
  if (objectives && about.objectiveUsed && !/[;\n]/.test(cells[objectives.index]?.text ?? '')) used.add(objectives);
  for (const column of [...(header.columns.get('ignore') ?? []), ...(about.waits ? [] : (header.columns.get('marked') ?? []))])
    used.add(column);
  const notes = header.columns
    .get('notes')
    ?.filter((c) => /note|comment|remark|비고|참고|remarque|bemerk|anmerk|observac|notas/i.test(c.header));
  const lines = header.all
    .filter((c) => !used.has(c))
    .flatMap((c) => {
      const text = cells[c.index]?.text;
      if (!text) return [];
      const name = c.header === '' ? c.letter : c.header.replace(/\s+/g, ' ');
      return [notes?.length === 1 && notes[0] === c ? text : `${name}: ${text}`];
    });
  for (const aside of asides ?? []) {
    const name = header.all.find((c) => c.index === aside.column)?.header ?? '';
    if (aside.kind === 'comment') lines.push(name === '' ? aside.text : `${name}: ${aside.text}`);
    else lines.push(`${name === '' ? '' : `${name}: `}${whyAside(aside).en}`);
  }
  return lines.join('\n');
}
