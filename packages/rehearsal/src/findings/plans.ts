import { type Both, both, bothOf, ofRuns } from '../report/words.ts';
import type { Option } from '../run/columns.ts';
import { stoppedBy } from '../run/count.ts';
import type { Finding } from './finding.ts';
import { FEWEST, type Looked, outOf, PROVED } from './looked.ts';

/** From this share of the runs that carry a plan out on, that it is not finished is the rule. */
const RULE = 0.9;

/** “4, Close the ramp”: its place in the option, and its words. */
function stepName({ steps }: Option, id: string): Both {
  const at = steps.findIndex((s) => s.id === id);
  const words = bothOf(steps[at]?.text ?? id);
  return both((l) => (l === 'en' ? `${at + 1}, “${words.en}”,` : `${at + 1} ‘${words.ko}’`));
}

/** The step that keeps it open in most runs, in how many, and the first of them. */
function heldUpBy(option: Option, rows: Looked['rows'], column: number): { step: string; count: number; row: number } | undefined {
  const stops = new Map<string, { step: string; count: number; row: number }>();
  for (let row = 0; row < rows.count; row++) {
    const step = stoppedBy(option, rows.at(row, column))?.id;
    const known = step === undefined ? undefined : stops.get(step);
    if (known) known.count++;
    else if (step !== undefined) stops.set(step, { step, count: 1, row });
  }
  return [...stops.values()].sort((a, b) => b.count - a.count || a.row - b.row)[0];
}

/** Plans that cannot be finished before ENDEX, or hardly ever are, and the step that holds them up. */
export function planFindings({ scenario, rows, never, runs, samples }: Looked): Finding[] {
  const { columns } = runs.plan;
  return columns.options.flatMap((option, i): Finding[] => {
    const column = columns.plans.from + i;
    const name = bothOf(option.name);
    const active = rows.which(column, (v) => !Number.isNaN(v));
    const open = rows.which(column, (v) => v < 0);
    const base = { kind: 'no-finish', about: option.id, at: scenario.duration } as const;
    const run = Math.max(0, open.first) + 1;
    const dead = never.starts.get(option.id);
    if (dead !== undefined && open.count === active.count) {
      const step = stepName(option, dead);
      return [
        {
          ...base,
          call: 'mend',
          text: {
            en: `The plan by “${name.en}” cannot be finished before the end: step ${step.en} can never begin.`,
            ko: `‘${name.ko}’에 따른 계획: 연습 종료 전에 완료할 수 없음(시작할 수 없는 단계: ${step.ko})`,
          },
          evidence: PROVED,
          count: rows.count,
          of: rows.count,
          proved: true,
          run,
        },
      ];
    }
    const late = never.steps.get(option.id);
    if (late !== undefined) {
      const step = stepName(option, late);
      return [
        {
          ...base,
          call: 'mend',
          // Whoever leads a step may report it done sooner: it is no proof.
          text: {
            en: `The plan by “${name.en}” does not fit before the end: step ${step.en} cannot, if each takes its time.`,
            ko: `‘${name.ko}’에 따른 계획: 각 단계가 정해진 시간만큼 걸리면 연습 종료 전에 끝나지 않음(단계 ${step.ko})`,
          },
          evidence: { en: 'by its lengths', ko: '소요 시간 기준' },
          count: rows.count,
          of: rows.count,
          proved: false,
          run,
        },
      ];
    }
    if (active.count < FEWEST || open.count / active.count < RULE) return [];
    const first = heldUpBy(option, rows, column);
    const share = samples.share(
      rows.count,
      (r) => rows.at(r, column) < 0,
      (r) => !Number.isNaN(rows.at(r, column)),
    );
    const where = ofRuns(share, rows.count, { en: 'that carry it out', ko: '이를 실행하는' });
    const step = first && stepName(option, first.step);
    const most =
      first && first.count === open.count ? { en: 'holds it up', ko: '지연 단계' } : { en: 'holds it up most often', ko: '주된 지연 단계' };
    return [
      {
        ...base,
        call: 'decide',
        text: {
          en: `The plan by “${name.en}” is not finished in ${where.en}${step ? `; step ${step.en} ${most.en}` : ''}.`,
          ko: `‘${name.ko}’에 따른 계획: ${where.ko}에서 완료되지 않음${step ? `(${most.ko}: ${step.ko})` : ''}`,
        },
        evidence: outOf(open.count, active.count),
        count: open.count,
        of: active.count,
        proved: false,
        run: (first?.row ?? open.first) + 1,
      },
    ];
  });
}
