import { ImportError, said } from '../error.ts';
import { plainHeader } from '../msel/header-words.ts';
import type { Sheet, Tool } from '../sheet/sheet.ts';
import type { Zip } from '../sheet/zip.ts';
import { crucibleSheets } from './crucible.ts';
import { openaevSheet } from './openaev.ts';
import { t3sfSheet } from './t3sf.ts';

/** Scenario files of other tools, by what they hold: each becomes sheets as a planner would have written them. */

const MARKS: readonly (readonly [Tool, readonly string[]])[] = [
  [
    'crucible',
    ['exercise time', 'simulated time', 'assigned to', 'move', 'group', 'delivery time', 'control number', 'from org', 'to org', 'details'],
  ],
  ['t3sf', ['real time', 'player', 'script', 'picture name', 'photo', 'profile', 'poll']],
];

/** Names the tool that wrote a sheet, where its first rows have that tool's own columns. */
export const withTool = (sheet: Sheet): Sheet => {
  for (const row of sheet.rows.slice(0, 10)) {
    const words = new Set(row.cells.map((c) => (c && c.text.length <= 40 ? plainHeader(c.text) : '')));
    const found = MARKS.find(([, marks]) => marks.filter((m) => words.has(m)).length >= 4);
    if (found) return { ...sheet, tool: found[0] };
  }
  return sheet;
};

/** The sheets of an export of OpenAEV; undefined where the archive holds none. What an entry is, its comment says. */
export function sheetsOfZip(zip: Zip): Sheet[] | undefined {
  const entry =
    zip.names.find((n) => zip.comment(n) === 'Scenario') ??
    zip.names.find((n) => n.endsWith('.json') && /"scenario_(injects|information)"/.test(zip.text(n)?.slice(0, 5_000_000) ?? ''));
  if (entry === undefined) return undefined;
  const files = zip.names.filter((n) => n !== entry);
  return openaevSheet(parsed(zip.text(entry) ?? '', entry), files);
}

/** The sheets of a JSON file of Crucible Blueprint, T3SF or OpenAEV. */
export function sheetsOfJson(text: string, fileName: string): Sheet[] {
  const value = parsed(text, fileName);
  const sheets = isRecord(value) && 'scenario_injects' in value ? openaevSheet(value, []) : (crucibleSheets(value) ?? t3sfSheet(value));
  if (sheets) return sheets;
  throw new ImportError(
    'not-a-sheet',
    said(
      'This is a JSON file, but no scenario of a tool that is known here (OpenAEV, Crucible Blueprint, T3SF).',
      'JSON 파일이지만 알려진 도구(OpenAEV, Crucible Blueprint, T3SF)의 시나리오가 아닙니다.',
    ),
    said(
      'Export the MSEL of your tool as .xlsx or .csv and import that.',
      '사용하는 도구에서 주요상황목록을 .xlsx 또는 .csv로 내보내 가져오십시오.',
    ),
    fileName,
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportError(
      'broken',
      said(
        `The JSON of the file cannot be read: ${(error as Error).message.slice(0, 120)}.`,
        `파일의 JSON을 읽을 수 없습니다: ${(error as Error).message.slice(0, 120)}.`,
      ),
      said('Export it again from the tool that wrote it.', '그 도구에서 다시 내보내십시오.'),
      where,
    );
  }
}
