import type { Said } from '../error.ts';
import { type Sheet, type SheetRow, type Tool, textCell } from '../sheet/sheet.ts';

export type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
export const fieldsIn = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

/** A value of JSON as a cell would show it. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(shown).filter(Boolean).join('; ');
  return typeof value === 'object' ? JSON.stringify(value).slice(0, 2_000) : String(value);
}

/** A sheet as a planner would have written it: a header row, and a row for each record. */
export function madeSheet(
  name: string,
  tool: Tool,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  left: readonly Said[],
  means: Sheet['means'] = {},
): Sheet {
  const row = (texts: readonly string[], number: number): SheetRow => ({ number, hidden: false, cells: texts.map((t) => textCell(t)) });
  return { name, hidden: false, tool, left, means, rows: [row(header, 1), ...rows.map((texts, i) => row(texts, i + 2))] };
}
