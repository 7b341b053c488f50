import {
  answeredWith,
  type Command,
  commandSchema,
  descendants,
  familyOf,
  type Item,
  injectNamed,
  itemOfScenario,
  type RefKind,
  type Roster,
  standingCard,
  standsIn,
  type World,
} from '@entente/engine';
import type { z } from 'zod';
import { COMMANDS, type Step } from './play.ts';
import type { Path } from './problem.ts';
import { type Named, type NamedPortion, namedIn, portionsNamedIn, timed } from './steps.ts';
import { fillVersion, namesVersion } from './versions.ts';

/** What the names in a step stand for, when its turn has come. */
interface Table {
  readonly seat: string;
  readonly labels: Labels;
  /** Lead control's world. */
  readonly control: World;
  readonly roster: Roster;
  /** True if the step is to be refused: then it may name what its seat does not have. */
  readonly refused: boolean;
}

/** What came of the steps that have a label. */
type Labels = Pick<ReadonlyMap<string, string>, 'get'>;

/**
 * What a step's command is in the record's own ids: `delivery` becomes the delivery of that inject which the acting
 * seat got, `item` what the seat has of that item, labels become what came of their steps.
 * @param control lead control's world. @returns the command, or in words why there is none.
 */
export function resolveStep(step: Step, labels: Labels, control: World, roster: Roster): Command | { problem: string } {
  const written = writtenOf(step);
  const table: Table = { seat: step.seat, labels, control, roster, refused: step.rejected !== undefined };
  const values: (string | number)[] = [];
  for (const { item, name } of written.portions) {
    const position = portionNamed(table, item, name);
    if (position === undefined) return { problem: `what ${step.seat} has of “${item}” at this time has no portion “${name}”` };
    values.push(position);
  }
  for (const { to, name, path } of written.named) {
    const id = lookUp(table, to, name);
    if (id === undefined) return { problem: `“${name}” (${path[0]}) is nothing that ${step.seat} has at this time` };
    values.push(id);
  }
  const alike = values.map((v) => values.indexOf(v)).join();
  if (written.parsed?.alike === alike) return withValues(written.parsed.command, written.paths, values) as Command;
  const command = withValues(written.command, written.paths, values) as Record<string, unknown>;
  fillVersion(control, step.do, command);
  // Parsed as at the server's door, so that defaults stand in the record the same way.
  const parsed = commandSchema.safeParse(command);
  if (!parsed.success)
    return { problem: `${step.do} has a field that does not fit: ${parsed.error.issues.map((i) => i.path.join('.')).join(', ')}` };
  const stays = !namesVersion(step.do) && written.paths.every((path, i) => at(parsed.data, path) === values[i]);
  if (stays) written.parsed = { command: parsed.data, alike };
  return parsed.data;
}

/** A step as it is written, read once: a play is turned into commands again and again. */
interface Written {
  readonly command: object;
  readonly portions: readonly NamedPortion[];
  readonly named: readonly Named[];
  /** Where each portion and each name stands. */
  readonly paths: readonly Path[];
  /** Its command as it was parsed; other ids, if as many of them are alike, fit as well. */
  parsed?: { readonly command: object; readonly alike: string };
}
const known = new WeakMap<object, Written>();

function writtenOf(step: Step): Written {
  const before = known.get(step.fields);
  if (before) return before;
  const schema = COMMANDS.get(step.do) as z.ZodObject;
  const command: Record<string, unknown> = { type: step.do, ...timed(schema, step.fields) };
  const portions = portionsNamedIn(command);
  for (const { put } of portions) put(0);
  const named = namedIn(schema, command);
  const written = { command, portions, named, paths: [...portions, ...named].map(({ path }) => path) };
  known.set(step.fields, written);
  return written;
}

/** The same with other values at these paths; nothing of it is changed. */
function withValues(command: object, paths: readonly Path[], values: readonly unknown[]): object {
  const whole = { ...command };
  paths.forEach((path, i) => {
    let within = whole as Record<string | number, unknown>;
    path.slice(0, -1).forEach((key) => {
      const inner = within[key] as object;
      within[key] = Array.isArray(inner) ? [...inner] : { ...inner };
      within = within[key] as Record<string | number, unknown>;
    });
    within[path.at(-1) as string | number] = values[i];
  });
  return whole;
}

const at = (within: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)?.[key], within);

/** What may wait for a controller’s hand. */
const CARDS = ['inject', 'expected', 'request', 'message'] as const;

function lookUp(table: Table, to: RefKind, name: string): string | undefined {
  const { labels, control } = table;
  const label = labels.get(name);
  switch (to) {
    case 'card':
      return CARDS.map((kind) => lookUp(table, kind, name)).find((id) => id !== undefined);
    case 'expected':
      return [...control.expected.rows].find(([, row]) => row.plan?.card.scenario === name)?.[0];
    case 'message':
    case 'roll':
      return label;
    case 'item':
      return itemNamed(table, name);
    case 'request':
      return [...control.sharing.requests.values()].find((r) => label !== undefined && r.asked.has(label))?.id;
    case 'forum':
      return forumNamed(table, name);
    case 'matter':
      return matterOf(table, label)?.id;
    case 'stop':
      return matterOf(table, label)?.id ?? label;
    case 'subject':
      return name;
    case 'board':
      return [...control.planning.boards.values()].find((b) => b.named?.scenario === name)?.id ?? label;
    case 'criterion':
      return [...control.planning.criteria.values()].find((c) => c.named?.scenario === name)?.id ?? label;
    case 'option':
      return [...control.planning.options.values()].find((o) => o.named?.scenario === name)?.id ?? label;
    case 'task':
      return [...control.execution.tasks.values()].findLast((t) => t.named?.scenario === name)?.id;
    case 'own-step':
    case 'draft':
    case 'decision':
    case 'table-text':
    case 'bracket':
      return label;
    case 'joint':
      return jointOf(table, label);
    case 'line':
      return lineOf(table, label) ?? lineNamed(table, name);
    case 'said':
    case 'press-question':
    case 'press-draft':
    case 'conference':
    case 'queued':
    case 'flagged':
      return saidNamed(table, name) ?? (to === 'flagged' ? lineNamed(table, name) : undefined);
    case 'inject':
      return rowNamed(table, name)?.[0];
    case 'delivery':
      return deliveryNamed(table, name);
    case 'thing':
      if (label !== undefined && control.messages.messages.has(label)) return label;
      return deliveryNamed(table, name) ?? aloudNamed(table, name) ?? itemNamed(table, name) ?? label;
  }
}

/** What a step said, asked or reported, or what an inject brought of the scenario’s own. */
function saidNamed(table: Table, name: string): string | undefined {
  const { labels, control } = table;
  return labels.get(name) ?? questionNamed(table, name) ?? control.statements.plans.get(name)?.brought?.said;
}

/** A question that an inject put to several sides, as it was put to that of the acting seat. */
function questionNamed({ control, roster, seat }: Table, name: string): string | undefined {
  const brought = control.statements.plans.get(name)?.brought;
  const deliveries = brought && control.injects.rows.get(brought.inject)?.deliveries;
  const party = roster.partyOf(seat);
  for (const { id, to, links } of control.statements.questions.values())
    if (links.some((l) => l.how === 'brought' && deliveries?.has(l.to)) && roster.partyOf(to[0] ?? '') === party) return id;
  return undefined;
}

/** The line that was agreed in the matter of a label. */
function lineOf({ control }: Table, label: string | undefined): string | undefined {
  return label === undefined ? undefined : control.statements.agreements.get(label)?.made?.made;
}

/** What came of the matter in which a joint statement was agreed. */
function jointOf({ control }: Table, label: string | undefined): string | undefined {
  return label === undefined ? undefined : (control.statements.agreements.get(label)?.made?.made ?? label);
}

function lineNamed({ control }: Table, name: string): string | undefined {
  return [...control.statements.lines.values()].find((l) => l.named?.scenario === name)?.id;
}

/** A forum of the scenario, or the one in which the matter of a label was asked. */
function forumNamed(table: Table, name: string): string | undefined {
  const forum = [...table.control.consultation.forums.values()].find((f) => f.named?.scenario === name);
  return forum?.id ?? matterOf(table, table.labels.get(name))?.forum;
}

/** What came of the step of a label: of one that founds a forum to ask in it, the forum came first. */
function matterOf({ control }: Table, label: string | undefined) {
  if (label === undefined) return undefined;
  return [...control.consultation.matters.values()].find((m) => m.id === label || m.forum === label);
}

function rowNamed({ labels, control }: Table, name: string) {
  const label = labels.get(name);
  const { rows } = control.injects;
  if (label === undefined) {
    const id = injectNamed(control.injects, name) ?? '';
    const row = rows.get(id);
    return row && ([id, row] as const);
  }
  return [...rows].find(([, r]) => r.plan?.src === label || [...r.shown.values()].some((s) => s.src === label));
}

function deliveryNamed(table: Table, name: string): string | undefined {
  const { control, roster, seat } = table;
  const deliveries = [...(rowNamed(table, name)?.[1].deliveries.keys() ?? [])];
  return deliveries.find((id) => roster.audience(control.injects.deliveries.get(id)?.to ?? []).viewers.has(seat));
}

/** What an inject said in public. */
function aloudNamed(table: Table, name: string): string | undefined {
  return table.control.statements.brought.get(rowNamed(table, name)?.[0] ?? '')?.said;
}

/** By a label: the item that its step gave, made or answered with. By the scenario's id: the item, or else what the seat has of it. */
function itemNamed(table: Table, name: string): string | undefined {
  const { labels, control, refused } = table;
  const own = control.sharing;
  const label = labels.get(name);
  if (label !== undefined) {
    for (const item of own.items.values()) if (cameBy(item, label)) return item.id;
    const answered = [...own.requests.values()].find((r) => r.decided?.src === label);
    return (answered ? answeredWith(answered) : []).findLast((id) => refused || has(table, own.items.get(id)));
  }
  const root = itemOfScenario(own, name);
  if (!root) return undefined;
  const [whole, ...made] = familyOf(own, root.id);
  if (has(table, whole)) return root.id;
  return made.findLast((item) => has(table, item))?.id ?? (refused ? root.id : undefined);
}

/** Where a portion of the scenario stands in what the acting seat has of its item: a part counts its own anew. */
function portionNamed(table: Table, item: string, name: string): number | undefined {
  const own = table.control.sharing;
  const id = itemNamed(table, item);
  for (const { id: root, plan } of own.items.values()) {
    const there = plan?.names.indexOf(name) ?? -1;
    const made = there < 0 ? undefined : descendants(own, root).find((d) => d.item.id === id);
    if (!made) continue;
    const card = standingCard(made.item);
    const position = card ? standsIn(made, card).indexOf(there) : -1;
    return position < 0 ? undefined : position;
  }
  return undefined;
}

function cameBy(item: Item, event: string): boolean {
  return item.copies.has(event) || item.releases.has(event) || item.derived.has(event);
}

/** True if the acting seat was given it; lead control has all that the scenario plans. */
function has({ seat, roster }: Table, item: Item | undefined): boolean {
  if (!item) return false;
  return seat === 'control' || [...item.copies.values()].some((c) => roster.audience(c.to ?? []).viewers.has(seat));
}
