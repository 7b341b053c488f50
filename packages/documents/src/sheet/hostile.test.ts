import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csv, type Grid, imported, rawXlsx, xlsx } from '../fixture.ts';
import { ImportError, importMsel } from '../index.ts';
import { MAX_ROWS } from './sheet.ts';
import { MAX_INFLATED } from './zip.ts';

const LONG = process.env.ENTENTE_LONG === '1';
const HEADER = ['No', 'Time', 'To', 'Title', 'Text'];
const GOOD: Grid = [HEADER, ['1', '09:00', 'Red', 'a', 'b'], ['2', '09:10', 'Blue', 'c', 'd']];
const row = (n: number, ...cells: string[]) =>
  `<row r="${n}">${cells.map((c, i) => `<c r="${'ABCDEFGH'[i]}${n}" t="inlineStr"><is><t>${c}</t></is></c>`).join('')}</row>`;
const RAW = `${row(1, ...HEADER)}${row(2, '1', '09:00', 'Red', 'a', 'b')}${row(3, '2', '09:10', 'Blue', 'c', 'd')}</sheetData>`;

async function refusal(bytes: Uint8Array): Promise<string> {
  const error = await imported(bytes, {}, 'hostile.bin').then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(ImportError);
  const { fault } = error as ImportError;
  expect([fault.message.en, fault.message.ko, fault.hint.en, fault.hint.ko].every((t) => t.length > 5)).toBe(true);
  return fault.code;
}

describe('a file that is no MSEL sheet', () => {
  const magic = (...bytes: number[]) => Uint8Array.of(...bytes, ...new Array(60).fill(7));
  it.each([
    ['empty', new Uint8Array(0), 'empty'],
    ['a picture', magic(0x89, 0x50, 0x4e, 0x47), 'not-a-sheet'],
    ['a PDF', magic(0x25, 0x50, 0x44, 0x46), 'not-a-sheet'],
    ['noise', magic(1, 2, 3, 0), 'not-a-sheet'],
    ['an old Excel file', magic(0xd0, 0xcf, 0x11, 0xe0), 'old-excel'],
    [
      'a locked workbook',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...[...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])),
      'protected',
    ],
    ['a Word document', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'not-a-sheet'],
    ['an empty OpenAEV export', zipSync({ 'Exercise.json': [strToU8('{}'), { comment: 'Scenario' }] }), 'not-a-sheet'],
    ['a damaged OpenAEV export', zipSync({ 'Exercise.json': [strToU8('{"scenario_injects": ['), { comment: 'Scenario' }] }), 'broken'],
    ['a page of a web system', strToU8('<html><body><table><tr><td>No</td></tr></table></body></html>'), 'not-a-sheet'],
    ['JSON', strToU8('{"title": "x"}'), 'not-a-sheet'],
    ['prose', strToU8('Dear all,\nplease find attached nothing.\n'), 'no-header'],
    ['a header alone', csv([HEADER]), 'no-events'],
    ['only blanks', strToU8(' , ,\n,,\n'), 'empty'],
  ])('%s is refused in words', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('a text that is named as a workbook is told what it is, not to add headers', async () => {
    const fault = await importMsel(strToU8('Dear all,\nplease find attached nothing.\n'), 'msel.xlsx').then(
      () => undefined,
      (why: ImportError) => why.fault,
    );
    expect(fault).toMatchObject({ code: 'not-a-sheet', where: 'msel.xlsx' });
    expect(fault?.message.en).toBe('The file is named .xlsx, but holds plain text, no Excel workbook.');
    expect(fault?.message.ko).toContain('일반 텍스트');
  });

  it('a table of text that is named as a workbook is read all the same', async () => {
    expect((await importMsel(csv(GOOD), 'msel.xlsx')).rows.imported).toBe(2);
  });

  it('a sheet of which no row is an event says of each row why', async () => {
    const bytes = csv([
      ['Event Number', 'Time', 'To', 'Message'],
      ['1', '09:00', '', ''],
      ['2', '', 'Control', ''],
    ]);
    const fault = await importMsel(bytes, 'x.csv').then(
      () => undefined,
      (why: ImportError) => why.fault,
    );
    expect(fault).toMatchObject({ code: 'no-events', rows: [{ row: 2 }, { row: 3 }] });
    for (const { reason } of fault?.rows ?? []) expect([reason.en, reason.ko].every((words) => words.length > 5)).toBe(true);
  });
});

describe('a hostile workbook', () => {
  it('that ends early is called damaged', async () => {
    const bytes = await xlsx({ A: GOOD });
    expect(await refusal(bytes.subarray(0, bytes.length - 30))).toBe('broken');
    expect(await refusal(bytes.subarray(0, 200))).toBe('broken');
  });

  it('that unpacks to too much is refused, whether it says so or lies', async () => {
    const honest = rawXlsx(RAW, { 'xl/sharedStrings.xml': [new Uint8Array(MAX_INFLATED + 1), { level: 1 }] });
    expect(await refusal(honest)).toBe('zip-bomb');
    const view = new DataView(honest.buffer, honest.byteOffset);
    for (let i = Math.max(0, honest.length - 600); i < honest.length - 4; i++)
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 100, true);
    expect(await refusal(honest)).toBe('zip-bomb');
  });

  it('of very many parts is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`p${i}`, new Uint8Array(1)]));
    expect(await refusal(rawXlsx(RAW, parts))).toBe('zip-bomb');
  });

  it('with merges, names and validations over whole sheets costs nothing', async () => {
    const all = 'A1:XFD1048576';
    const sheet = `${RAW}<mergeCells><mergeCell ref="${all}"/></mergeCells><dataValidations><dataValidation sqref="${all}"/></dataValidations>`;
    expect((await imported(rawXlsx(sheet))).rows.imported).toBe(2);
  });

  it('with far rows, wide columns, unclosed comments or entities does not hang', async () => {
    expect((await imported(rawXlsx(RAW.replace('<row r="3">', '<row r="999999999">')))).rows.imported).toBe(2);
    expect(await refusal(rawXlsx(RAW.replace('E3', 'XFD3')))).toBe('too-many-columns');
    expect(await refusal(rawXlsx('<!--'.repeat(200_000)))).toBe('broken');
    expect((await imported(rawXlsx(RAW.replace('<t>d</t>', '<t>&lol; &#99999999; d</t>')))).scenario.injects[1].text).toBe(
      '&lol; &#99999999; d',
    );
  });

  it('with more cells than any MSEL is refused before anything is made of them', async () => {
    const text = (words: string) => new TextEncoder().encode(words);
    expect(await refusal(text(','.repeat(20_000_000)))).toBe('too-many-columns');
    expect(await refusal(text(`a"${';'.repeat(2_001)}`))).toBe('too-many-columns');
    expect(await refusal(text('\n'.repeat(1_000_001)))).toBe('too-many-cells');
    expect(await refusal(text(`${','.repeat(99)}\n`.repeat(10_001)))).toBe('too-many-cells');
    // What stands within quotes is one cell, however many commas, lines and doubled marks it holds.
    const long = `${',\n""'.repeat(4_000)}end`;
    const { scenario } = await imported(
      text(`time,to,subject,content\n0,Staff,First,"${long}"\n5,Staff,Second,x`),
      { startex: '2027-03-02T09:00:00+09:00', unit: 'min' },
      'x.csv',
    );
    expect(scenario.injects).toHaveLength(2);
  });

  it('made to be slow to read is read once from front to back', async () => {
    const long = 2_000_000;
    expect(await refusal(rawXlsx(`<${'a'.repeat(long)}`))).toBe('broken');
    expect(await refusal(rawXlsx(`<a "${"'".repeat(long)}`))).toBe('broken');
    for (const filler of [' ', '(', ',', '&', '[', 'a(']) {
      const { rows } = await imported(csv([...GOOD, ['3', '09:20', filler.repeat(9_000), 'e', `x${filler.repeat(9_000)}y`]]), {}, 'x.csv');
      expect(rows.total).toBe(3);
    }
    expect(await refusal(csv([[' '.repeat(long), `x${' '.repeat(long)}x`, '('.repeat(long)]]))).toBe('no-header');
  });

  it('of more rows than a sheet may have, or than an exercise can hold, is refused by number', async () => {
    const rows = (count: number) => strToU8(`${HEADER.join()}\n${'1,09:00,Red,a,b\n'.repeat(count)}`);
    expect(await refusal(rows(LONG ? 100_000 : MAX_ROWS + 1))).toBe('too-many-rows');
    expect(await refusal(rows(5_001))).toBe('too-many-injects');
  });

  // As many as there may be in the long run.
  const EVENTS = LONG ? 5_000 : 300;
  it(`of ${EVENTS} events is imported, in files of bounded size`, async () => {
    const rows = Array.from({ length: EVENTS }, (_, i) => [
      `${i}`,
      `T+${i}`,
      i % 2 ? 'Red' : 'Blue',
      `Event ${i}`,
      'Something happens in the valley. '.repeat(20_000 / EVENTS),
    ]);
    const { files, rows: counted, problems } = await importMsel(csv([HEADER, ...rows]), 'x.csv');
    expect(counted.imported).toBe(EVENTS);
    expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect([...files.keys()]).toEqual(['scenario.yaml', 'injects.yaml']);
  });

  it('with a giant cell names that row and keeps the rest', async () => {
    const { rows } = await imported(csv([...GOOD, ['3', '09:20', 'Red', 'e', 'x'.repeat(20_001)]]), {}, 'x.csv');
    expect(rows).toMatchObject({ total: 3, imported: 2 });
    expect(rows.named[0]).toMatchObject({ row: 4 });
  });

  it('with formulas in text keeps them text', async () => {
    const { scenario } = await imported(
      csv([HEADER, ['=1+1', '09:00', 'Red', '@SUM(A1)', "=cmd|' /C calc'!A0"], ['2', '', 'Blue', 'c', '*a: &b']]),
      {},
      'x.csv',
    );
    expect(scenario.injects[0]).toMatchObject({ number: '=1+1', title: '@SUM(A1)', text: "=cmd|' /C calc'!A0" });
  });
});

describe('text of other encodings', () => {
  const korean = (bytes: number[]) =>
    Uint8Array.of(...strToU8('No,Time,To,Title,Text\n1,09:00,'), ...bytes, ...strToU8(',a,b\n2,09:10,Blue,c,d\n'));

  it('in CP949 is read and the guess named', async () => {
    const { scenario, guessed } = await imported(korean([0xb1, 0xb9, 0xb9, 0xe6, 0xba, 0xce]), {}, 'x.csv');
    expect(scenario.parties[0].name).toBe('국방부');
    expect(guessed).toContain('encoding');
  });

  it('in Windows-1252 is read and the guess named', async () => {
    const { scenario, guessed } = await imported(korean([...strToU8('S'), 0xe9, ...strToU8('curit'), 0xe9]), {}, 'x.csv');
    expect(scenario.parties[0].name).toBe('Sécurité');
    expect(guessed).toContain('encoding');
  });

  it.each([true, false])('in UTF-16 is read, with its mark or without (%s)', async (mark) => {
    const text = new TextDecoder().decode(csv(GOOD, '\t'));
    const utf16 = Uint8Array.from(Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le'));
    const { rows, guessed } = await imported(utf16, {}, 'x.csv');
    expect(rows.imported).toBe(2);
    expect(guessed.includes('encoding')).toBe(!mark);
  });
});
