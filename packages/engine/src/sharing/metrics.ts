import type { Address, Roster } from '../audience.ts';
import type { Ms } from '../fact.ts';
import { median } from '../median.ts';
import type { World } from '../world.ts';
import { decidedAfter, requestStatus } from './items.ts';
import { type Known, knowledge } from './knowledge.ts';
import type { Knowing } from './lane.ts';

/** What the record says of sharing; times are scenario ms. Items are named by the scenario’s id where there is one. */
export interface SharingMetrics {
  /** Items that somebody held; an item and what was made of it count once. */
  readonly items: number;
  /** Acts of release. */
  readonly releases: number;
  readonly requests: {
    readonly made: number;
    readonly granted: number;
    readonly conditions: number;
    readonly refused: number;
    readonly withdrawn: number;
    readonly unanswered: number;
    /** Those whose time ran out; `passed`: those whose time a jump passed. */
    readonly overdue: number;
    readonly passed: number;
    /** From asking to deciding, jumps aside, at the median; null if none was decided. */
    readonly medianMs: Ms | null;
  };
  /** For each party that needed an item and did not have it first: how long it took; null if it never came. */
  readonly latency: readonly { readonly item: string; readonly party: string; readonly ms: Ms | null }[];
  /** Expected actions whose actor did not hold what they rested on when they fell due. */
  readonly neededButWithheld: readonly { readonly expected: string; readonly item: string; readonly by: Address; readonly at: Ms }[];
  /** Parties that got what they should not have. */
  readonly overShared: readonly { readonly item: string; readonly party: string; readonly at: Ms }[];
}

/** `rows`: who knew what when, if it is at hand already. */
export function sharingMetrics(world: World, roster: Roster, rows: readonly Known[] = knowledge(world, roster)): SharingMetrics {
  const requests = [...world.sharing.requests.values()];
  const count = (status: string): number => requests.filter((r) => requestStatus(r) === status).length;
  const took = requests.flatMap((r) => decidedAfter(world, r) ?? []);
  let releases = 0;
  for (const item of world.sharing.items.values()) releases += item.releases.size;
  const all = rows.flatMap((row) => row.parties.map((k) => ({ row, k })));
  return {
    items: rows.filter((row) => row.from === undefined).length,
    releases,
    requests: {
      made: requests.length,
      granted: count('granted'),
      conditions: count('conditions'),
      refused: count('refused'),
      withdrawn: count('withdrawn'),
      unanswered: count('open') + count('overdue') + count('passed'),
      overdue: requests.filter((r) => r.overdue && !r.overdue.jumped).length,
      passed: requests.filter((r) => r.overdue?.jumped).length,
      medianMs: median(took) ?? null,
    },
    latency: all.flatMap(({ row, k }) => {
      const first = k.withheld.find(({ from }) => from < firstHad(k));
      if (!k.needed || !first) return [];
      return [{ item: nameOf(row), party: k.party, ms: first.until === undefined ? null : first.until - first.from }];
    }),
    neededButWithheld: rows.flatMap((row) =>
      row.due.filter((d) => !d.held).map((d) => ({ expected: d.number, item: nameOf(row), by: d.by, at: d.at })),
    ),
    overShared: all.flatMap(({ row, k }) => {
      return k.overshared ? [{ item: nameOf(row), party: k.party, at: firstHad(k) }] : [];
    }),
  };
}

/** When a party first had it, or something made of it; never: infinity. */
function firstHad({ held, part }: Knowing): Ms {
  return Math.min(held?.at ?? Number.POSITIVE_INFINITY, part?.at ?? Number.POSITIVE_INFINITY);
}

function nameOf({ scenario, item }: Known): string {
  return scenario ?? item;
}
