import { type Address, emptyWorld, evolve, type Roster, type World } from '@entente/engine';
import { Draws } from '../chance/draws.ts';
import { drawnIn, type Plan } from '../run/plan.ts';
import { playRun } from '../run/run.ts';
import { SimulatedSeats } from '../seats/driver.ts';
import type { Rule, SeatRules } from '../seats/rule.ts';
import type { SimulatedAct } from '../seats/seat.ts';

/** What a seat chooses by itself: what settles what waits, and conditions over what it holds. What a recording gives has its author’s names; a note has none. */
const byItself = ({ on, doing }: Rule): boolean =>
  ('waits' in on || 'holds' in on) && (!('give' in doing) || doing.give.do === 'WriteNote');
function own(rules: SeatRules): SeatRules {
  const none = new Map<string, never>();
  return { waits: (of) => rules.waits(of), deliveries: none, labels: none, holds: rules.holds.filter(byItself), times: [], all: rules.all };
}

/** One seat alone with the fold of its own feed. */
class Alone {
  readonly seat: Address;
  readonly world: World = emptyWorld();
  readonly seats: SimulatedSeats;
  act: SimulatedAct | undefined;
  constructor(seat: Address, rules: SeatRules, roster: Roster, draws: Draws) {
    this.seat = seat;
    this.seats = new SimulatedSeats({ roster, world: this.world, seen: () => this.world }, new Map([[seat, own(rules)]]), draws);
  }
}

/** One choice, as it was made in the run and by the seat alone with its own fold. */
export interface Choice {
  readonly run: number;
  readonly seat: Address;
  readonly rule: string;
  readonly made: string | undefined;
  readonly alone: string | undefined;
}

/** Plays runs beside seats that have nothing but their own feed. Gives how many choices there were, and those that differ. */
export function compareOwnFolds(plan: Plan, runs: number): { readonly compared: number; readonly apart: readonly Choice[] } {
  const apart: Choice[] = [];
  let compared = 0;
  for (let run = 1; run <= runs; run++) {
    const { book, sample, values } = drawnIn(plan, run);
    const inMs = new Map(plan.uncertainties.map((u) => [u.id, (values.get(u.id) ?? 0) * (u.minutes === undefined ? 1 : 60_000)]));
    const all = [...book]
      .filter(([seat]) => seat !== 'control')
      .map(([seat, rules]) => new Alone(seat, rules, plan.roster, new Draws(plan.asked.seed, sample, inMs)));
    const compare = (one: Alone, rule: string, made: object | undefined, alone: object | undefined): void => {
      const [a, b] = [made && JSON.stringify(made), alone && JSON.stringify(alone)];
      if (a !== b) apart.push({ run, seat: one.seat, rule, made: a, alone: b });
    };
    playRun(plan, run, undefined, {
      watch: {
        made(events, at) {
          for (const one of all) {
            // What came to nothing in the run, since it waited no more, comes to nothing here at its own time.
            for (let due = one.seats.next; due !== undefined && due < at; due = one.seats.next) {
              const act = one.seats.take(due);
              if (act) compare(one, act.rule.key, undefined, act.command);
            }
            const told = events.filter((r) => plan.roster.audience(r.to).viewers.has(one.seat));
            for (const r of told) evolve(one.world, r.event, r);
            one.seats.noticed(told, at);
          }
        },
        acted(seat, command, at, rule) {
          const one = all.find((a) => a.seat === seat);
          if (!one || !rule || !byItself(rule)) return;
          compared++;
          one.act = one.seats.take(at);
          compare(one, rule.key, command, one.act?.command);
        },
        left({ seat, command, rule }, at, until) {
          const one = all.find((a) => a.seat === seat);
          if (!one) return;
          compared++;
          const act = one.seats.take(at);
          compare(one, rule.key, command, act?.command);
          if (act) one.seats.leave(act, until);
        },
        answered(seat, answer, at, rule) {
          const one = all.find((a) => a.seat === seat);
          if (one?.act && byItself(rule)) one.seats.answered(one.act, answer, at);
        },
      },
    });
  }
  return { compared, apart };
}
