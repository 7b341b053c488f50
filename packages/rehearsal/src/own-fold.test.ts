import { join } from 'node:path';
import { type Address, emptyWorld, evolve, type Roster, type World } from '@entente/engine';
import { loadFolder } from '@entente/scenario';
import { expect, it } from 'vitest';
import { Draws } from './chance/draws.ts';
import { drawnIn, planOf } from './run/plan.ts';
import { playRun } from './run/run.ts';
import { crewOf } from './seats/crew.ts';
import { SimulatedSeats } from './seats/driver.ts';
import { reactionsOf } from './seats/reactions.ts';
import type { Rule, SeatRules } from './seats/rule.ts';
import type { SimulatedAct } from './seats/seat.ts';
import { timesAside } from './workers/aside.ts';

const SEED = Number(process.env.ENTENTE_SEED ?? 11) >>> 0;
const LONG = process.env.ENTENTE_LONG === '1';
/** All of them in the long run; here the one that the seed chooses. */
const SCENARIOS = ['extended-deterrence', 'river-flood', 'press-day'].filter((_, i) => LONG || i === SEED % 3);
const RUNS = LONG ? 40 : 2;

/** What a seat chooses by itself: what settles what waits, and conditions over what it holds. What a recording gives has its author’s names. */
const byItself = (rule: Rule): boolean => ('waits' in rule.on || 'holds' in rule.on) && !('give' in rule.doing);
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

it.each(SCENARIOS)(
  'simulated seats know only what their seat holds: byte-equal choices with the seat’s own fold (%s)',
  async (name) => {
    const { scenario, plays, files } = await loadFolder(join(import.meta.dirname, '../../../scenarios', name));
    if (!scenario) throw new Error(`${name} cannot be read`);
    const plan = planOf({ scenario, plays, runs: RUNS, seed: SEED, files });
    let compared = 0;
    for (let run = 1; run <= RUNS; run++) {
      const { book, sample, values } = drawnIn(plan, run);
      const inMs = new Map(plan.uncertainties.map((u) => [u.id, (values.get(u.id) ?? 0) * (u.minutes === undefined ? 1 : 60_000)]));
      const alone = [...book]
        .filter(([seat]) => seat !== 'control')
        .map(([seat, rules]) => new Alone(seat, rules, plan.roster, new Draws(SEED, sample, inMs)));
      playRun(plan, run, undefined, {
        watch: {
          made(events, at) {
            for (const one of alone) {
              // What came to nothing in the run, since it waited no more, comes to nothing here at its own time.
              for (let due = one.seats.next; due !== undefined && due < at; due = one.seats.next)
                expect(one.seats.take(due)?.command, `run ${run}, ${one.seat}`).toBeUndefined();
              const told = events.filter((r) => plan.roster.audience(r.to).viewers.has(one.seat));
              for (const r of told) evolve(one.world, r.event, r);
              one.seats.noticed(told, at);
            }
          },
          acted(seat, command, at, rule) {
            const one = alone.find((a) => a.seat === seat);
            if (!one || !rule || !byItself(rule)) return;
            compared++;
            one.act = one.seats.take(at);
            expect(JSON.stringify(one.act?.command), `run ${run}, ${seat}, ${rule.key}`).toBe(JSON.stringify(command));
          },
          left({ seat, command, rule }, at, until) {
            const one = alone.find((a) => a.seat === seat);
            if (!one) return;
            compared++;
            const act = one.seats.take(at);
            expect(JSON.stringify(act?.command), `run ${run}, ${seat}, ${rule.key}`).toBe(JSON.stringify(command));
            if (act) one.seats.leave(act, until);
          },
          answered(seat, answer, at, rule) {
            const one = alone.find((a) => a.seat === seat);
            if (one?.act && byItself(rule)) one.seats.answered(one.act, answer, at);
          },
        },
      });
    }
    expect(compared).toBeGreaterThan(50);
  },
  120_000,
);

it('a recorded play as behaviour gives every command that was recorded', async () => {
  const { scenario, plays, files } = await loadFolder(join(import.meta.dirname, '../../../scenarios/press-day'));
  const play = plays.find((p) => p.play === 'line-first');
  if (!scenario || !play) throw new Error('there is no such play');
  const bare = { ...scenario, rehearsal: undefined };
  const plan = planOf({ scenario: bare, plays: [play], runs: 1, seed: SEED, files });
  const given = new Set<string>();
  playRun(plan, 1, undefined, { watch: { acted: (_seat, _command, _at, rule) => void (rule && given.add(rule.key)) } });
  const recorded = reactionsOf(bare, play, `play ${play.play}`, files).map(({ rule }) => rule.key);
  expect(recorded.filter((key) => !given.has(key))).toEqual([]);
}, 60_000);

it('who sits in a live exercise behaves as in the first run of a rehearsal, by recordings that a thread has played', async () => {
  const { scenario, plays, files } = await loadFolder(join(import.meta.dirname, '../../../scenarios/press-day'));
  if (!scenario) throw new Error('press-day cannot be read');
  const { book } = drawnIn(planOf({ scenario, plays, runs: 1, seed: SEED, files }), 1);
  const crew = crewOf({ scenario, plays, seed: SEED, files }, await timesAside({ scenario, plays }));
  const told = (rules: ReadonlyMap<Address, SeatRules>) => [...rules].map(([seat, { all }]) => [seat, all]);
  expect(told(crew.book)).toEqual(told(book));
}, 240_000);
