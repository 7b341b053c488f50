import type { SeatPart } from '../../../kit/seat/part.ts';
import { asks } from './asks.ts';
import { answersInPublic, atDesk, maySpeak } from './desk.ts';
import { statementLines } from './lines.ts';
import { Doing, DraftActs, DraftView, Press, QuestionView, ReportView, SpeakWriting, StatementView, WallPanel } from './parts.ts';

export const seat: SeatPart = {
  room: 'statements',
  inbox: statementLines,
  asks,
  filters: [
    { name: 'statement', order: 20 },
    { name: 'question', order: 21 },
    { name: 'draft', order: 22 },
  ],
  writes: [{ name: 'statement', order: 70, icon: 'megaphone', may: ({ world, seat: own }) => maySpeak(world, own), Form: SpeakWriting }],
  answers: ({ world, seat: own }, line) => (answersInPublic(world, own, line) ? 'statement' : undefined),
  made: ({ statements: { statements, drafts } }, events) => events.find((id) => statements.has(id) || drafts.has(id)),
  places: [
    {
      name: 'press',
      order: 30,
      icon: 'megaphone',
      holds: ({ world: { statements } }) => statements.topics !== undefined || statements.statements.size + statements.questions.size > 0,
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
    question: { View: QuestionView, icon: 'question', called: 'called.question' },
  },
};
