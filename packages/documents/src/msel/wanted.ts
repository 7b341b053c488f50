import { ImportError, said } from '../error.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { plainHeader } from './header-words.ts';
import type { ImportOptions } from './options.ts';
import { MEANINGS, type Meaning, type Template } from './reading.ts';

/** The map as a template, whichever form it has; `wanted` refuses sheets without the headers that the old form names. */
export function templateOf(options: ImportOptions): { template: Template; wanted?: (sheets: readonly Sheet[]) => void } {
  const times = { ...(options.unit ? { unit: options.unit } : {}), ...(options.startex === undefined ? {} : { startex: options.startex }) };
  const { map } = options;
  if (map && 'entente' in map) return { template: { ...map, times: { ...map.times, ...times } } as Template };
  const entries = Object.entries(map ?? {}) as [string, unknown][];
  for (const [meaning, header] of entries)
    if (!(MEANINGS as readonly string[]).includes(meaning) || typeof header !== 'string') throw unknown(meaning);
  const columns = Object.fromEntries(entries.map(([meaning, header]) => [header as string, meaning as Meaning]));
  const template: Template = { entente: 'msel-map/1', ...(entries.length > 0 ? { columns } : {}), times };
  return entries.length === 0 ? { template } : { template, wanted: (sheets) => refuseMissing(sheets, entries as [string, string][]) };
}

function unknown(meaning: string): ImportError {
  const roles = MEANINGS.join(', ');
  return new ImportError(
    'bad-map',
    said(`The column map names “${meaning}”, which is no kind of column.`, `열 대응표의 “${meaning}”은(는) 열의 종류가 아닙니다.`),
    said(`Use: ${roles}.`, `다음을 사용하십시오: ${roles}.`),
    meaning,
  );
}

function refuseMissing(sheets: readonly Sheet[], entries: readonly [string, string][]): void {
  const all = new Set(sheets.flatMap((s) => s.rows.slice(0, 80).flatMap((r) => r.cells.map((c) => (c ? plainHeader(c.text) : '')))));
  const missing = entries.filter(([, header]) => !all.has(plainHeader(header))).map(([meaning, header]) => `“${header}” (${meaning})`);
  if (missing.length === 0) return;
  const list = missing.join(', ');
  throw new ImportError(
    'bad-map',
    said(`The column map names headers that the sheet does not have: ${list}.`, `열 대응표의 머리글이 시트에 없습니다: ${list}.`),
    said('Write the headers in the map as they stand in the sheet.', '시트에 적힌 그대로 머리글을 적으십시오.'),
  );
}
