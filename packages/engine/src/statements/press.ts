import { type Address, split } from '../audience.ts';
import type { Rejection } from '../fact.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import { refusedClaims } from './claims.ts';
import type { StatementCommand } from './commands.ts';
import { deskOf, maySpeak } from './desk.ts';
import type { Report, Statement } from './language.ts';
import { reportsToFewer } from './speak.ts';
import { actingSeat, entityOf, mediumOf, outletOf, refuse, saidFor } from './voices.ts';

/** What outlets do: control asks and reports for them. */
type Of<T extends StatementCommand['type']> = Extract<StatementCommand, { type: T }>;

export function putQuestion(ctx: Context, { speaker, to, text, venue, due }: Of<'PutQuestion'>, by: Actor): Draft[] | Rejection {
  const outlet = outletOf(ctx, speaker, by);
  if (typeof outlet !== 'string') return outlet;
  const wrong = to.find((a) => !['seat', 'cell', 'party'].includes(split(a)[0]) || ctx.roster.members(a).length === 0);
  if (wrong !== undefined)
    return refuse('no-such-address', `“${wrong}” is nobody whom an outlet can ask. Choose from the list.`, { address: wrong });
  const party = ctx.roster.partyOf(by.seat);
  if (party !== undefined && to.some((a) => ctx.roster.partyOf(a) !== party))
    return refuse('no-such-address', 'You ask your own side. Lead control asks others.');
  const parties = new Set(to.map((a) => ctx.roster.partyOf(a)));
  if (parties.size > 1) return refuse('one-side', 'A question is put to one side: another hears of it in public.');
  if (due !== undefined && due <= ctx.now) return refuse('in-the-past', 'That time has passed. Choose a later one.');
  const question = ctx.id();
  const whom = [...new Set(to)];
  return [
    { id: question, event: { type: 'QuestionPut', by: outlet, to: whom, text, venue, due }, to: toldOf(ctx, whom) },
    ...saidFor(question, outlet, by),
  ];
}

/** Those to whom a question is put, and the press desk of their side: it answers. */
export function toldOf(ctx: Pick<Context, 'world' | 'roster'>, to: readonly Address[]): Address[] {
  const parties = [...new Set(to.map((a) => ctx.roster.partyOf(a)))].filter((p) => p !== undefined);
  return [...new Set([...to, ...parties.flatMap((p) => deskOf(ctx.world, ctx.roster, p))])];
}

export function dropQuestion(ctx: Context, { question: id, speaker }: Of<'DropQuestion'>, by: Actor): Draft[] | Rejection {
  const isOutlets = split(by.seat)[0] === 'control' && speaker !== undefined && entityOf(ctx.world, speaker) !== undefined;
  const seat = isOutlets ? outletOf(ctx, speaker, by) : actingSeat(ctx, speaker, by);
  if (typeof seat !== 'string') return seat;
  const question = ctx.seen(isOutlets ? by.seat : seat).statements.questions.get(id);
  if (!question || (isOutlets && question.by !== seat)) return unknown('question');
  if (!isOutlets && !maySpeak(ctx.roster, seat))
    return refuse('may-not-speak', 'Your seat may not speak to the public. Ask your spokesperson.');
  if (question.dropped) return refuse('dropped-already', 'This question was set aside already.');
  if (!isOutlets && question.to.includes('public'))
    return refuse('asked-in-public', 'It was asked in public: answer it, or say that you do not.');
  return [{ event: { type: 'QuestionDropped', question: id, by: seat }, to: ctx.holdersAmong(['public'], id) }];
}

/** What an outlet can have seen: what is public, and what was said to it off the record. */
export function mayHaveRead(outlet: Address, said: Statement | Report): boolean {
  return !('attribution' in said.card) || said.card.attribution !== 'off-record' || said.card.outlet === outlet;
}

export function publishReport(ctx: Context, command: Of<'PublishReport'>, by: Actor): Draft[] | Rejection {
  const outlet = outletOf(ctx, command.speaker, by);
  if (typeof outlet !== 'string') return outlet;
  const seen = ctx.seen(by.seat);
  const own = seen.statements;
  const reads = [...new Set(command.reads)];
  for (const id of reads) {
    const joint = own.joints.get(id);
    if (joint?.embargoes.some((e) => e.outlets.includes(outlet))) continue;
    if (joint) return refuse('not-seen', 'This outlet was not given that text. Leave it out.');
    const said = own.statements.get(id) ?? own.reports.get(id);
    if (!said) return unknown('statement or report');
    if (!mayHaveRead(outlet, said))
      return refuse('not-seen', 'This outlet cannot have seen that: it was said off the record to another. Leave it out.');
  }
  const corrected = command.corrects === undefined ? undefined : own.reports.get(command.corrects);
  if (command.corrects !== undefined && !corrected) return refuse('never-said', 'No outlet reported that. Choose from the list.');
  if (corrected && corrected.card.outlet !== outlet)
    return refuse('not-yours', 'Another outlet reported that. Only whoever reported it corrects it.');
  const fewer = corrected && reportsToFewer(corrected.card, command);
  if (fewer) return fewer;
  const wrong = refusedClaims(seen, command.claims ?? []);
  if (wrong) return wrong;
  const { title, text, claims } = command;
  if (claims !== undefined && by.seat !== 'control')
    return refuse('lead-codes', 'Lead control codes what outlets report. Leave the topics out.');
  const said = ctx.id();
  const medium = mediumOf(ctx.world, outlet);
  const drafts: Draft[] = [{ id: said, event: { type: 'ReportMade', card: { outlet, medium, title, text } }, to: ['public'] }];
  for (const id of reads) drafts.push({ event: { type: 'SaidLinked', said, how: 'reads', to: id }, to: ctx.holdersAmong(['public'], id) });
  if (corrected)
    drafts.push({ event: { type: 'SaidLinked', said, how: 'corrects', to: corrected.id }, to: ctx.holdersAmong(['public'], corrected.id) });
  if (claims !== undefined) drafts.push({ event: { type: 'ClaimsHeard', said, claims }, to: ['control'] });
  return [...drafts, ...saidFor(said, outlet, by)];
}
