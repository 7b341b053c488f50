import { clockStatus } from '../clock/clock.ts';
import { isBetween, isPassed } from '../deadlines.ts';
import type { Rejection } from '../fact.ts';
import type { Actor, Coming, Context, Draft, Room, Things } from '../room.ts';
import { agreed, propose } from './agree.ts';
import type { AgreeCommand, ConferenceCommand } from './agree-commands.ts';
import { alarmsOf, rung } from './alarms.ts';
import { reportAtom, statementAtom, topicAtom, touchesSaid } from './atoms.ts';
import { briefStatements } from './brief.ts';
import { askClearance, clearDraft, noteEdit, prolongClearance } from './clear.ts';
import { codeSaid, judgeFlag, keepReading, releaseCodings, tellPair } from './coding.ts';
import type { StatementCommand } from './commands.ts';
import { callQuestion, closeConference, openConference, queueQuestion, switchPosts } from './conference.ts';
import type { DeskCommand } from './desk-commands.ts';
import { draftStatement, dropDraft, publishDraft, wordDraft } from './drafts.ts';
import { evolve, initial } from './evolve.ts';
import { giveHand, giveUnderEmbargo, releaseEarly } from './joint.ts';
import type { StatementsEvent, StatementsState } from './language.ts';
import { dropQuestion, publishReport, putQuestion } from './press.ts';
import { statementsSettling } from './settle.ts';
import { speak } from './speak.ts';
import { dueOf, standing, wordedIn } from './standing.ts';
import { statementsCard, statementsWaits } from './waits.ts';

function decide(ctx: Context, command: SpeakingCommand, by: Actor): Draft[] | Rejection {
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
    default:
      return decideDesk(ctx, command, by);
  }
}

function decideDesk(ctx: Context, command: DeskCommand | AgreeCommand | ConferenceCommand, by: Actor): Draft[] | Rejection {
  switch (command.type) {
    case 'DraftStatement':
      return draftStatement(ctx, command, by);
    case 'WordDraft':
      return wordDraft(ctx, command, by);
    case 'AskClearance':
      return askClearance(ctx, command, by);
    case 'ClearDraft':
      return clearDraft(ctx, command, by);
    case 'NoteEdit':
      return noteEdit(ctx, command, by);
    case 'ProlongClearance':
      return prolongClearance(ctx, command, by);
    case 'PublishDraft':
      return publishDraft(ctx, command, by);
    case 'DropStatementDraft':
      return dropDraft(ctx, command, by);
    default:
      return decideTogether(ctx, command, by);
  }
}

function decideTogether(ctx: Context, command: AgreeCommand | ConferenceCommand, by: Actor): Draft[] | Rejection {
  switch (command.type) {
    case 'ProposeLine':
    case 'ProposeMeaning':
    case 'ProposePublicity':
    case 'ProposeJoint':
      return propose(ctx, command, by);
    case 'GiveHand':
      return giveHand(ctx, command, by);
    case 'ReleaseEarly':
      return releaseEarly(ctx, command, by);
    case 'GiveUnderEmbargo':
      return giveUnderEmbargo(ctx, command, by);
    case 'OpenConference':
      return openConference(ctx, command, by);
    case 'QueueQuestion':
      return queueQuestion(ctx, command, by);
    case 'CallQuestion':
      return callQuestion(ctx, command, by);
    case 'CloseConference':
      return closeConference(ctx, command, by);
    case 'SwitchPosts':
      return switchPosts(ctx, command, by);
  }
}

type SpeakingCommand = StatementCommand | DeskCommand | AgreeCommand | ConferenceCommand;

declare module '../world.ts' {
  interface Languages {
    readonly statements: Language<StatementsState, SpeakingCommand, StatementsEvent>;
  }
}

/** Where all that was said in public stands. */
const SAID: readonly Things[] = [
  ['statements', 'statements'],
  ['statements', 'reports'],
];

export const statementsRoom: Room<StatementsState, SpeakingCommand, StatementsEvent> = {
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
    DraftStatement: true,
    WordDraft: true,
    AskClearance: true,
    ClearDraft: true,
    NoteEdit: true,
    ProlongClearance: true,
    PublishDraft: true,
    DropStatementDraft: true,
    ProposeLine: true,
    ProposeMeaning: true,
    ProposePublicity: true,
    ProposeJoint: true,
    GiveHand: true,
    ReleaseEarly: true,
    GiveUnderEmbargo: true,
    OpenConference: true,
    QueueQuestion: true,
    CallQuestion: true,
    CloseConference: true,
    SwitchPosts: true,
  },
  // What was heard is coded to the end of the talk about it.
  afterEnd: { commands: ['CodeSaid', 'JudgeFlag', 'ReleaseCodings'], waits: ['code', 'flag'] },
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
  hears: ['MatterClosed'],
  react(ctx, cause) {
    if ('alarm' in cause) return rung(ctx, cause.alarm);
    return 'event' in cause && cause.event.type === 'MatterClosed' ? agreed(ctx, cause.event.matter, cause.event.outcome) : [];
  },
  alarms: alarmsOf,
  waits: statementsWaits,
  waitsAmong: {
    ...{ question: 'questions', clearance: 'drafts', edit: 'drafts', publish: 'drafts', hand: 'joints' },
    ...{ code: SAID, flag: SAID },
  },
  waitsFor: { code: 'control', flag: 'control' },
  settle: statementsSettling,
  card: statementsCard,
  comes(world, _viewer, from, to) {
    if (clockStatus(world) === 'ended') return [];
    const open = [...world.statements.drafts.values()].filter((d) => !d.published && !d.dropped);
    const joints = [...world.statements.joints.values()].flatMap(({ id, card }): Coming[] =>
      isBetween(card.release, from, to) ? [{ kind: 'joint', id, at: card.release }] : [],
    );
    const clearances = open.flatMap((draft) =>
      wordedIn(draft).flatMap((language): Coming[] =>
        standing(draft, language).holders.flatMap((seat): Coming[] => {
          const at = dueOf(draft, language, seat);
          return at !== undefined && isPassed(at, from, to) ? [{ kind: 'clearance', id: draft.id, at, stops: true }] : [];
        }),
      ),
    );
    return [...joints, ...clearances];
  },
  touches: touchesSaid,
  atoms: { statement: statementAtom, report: reportAtom, topic: topicAtom },
  *find({ statements: { statements, reports } }) {
    for (const { id, at, card } of statements.values())
      yield { kind: 'statement', id, at, title: card.question?.text ?? '', texts: [card.question?.text, card.text, card.venue] };
    for (const { id, at, card } of reports.values()) yield { kind: 'report', id, at, title: card.title, texts: [card.title, card.text] };
  },
};
