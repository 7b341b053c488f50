import { strToU8, type Zippable, zipSync } from 'fflate';
import Papa from 'papaparse';
import { parse } from 'yaml';
import { type ImportOptions, importMsel } from './index.ts';

/** Small sheets for the tests. */
export type Grid = readonly (readonly unknown[])[];

export const csv = (grid: Grid, delimiter = ','): Uint8Array => new TextEncoder().encode(Papa.unparse(grid as unknown[][], { delimiter }));

/** A workbook written by an independent library. `dress` may merge, format or hide. */
export async function xlsx(
  sheets: Record<string, Grid>,
  dress?: (sheet: import('@protobi/exceljs').Worksheet) => void,
): Promise<Uint8Array> {
  const { default: Excel } = await import('@protobi/exceljs');
  const book = new Excel.Workbook();
  for (const [name, grid] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of grid) sheet.addRow([...row]);
    dress?.(sheet);
  }
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

/** A workbook zipped by hand, for what no library writes. `sheet` is the XML inside `<sheetData>` and after. */
export function rawXlsx(sheet: string, more: Zippable = {}, prefix = ''): Uint8Array {
  const p = prefix ? `${prefix}:` : '';
  const ns = `xmlns${prefix ? `:${prefix}` : ''}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><${p}workbook ${ns} xmlns:r="http://x"><${p}sheets><${p}sheet name="MSEL" sheetId="1" r:id="r1"/></${p}sheets></${p}workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Type="http://x/worksheet" Target="/xl/worksheets/sheet1.xml" Id="r1"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<${p}worksheet ${ns}><${p}sheetData>${sheet}</${p}worksheet>`),
    ...more,
  });
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into the written YAML as a reader would
export type Written = any;

/** Imports, and reads back what was written. */
export async function imported(bytes: Uint8Array, options: ImportOptions = {}, name = 'sheet.xlsx') {
  const result = await importMsel(bytes, name, options);
  const scenario: Written = parse(result.files.get('scenario.yaml') as string);
  for (const list of ['injects', 'expects'])
    if (result.files.has(`${list}.yaml`)) scenario[list] = parse(result.files.get(`${list}.yaml`) as string);
  const errors = result.problems.filter((p) => p.severity === 'error');
  return { ...result, scenario, errors, guessed: result.guesses.map((g) => g.code) };
}
