import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csvOf, harmless, xlsxOf } from './spreadsheet.ts';

const grid = {
  name: 'Injects',
  rows: [
    ['No.', 'Inject'],
    ['001', '=HYPERLINK("http://evil")'],
    ['002', '"북" & <남>'],
  ],
};

it('neutralises what a spreadsheet would take for a formula', () => {
  for (const text of ['=1+1', '+82 2', '-1', '@SUM(A1)', '\t=1', ' =1', '|cmd', '＝1+1', '＠SUM', '\u200B=1'])
    expect(harmless(text)).toBe(`'${text}`);
  for (const text of ['Mail', '08:30', '1 = 1', '']) expect(harmless(text)).toBe(text);
});

it('writes CSV in which every cell is quoted', () => {
  expect(csvOf(grid)).toBe('\uFEFF"No.","Inject"\r\n"001","\'=HYPERLINK(""http://evil"")"\r\n"002","""북"" & <남>"\r\n');
});

it('writes a workbook that is a sound zip, of texts and without a formula', () => {
  const bytes = Buffer.from(xlsxOf([grid, grid]));
  const folder = mkdtempSync(join(tmpdir(), 'entente-sheet-'));
  try {
    writeFileSync(join(folder, 'a.xlsx'), bytes);
    // A reader written apart from this one.
    const list = execFileSync('python3', ['-m', 'zipfile', '-t', join(folder, 'a.xlsx')], { encoding: 'utf8' });
    expect(list).toContain('Done testing');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
  const text = bytes.toString('utf8');
  expect(text).toContain('<sheet name="Injects" sheetId="1"');
  expect(text).toContain('<sheet name="Injects 2" sheetId="2"');
  expect(text).toContain('&quot;북&quot; &amp; &lt;남&gt;');
  expect(text).not.toContain('<f>');
});

it('writes a workbook that can be opened where there is no table', () => {
  const text = Buffer.from(xlsxOf([])).toString('utf8');
  expect(text).toContain('<sheet name="1" sheetId="1"');
  expect(text).toContain('<sheetData></sheetData>');
});
