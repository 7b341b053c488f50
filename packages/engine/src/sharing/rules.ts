import { type Address, type Roster, split } from '../audience.ts';
import type { Ms } from '../fact.ts';
import { type Label, type LabelPolicy, mayRead, type Reach, reaches, reachOf } from '../labels/policy.ts';
import type { Onward } from './language.ts';

/** Everything that a release to one address rests on. */
export interface Case {
  readonly policy: LabelPolicy;
  /** The label of what is released: of the whole, or of the portions chosen. */
  readonly label: Label;
  /** The parties that stand on the release list of every portion chosen; undefined where a portion has none. */
  readonly listed: ReadonlySet<string> | undefined;
  readonly to: Address;
  readonly toParty: string | undefined;
  /** The releasing party; undefined for control and what it speaks for. */
  readonly byParty: string | undefined;
  /** True if it acts for the originator. */
  readonly originates: boolean;
  /** True if the recipient’s party is the originator: it gets its own back. */
  readonly toOriginator: boolean;
  /** True if the originator has asked the releasing party to destroy it, as far as that seat was told. */
  readonly recalled: boolean;
  /** True if the seat may release to other parties. */
  readonly mayRelease: boolean;
  readonly onward: Onward;
  /** True if the originator gave its word for this address and these portions. */
  readonly granted: boolean;
  /** The releasing party’s clients. */
  readonly clients: readonly string[];
  /** Every party of the exercise. */
  readonly parties: readonly string[];
  readonly expires: Ms | undefined;
  readonly now: Ms;
}

/** The rules, in the order in which they are asked; the first that fails is the answer. */
export const RULES = ['expiry', 'recall', 'right', 'reach', 'clearance', 'word'] as const;
export type Rule = (typeof RULES)[number];

export interface Finding {
  readonly rule: Rule;
  readonly ok: boolean;
  /** Which part of the rule decided: `originator`, `granted`, `listed`, `own-party`, `discretion`, `needs-word` … */
  readonly because: string;
}

/** Each rule by itself: why it lets a release pass, or why it does not. */
export const CHECKS: Record<Rule, (c: Case) => Omit<Finding, 'rule'>> = {
  /** A release exactly at expiry is in time. */
  expiry: (c) =>
    c.expires !== undefined && c.now > c.expires
      ? { ok: false, because: 'expired' }
      : { ok: true, because: c.expires === undefined ? 'no-expiry' : 'in-time' },
  /** What was to be destroyed is passed on no more; its originator’s own copy is not asked for. */
  recall: (c) => (c.recalled && !c.originates ? { ok: false, because: 'recalled' } : { ok: true, because: 'not-recalled' }),
  /** What leaves the party needs a seat that may release, unless everybody may pass it on. */
  right: (c) => {
    if (!leaves(c)) return { ok: true, because: 'own-party' };
    if (c.mayRelease) return { ok: true, because: 'may-release' };
    return c.onward === 'free' && !c.originates ? { ok: true, because: 'free' } : { ok: false, because: 'may-not-release' };
  },
  /** TLP 2.0: RED is for named recipients, GREEN for the community, only CLEAR for the public; other policies say it of their levels. */
  reach: (c) => {
    const needed = REACH_OF_ADDRESS[split(c.to)[0]] ?? 'everyone';
    return { ok: reaches(reachOf(c.policy, c.label), needed), because: needed };
  },
  /** The recipients’ party is cleared for the level, has any of the permissive values and all of the restrictive ones. */
  clearance: (c) => {
    const readers = c.toParty !== undefined ? [c.toParty] : c.to === 'public' ? [...c.parties, undefined] : c.parties;
    return readers.every((party) => mayRead(c.policy, c.label, party))
      ? { ok: true, because: 'cleared' }
      : { ok: false, because: 'not-cleared' };
  },
  /** Originator control: passing on needs the originator’s word, given in each case, in advance, or by the onward rule. */
  word: (c) => {
    if (c.originates) return { ok: true, because: 'originator' };
    if (c.toOriginator) return { ok: true, because: 'to-originator' };
    if (c.granted) return { ok: true, because: 'granted' };
    if (c.toParty !== undefined && c.listed?.has(c.toParty)) return { ok: true, because: 'listed' };
    const reach = reachOf(c.policy, c.label);
    if (!leaves(c)) return reach === 'named' ? { ok: false, because: 'named-only' } : { ok: true, because: 'own-party' };
    if (c.onward === 'originator-approval') return { ok: false, because: 'needs-word' };
    return onwardReach(c, reach) ? { ok: true, because: c.onward } : { ok: false, because: 'label-keeps-it' };
  },
};

/** How far a label must reach for a thing to be addressed so. */
const REACH_OF_ADDRESS: Readonly<Record<string, Reach>> = {
  seat: 'named',
  control: 'named',
  cell: 'organisation',
  party: 'organisation',
  everyone: 'community',
  public: 'everyone',
};

const leaves = (c: Case): boolean => c.toParty === undefined || c.toParty !== c.byParty;

/** TLP 2.0: AMBER+STRICT stays in the recipient’s organisation, AMBER goes to its clients, GREEN to the community. */
function onwardReach(c: Case, reach: Reach): boolean {
  if (reach === 'named' || reach === 'organisation') return false;
  return reach === 'clients' ? c.toParty !== undefined && c.clients.includes(c.toParty) : true;
}

/** All rules asked of a case, in order. */
export function judge(c: Case): Finding[] {
  return RULES.map((rule) => ({ rule, ...CHECKS[rule](c) }));
}

/** Parties on every list; undefined as soon as one portion has none: what is not listed has no word in advance. */
export function listedOn(lists: readonly (readonly string[] | undefined)[]): ReadonlySet<string> | undefined {
  const [first, ...rest] = lists;
  if (first === undefined || rest.includes(undefined)) return undefined;
  return new Set(first.filter((party) => rest.every((list) => list?.includes(party))));
}

/** True if a grant for `granted` covers `to`. */
export function covers(roster: Roster, granted: readonly Address[], to: Address): boolean {
  return granted.some((g) => roster.within(to, g));
}
