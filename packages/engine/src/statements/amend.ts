import type { Id, Rejection, Text } from '../fact.ts';
import type { Context, Draft } from '../room.ts';
import { brought, heard } from './bring.ts';
import { toldOf } from './press.ts';
import { reachesFewer, reportsToFewer, say } from './speak.ts';

/** What becomes of what an inject said, or asked, when its inject is corrected or withdrawn. */

interface Words {
  readonly title: Text;
  readonly text: Text;
}

/**
 * Sets right what an inject said in public, in the same voice: whoever heard the first hears that it was corrected, and what it
 * claims is heard anew.
 */
export function correctSaid(ctx: Context, inject: Id, { title, text }: Words): Draft[] | Rejection {
  const { brought, statements, reports } = ctx.world.statements;
  const first = brought.get(inject)?.said ?? '';
  const [statement, report] = [statements.get(first), reports.get(first)];
  if (statement) {
    const { card, named } = statement;
    const by = card.by ?? named?.by;
    const fewer = reachesFewer(card.text, text);
    if (fewer) return fewer;
    return by === undefined ? [] : say(ctx, { card: { ...card, text }, by, corrects: first }).drafts;
  }
  if (!report) return [];
  const fewer = reportsToFewer(report.card, { title, text });
  if (fewer) return fewer;
  const said = ctx.id();
  return [
    { id: said, event: { type: 'ReportMade', card: { ...report.card, title, text } }, to: ['public'] },
    { event: { type: 'SaidLinked', said, how: 'corrects', to: first }, to: ctx.holdersAmong(['public'], first) },
    ...heard(said, report.card.medium === 'post' ? [] : undefined),
  ];
}

/**
 * The question that came with a delivery: an outlet takes it back, and with `anew` puts it in these words, until the same time.
 * One that was answered stays as it was put.
 */
export function amendAsked(ctx: Context, delivery: Id, anew?: Words): Draft[] {
  const { questions, statements } = ctx.world.statements;
  const old = [...questions.values()].findLast((q) => q.links.some((l) => l.how === 'brought' && l.to === delivery));
  const isOver =
    old?.dropped !== undefined || [...statements.values()].some((s) => s.links.some((l) => l.how === 'answers' && l.to === old?.id));
  if (!old || isOver) return [];
  const dropped: Draft = { event: { type: 'QuestionDropped', question: old.id, by: old.by }, to: ctx.holdersAmong(['public'], old.id) };
  if (!anew) return [dropped];
  const { by, to, venue, due } = old;
  // Others’ questions must not show in its id.
  const said = ctx.idsOf(`${old.id} anew`)();
  const told = toldOf(ctx, to);
  const put: Draft = { id: said, event: { type: 'QuestionPut', by, to, text: anew.text, venue, due }, to: told };
  return [dropped, put, brought(ctx, said, delivery, to, told)];
}
