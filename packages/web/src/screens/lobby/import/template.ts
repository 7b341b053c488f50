import type { Choice, ColumnRead, Correction, Meaning, Reading, Template } from './reading.ts';

/** A choice as a person has made it, put where the template keeps it. */
export function withChoice(template: Template, choice: Choice, value: string, reading: Reading): Template {
  const [section, name] = choice.sets ?? [];
  if (section === undefined || name === undefined) return settled(template, choice.key);
  switch (section) {
    case 'sheets':
      return { ...template, sheets: sheetsWith(reading, name, value !== 'out' && value !== 'no') };
    case 'header':
      return { ...template, header: { ...headersOf(template, reading), [name]: Number(value) } };
    case 'recipients':
      return { ...template, recipients: { ...template.recipients, [name]: whomOf(value) } };
    case 'times':
      return { ...template, times: { ...template.times, [name]: name === 'epoch' ? Number(value) : value } };
    default:
      return { ...template, [section]: { ...template[section], [name]: value } };
  }
}

const settled = (template: Template, key: string): Template => ({
  ...template,
  settled: [...new Set([...(template.settled ?? []), key])],
});

/** Sheets are read in the order in which they stand in the workbook. */
export function sheetsWith(reading: Reading, name: string, read: boolean): readonly string[] {
  return reading.sheets.filter((s) => (s.name === name ? read : s.read)).map((s) => s.name);
}

function headersOf(template: Template, reading: Reading): Readonly<Record<string, number>> {
  const { header } = template;
  if (typeof header !== 'number') return header ?? {};
  return Object.fromEntries(reading.sheets.filter((s) => s.read).map((s) => [s.name, header]));
}

/** One header row for every sheet that is read. */
export const withHeader = (template: Template, row: number): Template => ({ ...template, header: row });

export function whomOf(value: string): readonly string[] | 'everyone' | 'nobody' | 'itself' {
  if (value === 'everyone' || value === 'nobody' || value === 'itself') return value;
  return value.split('\n').filter((name) => name !== '');
}

/** A corrected row; what was corrected in it before stays. */
export function withRow(template: Template, correction: Correction): Template {
  const same = (r: Correction): boolean => r.sheet === correction.sheet && r.row === correction.row;
  const before = template.rows?.find(same);
  return { ...template, rows: [...(template.rows ?? []).filter((r) => !same(r)), { ...before, ...correction }] };
}

/** What the next workbook of the same office needs: no rows of this one. */
export function forOffice({ rows: _, name: __, ...template }: Template): Template {
  return template;
}

/** How many of a template's columns the sheet has, of how many. */
export function fitOf(template: Template, columns: readonly ColumnRead[]): { readonly fits: number; readonly of: number } {
  const headers = new Set(columns.map((c) => plain(c.header)));
  const wanted = Object.keys(template.columns ?? {});
  return { fits: wanted.filter((header) => headers.has(plain(header))).length, of: wanted.length };
}
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** All that is in force, so that the template says it even where the next sheet would be guessed otherwise. */
export function inForce(template: Template, reading: Reading): Template {
  const columns = Object.fromEntries(
    reading.choices.flatMap((c) => (c.sets?.[0] === 'columns' && c.settled ? [[c.sets[1], c.value as Meaning] as const] : [])),
  );
  return { ...template, columns: { ...columns, ...template.columns } };
}
