import type { SeatLook, SeatPart } from '../../../kit/seat/part.ts';
import { asks } from './asks.ts';
import { agrees, answersInPublic, atDesk, maySpeak } from './desk.ts';
import { statementLines } from './lines.ts';
import {
  AgreementBelow,
  AgreeWriting,
  ConferenceView,
  ConferenceWriting,
  Doing,
  DraftActs,
  DraftView,
  JointActs,
  JointView,
  Press,
  QuestionView,
  ReportView,
  SpeakWriting,
  StatementView,
  WallPanel,
} from './parts.ts';

const speaks = ({ world, seat: own }: SeatLook): boolean => maySpeak(world, own);

export const seat: SeatPart = {
  room: 'statements',
  inbox: statementLines,
  asks,
  filters: [
    { name: 'statement', order: 20 },
    { name: 'question', order: 21 },
    { name: 'draft', order: 22 },
    { name: 'joint', order: 23 },
    { name: 'conference', order: 24 },
  ],
  writes: [
    { name: 'statement', order: 70, icon: 'megaphone', may: speaks, Form: SpeakWriting },
    { name: 'conference', order: 71, icon: 'speak', may: speaks, Form: ConferenceWriting },
    { name: 'agree', order: 72, icon: 'table', may: ({ world, seat: own }) => agrees(world, own), Form: AgreeWriting },
  ],
  answers: ({ world, seat: own }, line) => answersInPublic(world, own, line),
  made: ({ statements: { statements, drafts, conferences } }, events) =>
    events.find((id) => statements.has(id) || drafts.has(id) || conferences.has(id)),
  Below: AgreementBelow,
  places: [
    {
      name: 'press',
      order: 30,
      icon: 'megaphone',
      holds: ({ world: { statements } }) =>
        statements.topics !== undefined || statements.statements.size + statements.questions.size + statements.conferences.size > 0,
      List: Press,
      Beside: WallPanel,
      beside: ({ world, seat: own }) => atDesk(world, own),
    },
  ],
  kinds: {
    statement: {
      View: StatementView,
      icon: 'megaphone',
      called: 'called.statement',
      acts: ({ world, seat: own }, { id }) => {
        const said = world.statements.statements.get(id);
        return said && maySpeak(world, own, said.card.parties ?? [said.card.party])
          ? [{ act: 'correct', says: 'act.correct', icon: 'undo' }]
          : [];
      },
      Doing,
    },
    report: {
      View: ReportView,
      icon: 'news',
      called: 'called.report',
      acts: ({ world, seat: own }) => (maySpeak(world, own) ? [{ act: 'correct', says: 'act.setRight', icon: 'undo' }] : []),
      Doing,
    },
    draft: { View: DraftView, icon: 'write', called: 'called.draft', Acts: DraftActs },
    joint: { View: JointView, icon: 'megaphone', called: 'called.joint', Acts: JointActs },
    conference: { View: ConferenceView, icon: 'speak', called: 'called.conference' },
    question: { View: QuestionView, icon: 'question', called: 'called.question' },
  },
};
