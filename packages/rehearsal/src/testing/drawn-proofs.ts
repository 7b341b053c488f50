import { type Scenario, scenarioSchema } from '@entente/engine';
import { Generator } from '../chance/generator.ts';

/** Minutes. */
export const END = 120;
export const WITHIN = 20;

/** Draws what a scenario is made of, by its names. */
class Draw {
  readonly #random: Generator;
  constructor(seed: number, nth: number) {
    this.#random = Generator.of(seed, 'proof', nth);
  }
  below(n: number): number {
    return this.#random.below(n);
  }
  /** True one time in so many. */
  once(n: number): boolean {
    return this.below(n) === 0;
  }
  of<T>(...list: T[]): T {
    return list[this.below(list.length)] as T;
  }
  pt(most = END): string {
    return `PT${this.below(most + 1)}M`;
  }
  get inject(): string {
    return `i${this.below(8)}`;
  }
  get milestone(): string {
    return `m${this.below(4)}`;
  }
  get action(): string {
    return `e${this.below(4)}`;
  }

  condition(depth: number): object {
    const inner = (): object[] => Array.from({ length: 1 + this.below(3) }, () => this.condition(depth - 1));
    if (depth === 0 || this.once(2)) return this.atom();
    return this.of<() => object>(
      () => ({ all: inner() }),
      () => ({ any: inner() }),
      () => ({ not: this.condition(depth - 1) }),
    )();
  }
  atom(): object {
    const by = this.once(3) ? { by: 'party:a' } : {};
    return this.of<object>(
      { time: this.pt(END + 20) },
      { variable: { id: 'v', ...this.of<object>({ is: this.below(4) }, { atLeast: this.below(4) }, { atMost: this.below(4) - 1 }) } },
      { variable: { id: 'on', is: this.of(true, false) } },
      { milestone: this.milestone },
      { inject: { id: this.inject, is: this.of('released', 'skipped') } },
      { inject: { id: this.inject, is: this.of('read', 'acknowledged'), ...by } },
      { expected: { id: this.action, is: this.of('met', 'late', 'missed', 'not') } },
      { message: { from: 'party:a', ...(this.once(2) ? { about: this.inject } : {}) } },
      { item: { id: this.of('paper', 'letter'), is: this.of('held', 'released', 'acknowledged'), by: this.of('party:a', 'party:b') } },
    );
  }
  timed(): object {
    const after = { ...this.of<object>({ event: this.of(this.inject, this.action) }, { milestone: this.milestone }), delay: this.pt(90) };
    return this.of<object>({ at: this.pt() }, { after }, {});
  }

  /** What simulated control does at some time. */
  byControl(): object {
    const { inject } = this;
    const doing = this.of<object>(
      { do: 'ReleaseInject', inject },
      { do: 'SkipInject', inject },
      { do: 'RestoreInject', inject },
      { do: 'MoveInject', inject, at: this.pt() },
      { do: 'HoldInject', inject },
      { do: 'LiftHold', inject },
      { do: 'WithdrawInject', inject, reason: 'r' },
      { do: 'JudgeExpected', expected: this.action, verdict: this.of('met', 'not') },
      { do: 'SetVariable', variable: 'v', value: this.below(5) },
      { do: 'SetVariable', variable: 'on', value: this.of(true, false) },
    );
    return { on: { time: this.pt(END - 1) }, do: doing };
  }
  bySeat(): object {
    const to = ['party:b'];
    const doing = this.of<object>({ do: 'SendMessage', to, text: 't', purpose: 'inform' }, { do: 'ReleaseItem', item: 'paper', to });
    return { on: { time: this.pt(END - 1) }, do: doing };
  }
}

/** A scenario whose conditions name each other, with rules of control’s and of seats that do what hands may. */
export function drawnProofs(seed: number, nth: number): Scenario {
  const d = new Draw(seed, nth);
  return scenarioSchema.parse({
    ...{ entente: 1, id: 'drawn', title: 'Drawn', start: '2027-03-02T08:00+09:00', duration: `PT${END}M` },
    parties: ['a', 'b'].map((p) => {
      const seats = [{ id: `${p}-lead`, name: p, may: ['release'] }];
      return { id: p, name: p, cells: [{ id: `${p}-home`, name: p, seats }] };
    }),
    variables: [
      { id: 'v', value: 0 },
      { id: 'on', value: false },
    ],
    items: [
      { id: 'paper', title: 'p', originator: 'party:a', portions: [{ text: 'p' }], held: ['party:a'] },
      { id: 'letter', title: 'l', originator: 'party:a', portions: [{ text: 'l' }] },
    ],
    milestones: Array.from({ length: 4 }, (_, i) => ({ id: `m${i}`, name: 'm', when: d.condition(2) })),
    injects: Array.from({ length: 8 }, (_, i) => ({
      ...{ id: `i${i}`, title: 'i', text: 'i', to: [d.of('party:a', 'party:b')], ...d.timed() },
      ...(d.once(2) ? { when: d.condition(2) } : {}),
      ...(d.once(4) ? { until: d.pt() } : {}),
      ...(d.once(6) ? { manual: true } : {}),
      ...(d.once(6) ? { item: 'letter' } : {}),
      ...(d.once(6) ? { set: { v: d.below(4) } } : {}),
    })),
    expects: Array.from({ length: 4 }, (_, i) => ({
      ...{ id: `e${i}`, by: 'party:a', text: 'e', within: `PT${WITHIN}M`, ...d.timed() },
      ...(d.once(2) ? { seen: d.condition(1) } : {}),
    })),
    rehearsal: {
      uncertainties: [{ id: 'u', number: { oneOf: [0, 1, 2, 3] }, variable: 'v' }],
      behaviours: [
        { control: true, rules: Array.from({ length: 1 + d.below(4) }, () => d.byControl()) },
        { seat: 'a-lead', rules: [d.bySeat()] },
      ],
    },
  });
}
