import { neverComes } from '@entente/scenario';
import { expect, it } from 'vitest';
import { Loads } from '../run/columns.ts';
import { planOf } from '../run/plan.ts';
import { drawnProofs, END, WITHIN } from '../testing/drawn-proofs.ts';
import { playRange } from '../workers/range.ts';
import { handsOf } from './hands.ts';

const seed = Number(process.env.ENTENTE_SEED ?? 1);
const DRAWN = process.env.ENTENTE_LONG === '1' ? 2_000 : 150;

it(`nothing comes that was proved never to come, in ${DRAWN} drawn scenarios (seed ${seed})`, () => {
  let [proofs, came] = [0, 0];
  for (let nth = 0; nth < DRAWN; nth++) {
    const scenario = drawnProofs(seed, nth);
    const plan = planOf({ scenario, plays: [], runs: 2, seed });
    const { columns } = plan;
    const { values } = playRange(plan, 1, 2, new Loads(plan.seats));
    const never = neverComes(scenario, handsOf(plan));
    for (const [list, ids, { from }, before] of [
      [scenario.injects, never.injects, columns.injects, 0],
      [scenario.milestones, never.milestones, columns.milestones, 0],
      // Its time begins so long before its deadline; one that is told to begin after the end does not begin.
      [scenario.expects, never.expects, columns.due, WITHIN],
    ] as const)
      list.forEach(({ id }, i) => {
        const comes = [0, 1].some((row) => (values[row * columns.width + from + i] as number) <= (END + before) * 60_000);
        if (comes) came++;
        if (!ids.has(id)) return;
        proofs++;
        expect(comes, `${id} of scenario ${nth} with seed ${seed}`).toBe(false);
      });
  }
  console.log(`proofs: ${proofs} held, ${came} others came, in ${DRAWN} scenarios (seed ${seed})`);
  expect(proofs).toBeGreaterThan(DRAWN / 5);
  expect(came).toBeGreaterThan(DRAWN);
});
