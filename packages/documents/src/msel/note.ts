import type { Column } from './columns.ts';
import type { EventRow } from './rows.ts';
import type { Setting } from './setting.ts';

/** Whatever a row says that has no other place, for the controller's eyes only. */
export function noteOf(row: EventRow, { header, time }: Setting, objectivesLeft: boolean, waits: boolean): string {
  const used = new Set<Column | undefined>();
  // Where nobody can say who gets it, whoever decides must read what the sheet says.
  const told = waits ? [] : (['to', 'expected'] as const);
  for (const role of ['number', 'type', 'channel', 'from', ...told, 'title', 'text'] as const)
    used.add(header.columns.get(role)?.find((c) => row.source.cells[c.index]));
  const timed = time.at.has(row.row);
  const times = timed ? (['time', 'date'] as const) : [];
  for (const role of times) used.add(header.columns.get(role)?.find((c) => row.source.cells[c.index]));
  const objectives = header.columns.get('objective')?.[0];
  if (objectives && !/[;\n]/.test(row.source.cells[objectives.index]?.text ?? '') && objectivesLeft) used.add(objectives);
  const columns = [...header.columns.values(), header.others].flat().filter((c) => !used.has(c));
  const notes = header.columns.get('notes');
  const lines = columns
    .toSorted((a, b) => a.index - b.index)
    .flatMap((c) => {
      const text = row.source.cells[c.index]?.text;
      if (!text) return [];
      return [notes?.length === 1 && notes[0] === c ? text : `${c.header.replace(/\s+/g, ' ')}: ${text}`];
    });
  return lines.join('\n');
}
