import { current } from '../consultation/brackets.ts';
import type { Matter } from '../consultation/language.ts';
import { actsOf, partyOfAct, proceeding, voidsIn } from '../consultation/matters.ts';
import { notHeard } from '../consultation/procedures/consensus.ts';
import type { Id, Ms } from '../fact.ts';
import { isSigned } from '../planning/atoms.ts';
import { latestStarts } from '../schedule/index.ts';
import { activitiesOf } from '../steps/check.ts';
import { stepsOf } from '../steps/terms.ts';
import type { World } from '../world.ts';
import { standings } from './course.ts';
import { openBlock, planOf, waitsFor } from './tasks.ts';

/** Backwards from the hard times of a plan: what must be decided, said, answered and signed next, and by when. */

/** A time by which somebody must decide, give its word or answer, or a step becomes impossible. */
export interface DecideBy {
  /** `signature`: of a plan that is not active yet, before which none of its steps begins. */
  readonly kind: 'decision' | 'word' | 'answer' | 'signature';
  /** Absent while the plan is not active. */
  readonly task?: Id;
  readonly step: string;
  /** Whose act it is. */
  readonly party: string;
  readonly by: Ms;
}
/** What must be decided next, soonest first. */
export function decideBy(world: World, plan: Id, now: Ms): readonly DecideBy[] {
  const rows = standings(world, plan, now).filter((r) => r.state !== 'done' && r.state !== 'failed' && r.latestStart !== undefined);
  const found = rows.flatMap(({ task, party, latestStart }): DecideBy[] => {
    const [start, end] = [latestStart as Ms, (latestStart as Ms) + task.terms.duration];
    const of = { task: task.id, step: task.step };
    const block = openBlock(task);
    return [
      ...(task.terms.decision ? [{ ...of, kind: 'decision' as const, party, by: end }] : []),
      ...(waitsFor(world, task) === 'word' ? [{ ...of, kind: 'word' as const, party: task.terms.word as string, by: start }] : []),
      ...(block?.on === undefined ? [] : [{ ...of, kind: 'answer' as const, party: block.on, by: end }]),
    ];
  });
  return found.sort((a, b) => a.by - b.by);
}

/** The acts by which a side agrees to a text. */
const AGREES: readonly string[] = ['sign', 'agree', 'agree-ad-referendum'];

/** Who has agreed to the text as it stands, in the matter that is open on it. */
function agreedIn(world: World, open: Matter | undefined): ReadonlySet<string> {
  const m = open && proceeding(world, open);
  if (!m) return new Set();
  if (open.card.procedure === 'consensus') return new Set(m.members.filter((p) => !notHeard(m).includes(p)));
  // What a new version made void is still to be given.
  const gone = new Set(voidsIn(open).map((v) => v.act));
  const acts = actsOf(open).filter((a) => AGREES.includes(a.type) && !gone.has(a));
  const agreed = new Set(acts.flatMap((a) => partyOfAct(a) ?? []));
  // Whoever asked for the others’ agreement has given its own; a signature is given apart.
  if (open.card.procedure !== 'joint-signature') agreed.add(open.card.party);
  return agreed;
}

/**
 * The same of a plan that is still a text: its decisions and words, and who has not agreed to it yet. Nothing of it begins before it is
 * active, so the first of its latest starts is the latest time for a signature. Of one that is agreed or active: no signature.
 */
export function decideByText(world: World, text: Id): readonly DecideBy[] {
  const of = world.consultation.texts.get(text);
  const members = world.consultation.forums.get(of?.forum ?? '')?.card.members ?? [];
  if (!of || planOf(world, text)) return [];
  const steps = stepsOf(current(of).paragraphs);
  const latest = latestStarts(activitiesOf(steps));
  const bound = steps.flatMap((step, i) => {
    const start = latest[i];
    return start === undefined ? [] : [{ ...step, start }];
  });
  const found = bound.flatMap(({ id, terms, start }): DecideBy[] => {
    const lead = members.find((m) => m.seats.includes(terms.lead ?? ''))?.party ?? '';
    return [
      ...(terms.decision ? [{ step: id, kind: 'decision' as const, party: lead, by: start + terms.duration }] : []),
      ...(terms.word === undefined || terms.word === lead ? [] : [{ step: id, kind: 'word' as const, party: terms.word, by: start }]),
    ];
  });
  const first = bound.reduce<(typeof bound)[number] | undefined>((a, b) => (a && a.start <= b.start ? a : b), undefined);
  const open = [...world.consultation.matters.values()].findLast((m) => m.on?.of === text && !m.closed);
  const agreed = agreedIn(world, open);
  if (first && !isSigned(world, text))
    for (const { party } of members) if (!agreed.has(party)) found.push({ step: first.id, kind: 'signature', party, by: first.start });
  return found.sort((a, b) => a.by - b.by);
}
