import type { World } from '@entente/engine';
import { decideBy, lostWaiting, standings, type Task } from '@entente/engine/execution';
import { checkSteps, MOST_STEPS, type Step } from '@entente/engine/steps';
import { cpu, type Finding, inWords, spread } from './contest.ts';

/** Seconds of CPU. */
const BUDGET = 0.1;
const MINUTE = 60_000;
const LATE = 2_000 * MINUTE;
const SIDES = ['a', 'b', 'c'];

/** As many steps as a plan may have, each after three others with lags, every tenth with a hard time. */
export async function plans(rounds: number): Promise<Finding[]> {
  const steps = Array.from({ length: MOST_STEPS }, (_, i): Step => {
    const side = SIDES[i % SIDES.length] as string;
    const before = [1, 7, 20].filter((n) => n <= i);
    return {
      id: `s${i}`,
      text: `Step ${i}`,
      terms: {
        ...{ lead: `seat:${side}-${i % 7}`, support: SIDES.filter((s) => s !== side), tells: [], duration: (1 + (i % 9)) * MINUTE },
        after: before.map((n) => ({ step: `s${i - n}`, kind: n === 1 ? ('FS' as const) : ('SS' as const), min: n * MINUTE })),
        ...(i === 0 ? { at: 0 } : {}),
        ...(i % 10 === 9 ? { by: i * 60 * MINUTE } : {}),
      },
    };
  });
  const members = SIDES.map((party) => ({ party, seats: Array.from({ length: 7 }, (_, n) => `seat:${party}-${n}`) }));
  const world = running(steps, members);
  return [
    finding(rounds, `checking a plan of ${MOST_STEPS} steps before it is signed`, () => {
      if (checkSteps(steps, members).some((p) => p.grave)) throw new Error('the plan is sound');
    }),
    finding(rounds, `how ${MOST_STEPS} steps stand, what must be decided next, and who waited`, () => {
      standings(world, 'plan', LATE);
      decideBy(world, 'plan', LATE);
      lostWaiting(world, 'plan', LATE);
    }),
  ];
}

function finding(rounds: number, what: string, work: () => void): Finding {
  const costs: number[] = [];
  for (let round = 0; round <= Math.max(7, rounds); round++) {
    const seconds = cpu(5, () => {
      for (let n = 0; n < 5; n++) work();
    });
    if (round > 0) costs.push(seconds);
  }
  const ratio = spread(costs.map((seconds) => seconds / BUDGET));
  return { what, anchor: inWords(BUDGET), ratio, target: { atMost: 1 }, note: inWords(spread(costs).median) };
}

/** Three quarters of the steps are done, each a little later than the one before let it be. */
function running(steps: readonly Step[], members: readonly { readonly party: string; readonly seats: readonly string[] }[]): World {
  const tasks = steps.map(({ id, text, terms }, i): Task => {
    const hand = (at: number) => ({ src: '', at: at * MINUTE, party: '', by: '' });
    const empty = { reports: [], blocks: [], handed: [], overdue: [], hindered: [] };
    const done = i < (MOST_STEPS * 3) / 4 ? { started: hand(i * 11), done: hand(i * 11 + 10) } : {};
    const planned = { start: i * 10 * MINUTE, end: (i * 10 + 9) * MINUTE };
    return { ...{ src: '', id: `t${i}`, at: 0, plan: 'plan', step: id, text, terms, planned }, ...empty, ...done };
  });
  return {
    clock: { jumps: [] },
    planning: { own: new Map() },
    execution: { plans: new Map([['plan', { of: 'text' }]]), tasks: new Map(tasks.map((t) => [t.id, t])) },
    consultation: { texts: new Map([['text', { forum: 'forum' }]]), forums: new Map([['forum', { card: { members } }]]) },
  } as unknown as World;
}
