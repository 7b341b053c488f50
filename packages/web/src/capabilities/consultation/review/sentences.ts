import type { World } from '@entente/engine';
import { type ConsultationFigures, consultationFigures, openBracketSteps } from '@entente/engine/consultation';
import { evidenceOf } from '../../../kit/review/evidence.ts';
import type { Figure, Sentence } from '../../../kit/review/figures.ts';
import type { Wording } from '../../../kit/review/wording.ts';
import { evidenceOfMatter } from './course.ts';

/**
 * What an edition tells of consulting, in sentences whose figures open their events: decisions, answers, agreements, brackets.
 * `side`: the party whose edition it is, absent for lead control’s.
 */
export function consultationSentences(world: World, w: Pick<Wording, 'who'>, side: string | undefined): readonly (readonly Sentence[])[] {
  const figures = consultationFigures(world, side);
  return [
    [...deciding(world, figures, w), ...answering(world, figures)],
    [...silences(world, figures), ...agreeing(world, figures), ...bracketing(world)],
  ].filter((line) => line.length > 0);
}

const count = (value: number, evidence: readonly string[]): Figure => ({ value, unit: 'count', evidence: [...new Set(evidence)] });
const span = (value: number, evidence: readonly string[]): Figure => ({ value, unit: 'ms', evidence: [...new Set(evidence)] });
const ofMatters = (world: World, ids: readonly string[]): string[] => ids.flatMap((id) => evidenceOfMatter(world, id));

/** “3 decisions needed consultation first; 1 was taken before asking: the United States decided 15 min before it asked.” */
function deciding(world: World, { decisions }: ConsultationFigures, w: Pick<Wording, 'who'>): Sentence[] {
  const { unasked, toConsult: due } = decisions;
  if (due.length === 0) return [];
  const evidence = (ids: readonly string[]): string[] => evidenceOf(...ids.map((id) => world.consultation.decisions.get(id)));
  const first: Sentence = { key: 'consultDue', figures: { n: count(due.length, evidence(due.map((d) => d.decision))) } };
  const after = unasked.filter((u) => u.by !== undefined);
  const never = unasked.filter((u) => u.by === undefined);
  const [worst] = [...after].sort((a, b) => (b.by ?? 0) - (a.by ?? 0));
  return [
    first,
    unasked.length === 0 ? { key: 'consultAllAsked', figures: {} } : undefined,
    worst && {
      key: 'consultUnasked',
      figures: { n: count(after.length, evidence(after.map((u) => u.decision))), time: span(worst.by ?? 0, evidence([worst.decision])) },
      words: { who: w.who(`party:${worst.party}`) },
    },
    never.length > 0 ? { key: 'consultNever', figures: { n: count(never.length, evidence(never.map((u) => u.decision))) } } : undefined,
  ].filter((s): s is Sentence => s !== undefined);
}

/** “21 of 22 answers came, 2 of them late; 1 not given when due; 11 min to an answer (median).” */
function answering(world: World, { answers }: ConsultationFigures): Sentence[] {
  const { asked, given, late, passed, medianMs } = answers;
  if (asked === 0) return [];
  const all = ofMatters(world, [...world.consultation.matters.keys()]);
  const figures = { n: count(given, all), all: count(asked, all) };
  const of = (some: typeof late): Figure =>
    count(
      some.length,
      ofMatters(
        world,
        some.map((l) => l.matter),
      ),
    );
  const came = late.filter((l) => l.by !== undefined);
  const missing = late.filter((l) => l.by === undefined);
  return [
    came.length > 0 ? { key: 'consultAnsweredLate', figures: { ...figures, late: of(came) } } : { key: 'consultAnswered', figures },
    ...(missing.length > 0 ? [{ key: 'consultOverdue', figures: { n: of(missing) } }] : []),
    ...(medianMs === null ? [] : [{ key: 'consultMedian', figures: { time: span(medianMs, all) } }]),
    ...(passed > 0 ? [{ key: 'consultPassed', figures: { n: count(passed, all) } }] : []),
  ];
}

function silences(world: World, { silenceBroken }: ConsultationFigures): Sentence[] {
  const put = [...world.consultation.matters.values()].filter((m) => m.card.procedure === 'silence');
  const held = put.filter((m) => m.closed?.outcome === 'adopted');
  return [
    ...(silenceBroken.length > 0
      ? [
          {
            key: 'consultBroken',
            figures: {
              n: count(
                silenceBroken.length,
                ofMatters(
                  world,
                  silenceBroken.map((b) => b.matter),
                ),
              ),
            },
          },
        ]
      : []),
    ...(held.length > 0
      ? [
          {
            key: 'consultHeld',
            figures: {
              n: count(
                held.length,
                ofMatters(
                  world,
                  held.map((m) => m.id),
                ),
              ),
            },
          },
        ]
      : []),
  ];
}

function agreeing(world: World, { agreement, voidSignatures }: ConsultationFigures): Sentence[] {
  const said = [...world.consultation.matters.values()].flatMap((m) =>
    m.acts.filter((a) => a.type === 'reserve' || a.type === 'interpret'),
  );
  const reached = ofMatters(
    world,
    agreement.reached.map((r) => r.matter),
  );
  return [
    ...(agreement.reached.length > 0
      ? [
          {
            key: agreement.medianMs === null ? 'consultAgreed' : 'consultAgreedAfter',
            figures: {
              n: count(agreement.reached.length, reached),
              ...(agreement.medianMs === null ? {} : { time: span(agreement.medianMs, reached) }),
            } as Record<string, Figure>,
          },
        ]
      : []),
    ...(said.length > 0 ? [{ key: 'consultSaid', figures: { n: count(said.length, evidenceOf(...said)) } }] : []),
    ...(voidSignatures.length > 0
      ? [
          {
            key: 'consultVoid',
            figures: {
              n: count(
                voidSignatures.length,
                ofMatters(
                  world,
                  voidSignatures.map((v) => v.matter),
                ),
              ),
            },
          },
        ]
      : []),
  ];
}

function bracketing(world: World): Sentence[] {
  const steps = openBracketSteps(world);
  const most = Math.max(0, ...steps.map((s) => s.open));
  if (most === 0) return [];
  const texts = evidenceOf(...[...world.consultation.texts.values()].map((t) => t.brackets));
  const left = steps.at(-1)?.open ?? 0;
  return [
    left === 0
      ? { key: 'consultBracketsSettled', figures: { n: count(most, texts) } }
      : { key: 'consultBracketsLeft', figures: { n: count(most, texts), left: count(left, texts) } },
  ];
}
