import type { Ms, Scenario } from '@entente/engine';
import { type Both, length, type Naming, ofRuns } from '../report/words.ts';
import type { Runs } from '../workers/pool.ts';
import type { Finding } from './finding.ts';
import { atMost, type Looked, outOf, PROVED } from './looked.ts';

/** Up to this share of the runs a release is the exception. */
const EXCEPTION = 0.05;

/** Injects that cannot come, did not come, or hardly ever do, and what keeps them away. */
export function injectFindings(looked: Looked): Finding[] {
  const { scenario, rows, naming, never, runs, samples } = looked;
  const { columns } = runs.plan;
  return scenario.injects.flatMap((inject, i): Finding[] => {
    const column = columns.injects.from + i;
    const { count: came, first } = rows.which(column, (v) => !Number.isNaN(v));
    const name = naming.inject(inject.id);
    const base = { about: inject.id, thing: `inject:${inject.number ?? inject.id}` as const, of: rows.count, proved: false };
    const end = inject.until ?? inject.at ?? scenario.duration;
    if (came === 0 && never.injects.has(inject.id))
      return [
        {
          ...base,
          kind: 'never-released',
          call: 'mend',
          text: whyNever(name, inject, naming),
          evidence: PROVED,
          count: rows.count,
          proved: true,
          run: 1,
          at: Math.min(end, scenario.duration),
        },
      ];
    // What waits for a hand is kept for the case: nothing is wrong with it.
    if (inject.manual || inject.to.length === 0) return [];
    if (came / rows.count > EXCEPTION) return [];
    const block = blocker(i, { rows, naming, runs, scenario });
    const absent = rows.which(column, (v) => Number.isNaN(v));
    if (came > 0) {
      const where = ofRuns(
        samples.share(rows.count, (r) => !Number.isNaN(rows.at(r, column))),
        rows.count,
      );
      return [
        {
          ...base,
          kind: 'blocked',
          call: 'mend',
          text: {
            en: `Inject ${name.en} comes in ${where.en}.${block ? ` ${block.text.en}` : ''}`,
            ko: `상황 ${name.ko}: ${where.ko}에서만 부여됨.${block ? ` ${block.text.ko}` : ''}`,
          },
          evidence: block?.miss ?? outOf(came, rows.count),
          count: absent.count,
          run: (block?.row ?? absent.first) + 1,
          at: Math.min(end, scenario.duration),
        },
      ];
    }
    return [
      {
        ...base,
        kind: 'not-released',
        call: 'know',
        text: {
          en: `Inject ${name.en} was not reached.${block ? ` ${block.text.en}` : ''}`,
          ko: `상황 ${name.ko}: 한 번도 부여되지 않음.${block ? ` ${block.text.ko}` : ''}`,
        },
        evidence: block?.miss ?? atMost(looked),
        count: rows.count,
        run: (block?.row ?? Math.max(0, first)) + 1,
        at: Math.min(end, scenario.duration),
      },
    ];
  });
}

function whyNever(name: Both, { when, after }: Scenario['injects'][number], naming: Naming): Both {
  const words = when && naming.condition(when);
  const on = after && naming.cause(after);
  return {
    en: `Inject ${name.en} can never be released${words ? `: it needs ${words.en}` : on ? `: it waits for ${on.en}` : ''}.`,
    ko: `상황 ${name.ko}: 부여될 수 없음${words ? ` (조건: ${words.ko})` : on ? ` (선행: ${on.ko})` : ''}`,
  };
}

/** The part of its condition that kept an inject away most often, and by how little it was missed at best. */
function blocker(
  i: number,
  { rows, naming, runs, scenario }: Pick<Looked, 'rows' | 'naming' | 'runs' | 'scenario'>,
): { text: Both; miss: Both | undefined; row: number } | undefined {
  const { columns } = runs.plan;
  const inject = scenario.injects[i] as Scenario['injects'][number];
  const parts = columns.parts[i] ?? [];
  if (parts.length === 0) return undefined;
  const lacking = parts.map(() => 0);
  let row = -1;
  for (let r = 0; r < rows.count; r++) {
    if (!Number.isNaN(rows.at(r, columns.injects.from + i))) continue;
    if (row < 0) row = r;
    const bits = rows.at(r, columns.blocks.from + i);
    parts.forEach((_, b) => {
      if (bits & (1 << b)) lacking[b] = (lacking[b] as number) + 1;
    });
  }
  const worst = lacking.indexOf(Math.max(...lacking));
  // Reached after all, but too late: milestones of the condition have a time.
  const late = inject.until === undefined ? undefined : nearest(parts, inject.until, { rows, runs, scenario });
  const part = late
    ? (parts[late.part] as (typeof parts)[number])
    : (lacking[worst] as number) > 0
      ? (parts[worst] as (typeof parts)[number])
      : undefined;
  if (!part) return undefined;
  const words = naming.condition(part);
  return {
    text: { en: `What it lacks: ${words.en}.`, ko: `미충족 조건: ${words.ko}.` },
    miss: late && { en: `nearest miss ${length(late.by).en}`, ko: `가장 근접한 시행과의 차이 ${length(late.by).ko}` },
    row: late?.row ?? row,
  };
}

function nearest(
  parts: Runs['plan']['columns']['parts'][number],
  until: Ms,
  { rows, runs, scenario }: Pick<Looked, 'rows' | 'runs' | 'scenario'>,
): { part: number; by: Ms; row: number } | undefined {
  let best: { part: number; by: Ms; row: number } | undefined;
  parts.forEach((part, p) => {
    if (!('milestone' in part)) return;
    const m = scenario.milestones.findIndex(({ id }) => id === part.milestone);
    for (let r = 0; m >= 0 && r < rows.count; r++) {
      const by = rows.at(r, runs.plan.columns.milestones.from + m) - until;
      if (by > 0 && (!best || by < best.by)) best = { part: p, by, row: r };
    }
  });
  return best;
}
