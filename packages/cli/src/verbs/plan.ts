import { PLAN_FORMS, type PlanForm } from '@entente/documents/plan';
import type { World } from '@entente/engine';
import { COMMAND_LINE_WRONG, Fault } from '../fault.ts';
import type { Terminal } from '../terminal.ts';
import type { Options, Result } from '../verb.ts';
import { worldOf, writeWhole } from './msel.ts';

/** `export … --plan`: a plan on paper, in a sheet, as a picture or a calendar, as lead control or a party’s control has it. */
export async function exportPlan(subject: string, options: Options, terminal: Terminal): Promise<Result> {
  const { t, language } = terminal;
  const out = options.out as string | undefined;
  const form = PLAN_FORMS.find((f) => out?.toLowerCase().endsWith(`.${f}`));
  if (out === undefined || form === undefined)
    throw new Fault(COMMAND_LINE_WRONG, 'no-out', t('export.planNeedsOut', { forms: PLAN_FORMS.map((f) => `.${f}`).join(', ') }));
  const party = options.party as string | undefined;
  const world = await worldOf(subject, options, party === undefined ? 'control' : `control:${party}`, terminal);
  const { planPaper, writePlan } = await import('@entente/documents/plan');
  const wanted = options.plan === true ? plansOf(world).at(-1) : (options.plan as string);
  const paper = wanted === undefined ? undefined : planPaper(world, wanted, language, world.clock.reading?.at ?? 0);
  if (wanted === undefined || !paper)
    throw new Fault(COMMAND_LINE_WRONG, 'no-plan', t('export.noPlan', { plans: plansOf(world).join(', ') || '–' }));
  const made = writePlan(paper, form satisfies PlanForm);
  await writeWhole(out, made, t);
  const result = { ok: true, out, plan: wanted, version: paper.version, digest: paper.digest, steps: paper.rows.length };
  terminal.result(result, [t('export.planDone', { title: paper.title, count: paper.rows.length, path: out })]);
  return result;
}

/** The texts that are plans, in the order in which they were put on a table; one that is carried out comes last. */
function plansOf({ consultation, execution, planning }: World): string[] {
  const running = [...execution.plans.values()].map((p) => p.of);
  return [...planning.drafted.keys()].filter((of) => consultation.texts.has(of) && !running.includes(of)).concat(running);
}
