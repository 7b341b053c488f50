import { ImportError, said } from '../error.ts';
import type { Sheet } from '../sheet/sheet.ts';

/** Why no sheet can be read at all, and what to do. */
export function refuseNoHeader(sheets: readonly Sheet[]): ImportError {
  if (sheets.every((s) => s.rows.length === 0))
    return new ImportError(
      'empty',
      said('The sheet has no content.', '시트에 내용이 없습니다.'),
      said('Choose the file that holds the MSEL.', '주요상황목록이 들어 있는 파일을 고르십시오.'),
    );
  const disguised = sheets.find((s) => s.plain && WORKBOOK_NAME.test(s.name));
  if (disguised) return notAsNamed(disguised.name);
  return new ImportError(
    'no-header',
    said('No row names the columns of an MSEL.', '주요상황목록의 열 이름이 적힌 행을 찾지 못했습니다.'),
    said(
      'Put a header row above the events (such as Number, Time, From, To, Title, Message), or say with a column map which header means what.',
      '상황 위에 머리글 행(예: 번호, 시각, 발신, 수신, 제목, 내용)을 두거나, 열 대응표로 어느 머리글이 무엇인지 알려 주십시오.',
    ),
    sheets
      .map((s) => s.name)
      .slice(0, 5)
      .join(', '),
  );
}

const WORKBOOK_NAME = /\.(xls[xmb]?|ods|docx?|pdf)$/i;

/** To ask for headers would send its owner the wrong way: the name says a workbook, the bytes are a text of something else. */
function notAsNamed(name: string): ImportError {
  const ending = WORKBOOK_NAME.exec(name)?.[0] ?? '';
  return new ImportError(
    'not-a-sheet',
    said(
      `The file is named ${ending}, but holds plain text, no Excel workbook.`,
      `파일 이름은 ${ending}이지만 엑셀 통합 문서가 아니라 일반 텍스트입니다.`,
    ),
    said(
      'Open the MSEL in your spreadsheet program and save it as .xlsx or .csv; a file that is renamed stays what it was.',
      '주요상황목록을 스프레드시트 프로그램에서 열어 .xlsx 또는 .csv로 저장하십시오. 이름만 바꾼 파일은 형식이 바뀌지 않습니다.',
    ),
    name,
  );
}
