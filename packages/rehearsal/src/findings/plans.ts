import { type Both, both, bothOf } from '../report/words.ts';
import type { Option } from '../run/columns.ts';
import { stoppedBy } from '../run/count.ts';
import type { Finding } from './finding.ts';
import { among, type Looked, outOf, PROVED } from './looked.ts';

/** From this share of the runs that carry a plan out on, that it is not finished is the rule. */
const RULE = 0.9;
/** So many runs must have carried it out: what few did is chance. */
const FEWEST = 10;

/** “4, Close the ramp”: its place in the option, and its words. */
function stepName({ steps }: Option, id: string): Both {
  const at = steps.findIndex((s) => s.id === id);
  const words = bothOf(steps[at]?.text ?? id);
  return both((l) => (l === 'en' ? `${at + 1}, “${words.en}”,` : `${at + 1} ‘${words.ko}’`));
}

/** Plans that cannot be finished before ENDEX, or hardly ever are, and the step that holds them up. */
export function planFindings({ scenario, rows, never, runs }: Looked): Finding[] {
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
    const stops = new Map<string, { count: number; row: number }>();
    for (let r = 0; r < rows.count; r++) {
      const step = stoppedBy(option, rows.at(r, column));
      const known = step && stops.get(step.id);
      if (known) known.count++;
      else if (step) stops.set(step.id, { count: 1, row: r });
    }
    const [first] = [...stops].sort((a, b) => b[1].count - a[1].count || a[1].row - b[1].row);
    const where = among(open.count, active.count, rows.count, { en: 'that carry it out', ko: '이를 실행하는' });
    const step = first && stepName(option, first[0]);
    const most =
      first && first[1].count === open.count
        ? { en: 'holds it up', ko: '지연 단계' }
        : { en: 'holds it up most often', ko: '주된 지연 단계' };
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
        run: (first?.[1].row ?? open.first) + 1,
      },
    ];
  });
}
