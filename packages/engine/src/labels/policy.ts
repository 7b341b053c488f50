import type { Text } from '../fact.ts';

/**
 * A label policy is data: ordered levels plus categories, shaped after STANAG 4774. A label is one text in the policy's
 * own writing, `LEVEL` or `LEVEL//CATEGORY VALUE,VALUE`, so that people, files and records spell it alike.
 */
export type Label = string;

/** How far what carries a level may go; each reach holds the ones before it. */
export const REACHES = ['named', 'organisation', 'clients', 'community', 'everyone'] as const;
export type Reach = (typeof REACHES)[number];

export interface Level {
  /** As it is written; never translated. */
  readonly id: string;
  /** What stands before a portion, if that is shorter: `(R)`. */
  readonly mark?: string | undefined;
  /** `named`: seats by name · `organisation`: the recipient's party · `clients`: also its clients · `community`: every party · `everyone`: the public. */
  readonly reach: Reach;
  /** Who may have it, in words. */
  readonly means: Text;
  /** Colours of the chip, ink and ground. */
  readonly ink?: string | undefined;
  readonly ground?: string | undefined;
}
export interface Category {
  readonly id: string;
  readonly name: Text;
  /** `permissive`: a reader needs any of the values listed · `restrictive`: all of them · `informative`: none. */
  readonly kind: 'permissive' | 'restrictive' | 'informative';
  readonly values: readonly { readonly id: string; readonly name: Text }[];
}
/** What a party's people may read. */
export interface Clearance {
  /** The highest level; absent: every level. */
  readonly level?: string | undefined;
  /** Values of permissive and restrictive categories that they have, by category. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}
export interface LabelPolicy {
  readonly id: string;
  readonly name: Text;
  /** Least strict first. */
  readonly levels: readonly Level[];
  readonly categories: readonly Category[];
  /** The label of what nobody has labelled. */
  readonly usual: Label;
  /** True if the effective label also stands as a banner line above and below an item. */
  readonly banner: boolean;
  /** By party; a party that is not named reads every level and has no values. */
  readonly clearances: Readonly<Record<string, Clearance>>;
}

export interface ReadLabel {
  readonly level: Level;
  /** 0 for the least strict. */
  readonly rank: number;
  /** By category, in the policy's order; a category that is not written is absent, one without a value left is empty. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Written where two release lists have nobody in common: nobody may read it. */
const NOBODY = 'NONE';

/** Reads a label; undefined if it is none of this policy: another policy's, an unknown value, a category twice. */
export function readLabel(policy: LabelPolicy, label: Label): ReadLabel | undefined {
  const [first = '', ...rest] = label.split('//');
  const rank = policy.levels.findIndex((l) => l.id === first);
  const level = policy.levels[rank];
  if (!level) return undefined;
  const values = new Map<string, readonly string[]>();
  for (const part of rest) {
    const space = part.indexOf(' ');
    const category = policy.categories.find((c) => c.id === (space < 0 ? part : part.slice(0, space)));
    const listed = space < 0 ? [] : part.slice(space + 1).split(',');
    if (!category || values.has(category.id) || listed.length === 0) return undefined;
    const none = category.kind === 'permissive' && listed.length === 1 && listed[0] === NOBODY;
    if (!none && !listed.every((v) => category.values.some((known) => known.id === v))) return undefined;
    values.set(category.id, none ? [] : inOrder(category, listed));
  }
  return { level, rank, values };
}

/** A label in the one form in which it is kept; undefined if it is none of this policy. */
export function normalLabel(policy: LabelPolicy, label: Label): Label | undefined {
  const known = normal.get(policy) ?? new Map<Label, Label>();
  if (known.size === 0) normal.set(policy, known);
  const found = known.get(label);
  if (found !== undefined) return found;
  const read = readLabel(policy, label);
  if (!read) return undefined;
  const written = writeLabel(policy, read);
  if (known.size < MOST_LABELS) known.set(label, written);
  return written;
}
/** Every message asks, mostly for one of the same few; a policy does not change. So many spellings are kept for each. */
const normal = new WeakMap<LabelPolicy, Map<Label, Label>>();
const MOST_LABELS = 1_000;

export function writeLabel(policy: LabelPolicy, { level, values }: Pick<ReadLabel, 'level' | 'values'>): Label {
  const parts = policy.categories.flatMap((c) => {
    const listed = values.get(c.id);
    if (listed === undefined || (listed.length === 0 && c.kind !== 'permissive')) return [];
    return [`${c.id} ${listed.length === 0 ? NOBODY : listed.join(',')}`];
  });
  return [level.id, ...parts].join('//');
}

function inOrder(category: Category, listed: readonly string[]): string[] {
  return category.values.map((v) => v.id).filter((v) => listed.includes(v));
}

/**
 * The label of a whole: at least the strictest level of its parts; permissive lists intersect, restrictive and
 * informative values unite. @throws RangeError for a label of another policy.
 */
export function effectiveLabel(policy: LabelPolicy, labels: readonly Label[]): Label {
  const read = labels.map((l) => readOrThrow(policy, l));
  const strictest = read.reduce((a, b) => (b.rank > a.rank ? b : a), read[0] ?? readOrThrow(policy, policy.usual));
  const values = new Map<string, readonly string[]>();
  for (const category of policy.categories) {
    const lists = read.map((r) => r.values.get(category.id)).filter((l) => l !== undefined);
    if (lists.length === 0) continue;
    const among = (v: string) => (category.kind === 'permissive' ? lists.every((l) => l.includes(v)) : lists.some((l) => l.includes(v)));
    values.set(
      category.id,
      category.values.map((v) => v.id).filter((v) => among(v)),
    );
  }
  return writeLabel(policy, { level: strictest.level, values });
}

/** True if `label` protects at least as much as `least`: an originator may raise a label, never lower it below its portions. */
export function atLeast(policy: LabelPolicy, label: Label, least: Label): boolean {
  return readOrThrow(policy, label).rank >= readOrThrow(policy, least).rank && effectiveLabel(policy, [label, least]) === label;
}

/** True if a party's people may read what carries the label: cleared for the level, any permissive value, all restrictive ones. */
export function mayRead(policy: LabelPolicy, label: Label, party: string | undefined): boolean {
  const { rank, values } = readOrThrow(policy, label);
  const named = party !== undefined && Object.hasOwn(policy.clearances, party) ? policy.clearances[party] : undefined;
  const clearance = named ?? NO_CLEARANCE;
  const highest = clearance.level === undefined ? policy.levels.length : policy.levels.findIndex((l) => l.id === clearance.level);
  if (rank > highest) return false;
  return policy.categories.every((category) => {
    const listed = values.get(category.id);
    if (listed === undefined || category.kind === 'informative') return true;
    const own = clearance.values[category.id] ?? [];
    return category.kind === 'permissive' ? listed.some((v) => own.includes(v)) : listed.every((v) => own.includes(v));
  });
}
const NO_CLEARANCE: Clearance = { values: {} };

/** How far the label's level lets a thing go. */
export function reachOf(policy: LabelPolicy, label: Label): Reach {
  return readOrThrow(policy, label).level.reach;
}

/** True if `reach` goes at least as far as `far`. */
export function reaches(reach: Reach, far: Reach): boolean {
  return REACHES.indexOf(reach) >= REACHES.indexOf(far);
}

function readOrThrow(policy: LabelPolicy, label: Label): ReadLabel {
  const read = readLabel(policy, label);
  if (!read) throw new RangeError(`“${label}” is no label of ${policy.id}`);
  return read;
}

/** The label that the originator put on the whole above what its portions ask for; undefined if it did not. Only it may take that off. */
export function raisedLabel(
  policy: LabelPolicy,
  { label, portions }: { readonly label: Label; readonly portions: readonly { readonly label: Label }[] },
): Label | undefined {
  const least = effectiveLabel(
    policy,
    portions.map((p) => p.label),
  );
  return label === least ? undefined : label;
}
