import type { Address, FileCard, Ms, Rehearsal, Roster, Scenario } from '@entente/engine';
import type { Play, Step } from '@entente/scenario';
import { HOUSE_RULES } from './defaults.ts';
import { type Reaction, reactionsOf, recordedTimes, type Times } from './reactions.ts';
import type { Delay, Doing, Rule, RuleBook, SeatRules, Trigger } from './rule.ts';
import { takenUp } from './taken-up.ts';

export type Behaviour = Rehearsal['behaviours'][number];
type AuthorRule = Behaviour['rules'][number];
const RANKS = ['seat', 'cell', 'party', 'control', 'default'] as const;

export interface Material {
  readonly scenario: Scenario;
  readonly plays: readonly Play[];
  readonly roster: Roster;
  readonly files?: ReadonlyMap<string, FileCard> | undefined;
  /** Which option of a plan is taken up, by plan. */
  readonly plans?: Readonly<Record<string, string>> | undefined;
  /** When what came about in a recording, where that is known from elsewhere. */
  readonly times?: TimesOf | undefined;
}
export type TimesOf = (scenario: Scenario, play: Play) => Times;

/**
 * The rules of every seat that is simulated. The nearest comes first: those of `first` (a lever’s), the seat’s, its cell’s, its
 * party’s, everybody’s, the house’s own.
 */
export function ruleBook(
  { scenario, plays, roster, files, plans = {}, times = (of, play) => recordedTimes(of, play, files) }: Material,
  first: readonly Behaviour[] = [],
  playsOnly?: string,
): RuleBook {
  const own = scenario.rehearsal?.behaviours ?? [];
  const named = [...first.map((b, i) => ({ b, key: `option ${i}` })), ...own.map((b, i) => ({ b, key: `behaviour ${i}` }))];
  const reactions: Reaction[] = [];
  for (const { b, key } of named) {
    const play = b.play === undefined ? undefined : plays.find((p) => p.play === b.play);
    if (play) reactions.push(...reactionsOf(scenario, play, key, files, times(scenario, play)));
  }
  const only = playsOnly === undefined ? undefined : plays.find((p) => p.play === playsOnly);
  if (only) reactions.push(...reactionsOf(scenario, only, `play ${only.play}`, files, times(scenario, only)));
  const book = new Map<Address, readonly Rule[]>();
  for (const seat of actingSeats(scenario, roster)) {
    const ranked: { rank: number; rules: Rule[] }[] = [];
    named.forEach(({ b, key }, n) => {
      const kind = RANKS.findIndex((r) => b[r] !== undefined);
      if (kind >= 0 && concerns(b, seat, roster))
        ranked.push({ rank: (n < first.length ? 0 : 10) + kind, rules: b.rules.map((r, i) => ruleOf(r, `${key} rule ${i}`)) });
    });
    ranked.sort((a, b) => a.rank - b.rank);
    const rules = [
      ...ranked.flatMap((r) => r.rules),
      ...reactions.filter((r) => r.seat === seat).map((r) => r.rule),
      ...HOUSE_RULES[seat === 'control' ? 'control' : 'seat'],
    ];
    book.set(seat, rules);
  }
  return new Map([...takenUp(book, plans, scenario, roster)].map(([seat, rules]) => [seat, seatRules(rules)]));
}

/** Those who are simulated: lead control and every player seat that control does not play itself. */
export function actingSeats(scenario: Scenario, roster: Roster): Address[] {
  const seats = scenario.parties.flatMap((p) => p.cells.flatMap((c) => c.seats.map((s) => `seat:${s.id}`)));
  return ['control', ...seats.filter((s) => !roster.isPlayed(s))];
}

function concerns(b: Behaviour, seat: Address, roster: Roster): boolean {
  if (b.control) return seat === 'control';
  if (seat === 'control') return false;
  if (b.default) return true;
  if (b.seat !== undefined) return seat === `seat:${b.seat}`;
  return roster.within(seat, b.cell !== undefined ? `cell:${b.cell}` : `party:${b.party}`);
}

function ruleOf(r: AuthorRule, key: string): Rule {
  const { waits, delivery, holds, time } = r.on;
  const on: Trigger =
    waits !== undefined ? { waits } : delivery !== undefined ? { delivery } : holds !== undefined ? { holds } : { time: time as Ms };
  const after: Delay =
    typeof r.after === 'number' ? { fixed: r.after } : typeof r.after === 'string' ? { uncertainty: r.after } : { of: r.after };
  return {
    key,
    on,
    after,
    chance: typeof r.chance === 'string' ? { uncertainty: r.chance } : r.chance,
    doing: doingOf(r.do),
    otherwise: doingOf(r.else),
    as: r.as,
  };
}

function doingOf(what: AuthorRule['do']): Doing {
  if (what === 'nothing') return { nothing: true };
  if (what === 'settle') return { settle: {} };
  const { do: command, ...fields } = what;
  return command === undefined ? { settle: fields } : { give: { do: command as Step['do'], fields } };
}

/** A seat that does nothing: for those who only look on. */
export const noRules: SeatRules = seatRules([]);

function seatRules(rules: readonly Rule[]): SeatRules {
  const deliveries = new Map<string, Rule[]>();
  const labels = new Map<string, Rule[]>();
  const add = (map: Map<string, Rule[]>, key: string, rule: Rule) => map.set(key, [...(map.get(key) ?? []), rule]);
  for (const rule of rules) {
    if ('delivery' in rule.on) add(deliveries, rule.on.delivery, rule);
    else if ('label' in rule.on) add(labels, rule.on.label, rule);
  }
  const waits = rules.filter((r) => 'waits' in r.on);
  /** By kind, of each room: asked of all that waits for anybody. */
  const known = new Map<string, Map<string, readonly Rule[]>>();
  const fitting = (room: string, kind: string): readonly Rule[] => {
    let rooms = known.get(kind);
    if (!rooms) {
      rooms = new Map();
      known.set(kind, rooms);
    }
    let found = rooms.get(room);
    if (!found) {
      const name = `${room}.${kind}`;
      found = waits.filter(({ on }) => 'waits' in on && (on.waits === name || on.waits === kind || on.waits === '*'));
      rooms.set(room, found);
    }
    return found;
  };
  return {
    waits: ({ room, kind, due }) => fitting(room, kind).find((r) => !r.timed || due !== undefined),
    deliveries,
    labels,
    holds: rules.filter((r) => 'holds' in r.on),
    times: rules.filter((r) => 'time' in r.on),
    all: rules,
  };
}
