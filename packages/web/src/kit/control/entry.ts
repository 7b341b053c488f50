import { type Condition, type ExpectedStatus, type InjectStatus, isToAll, type Ms, partyNumbers, type Text } from '@entente/engine';
import type { Names } from './names.ts';

/** Whose screen this is: lead control’s, that of the controllers or the evaluators of one party, or of the evaluators of all. */
export interface Viewer {
  readonly address: string;
  /** Absent for lead control and the evaluators of all. */
  readonly party?: string | undefined;
}

export type After = { readonly event?: string | undefined; readonly milestone?: string | undefined; readonly delay: Ms };

/** One mark of the timeline, and one line of its table: a line of the MSEL as this viewer holds it, or what players did. */
export interface Entry {
  readonly id: string;
  /** By the name that its capability gave; what it opens has the same, unless `target` says another. */
  readonly kind: string;
  readonly target?: string | undefined;
  /** Empty for a decision: it has no MSEL number. */
  readonly number: string;
  /** For lead control: the numbers by which the parties’ own controllers speak of it. */
  readonly others?: readonly string[] | undefined;
  readonly title: Text;
  readonly lanes: readonly string[];
  readonly status: InjectStatus | ExpectedStatus | 'done';
  /** When it happened, or will by what is known; absent if no time is known. */
  readonly at?: Ms | undefined;
  /** True if that time is an estimate or a first possible moment. */
  readonly about: boolean;
  /** End of the time allowed, or of the time it can still be released. */
  readonly until?: Ms | undefined;
  /** The time until then is allowed for it, and drawn. */
  readonly allowed?: true;
  readonly happened: boolean;
  readonly contingency: boolean;
  readonly manual: boolean;
  /** It depends on more than time. */
  readonly waits: boolean;
  readonly when?: Condition | undefined;
  readonly after?: After | undefined;
  readonly mine: boolean;
  /** Beside its mark stands its number alone: what it is called stands beside another one. */
  readonly wordless?: true;
  /** What its mark shows beyond its kind, as its own capability reads it. */
  readonly drawn?: string;
  /** It stands in the picture, and is no line of the table. */
  readonly pictured?: true;
  readonly objective?: string | undefined;
}

/** The shared lane: what goes to everyone or to the public. */
export const EVERYONE = 'everyone';
/** The lane of injects that name nobody: lead control chooses who gets them. */
export const NOBODY = 'nobody';

export function byTime(a: Entry, b: Entry): number {
  return (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY) || compareNumbers(a.number, b.number);
}

/** Its number, and for lead control those by which the parties’ own controllers speak of it: “005 · K003”. */
export function numbers({ number, others = [] }: Pick<Entry, 'number' | 'others'>): string {
  return [number, ...others].join(' · ');
}

/** The same of a row, as a viewer holds it: wherever control names one. */
export function numbersOf(
  { number }: Pick<Entry, 'number'>,
  row: Parameters<typeof partyNumbers>[0],
  { party }: { readonly party?: string | undefined },
): string {
  return numbers({ number, others: party === undefined ? partyNumbers(row) : [] });
}

/** MSEL numbers in the order people count: 9 before 10, 10 before 10a. */
export function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** The lanes that a line stands in: each party that it concerns, or the shared one. */
export function lanesOf(to: readonly string[], names: Names, viewer: Viewer): string[] {
  if (to.length === 0) return [NOBODY];
  if (to.some(isToAll)) return [EVERYONE];
  const parties = new Set<string>();
  for (const address of to) {
    const party = names.partyOf(address);
    if (party && (viewer.party === undefined || party.id === viewer.party)) parties.add(party.id);
  }
  return parties.size > 0 ? [...parties] : [EVERYONE];
}
