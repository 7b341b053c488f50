import { ImportError, type Said, said } from '../error.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { Header } from './columns.ts';
import { plainHeader } from './header-words.ts';
import { readTimeText } from './time.ts';

/** What a table is that looks a little like an MSEL and is none. */
interface Kind {
  /** It has marks of its own; it is not only without those of an MSEL. */
  readonly certain: boolean;
  readonly what: Said;
  readonly because: Said;
}

const EXERCISE = /\b(injects?|msel|mel|mil|expected|anticipated|exercise|scenario|startex)\b|연습|훈련|부여|예상 ?조치|주요상황/;
const LOG =
  /\b(log|logs|logbook|logged|diary|journal|operator|initials|logged by|entered by|recorded by|shift|action taken|actions taken|follow up)\b|일지|상황일지|근무|기록자|처리 ?(결과|내용)|조치 ?결과/;
const QUESTION = /\b(questions?|answers?|survey|questionnaire|respondent|score|true false)\b|질문|문항|설문|답변|응답/;
const REGISTER =
  /\b(likelihood|probability|impact|mitigation|risk|hazard|inventory|quantity|qty|unit cost|cost|budget|price|frequency|call ?sign|mobile|phone|telephone|e ?mail address)\b|위험|완화|수량|단가|예산|주파수|호출부호|연락처|전화번호/;

/** What the table under a header is, if it is no MSEL. */
export function whyNoMsel(sheet: Sheet, header: Header): Kind | undefined {
  const words = header.all.map((c) => plainHeader(c.header)).filter(Boolean);
  const above = sheet.rows.filter((r) => r.number < header.top).flatMap((r) => r.cells.flatMap((c) => (c ? [c.text] : [])));
  const titles = [sheet.plain ? '' : sheet.name, ...above].map(plainHeader).join(' ');
  const all = `${words.join(' | ')} ${titles}`;
  const filled = (meaning: Parameters<typeof header.columns.get>[0]) =>
    (header.columns.get(meaning) ?? []).some((c) => c.profile.filled > 0);
  const timed = (header.columns.get('time') ?? []).concat(header.columns.get('date') ?? []).some((c) => c.profile.filled > 0);
  const rows = header.all[0]?.profile.rows ?? 0;

  const times = header.all.filter((c) => /\d/.test(c.header) && isTime(c.header)).length;
  const marked = header.all.filter((c) => c.profile.filled >= Math.max(1, rows / 5) && c.profile.marks >= 0.9 && c.profile.average <= 3);
  if (times >= 4 || (!(timed && filled('text')) && marked.length >= 3 && marked.length * 2 >= header.all.length))
    return {
      certain: true,
      what: said('a matrix', '행렬표'),
      because:
        times >= 4
          ? said('its columns are times', '열이 시각으로 되어 있습니다')
          : said('its columns hold marks and single letters', '열에 표시나 한 글자만 들어 있습니다'),
    };
  const texts = header.all.filter((c) => c.meaning === 'text' || c.meaning === 'title');
  const asks = header.all.filter((c) => c.profile.filled >= 2 && c.profile.questions >= 0.7);
  const asked = words.find((w) => QUESTION.test(w));
  if (
    !EXERCISE.test(all) &&
    !filled('to') &&
    ((asked && (!timed || texts.length === 0)) ||
      (asks.length > 0 && !timed && (texts.length === 0 || texts.some((t) => asks.includes(t)))))
  )
    return {
      certain: true,
      what: said('a list of questions', '질문 목록'),
      because: said('it asks, and names neither times nor recipients', '질문만 있고 시각과 수신자가 없습니다'),
    };
  const logged = words.find((w) => LOG.test(w)) ?? (LOG.test(titles) ? titles : undefined);
  if (logged && timed && !EXERCISE.test(all))
    return {
      certain: true,
      what: said('a log of what has happened', '이미 있었던 일의 일지'),
      because: said(
        `it says “${logged.trim().slice(0, 40)}”, and nothing of injects`,
        `“${logged.trim().slice(0, 40)}”(이)라고 적혀 있고 상황 부여에 관한 말이 없습니다`,
      ),
    };
  const listed = words.find((w) => REGISTER.test(w));
  if (!EXERCISE.test(all) && !timed && (!filled('to') || listed) && !filled('expected') && !filled('condition'))
    return {
      certain: listed !== undefined,
      what: listed ? said('a register or list', '대장 또는 목록') : said('a table of something else', '다른 내용의 표'),
      because: said('it names neither times nor recipients of events', '상황의 시각도 수신자도 없습니다'),
    };
  return undefined;
}

function isTime(text: string): boolean {
  const { kind } = readTimeText(text);
  return kind === 'clock' || kind === 'date' || kind === 'offset' || kind === 'day';
}

export const noMsel = (sheet: Sheet, { what, because }: Kind): ImportError =>
  new ImportError(
    'not-msel',
    said(
      `The sheet “${sheet.name}” is ${what.en}, not an MSEL: ${because.en}.`,
      `“${sheet.name}” 시트는 주요상황목록이 아니라 ${what.ko}(으)로 보입니다. ${because.ko}.`,
    ),
    said(
      'Choose the file that lists the events of an exercise, with times, recipients and texts. If this is one, say with a column map what its columns mean.',
      '연습 상황이 시각·수신·내용과 함께 정리된 파일을 고르십시오. 이 파일이 맞다면 열 대응표로 각 열의 뜻을 알려 주십시오.',
    ),
    sheet.name,
  );
