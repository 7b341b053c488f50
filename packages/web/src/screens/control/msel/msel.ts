import {
  type Condition,
  dependsOnMore,
  type ExpectedCard,
  type ExpectedRow,
  type ExpectedStatus,
  endOf,
  estimates,
  expectedCard,
  expectedStatus,
  type InjectCard,
  type InjectRow,
  type InjectStatus,
  injectStatus,
  type Ms,
  rowCard,
  type Text,
  type World,
} from '@entente/engine';
import type { Names } from '../../../kit/control/names.ts';

/** Whose screen this is: lead control, or the controllers of one party. */
export interface Viewer {
  readonly address: string;
  /** Absent for lead control. */
  readonly party?: string | undefined;
}

type After = { readonly event?: string | undefined; readonly milestone?: string | undefined; readonly delay: Ms };

/** One line of the MSEL as this viewer holds it, or a decision that players put on the record. */
export interface Entry {
  readonly id: string;
  readonly kind: 'inject' | 'expected' | 'decision';
  /** Empty for a decision: it has no MSEL number. */
  readonly number: string;
  readonly title: Text;
  readonly lanes: readonly string[];
  readonly status: InjectStatus | ExpectedStatus | 'done';
  /** When it happened, or will by what is known; absent if no time is known. */
  readonly at?: Ms | undefined;
  /** True if that time is an estimate or a first possible moment. */
  readonly about: boolean;
  /** End of the time allowed, or of the time it can still be released. */
  readonly until?: Ms | undefined;
  readonly happened: boolean;
  readonly contingency: boolean;
  readonly manual: boolean;
  /** It depends on more than time. */
  readonly waits: boolean;
  readonly when?: Condition | undefined;
  readonly after?: After | undefined;
  readonly mine: boolean;
  readonly objective?: string | undefined;
}

/** The shared lane: what goes to everyone or to the public. */
export const EVERYONE = 'everyone';
/** The lane of injects that name nobody: lead control chooses who gets them. */
export const NOBODY = 'nobody';

/** All lines that this viewer holds, in order of time; those without a time last. */
export function entriesOf(world: World, viewer: Viewer, names: Names, now: Ms): Entry[] {
  const when = estimates(world, viewer.party);
  const entries: Entry[] = [];
  for (const [id, row] of world.injects.rows) {
    const entry = injectEntry(id, row, viewer, names, now, when);
    if (entry) entries.push(entry);
  }
  for (const [id, row] of world.expected.rows) {
    const entry = expectedEntry(id, row, world, viewer, names, when);
    if (entry) entries.push(entry);
  }
  for (const message of world.messages.messages.values()) {
    if (message.purpose !== 'decide' && message.purpose !== 'announce') continue;
    const party = names.partyOf(message.from);
    if (!party) continue;
    const lanes = message.to.some((a) => a === 'public' || a === 'everyone') ? [EVERYONE] : [party.id];
    entries.push({
      id: message.id,
      kind: 'decision',
      number: '',
      title: message.subject ?? message.text,
      lanes,
      status: 'done',
      at: message.at,
      about: false,
      happened: true,
      contingency: false,
      manual: false,
      waits: false,
      mine: false,
    });
  }
  return entries.sort(byTime);
}

export function byTime(a: Entry, b: Entry): number {
  return (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY) || compareNumbers(a.number, b.number);
}

/** MSEL numbers in the order people count: 9 before 10, 10 before 10a. */
export function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function injectEntry(
  id: string,
  row: InjectRow,
  viewer: Viewer,
  names: Names,
  now: Ms,
  when: (id: string) => Ms | undefined,
): Entry | undefined {
  const card = rowCard(row, viewer.party);
  if (!card) return undefined;
  const shown = viewer.party === undefined ? undefined : row.shown.get(viewer.party);
  const condition = row.plan?.when ?? shown?.when;
  const status = injectStatus(row);
  const ended = row.released?.at ?? (status === 'skipped' ? row.skip?.at : undefined) ?? (status === 'lapsed' ? row.lapsed?.at : undefined);
  const planned = when(id);
  const waiting = planned !== undefined && planned <= now && (status === 'waiting' || (status === 'planned' && condition !== undefined));
  return {
    id,
    kind: 'inject',
    number: card.number,
    title: card.title,
    lanes: lanesOf(card.to, names, viewer),
    status,
    // A skipped row keeps its place in time: what was planned there did not happen there.
    at: status === 'skipped' ? (planned ?? ended) : (ended ?? (waiting ? undefined : planned)),
    about: ended === undefined && card.at === undefined && row.timed === undefined,
    until: row.plan?.until,
    happened: row.released !== undefined,
    contingency: card.kind === 'contingency',
    manual: card.manual,
    waits: dependsOnMore(row, viewer.party),
    when: condition,
    after: row.plan?.after,
    mine: card.controller === viewer.address,
    objective: card.objective,
  };
}

function expectedEntry(
  id: string,
  row: ExpectedRow,
  world: World,
  viewer: Viewer,
  names: Names,
  when: (id: string) => Ms | undefined,
): Entry | undefined {
  const card = expectedCard(row, viewer.party);
  if (!card) return undefined;
  const status = expectedStatus(row);
  const at = row.opened?.from ?? when(id);
  return {
    id,
    kind: 'expected',
    number: card.number,
    title: card.text,
    lanes: lanesOf([card.by], names, viewer),
    status,
    at,
    about: row.opened === undefined && card.at === undefined,
    until: endOf(row, card, at),
    happened: status !== 'planned' && status !== 'open',
    contingency: false,
    manual: !card.bySight,
    waits: row.opened === undefined && row.plan?.after !== undefined,
    after: row.plan?.after,
    mine: card.controller === viewer.address,
    objective: objectiveOf(card, world),
  };
}

function objectiveOf(card: ExpectedCard, world: World): string | undefined {
  if (card.objective) return card.objective;
  return world.seats.objectives?.list.find((o) => o.tasks.some((t) => t.id === card.task))?.id;
}

/** The lanes that a line stands in: each party that it concerns, or the shared one. */
export function lanesOf(to: readonly string[], names: Names, viewer: Viewer): string[] {
  if (to.length === 0) return [NOBODY];
  if (to.some((a) => a === 'public' || a === 'everyone')) return [EVERYONE];
  const parties = new Set<string>();
  for (const address of to) {
    const party = names.partyOf(address);
    if (party && (viewer.party === undefined || party.id === viewer.party)) parties.add(party.id);
  }
  return parties.size > 0 ? [...parties] : [EVERYONE];
}

export interface Lane {
  readonly id: string;
  readonly party?: string | undefined;
}
/**
 * The lanes of this viewer: every party for lead control, the own one for a party's controllers; then the shared one,
 * and one for what names nobody, if there is such a line.
 */
export function lanesFor(names: Names, viewer: Viewer, entries: readonly Entry[] = []): Lane[] {
  const parties = names.parties.filter((p) => viewer.party === undefined || p.id === viewer.party);
  const nobody = entries.some((e) => e.lanes.includes(NOBODY)) ? [{ id: NOBODY }] : [];
  return [...parties.map((p) => ({ id: p.id, party: p.id })), { id: EVERYONE }, ...nobody];
}

export interface Filter {
  readonly mine: boolean;
  readonly party?: string | undefined;
  readonly objective?: string | undefined;
}
export function filtered(entries: readonly Entry[], filter: Filter): Entry[] {
  return entries.filter(
    (e) =>
      (!filter.mine || e.mine) &&
      (!filter.party || e.lanes.includes(filter.party)) &&
      (!filter.objective || e.objective === filter.objective),
  );
}

/** Whether the buttons for an inject make sense on this screen; the server decides. A party's controllers act on what waits for their hand. */
export function mayActOn(card: InjectCard, viewer: Viewer): boolean {
  return viewer.party === undefined || card.controller === viewer.address;
}
