import type { Rejection } from '../fact.ts';
import type { Actor, Context, Draft, Room } from '../room.ts';
import { reportAtom, statementAtom, topicAtom, touchesSaid } from './atoms.ts';
import { briefStatements } from './brief.ts';
import { codeSaid, judgeFlag, keepReading, releaseCodings, tellPair } from './coding.ts';
import type { StatementCommand } from './commands.ts';
import { evolve, initial } from './evolve.ts';
import type { StatementsEvent, StatementsState } from './language.ts';
import { dropQuestion, publishReport, putQuestion } from './press.ts';
import { speak } from './speak.ts';

function decide(ctx: Context, command: StatementCommand, by: Actor): Draft[] | Rejection {
  switch (command.type) {
    case 'Speak':
      return speak(ctx, command, by);
    case 'PutQuestion':
      return putQuestion(ctx, command, by);
    case 'DropQuestion':
      return dropQuestion(ctx, command, by);
    case 'PublishReport':
      return publishReport(ctx, command, by);
    case 'CodeSaid':
      return codeSaid(ctx, command, by);
    case 'KeepReading':
      return keepReading(ctx, command, by);
    case 'JudgeFlag':
      return judgeFlag(ctx, command, by);
    case 'TellPair':
      return tellPair(ctx, command, by);
    case 'ReleaseCodings':
      return releaseCodings(ctx, by);
  }
}

declare module '../world.ts' {
  interface Languages {
    readonly statements: Language<StatementsState, StatementCommand, StatementsEvent>;
  }
}

export const statementsRoom: Room<StatementsState, StatementCommand, StatementsEvent> = {
  commands: {
    Speak: true,
    PutQuestion: true,
    DropQuestion: true,
    PublishReport: true,
    CodeSaid: true,
    KeepReading: true,
    JudgeFlag: true,
    TellPair: true,
    ReleaseCodings: true,
  },
  // What was heard is coded to the end of the talk about it.
  afterEnd: { commands: ['CodeSaid', 'JudgeFlag', 'ReleaseCodings'], waits: [] },
  events: {
    TopicsGiven: true,
    TermPlanned: true,
    MeaningGiven: true,
    PairTold: true,
    SaidPlanned: true,
    SaidBrought: true,
    LineGiven: true,
    LineNamed: true,
    AgreementProposed: true,
    MeaningAgreed: true,
    PublicityAgreed: true,
    AgreementMade: true,
    StatementMade: true,
    SpeakerNamed: true,
    SaidFor: true,
    SaidLinked: true,
    ClaimsMeant: true,
    ReadingKept: true,
    ClaimsHeard: true,
    CodingReleased: true,
    FlagJudged: true,
    ReportMade: true,
    QuestionPut: true,
    QuestionDropped: true,
    ConferenceOpened: true,
    QuestionQueued: true,
    QueuedText: true,
    ConferenceClosed: true,
    PostPlanned: true,
    PostsSwitched: true,
    PostTaken: true,
    PostShown: true,
    SaidTranslated: true,
    PressGiven: true,
    StatementDrafted: true,
    DraftWorded: true,
    ClearanceAsked: true,
    ClearanceDone: true,
    EditNoted: true,
    ClearanceLapsed: true,
    ClearanceProlonged: true,
    StatementDraftDropped: true,
    JointAgreed: true,
    JointHandGiven: true,
    EmbargoGiven: true,
  },
  initial,
  brief: briefStatements,
  decide,
  evolve,
  touches: touchesSaid,
  atoms: { statement: statementAtom, report: reportAtom, topic: topicAtom },
  *find({ statements: { statements, reports } }) {
    for (const { id, at, card } of statements.values())
      yield { kind: 'statement', id, at, title: card.question?.text ?? '', texts: [card.question?.text, card.text, card.venue] };
    for (const { id, at, card } of reports.values()) yield { kind: 'report', id, at, title: card.title, texts: [card.title, card.text] };
  },
};
