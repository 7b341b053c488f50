import type { Ms, World } from '@entente/engine';
import { executionFigures, partyOf, tasksOf } from '@entente/engine/execution';
import { planningFigures } from '@entente/engine/planning';
import { evidenceOf } from '../../../kit/review/evidence.ts';
import type { Figure, Sentence } from '../../../kit/review/figures.ts';
import type { Wording } from '../../../kit/review/wording.ts';

const count = (value: number, evidence: readonly string[]): Figure => ({ value, unit: 'count', evidence });
const span = (value: Ms, evidence: readonly string[]): Figure => ({ value, unit: 'ms', evidence });

/** What an edition tells of a plan, in sentences: how its steps ended and who waited; how it came about. */
export function planSentences(world: World, now: Ms, { who }: Pick<Wording, 'who'>): readonly (readonly Sentence[])[] {
  const run = executionFigures(world, now).flatMap((f) => carriedOut(world, f, who));
  const came = planningFigures(world).flatMap((f) => cameAbout(world, f));
  return [run, came].filter((line) => line.length > 0);
}

function carriedOut(
  world: World,
  { plan, steps, parties, unsigned }: ReturnType<typeof executionFigures>[number],
  who: Wording['who'],
): Sentence[] {
  const tasks = tasksOf(world, plan);
  const of = (party: string): string[] => evidenceOf(...tasks.filter((t) => partyOf(world, t) === party));
  const all = evidenceOf(...tasks);
  const sentences: (Sentence | undefined)[] = [
    { key: 'planSteps', figures: { n: count(steps.onTime, all), of: count(steps.total, all) } },
    ...parties.map((p) =>
      p.total === 0
        ? undefined
        : {
            key: 'planParty',
            figures: { n: count(p.onTime, of(p.party)), of: count(p.total, of(p.party)) },
            words: { who: who(`party:${p.party}`) },
          },
    ),
    steps.failed > 0 ? { key: 'planFailed', figures: { n: count(steps.failed, all) } } : undefined,
    steps.open > 0 ? { key: 'planOpen', figures: { n: count(steps.open, all) } } : undefined,
    ...parties.map((p) =>
      p.lostMs >= 1_000
        ? { key: 'planLost', figures: { time: span(p.lostMs, of(p.party)) }, words: { who: who(`party:${p.party}`) } }
        : undefined,
    ),
    ...parties.map((p) =>
      p.hinderedMs >= 1_000
        ? { key: 'planHindered', figures: { time: span(p.hinderedMs, of(p.party)) }, words: { who: who(`party:${p.party}`) } }
        : undefined,
    ),
    unsigned ? { key: 'planUnsigned', figures: {} } : undefined,
  ];
  return sentences.filter((s): s is Sentence => s !== undefined);
}

function cameAbout(world: World, f: ReturnType<typeof planningFigures>[number]): Sentence[] {
  const board = world.planning.boards.get(f.board);
  const options = [...world.planning.options.values()].filter((o) => o.board === f.board);
  const told = world.planning.told.filter((t) => t.board === f.board);
  const versions = f.plans.reduce((sum, p) => sum + p.versions, 0);
  const dissent = f.plans.reduce((sum, { dissent: d }) => sum + d.brackets + d.redLines + d.reservations + d.refusals, 0);
  const settled = f.plans.reduce((sum, p) => sum + p.dissent.settled, 0);
  const texts = f.plans.map((p) => world.consultation.texts.get(p.text));
  const sentences: (Sentence | undefined)[] = [
    f.toSigned === null ? undefined : { key: 'planSigned', figures: { time: span(f.toSigned, evidenceOf(board?.needed, ...texts)) } },
    { key: 'planOptions', figures: { n: count(f.options, evidenceOf(...options)), compared: count(f.compared, evidenceOf(...told)) } },
    f.apart > 0 ? { key: 'planApart', figures: { n: count(f.apart, evidenceOf(...told)) } } : undefined,
    versions > 0 ? { key: 'planVersions', figures: { n: count(versions, evidenceOf(...texts)) } } : undefined,
    settled > 0 ? { key: 'planSettled', figures: { n: count(settled, evidenceOf(...texts)) } } : undefined,
    versions > 0
      ? dissent > 0
        ? { key: 'planDissent', figures: { n: count(dissent, evidenceOf(...texts)) } }
        : { key: settled > 0 ? 'planNoDissentLeft' : 'planNoDissent', figures: {} }
      : undefined,
  ];
  return sentences.filter((s): s is Sentence => s !== undefined);
}
