import { cleanDocument } from '@entente/scenario';
import Excel from '@protobi/exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

it('a workbook within a document keeps its cells, and not who made it', async () => {
  const book = new Excel.Workbook();
  book.creator = 'Kim of the office';
  book.company = 'The office';
  book.addWorksheet('Gauges').addRow(['Bridge', 4.2]);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const parts = { '[Content_Types].xml': strToU8('<Types/>'), 'word/main.xml': strToU8('<m/>'), 'word/embeddings/Gauges.xlsx': bytes };
  const inner = unzipSync(await cleanDocument(DOCX, zipSync(parts)))['word/embeddings/Gauges.xlsx'] as Uint8Array;
  const texts = Object.values(unzipSync(inner)).map((part) => Buffer.from(part).toString());
  expect(texts.some((text) => /Kim of the office|The office/.test(text))).toBe(false);
  const again = new Excel.Workbook();
  await again.xlsx.load(Buffer.from(inner) as never);
  expect(again.getWorksheet('Gauges')?.getRow(1).values).toEqual([undefined, 'Bridge', 4.2]);
});
