import type { Meaning, Template } from '../msel/reading.ts';
import type { Language } from './words.ts';

/** How an office lays out its MSEL: which fields, in which order, under which headers. */
export const PRESETS = ['hseep', 'nato', 'uk'] as const;
export type Preset = (typeof PRESETS)[number];

export interface Column {
  readonly field: string;
  readonly header: string;
  /** In characters. */
  readonly width: number;
}

/** Field and headers in English and Korean. HSEEP: template of FEMA's MSEL; NATO: MEL/MIL of Bi-SC 75-3; UK: main events list of the Cabinet Office's guidance. */
const LAYOUTS: Record<Preset, readonly (readonly [field: string, en: string, ko: string])[]> = {
  hseep: [
    ['number', 'Event Number', '상황 번호'],
    ['time', 'Designated Scenario Time', '시나리오 시각'],
    ['actual', 'Actual Time', '실제 부여 시각'],
    ['kind', 'Event Type', '상황 유형'],
    ['channel', 'Inject Mode', '전달 수단'],
    ['from', 'From', '발신'],
    ['to', 'To', '수신'],
    ['title', 'Title', '제목'],
    ['text', 'Message', '내용'],
    ['objective', 'Exercise Objective', '연습 목표'],
    ['controller', 'Responsible Controller', '담당 통제관'],
    ['status', 'Status', '상태'],
    ['note', 'Controller Notes', '통제관 참고'],
    ['trigger', 'Trigger', '부여 조건'],
    ['happened', 'What Happened', '실제 경과'],
  ],
  nato: [
    ['number', 'Serial', '일련번호'],
    ['time', 'Planned Time', '예정 시각'],
    ['actual', 'Actual Time', '실제 부여 시각'],
    ['objective', 'Training Objective', '훈련 목표'],
    ['kind', 'Type', '유형'],
    ['from', 'From', '발신'],
    ['to', 'Action To', '수신'],
    ['channel', 'Means', '수단'],
    ['title', 'Subject', '제목'],
    ['text', 'Inject Text', '상황 내용'],
    ['controller', 'Responsible', '담당'],
    ['status', 'Status', '상태'],
    ['note', 'Remarks', '비고'],
    ['trigger', 'Trigger', '부여 조건'],
    ['happened', 'What Happened', '실제 경과'],
  ],
  uk: [
    ['number', 'No.', '번호'],
    ['time', 'Time', '시각'],
    ['actual', 'Actual Time', '실제 부여 시각'],
    ['channel', 'Method', '방법'],
    ['from', 'From', '발신'],
    ['to', 'To', '수신'],
    ['title', 'Subject', '제목'],
    ['text', 'Inject', '내용'],
    ['kind', 'Type', '유형'],
    ['controller', 'Lead Controller', '담당 통제관'],
    ['objective', 'Objective', '목표'],
    ['status', 'Status', '상태'],
    ['note', 'Notes', '참고'],
    ['trigger', 'Trigger', '부여 조건'],
    ['happened', 'What Happened', '실제 경과'],
  ],
};
const WIDTHS: Readonly<Record<string, number>> = {
  ...{ number: 9, time: 17, actual: 17, kind: 16, channel: 12, from: 20, to: 26, title: 34, text: 60 },
  ...{ objective: 24, controller: 20, status: 14, note: 34, trigger: 18, happened: 34 },
};
/** The first column of every export: by it a row is known again. Never a column of the MSEL. */
export const ID_HEADER = 'Entente ID';

/** What a column of a planner's own template is called here. */
const FIELDS: Partial<Record<Meaning, string>> = {
  ...{ number: 'number', time: 'time', type: 'kind', channel: 'channel', from: 'from', to: 'to', title: 'title', text: 'text' },
  ...{ objective: 'objective', status: 'status', responsible: 'controller', notes: 'note' },
};

/** The columns of an export; `fields` are those that there are, a text in two languages as two. */
export function columnsOf(layout: Preset | Template, fields: readonly string[], language: Language): Column[] {
  const wanted: (readonly [string, string])[] =
    typeof layout === 'string'
      ? LAYOUTS[layout].map(([field, en, ko]) => [field, language === 'en' ? en : ko] as const)
      : ofTemplate(layout, language);
  return wanted.flatMap(([field, header]) =>
    fields
      .filter((f) => f === field || f.startsWith(`${field}.`))
      .map((f) => ({ field: f, header: f === field ? header : `${header} [${f.slice(field.length + 1)}]`, width: WIDTHS[field] ?? 20 })),
  );
}

/** The office's own headers in its own order; what it has no column for follows under the usual ones. */
function ofTemplate({ columns = {} }: Template, language: Language): (readonly [string, string])[] {
  const own: (readonly [string, string])[] = [];
  for (const [header, meaning] of Object.entries(columns)) {
    const field = FIELDS[meaning];
    if (field !== undefined && !own.some(([f]) => f === field) && !/^(column:|#)/.test(header)) own.push([field, header]);
  }
  const rest = LAYOUTS.hseep.filter(([field]) => !own.some(([f]) => f === field));
  return [...own, ...rest.map(([field, en, ko]) => [field, language === 'en' ? en : ko] as const)];
}
