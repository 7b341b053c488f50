import type { CentreGiven, ControlLook } from '../../../kit/control/part.ts';
import { calledHere, saidEntries } from './entries.ts';
import { saidMarks } from './marks.tsx';
import { statementNews } from './news.ts';
import { Brought, PublicPlace, QuestionDetail, SaidDetail } from './parts.ts';
import { phrases } from './phrases.ts';

const centre: CentreGiven = {
  name: 'public',
  words: 'said',
  shows: ({ statements: { topics, statements, reports, questions } }) =>
    (topics?.list.length ?? 0) > 0 || statements.size + reports.size + questions.size > 0,
  Place: PublicPlace,
};

export const look: ControlLook & { readonly centre: CentreGiven } = {
  room: 'statements',
  phrases,
  happenings: statementNews,
  entries: saidEntries,
  marks: saidMarks,
  lane: { name: 'public', words: 'said', letter: 'P' },
  legend: [
    { name: 'kind.statement', order: 64, kind: 'statement' },
    { name: 'kind.reported', order: 65, kind: 'reported' },
    { name: 'kind.press-question', order: 66, kind: 'press-question' },
  ],
  Within: Brought,
  details: { said: SaidDetail, 'press-question': QuestionDetail },
  centre,
  called: (world, id) => {
    const thing = calledHere(world, id);
    return thing && { number: '', ...thing };
  },
};
