import type { Ms, Scenario } from '@entente/engine';
import { quantile } from '../analysis/shares.ts';
import { length, ofRuns } from '../report/words.ts';
import { UNJUDGED } from '../run/columns.ts';
import type { Finding } from './finding.ts';
import { atMost, isRule, type Looked, missedShare, outOf, PROVED, slacks } from './looked.ts';

/** From this share of the runs on a miss is the rule. */
const RULE = 0.9;

/** Expected actions whose time never begins, is always too short, or presses nobody. */
export function deadlineFindings(looked: Looked): Finding[] {
  const { scenario, rows, naming, never, runs } = looked;
  return scenario.expects.flatMap((e, i): Finding[] => {
    const column = runs.plan.columns.slack.from + i;
    const slack = slacks(looked, i);
    const { asked, done, unjudged, missed } = slack;
    const name = naming.expected(e.id);
    const base = { about: e.id, thing: `expected:${e.number ?? e.id}` as const, proved: false };
    const first = (is: (slack: number) => boolean): number => Math.max(0, rows.which(column, is).first) + 1;
    if (asked === 0 && never.expects.has(e.id))
      return [
        {
          ...base,
          kind: 'never-asked',
          call: 'mend',
          text: { en: `${name.en}: its time can never begin.`, ko: `${name.ko}: 시한이 시작될 수 없음` },
          evidence: PROVED,
          count: rows.count,
          of: rows.count,
          proved: true,
          run: 1,
          at: scenario.duration,
        },
      ];
    const begun = rows.which(runs.plan.columns.due.from + i, (due) => !Number.isNaN(due));
    if (asked === 0)
      return [
        {
          ...base,
          kind: 'not-asked',
          call: 'know',
          text:
            begun.count === 0
              ? { en: `${name.en}: its time never began.`, ko: `${name.ko}: 시한이 한 번도 시작되지 않음` }
              : { en: `${name.en}: its time was never over by the end.`, ko: `${name.ko}: 시한이 연습 종료 때까지 끝나지 않음` },
          evidence: atMost(looked),
          count: rows.count,
          of: rows.count,
          run: 1,
          at: scenario.duration,
        },
      ];
    if (e.seen === undefined || unjudged === asked) return [];
    const always = alwaysMissed(looked, i, slack);
    if (always) return [{ ...base, ...always }];
    // A deadline that presses nobody: nine of ten need less than a tenth of the time.
    if (missed === 0 && asked >= rows.count / 2 && quantile(done, 0.1) >= e.within * 0.9)
      return [
        {
          ...base,
          kind: 'never-missed',
          call: 'know',
          text: {
            en: `${name.en}: never missed; nine of ten need less than ${length(e.within * 0.1).en} of ${length(e.within).en}.`,
            ko: `${name.ko}: 시한 초과 없음(시행 10회 중 9회에서 ${length(e.within).ko} 중 ${length(e.within * 0.1).ko} 미만 소요)`,
          },
          evidence: outOf(asked, asked),
          count: asked,
          of: asked,
          run: first((s) => !Number.isNaN(s)),
          at: dueIn(
            looked,
            i,
            first((s) => !Number.isNaN(s)),
          ),
        },
      ];
    return [];
  });
}

/** Missed by the rule: by nine of ten of the runs that ask for it and judge it. */
function alwaysMissed(looked: Looked, i: number, { asked, done, unjudged, missed }: ReturnType<typeof slacks>) {
  const { rows, runs, naming } = looked;
  const e = looked.scenario.expects[i] as Scenario['expects'][number];
  const judged = asked - unjudged;
  if (missed / judged < RULE || !isRule(judged, rows)) return undefined;
  const name = naming.expected(e.id);
  const where = ofRuns(missedShare(looked, i), rows.count, { en: 'that ask for it', ko: '이를 요구하는' });
  const run = Math.max(0, rows.which(runs.plan.columns.slack.from + i, (s) => s < 0 && s !== UNJUDGED).first) + 1;
  // Half of all that are judged: those that were never done need longer than any.
  const half = done.length >= judged / 2 ? e.within - (done[done.length - Math.ceil(judged / 2)] as number) : undefined;
  return {
    kind: 'always-missed',
    call: 'mend',
    text: {
      en: `${name.en}: missed in ${where.en}${half === undefined ? '' : `; half need ${length(half).en}, it gives ${length(e.within).en}`}.`,
      ko: `${name.ko}: ${where.ko}에서 시한 초과${half === undefined ? '' : `(절반은 ${length(half).ko} 필요, 주어진 시간 ${length(e.within).ko})`}`,
    },
    evidence: outOf(missed, judged),
    count: missed,
    of: judged,
    run,
    at: missedAt(looked, i, run),
  } as const;
}

/** When it shows in a run that it was missed: in the millisecond after the deadline. */
export const missedAt = (looked: Pick<Looked, 'rows' | 'runs'>, i: number, run: number): Ms => dueIn(looked, i, run) + 1;

/** Where the deadline stood in a run; its time may have begun long after it was planned. */
function dueIn({ rows, runs }: Pick<Looked, 'rows' | 'runs'>, i: number, run: number): Ms {
  const { columns, asked } = runs.plan;
  const due = rows.at(run - 1, columns.due.from + i);
  return Number.isNaN(due) ? asked.scenario.duration : Math.min(due, asked.scenario.duration);
}
