import { rowOf } from '../guesses.ts';
import type { Column } from './column.ts';
import { plainHeader } from './header-words.ts';
import { isTick } from './profile.ts';
import { SURE } from './reading.ts';
import type { EventRow } from './rows.ts';
import { meansNothing } from './vocabulary.ts';

/** The row as the sheet counts it, told from the same of other sheets. */
export const rowName = (row: EventRow): string => (row.table.index === 0 ? '' : `${row.table.index + 1}-`) + String(rowOf(row.row));

/** The columns whose texts are delivered: all of the sheet's texts, or those that are used where they are empty. */
export function textColumns(row: EventRow): readonly Column[] {
  const { columns } = row.table.header;
  const filled = (columns.get('text') ?? []).filter((c) => row.source.cells[c.index]);
  return filled.filter((c) => c.confidence >= SURE || c === filled[0]);
}

/** The texts of a row; several are joined under the names of their columns, in the order of the sheet. */
export function joinedText(row: EventRow): string {
  const parts = textColumns(row)
    .toSorted((a, b) => a.index - b.index)
    .map((c) => ({ name: c.header.replace(/\s+/g, ' ').replace(/:$/, ''), text: row.source.cells[c.index]?.text ?? '' }));
  const own = parts.filter((p, i) => parts.findIndex((q) => q.text === p.text) === i);
  if (own.length < 2) return own[0]?.text ?? '';
  return own.map((p) => `${p.name}: ${p.text}`).join('\n\n');
}

/** What the columns of recipients say of a row: the first filled one of those that go by the same name. */
export function recipientText(row: EventRow): string {
  if (row.fix?.to) return row.fix.to.join('; ');
  const { columns } = row.table.header;
  const [first, ...more] = columns.get('to') ?? [];
  const same = more.filter((c) => plainHeader(c.header) === plainHeader(first?.header ?? ''));
  const to = [first, ...same].map((c) => (c ? (row.source.cells[c.index]?.text ?? '') : '')).find((t) => t.trim() !== '') ?? '';
  const copies = (columns.get('info') ?? [])
    .map((c) => row.source.cells[c.index]?.text ?? '')
    .filter((t) => t.trim() !== '' && !meansNothing(t));
  const marked = (columns.get('marked') ?? [])
    .filter((c) => isTick(row.source.cells[c.index]?.text ?? ''))
    .map((c) => c.header.replace(/\s+/g, ' '));
  if (marked.length > 0) return [...(to.trim() === '' ? [] : [to]), ...marked].join('\n');
  return copies.length === 0 || to.trim() === '' ? to : [to, ...copies.map((c) => `Cc: ${c}`)].join('\n');
}

/** The beginning of a text, as a title. */
export function firstLine(text: string): string {
  const line = text.split('\n')[0] as string;
  return line.length <= 80 ? line : `${[...line].slice(0, 79).join('')}…`;
}
