import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeBook } from './book.ts';

const sheetOf = (mark: string | undefined): string => {
  const book = writeBook({ sheets: [{ name: 'Steps', headed: true, rows: [['No'], ['0930\nand on']], ...(mark ? { mark } : {}) }] });
  return strFromU8(unzipSync(book)['xl/worksheets/sheet1.xml'] as Uint8Array);
};

it('A sheet is printed as wide as a page, with what it is marked as at the head and the foot of each', () => {
  const sheet = sheetOf('EXERCISE · R&D');
  expect(sheet).toContain('<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  expect(sheet.match(/&amp;CEXERCISE · R&amp;&amp;D/g)).toHaveLength(2);
  expect(sheetOf(undefined)).not.toContain('headerFooter');
});

it('Every text names its format: without one LibreOffice wraps nothing, and makes a number of 0930', () => {
  expect(sheetOf(undefined).match(/<c [^>]*>/g)).toEqual(['<c r="A1" t="inlineStr" s="1">', '<c r="A2" t="inlineStr" s="0">']);
});

it('A row of several lines is as high as they are, by broken lines and by the width of its column, letters of East Asia twice as wide', () => {
  const rows = [['one'], ['one\ntwo\nthree'], ['twelve times'], ['대한민국미국']];
  const book = unzipSync(writeBook({ sheets: [{ name: 'Steps', widths: [10], rows }] }));
  const sheet = strFromU8(book['xl/worksheets/sheet1.xml'] as Uint8Array);
  expect([...sheet.matchAll(/<row r="\d"([^>]*)>/g)].map(([, more]) => more)).toEqual(['', ' ht="45"', ' ht="30"', ' ht="30"']);
});
