import fc from 'fast-check';
import type { Grid } from '../fixture.ts';

/** MSELs in the layouts of many offices, with what they mean: what generated a sheet is what must come out of it. */

export interface Meant {
  readonly number: string;
  /** Minutes from STARTEX. */
  readonly at: number;
  readonly from: string;
  /** Names, or everyone. */
  readonly to: readonly string[] | 'everyone';
  readonly side?: string;
  readonly title: string;
  readonly text: string;
}
export interface Layout {
  readonly sheets: Readonly<Record<string, Grid>>;
  readonly events: readonly Meant[];
  /** One header row and one style of times in one sheet: nobody need be asked. */
  readonly plain: boolean;
  /** A row may wait, since its recipients can be read in two ways. */
  readonly mayWait: boolean;
  readonly time: string;
}

type Style = (at: number, day: number) => { date?: string; time: string };
const two = (n: number): string => String(n).padStart(2, '0');
const hm = (at: number): [number, number] => [Math.floor((at % 1440) / 60), at % 60];
const START = 9 * 60;
const DAYS = ['2027-08-24', '2027-08-25', '2027-08-26'];
const MON = 'AUG';

/** `at`: minutes of the day. The first event of a layout is at 09:00 of its first day. */
const STYLES: Readonly<Record<string, Style>> = {
  clock: (at) => ({ time: `${two(hm(at)[0])}:${two(hm(at)[1])}` }),
  military: (at) => ({ time: `${two(hm(at)[0])}${two(hm(at)[1])}` }),
  hrs: (at) => ({ time: `${two(hm(at)[0])}${two(hm(at)[1])} hrs` }),
  ampm: (at) => ({ time: `${hm(at)[0] % 12 || 12}:${two(hm(at)[1])} ${hm(at)[0] < 12 ? 'AM' : 'PM'}` }),
  korean: (at) => ({ time: `${hm(at)[0] < 12 ? '오전' : '오후'} ${hm(at)[0] % 12 || 12}시 ${hm(at)[1] ? `${hm(at)[1]}분` : ''}`.trim() }),
  range: (at) => ({ time: `${two(hm(at)[0])}:${two(hm(at)[1])} - ${two(hm(at + 15)[0])}:${two(hm(at + 15)[1])}` }),
  iso: (at, day) => ({ time: `${DAYS[day]}T${two(hm(at)[0])}:${two(hm(at)[1])}+09:00` }),
  group: (at, day) => ({ time: `${24 + day}${two(hm(at)[0])}${two(hm(at)[1])}${MON}27` }),
  zulu: (at, day) => ({ time: `${24 + day}${two(hm(at)[0])}${two(hm(at)[1])}Z ${MON} 2027` }),
  dated: (at, day) => ({ date: DAYS[day] as string, time: `${two(hm(at)[0])}:${two(hm(at)[1])}` }),
  written: (at, day) => ({ date: `${24 + day} August 2027`, time: `${two(hm(at)[0])}${two(hm(at)[1])}` }),
  koreanDate: (at, day) => ({ date: `2027. 8. ${24 + day}.`, time: `${hm(at)[0]}시 ${two(hm(at)[1])}분` }),
  dayNumber: (at, day) => ({ date: `Day ${day + 1}`, time: `${two(hm(at)[0])}:${two(hm(at)[1])}` }),
  dayPlus: (at, day) => ({ time: `D+${day} ${two(hm(at)[0])}:${two(hm(at)[1])}` }),
  elapsed: (at, day) => ({ time: `T+${Math.floor((day * 1440 + at - START) / 60)}:${two((at - START + day * 1440) % 60)}` }),
  duration: (at, day) => ({ time: `${day * 1440 + at - START} min` }),
};
const ONE_DAY = new Set(['clock', 'military', 'hrs', 'ampm', 'korean', 'range']);

const WORDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [
    ['No', 'Event Number', 'MSEL #', 'Inject #', 'Serial', 'InjectNumber'],
    ['Date', 'Event Date', 'Day'],
    ['Time', 'Event Time', 'Scenario Time', 'Scheduled Time', 'Inject Time'],
    ['Side', 'Party', 'Nation'],
    ['From', 'Sent From:', 'Sender', 'Originator', 'Send From'],
    ['To', 'Sent To:', 'Recipient(s)', 'Action to', 'Addressee', 'Send To'],
    ['Title', 'Subject', 'Inject Title', 'Headline'],
    ['Message', 'Inject Text', 'Description', 'Event Description', 'Inject Description'],
    ['Notes', 'Remarks', 'Comments', 'Controller Notes'],
    ['Status', 'Inject Status'],
  ],
  ko: [
    ['번호', '연번', '상황번호', '일련번호'],
    ['날짜', '일자', '부여일자'],
    ['시각', '부여시각', '상황시각', '시간'],
    ['참가측', '진영'],
    ['발신', '발신기관', '발신자'],
    ['수신', '수신기관', '수신처', '수신자'],
    ['제목', '상황제목', '건명'],
    ['내용', '상황내용', '메시지 내용', '부여내용'],
    ['비고', '참고사항'],
    ['상태', '진행상태'],
  ],
};
const NAMES: Readonly<Record<string, readonly string[]>> = {
  en: ['Navy', 'Coast guard', 'Press office', 'J2', 'Mayor'],
  ko: ['국방부', '외교부', '상황실', '재난과', '대변인실'],
};
const SIDES: Readonly<Record<string, readonly string[]>> = { en: ['Blue', 'Red'], ko: ['청군', '홍군'] };
const EVERYONE: Readonly<Record<string, readonly string[]>> = { en: ['ALL', 'All players', 'Everyone'], ko: ['전체', '모두'] };
/** How several recipients stand in one cell. */
const JOINTS: Readonly<Record<string, (names: readonly string[]) => string>> = {
  commas: (names) => names.join(', '),
  semicolons: (names) => names.join('; '),
  lines: (names) => names.join('\n'),
  numbered: (names) => (names.length > 1 ? names.map((n, i) => `${i + 1}. ${n}`).join(' ') : names.join('')),
  bullets: (names) => names.map((n) => `• ${n}`).join('\n'),
  copies: ([first, ...more]) => [first, ...(more.length > 0 ? [`Cc: ${more.join(', ')}`] : [])].join('; '),
  prefixed: (names) => `To: ${names.join(', ')}`,
  // Whether these are one name or several nobody can say for certain: such rows may wait, or be asked.
  ampersands: (names) => names.join(' & '),
  strokes: (names) => names.join('/'),
};
const WEAK = new Set(['ampersands', 'strokes']);
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'A ferry reports smoke in its engine room.',
    'The wire asks whether the ministers have spoken.',
    'Two boats do not answer the pilot station.',
    'The river stands at four metres and rises.',
  ],
  ko: [
    '여객선 기관실에서 연기가 난다고 알려 왔습니다.',
    '통신사가 장관 간 통화 여부를 묻습니다.',
    '하천 수위가 4미터로 오르고 있습니다.',
    '항만 관제소가 선박 두 척과 교신하지 못합니다.',
  ],
};

export const layout: fc.Arbitrary<Layout> = fc
  .record({
    language: fc.constantFrom('en', 'ko'),
    style: fc.constantFrom(...Object.keys(STYLES)),
    days: fc.integer({ min: 1, max: 3 }),
    perSheet: fc.boolean(),
    sided: fc.boolean(),
    titled: fc.boolean(),
    noted: fc.boolean(),
    stated: fc.boolean(),
    above: fc.integer({ min: 0, max: 3 }),
    deep: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
    heading: fc.boolean(),
    joint: fc.constantFrom(...Object.keys(JOINTS)),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10, maxLength: 10 }),
    words: fc.array(fc.nat(1_000), { minLength: 10, maxLength: 10 }),
    rows: fc.array(
      fc.record({
        step: fc.constantFrom(0, 5, 10, 20, 35, 50),
        from: fc.nat(4),
        to: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
        all: fc.nat(9).map((n) => n === 0),
        side: fc.nat(1),
        text: fc.nat(3),
      }),
      { minLength: 3, maxLength: 12 },
    ),
  })
  .map((made) => built(made));

interface Made {
  readonly language: string;
  readonly style: string;
  readonly days: number;
  readonly perSheet: boolean;
  readonly sided: boolean;
  readonly titled: boolean;
  readonly noted: boolean;
  readonly stated: boolean;
  readonly above: number;
  readonly deep: boolean;
  readonly heading: boolean;
  readonly joint: string;
  readonly order: readonly number[];
  readonly words: readonly number[];
  readonly rows: readonly { step: number; from: number; to: readonly number[]; all: boolean; side: number; text: number }[];
}

function built(made: Made): Layout {
  const { language, rows } = made;
  const several = made.perSheet && made.days > 1;
  const days = ONE_DAY.has(made.style) && !several ? 1 : Math.min(made.days, Math.max(1, Math.floor(rows.length / 2)));
  const spread = days > 1 && several;
  const names = NAMES[language] as readonly string[];
  const sides = SIDES[language] as readonly string[];
  // Every name stands alone in some row, or nobody could tell what a list is made of.
  const events: { day: number; at: number; meant: Meant; cells: readonly string[] }[] = [];
  let at = START;
  let day = 0;
  rows.forEach((row, i) => {
    const next = Math.min(days - 1, Math.floor((i * days) / rows.length));
    at = i === 0 || next !== day ? START + (next === 0 ? 0 : row.step) : Math.min(at + row.step, 23 * 60);
    day = next;
    const everyone = row.all && i > 0;
    const to = row.to.map((n) => names[n] as string);
    const side = made.sided ? (sides[i < 2 ? i : row.side] as string) : undefined;
    const number = `${i + 1}`;
    const text = `${(SENTENCES[language] as readonly string[])[row.text]} (${number})`;
    const title = `${language === 'ko' ? '상황' : 'Report'} ${number}`;
    const written = (STYLES[made.style] as Style)(at, spread && ONE_DAY.has(made.style) ? 0 : day);
    const meant: Meant = {
      number,
      at: day * 1440 + at - START,
      from: names[row.from] as string,
      to: everyone && !made.sided ? 'everyone' : to,
      ...(side === undefined ? {} : { side }),
      title: made.titled ? title : text,
      text,
    };
    const all = (EVERYONE[language] as readonly string[])[row.text % 2] as string;
    const cells = [
      number,
      written.date ?? '',
      written.time,
      side ?? '',
      meant.from,
      meant.to === 'everyone' ? all : (JOINTS[made.joint] as (names: readonly string[]) => string)(to),
      title,
      text,
      made.noted ? 'x' : '',
      made.stated ? 'Approved' : '',
    ];
    events.push({ day, at, meant, cells });
  });
  const dated = (STYLES[made.style] as Style)(START, 0).date !== undefined;
  const used = made.order.filter(
    (c) => (c !== 1 || dated) && (c !== 3 || made.sided) && (c !== 6 || made.titled) && (c !== 8 || made.noted) && (c !== 9 || made.stated),
  );
  const header = used.map((c) => {
    const words = (WORDS[language] as readonly (readonly string[])[])[c] as readonly string[];
    return words[(made.words[c] as number) % words.length] as string;
  });
  const above: Grid = [['EXERCISE HARBOUR LIGHT'], ['Draft 3', 'for comment'], []].slice(0, made.above);
  const group = used.map((c) => (c === 4 || c === 5 ? 'Addresses' : c === 6 || c === 7 ? 'Contents' : 'Event'));
  const sheetOf = (list: typeof events): Grid => [
    ...above,
    ...(made.deep ? [group] : []),
    header,
    ...list.map((e) => used.map((c) => e.cells[c] as string)),
  ];
  const sheets: Record<string, Grid> = {};
  if (spread)
    for (let d = 0; d < days; d++) sheets[language === 'ko' ? `${d + 1}일차` : `Day ${d + 1}`] = sheetOf(events.filter((e) => e.day === d));
  else sheets.MSEL = sheetOf(events);
  return {
    sheets,
    events: events.map((e) => e.meant),
    plain: !spread && !made.deep && !WEAK.has(made.joint),
    mayWait: WEAK.has(made.joint),
    time: made.style,
  };
}
