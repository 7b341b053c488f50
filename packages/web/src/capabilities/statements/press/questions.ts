import { type Id, isPast, type Ms, type World, wasJumped } from '@entente/engine';
import type { Question, Statement } from '@entente/engine/statements';

/** An outlet’s question, and what became of it. */
export interface Standing {
  readonly question: Question;
  readonly answered: Statement | undefined;
  readonly dropped: boolean;
  /** Its time has passed without an answer. */
  readonly missed: boolean;
  /** The passing of its time is nobody’s lateness. */
  readonly jumped: boolean;
}

export function answerTo(world: World, question: Id): Statement | undefined {
  return [...world.statements.statements.values()].find((s) => s.links.some((l) => l.how === 'answers' && l.to === question));
}

export function standingOf(world: World, question: Question, now: Ms): Standing {
  const { due } = question;
  const answered = answerTo(world, question.id);
  const dropped = question.dropped !== undefined;
  const past = due !== undefined && isPast(due, now);
  return { question, answered, dropped, missed: past && !answered && !dropped, jumped: past && wasJumped(world, due) };
}

/** Questions in the order in which they press: missed ones first, then by their time; what is settled last. */
export function questionsOf(world: World, now: Ms): readonly Standing[] {
  const weight = (s: Standing): number => (s.answered || s.dropped ? 2 : s.missed ? 0 : 1);
  const due = (s: Standing): Ms => s.question.due ?? Number.MAX_SAFE_INTEGER;
  return [...world.statements.questions.values()]
    .map((question) => standingOf(world, question, now))
    .sort((a, b) => weight(a) - weight(b) || due(a) - due(b) || a.question.at - b.question.at);
}
