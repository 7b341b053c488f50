import { ImportError, said } from '../error.ts';
import type { Guesses } from '../guesses.ts';
import { sheetsOfJson, sheetsOfZip, withTool } from '../tools/tools.ts';
import { readCsv } from './csv.ts';
import type { Letters, Sheet } from './sheet.ts';
import { readXlsx } from './xlsx.ts';
import { broken, Zip } from './zip.ts';

export const MAX_BYTES = 20 * 1024 * 1024;

/** The sheets of a file. What the file is, its bytes tell; its name is only used to speak of it. */
export function openSheets(bytes: Uint8Array, fileName: string, guesses: Guesses, letters?: Letters): Sheet[] {
  if (bytes.length === 0)
    throw new ImportError(
      'empty',
      said('The file is empty.', '빈 파일입니다.'),
      said('Choose the file that holds the MSEL.', '주요상황목록이 들어 있는 파일을 고르십시오.'),
      fileName,
    );
  if (bytes.length > MAX_BYTES)
    throw new ImportError(
      'too-large',
      said('The file is larger than 20 MiB.', '파일이 20MiB를 넘습니다.'),
      said('Save only the MSEL sheet as a new file, without pictures.', '그림을 빼고 주요상황목록 시트만 새 파일로 저장하십시오.'),
      fileName,
    );
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) {
    const zip = new Zip(bytes);
    const tool = zip.names.includes('xl/workbook.xml') ? undefined : sheetsOfZip(zip);
    return tool ?? sheetsOf(workbook(zip, fileName), fileName, letters).map(withTool);
  }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw compound(bytes, fileName);
  const picture = KNOWN.find(([, ...magic]) => starts(bytes, ...magic));
  if (picture) throw notASheet(picture[0], fileName);
  const begins = new TextDecoder().decode(bytes.subarray(0, 400));
  if (/^\uFEFF?\s*(\{\s*["}]|\[\s*[{\]])/.test(begins)) return sheetsOfJson(new TextDecoder().decode(bytes), fileName);
  const markup = MARKUP.find(([, form]) => form.test(begins));
  if (markup) throw notASheet(markup[0], fileName);
  return [withTool(readCsv(bytes, fileName, guesses))];
}

/** Texts that are no table, by how they begin: old web systems give a page the name of a workbook. */
const MARKUP: readonly (readonly [string, RegExp])[] = [
  ['HTML', /^\s*<(!doctype html|html|head|table|meta)\b/i],
  ['XML', /^\s*<\?xml\b/i],
];

function sheetsOf(zip: Zip, fileName: string, letters?: Letters): Sheet[] {
  try {
    return readXlsx(zip, letters);
  } catch (error) {
    throw error instanceof SyntaxError ? broken(fileName) : error;
  }
}

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((b, i) => bytes[i] === b);

const KNOWN: readonly (readonly [string, ...number[]])[] = [
  ['PNG', 0x89, 0x50, 0x4e, 0x47],
  ['JPEG', 0xff, 0xd8, 0xff],
  ['GIF', 0x47, 0x49, 0x46, 0x38],
  ['PDF', 0x25, 0x50, 0x44, 0x46],
  ['RTF', 0x7b, 0x5c, 0x72, 0x74, 0x66],
  ['gzip', 0x1f, 0x8b],
];

function workbook(zip: Zip, fileName: string): Zip {
  const names = zip.names;
  if (names.includes('xl/workbook.xml')) return zip;
  if (names.includes('xl/workbook.bin')) throw notASheet('XLSB', fileName);
  if (names.some((n) => n.startsWith('word/'))) throw notASheet('Word (docx)', fileName);
  if (names.some((n) => n.startsWith('ppt/'))) throw notASheet('PowerPoint (pptx)', fileName);
  if (names.includes('content.xml')) throw notASheet('OpenDocument', fileName);
  throw notASheet('ZIP', fileName);
}

/** An OLE compound file is either a workbook locked by a password or one of the time before 2007. */
function compound(bytes: Uint8Array, fileName: string): ImportError {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  if (text.includes('EncryptedPackage')) {
    return new ImportError(
      'protected',
      said('The workbook is protected by a password.', '암호로 보호된 통합 문서입니다.'),
      said('Open it, remove the password, and save it again.', '파일을 열어 암호를 해제한 뒤 다시 저장하십시오.'),
      fileName,
    );
  }
  return new ImportError(
    'old-excel',
    said('The file is in the old Office format (.xls, .doc) or protected.', '옛 Office 형식(.xls, .doc)이거나 보호된 파일입니다.'),
    said('Open it in your spreadsheet program and save it as .xlsx.', '스프레드시트 프로그램에서 열어 .xlsx로 저장하십시오.'),
    fileName,
  );
}

const notASheet = (kind: string, fileName: string): ImportError =>
  new ImportError(
    'not-a-sheet',
    said(`This is a ${kind} file, not an MSEL sheet.`, `${kind} 파일이며, 주요상황목록 시트가 아닙니다.`),
    said('Save the MSEL as .xlsx or .csv and import that.', '주요상황목록을 .xlsx 또는 .csv로 저장하여 가져오십시오.'),
    fileName,
  );
