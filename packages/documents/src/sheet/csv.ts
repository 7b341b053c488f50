import Papa from 'papaparse';
import { ImportError, said } from '../error.ts';
import type { Guesses } from '../guesses.ts';
import { recognise } from '../msel/header-words.ts';
import { MAX_COLUMNS, MAX_ROWS, type Sheet, textCell } from './sheet.ts';
import { tooManyCells, tooManyColumns, tooManyRows } from './xlsx.ts';

/** Reads comma, semicolon, tab or bar separated text, in Unicode or the Korean code page. Row numbers are those a spreadsheet program shows. */
export function readCsv(bytes: Uint8Array, name: string, guesses: Guesses): Sheet {
  const text = decodeText(bytes, guesses);
  bounded(text, name);
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), delimitersToGuess: DELIMITERS, preview: 100_000 });
  const rows = parsed.data.flatMap((fields, i) => {
    const cells = fields.map((f) => textCell(f));
    while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
    if (cells.length > MAX_COLUMNS) throw tooManyColumns(`${name}: ${i + 1}`);
    return cells.length > 0 ? [{ number: i + 1, cells, hidden: false }] : [];
  });
  if (rows.length > MAX_ROWS) throw tooManyRows(name);
  if (parsed.errors.some((e) => e.type === 'Quotes')) {
    guesses.make(
      'quotes',
      said(
        'A quotation mark is not closed; what follows it was read as one cell as far as it goes.',
        '닫히지 않은 따옴표가 있어 그 뒤의 내용을 한 칸으로 읽었습니다.',
      ),
      said('A quoted cell ends only at its closing mark.', '따옴표로 시작한 칸은 닫는 따옴표에서 끝나기 때문입니다.'),
    );
  }
  return { name, hidden: false, rows, plain: true };
}

const DELIMITERS = [',', ';', '\t', '|'];
const HEADER_WITHIN = 40;

/** The mark that parts the most header words; empty, to be guessed by how lines are alike, where none is known. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000);
  const counted = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { delimiter, preview: HEADER_WITHIN });
    return { delimiter, words: Math.max(0, ...data.map((row) => row.filter((cell) => recognise(cell ?? '') !== undefined).length)) };
  }).toSorted((a, b) => b.words - a.words);
  const [best, second] = counted;
  return best && best.words >= 2 && best.words > (second?.words ?? 0) ? best.delimiter : '';
}

/** Columns that one line may hold, empty ones too; and cells that the whole may. */
const WIDEST = 2_000;
export const MOST_CELLS = 1_000_000;
const QUOTE = 0x22;
const SEPARATORS = new Set([...',;\t|'].map((c) => c.charCodeAt(0)));

/** Counts the cells before anything is made of them: twenty million commas would be as many texts. */
function bounded(text: string, name: string): void {
  let row = 1;
  let inRow = 1;
  let begins = true;
  for (let i = 0, all = 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE && begins) i = closing(text, i);
    const line = c === 0x0a;
    begins = line || SEPARATORS.has(c);
    if (!begins) continue;
    row += line ? 1 : 0;
    inRow = line ? 1 : inRow + 1;
    if (inRow > WIDEST) throw tooManyColumns(`${name}: ${row}`);
    if (++all > MOST_CELLS) throw tooManyCells(name, MOST_CELLS);
  }
}

/** Where a quoted cell ends; within it a mark is written twice. */
function closing(text: string, open: number): number {
  let end = text.indexOf('"', open + 1);
  while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) end = text.indexOf('"', end + 2);
  return end < 0 ? text.length : end;
}

function decodeText(bytes: Uint8Array, guesses: Guesses): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (a !== 0xef || b !== 0xbb || c !== 0xbf) {
    const sample = bytes.subarray(0, 400);
    const zeroes = sample.filter((x) => x === 0).length;
    if (zeroes > sample.length / 4) {
      const encoding = bytes[0] === 0 ? 'utf-16be' : 'utf-16le';
      const text = new TextDecoder(encoding).decode(bytes);
      if (!text.slice(0, 200).includes('\u0000')) {
        guesses.make(
          'encoding',
          said('The text was read as UTF-16.', '글자를 UTF-16으로 읽었습니다.'),
          said('Every second byte is zero and the file carries no mark.', '표식은 없으나 한 바이트 걸러 0이 들어 있기 때문입니다.'),
        );
        return text;
      }
    }
    if (bytes.includes(0)) throw notText();
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return legacyText(bytes, guesses);
  }
}

/** Not Unicode: Korean spreadsheet programs write CP949, western ones Windows-1252. */
function legacyText(bytes: Uint8Array, guesses: Guesses): string {
  try {
    const text = new TextDecoder('euc-kr', { fatal: true }).decode(bytes);
    if (/[가-힣]{2}/.test(text)) {
      guesses.make(
        'encoding',
        said('The text was read in the Korean code page (CP949).', '글자를 한국어 코드 페이지(CP949)로 읽었습니다.'),
        said('It is not valid UTF-8, and reads as Korean.', 'UTF-8이 아니며 한글로 읽히기 때문입니다.'),
      );
      return text;
    }
  } catch {
    // not Korean: tried as western below
  }
  const text = new TextDecoder('windows-1252').decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters show that this is no text
  if (/[\u0001-\u0008\u000e-\u001a]/.test(text)) throw notText();
  guesses.make(
    'encoding',
    said('The text was read in the western code page (Windows-1252).', '글자를 서유럽 코드 페이지(Windows-1252)로 읽었습니다.'),
    said('It is neither valid UTF-8 nor Korean.', 'UTF-8도 한국어 코드 페이지도 아니기 때문입니다.'),
  );
  return text;
}

const notText = () =>
  new ImportError(
    'not-a-sheet',
    said(
      'The file is neither an Excel workbook (.xlsx) nor readable text (.csv).',
      '엑셀 통합 문서(.xlsx)도, 읽을 수 있는 텍스트(.csv)도 아닙니다.',
    ),
    said('Save the MSEL as .xlsx, or as CSV in UTF-8.', '주요상황목록을 .xlsx 또는 UTF-8 CSV로 저장하십시오.'),
  );
