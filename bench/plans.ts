import { checkSteps, MOST_STEPS, type Step } from '@entente/engine/steps';
import { cpu, type Finding, inWords, spread } from './contest.ts';

/** Seconds of CPU. */
const BUDGET = 0.1;
const MINUTE = 60_000;
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
  const costs: number[] = [];
  for (let round = 0; round <= Math.max(7, rounds); round++) {
    const seconds = cpu(5, () => {
      for (let n = 0; n < 5; n++) if (checkSteps(steps, members).some((p) => p.grave)) throw new Error('the plan is sound');
    });
    if (round > 0) costs.push(seconds);
  }
  return [
    {
      what: `checking a plan of ${MOST_STEPS} steps before it is signed`,
      anchor: inWords(BUDGET),
      ratio: spread(costs.map((seconds) => seconds / BUDGET)),
      target: { atMost: 1 },
      note: inWords(spread(costs).median),
    },
  ];
}
