import type { Ms } from '@entente/engine';
import type { Language } from '../out/words.ts';

/** “12 min”, “90 s” as “1 min 30 s”; of what is less than a second, that it is. */
const span = (ms: Ms): string => {
  const [minutes, seconds] = split(ms);
  if (ms !== 0 && minutes + seconds === 0) return 'under 1 s';
  return [...(minutes > 0 || seconds === 0 ? [`${minutes} min`] : []), ...(seconds > 0 ? [`${seconds} s`] : [])].join(' ');
};
const spanKo = (ms: Ms): string => {
  const [minutes, seconds] = split(ms);
  if (ms !== 0 && minutes + seconds === 0) return '1초 미만';
  return [...(minutes > 0 || seconds === 0 ? [`${minutes}분`] : []), ...(seconds > 0 ? [`${seconds}초`] : [])].join(' ');
};
/** Whole seconds, as minutes and what is left of one. */
const split = (ms: Ms): readonly [minutes: number, seconds: number] => {
  const seconds = Math.round(Math.abs(ms) / 1_000);
  return [Math.floor(seconds / 60), seconds % 60];
};
const distance = (ms: Ms): string => (ms < 0 ? `up to ${span(ms)} before` : ms > 0 ? `${span(ms)} after` : 'once');
const distanceKo = (ms: Ms): string => (ms < 0 ? `최대 ${spanKo(ms)} 전` : ms > 0 ? `${spanKo(ms)} 후` : '시');

/** The words of a plan that is taken out, on paper, in a sheet, in a picture and in a calendar. */
const EN = {
  exercise: 'EXERCISE EXERCISE EXERCISE',
  version: (n: number) => `version ${n}`,
  draft: 'not agreed',
  agreed: 'agreed',
  active: 'under way',
  'active-unsigned': 'under way without an agreement',
  digest: 'digest',
  signed: (party: string, at: string) => `signed by ${party}, ${at}`,
  joined: (party: string, at: string) => `agreed to by ${party}, ${at}`,
  text: 'Text',
  steps: 'Steps',
  brackets: 'Still in brackets',
  asOf: (time: string) => `as of ${time}`,
  own: 'own',
  number: 'No',
  step: 'Step',
  lead: 'Lead',
  support: 'Support',
  tells: 'Tells',
  begins: 'Begins',
  duration: 'Duration',
  planned: 'Planned',
  actual: 'Actual or expected',
  latest: 'Latest end',
  state: 'State',
  slack: 'Slack',
  authority: 'Authority',
  decision: 'decision',
  from: 'Start',
  to: 'End',
  at: (time: string) => `at ${time}`,
  after: (list: string) => `after ${list}`,
  /** The time from one step to another; negative: before it. */
  relation: {
    FS: (step: string, ms: Ms) => (ms < 0 ? `${distance(ms)} ${step} ends` : ms > 0 ? `${distance(ms)} ${step}` : `after ${step}`),
    SS: (step: string, ms: Ms) => `starts ${distance(ms)} ${step} starts`,
    FF: (step: string, ms: Ms) => `ends ${distance(ms)} ${step} ends`,
  },
  most: (ms: Ms) => `(at most ${span(ms)})`,
  word: (party: string) => `on ${party}’s word`,
  decides: 'when its lead decides',
  /** How long something lasts, or is left; negative: by how much it is too late. */
  span: (ms: Ms) => `${ms < 0 ? '−' : ''}${span(ms)}`,
  late: (ms: Ms) => `${span(ms)} late`,
  /** Of a step that was to begin, and has not. */
  notBegun: 'not begun',
  movedBy: (step: string) => `moved by ${step}`,
  leftOut: 'leave it out',
  states: {
    planned: 'planned',
    waits: 'waits',
    running: 'running',
    blocked: 'blocked',
    hindered: 'held up',
    done: 'done',
    failed: 'failed',
  },
  now: 'now',
};
const KO: typeof EN = {
  exercise: '연습 연습 연습',
  version: (n) => `제${n}안`,
  draft: '미합의',
  agreed: '합의',
  active: '실행 중',
  'active-unsigned': '합의 없이 실행 중',
  digest: '요약값',
  signed: (party, at) => `${party} 서명, ${at}`,
  joined: (party, at) => `${party} 동의, ${at}`,
  text: '문안',
  steps: '단계',
  brackets: '미합의 문구',
  asOf: (time) => `${time} 기준`,
  own: '자체',
  number: '번호',
  step: '단계',
  lead: '주관',
  support: '지원',
  tells: '통보 대상',
  begins: '시작 조건',
  duration: '소요시간',
  planned: '계획',
  actual: '실제 또는 예상',
  latest: '최종 시각',
  state: '상태',
  slack: '여유',
  authority: '권한',
  decision: '결정',
  from: '시작',
  to: '종료',
  at: (time) => `${time} 이후`,
  after: (list) => `${list} 다음`,
  relation: {
    FS: (step, ms) => (ms === 0 ? `${step} 다음` : `${step} 종료 ${distanceKo(ms)}`),
    SS: (step, ms) => `${step} 시작 ${distanceKo(ms)} 시작`,
    FF: (step, ms) => `${step} 종료 ${distanceKo(ms)} 종료`,
  },
  most: (ms) => `(최대 ${spanKo(ms)})`,
  word: (party) => `${party} 통지 시`,
  decides: '주관 직책의 결정에 따름',
  span: (ms) => `${ms < 0 ? '−' : ''}${spanKo(ms)}`,
  late: (ms) => `${spanKo(ms)} 지연`,
  notBegun: '미시작',
  movedBy: (step) => `${step} 때문에 늦어짐`,
  leftOut: '삭제',
  states: { planned: '예정', waits: '대기', running: '진행 중', blocked: '중단', hindered: '장애 발생', done: '완료', failed: '실패' },
  now: '현재',
};
export const PLAN_WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ko: KO };
