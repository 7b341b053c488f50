import { type Condition, type Rehearsal, type Scenario, waitingKinds } from '@entente/engine';
import { someScenario, Tape } from '@entente/engine/testing';
import { Generator } from '../chance/generator.ts';

const MINUTE = 60_000;

/** A scenario from numbers, with simulated seats that act by rules from numbers: on what waits for them, and on what they hold. */
export function someRehearsed(seed: number): Scenario {
  const random = Generator.of(seed, 'a scenario');
  const tape = new Tape(Array.from({ length: 2_000 }, () => random.below(1_000_000)));
  const scenario = someScenario(tape);
  const kinds = waitingKinds();
  const conditions: Condition[] = [
    ...scenario.milestones.map((m) => m.when),
    ...scenario.injects.flatMap((i) => (i.when === undefined ? [] : [i.when])),
    ...scenario.expects.flatMap((e) => (e.seen === undefined ? [] : [e.seen])),
  ];
  const rule = (): Rehearsal['behaviours'][number]['rules'][number] => ({
    ...(tape.chance(4)
      ? { on: { holds: tape.pick(conditions) }, do: { do: 'WriteNote', text: 'Noted.' } }
      : { on: { waits: tape.pick(kinds) }, do: 'settle' as const }),
    after: tape.pick([
      (1 + tape.below(60)) * 10_000,
      { uniform: [10_000, (1 + tape.below(20)) * MINUTE] as [number, number] },
      { exponential: 4 * MINUTE },
      'slow',
    ]),
    ...(tape.chance(3) ? { chance: 0.6 } : {}),
    else: 'nothing',
  });
  const seats = scenario.parties.flatMap((p) => p.cells.flatMap((c) => c.seats.map((s) => s.id)));
  const rehearsal: Rehearsal = {
    sampling: 'latin-hypercube',
    uncertainties: [{ id: 'slow', minutes: { lognormal: [6, 2] } }],
    behaviours: seats.map((seat) => ({ seat, rules: Array.from({ length: 1 + tape.below(6) }, rule) })),
    levers: [],
    measures: [],
    assert: [],
    limits: { waiting: 8, idle: 120 * MINUTE },
  };
  return { ...scenario, rehearsal };
}
