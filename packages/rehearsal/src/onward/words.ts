import type { AnyEvent, Recorded, Text } from '@entente/engine';
import { type Both, bothOf, type Naming } from '../report/words.ts';

/** What people do, in the words of the review. */
const SAID: Readonly<Partial<Record<AnyEvent['type'], Both>>> = {
  ItemReleased: { en: 'released information', ko: '자료 제공' },
  ItemGiven: { en: 'released information', ko: '자료 제공' },
  ItemDerived: { en: 'made a sanitised version', ko: '편집본 작성' },
  ItemRevised: { en: 'revised information', ko: '자료 개정' },
  ItemRead: { en: 'read information', ko: '자료 읽음' },
  ItemAcknowledged: { en: 'acknowledged information', ko: '자료 확인' },
  ItemRequested: { en: 'requested information', ko: '제공 요청' },
  RequestDecided: { en: 'decided a request', ko: '제공 요청에 대한 결정' },
  RequestWithdrawn: { en: 'withdrew a request', ko: '제공 요청 철회' },
  RecallMade: { en: 'recalled information', ko: '회수 요청' },
  DestructionConfirmed: { en: 'confirmed the destruction of information', ko: '파기 확인' },
  MessageSent: { en: 'sent a message', ko: '메시지 발송' },
  MessageRead: { en: 'read a message', ko: '메시지 읽음' },
  MessageAcknowledged: { en: 'acknowledged a message', ko: '메시지 확인' },
  NoteWritten: { en: 'wrote a note', ko: '메모 작성' },
  StatementMade: { en: 'made a statement', ko: '발표' },
  StatementDrafted: { en: 'began to draft a statement', ko: '발표 문안 작성 시작' },
  DraftWorded: { en: 'worded a statement', ko: '발표 문안 작성' },
  ClearanceAsked: { en: 'asked for clearance', ko: '사전 승인 요청' },
  ReportMade: { en: 'published a report', ko: '보도' },
  QuestionPut: { en: 'put a question', ko: '질문' },
  QuestionDropped: { en: 'left a question without an answer', ko: '질문에 답하지 않기로 함' },
  ConferenceOpened: { en: 'opened a press conference', ko: '기자회견 시작' },
  ConferenceClosed: { en: 'closed a press conference', ko: '기자회견 종료' },
  DecisionTaken: { en: 'recorded a decision', ko: '결정 기록' },
  MatterOpened: { en: 'opened a matter', ko: '안건 상정' },
  ActDone: { en: 'acted in a matter', ko: '안건에 대한 의견·조치' },
  DraftKept: { en: 'kept a draft of a position', ko: '의견 초안 작성' },
  DraftDropped: { en: 'dropped a draft', ko: '초안 삭제' },
  MatterProlonged: { en: 'prolonged a matter', ko: '안건 기한 연장' },
  MatterClosed: { en: 'closed a matter', ko: '안건 종결' },
  TextTabled: { en: 'tabled a text', ko: '문안 상정' },
  BracketSet: { en: 'set a bracket in a text', ko: '미합의 문구 제시' },
  BracketTaken: { en: 'took a wording', ko: '문구 수용' },
  BracketDropped: { en: 'dropped a bracket', ko: '미합의 문구 철회' },
  BoardOpened: { en: 'opened a comparison of options', ko: '대응방안 비교 시작' },
  CriterionSet: { en: 'set a criterion', ko: '기준 제시' },
  CriterionTaken: { en: 'took a criterion', ko: '기준 수용' },
  CriterionDropped: { en: 'dropped a criterion', ko: '기준 철회' },
  OptionTabled: { en: 'tabled an option', ko: '대응방안 제시' },
  OptionChanged: { en: 'changed an option', ko: '대응방안 수정' },
  OptionDropped: { en: 'dropped an option', ko: '대응방안 철회' },
  ScoreKept: { en: 'scored an option', ko: '대응방안 평점 부여' },
  WeightKept: { en: 'weighed a criterion', ko: '기준 비중 부여' },
  RedLineKept: { en: 'set a red line', ko: '수용 불가 설정' },
  ScoresAsked: { en: 'asked for an assessment', ko: '평가 문의' },
  AssessmentTold: { en: 'told an assessment', ko: '평가 통보' },
  PlanDrafted: { en: 'made an option a plan', ko: '대응방안을 계획으로 상정' },
  PlanActivated: { en: 'made a plan active', ko: '계획 실행 개시' },
  OwnStepKept: { en: 'kept an own step', ko: '자체 단계 저장' },
  OwnStepMarked: { en: 'marked an own step', ko: '자체 단계 표시' },
  WordGiven: { en: 'gave the word for a step', ko: '단계 통지' },
  StepStarted: { en: 'began a step of the plan', ko: '계획 단계 착수' },
  StepReported: { en: 'reported on a step', ko: '계획 단계 보고' },
  StepBlocked: { en: 'reported a step blocked', ko: '계획 단계 중단 보고' },
  StepUnblocked: { en: 'reported a step under way again', ko: '계획 단계 재개 보고' },
  StepDone: { en: 'reported a step done', ko: '계획 단계 완료 보고' },
  StepFailed: { en: 'reported a step failed', ko: '계획 단계 실패 보고' },
  StepHandedOver: { en: 'handed a step over', ko: '계획 단계 인계' },
  StepHindered: { en: 'held a step up', ko: '계획 단계에 장애 부여' },
  HindranceLifted: { en: 'let a step go on', ko: '계획 단계 장애 해소' },
  InjectRead: { en: 'read an inject', ko: '상황 읽음' },
  InjectAcknowledged: { en: 'acknowledged an inject', ko: '상황 확인' },
  InjectReleased: { en: 'released an inject', ko: '상황 부여' },
  InjectSkipped: { en: 'skipped an inject', ko: '상황 생략' },
  InjectRestored: { en: 'restored an inject', ko: '상황 복원' },
  InjectHeld: { en: 'held an inject back', ko: '상황 보류' },
  HoldLifted: { en: 'no longer held an inject back', ko: '상황 보류 해제' },
  InjectTimed: { en: 'set the time of an inject', ko: '상황 시각 변경' },
  InjectCorrected: { en: 'corrected an inject', ko: '상황 정정' },
  InjectWithdrawn: { en: 'withdrew an inject', ko: '상황 철회' },
  ExpectedJudged: { en: 'judged an expected action', ko: '예상조치 판정' },
  VariableSet: { en: 'set a variable', ko: '변수 설정' },
  MoveBegan: { en: 'began a move', ko: '국면 개시' },
  ClockPaused: { en: 'paused the clock', ko: '일시정지' },
  ClockStarted: { en: 'let the clock run on', ko: '시계 재개' },
  ClockJumped: { en: 'jumped the clock', ko: '시각 이동' },
  RateSet: { en: 'set the rate of the clock', ko: '배속 변경' },
  RollCalled: { en: 'called the roll', ko: '인원 점검 실시' },
  RollAnswered: { en: 'answered the roll-call', ko: '인원 점검 응답' },
  PersonSeated: { en: 'took the seat', ko: '착석' },
  PersonLeft: { en: 'left the seat', ko: '이석' },
};
/** What has no words of its own: who and when say enough to find it. */
const ACTED: Both = { en: 'acted', ko: '조치' };

/** What an act was, in a few words. */
export const saidOf = (type: AnyEvent['type']): Both => SAID[type] ?? ACTED;

const NAMES = ['title', 'name', 'subject'] as const;
const WHOLES = ['inject', 'item', 'matter', 'decision', 'request', 'text', 'board', 'option', 'task', 'draft', 'question', 'of'] as const;
type Loose = Readonly<Record<string, unknown>>;

/** What an act was about, as it is called: by itself, by its inject, or by the thing on the record that it names. */
export function aboutOf(event: AnyEvent, events: readonly Recorded[], naming: Naming): Both | undefined {
  // Who sits where is no news, and a person’s name is none of a report’s.
  if (event.type === 'PersonSeated') return undefined;
  const fields = event as unknown as Loose;
  const own = nameIn(fields);
  if (own) return bothOf(own);
  for (const whole of WHOLES) {
    const id = fields[whole];
    if (typeof id !== 'string') continue;
    // A thing is known by the event that made it, or by an id of its own in that.
    const made = events.find(
      ({ id: own, event: e }) => (own === id || (e as unknown as Loose)[whole] === id) && nameIn(e as unknown as Loose),
    );
    if (made?.event.type === 'InjectPlanned' && made.event.card.scenario !== undefined) return naming.inject(made.event.card.scenario);
    const name = made && nameIn(made.event as unknown as Loose);
    if (name) return bothOf(name);
  }
  return undefined;
}

function nameIn(fields: Loose): Text | undefined {
  const card = typeof fields.card === 'object' && fields.card !== null ? (fields.card as Loose) : {};
  for (const place of [card, fields])
    for (const name of NAMES) {
      const text = place[name];
      if (typeof text === 'string' || (typeof text === 'object' && text !== null)) return text as Text;
    }
  return undefined;
}
