import type { Both } from '../report/words.ts';

const SAID: Readonly<Record<string, Both>> = {
  ItemReleased: { en: 'released information', ko: '정보 제공' },
  ItemGiven: { en: 'gave information', ko: '정보 제공' },
  RequestDecided: { en: 'decided a request for release', ko: '제공 요청 결정' },
  ItemRequested: { en: 'asked for information', ko: '정보 요청' },
  RecallMade: { en: 'recalled information', ko: '정보 회수' },
  MessageSent: { en: 'sent a message', ko: '메시지 발송' },
  StatementMade: { en: 'spoke in public', ko: '공개 발언' },
  DecisionTaken: { en: 'recorded a decision', ko: '결정 기록' },
  MatterOpened: { en: 'opened a matter', ko: '안건 상정' },
  ActDone: { en: 'acted in a matter', ko: '안건에 대한 행위' },
  MatterClosed: { en: 'closed a matter', ko: '안건 종결' },
  BracketSet: { en: 'put a bracket into a text', ko: '문안에 대괄호 삽입' },
  TextTabled: { en: 'tabled a text', ko: '문안 제출' },
  PlanActivated: { en: 'made a plan active', ko: '계획 발효' },
  StepStarted: { en: 'began a step of the plan', ko: '계획 단계 착수' },
  StepDone: { en: 'reported a step done', ko: '계획 단계 완료 보고' },
  InjectAcknowledged: { en: 'acknowledged an inject', ko: '상황 메시지 확인' },
  InjectRead: { en: 'acknowledged an inject', ko: '상황 메시지 확인' },
  InjectReleased: { en: 'released an inject', ko: '상황 메시지 투입' },
  InjectSkipped: { en: 'skipped an inject', ko: '상황 메시지 건너뜀' },
  InjectHeld: { en: 'held an inject', ko: '상황 메시지 보류' },
  VariableSet: { en: 'set a variable', ko: '변수 설정' },
  ClockJumped: { en: 'jumped the clock', ko: '시각 건너뛰기' },
  NoteWritten: { en: 'wrote a note', ko: '메모 작성' },
};

/** What an act was, in a few words. */
export const saidOf = (event: string): Both =>
  SAID[event] ?? { en: event.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase(), ko: `조치(${event})` };
