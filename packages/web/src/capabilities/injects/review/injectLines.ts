import {
  type AttachmentCard,
  type Delivery,
  type InjectRow,
  type InjectStatus,
  injectStatus,
  type Reach,
  reachOf,
  rowCard,
  rowTime,
  standing,
  type Text,
  tookTo,
  type World,
} from '@entente/engine';
import { evidenceOf } from '../../../kit/review/evidence.ts';
import { cardsOf, type Edition, seatsSeen } from '../../../kit/review/side.ts';

/** A new text in the place of an old one. */
export interface Correction {
  readonly version: number;
  readonly at: number;
  readonly title: Text;
  readonly text: Text;
  readonly reason?: Text | undefined;
  readonly before: { readonly title: Text; readonly text: Text };
}
/** One line of the table of injects: a row of the MSEL, or, for a side without one, what was delivered to it. */
export interface InjectLine {
  readonly key: string;
  readonly number?: string | undefined;
  readonly title: Text;
  readonly text: Text;
  readonly kind?: 'contextual' | 'contingency';
  readonly improvised: boolean;
  readonly channel: string;
  readonly label: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly planned?: number | undefined;
  readonly status: InjectStatus;
  readonly released?: number | undefined;
  /** Whose hand released it; absent if time or a condition did. */
  readonly hand?: string | undefined;
  /** Among the seats that this edition sees. */
  readonly reach: Reach;
  /** From the text to each acknowledgement of it, jumps aside, ms. */
  readonly waits: readonly number[];
  readonly note?: Text | undefined;
  readonly attachments?: readonly AttachmentCard[] | undefined;
  /** Oldest first; `text` and `title` of the line are those that stand. */
  readonly corrections: readonly Correction[];
  readonly withdrawal?: { readonly at: number; readonly reason?: Text | undefined } | undefined;
  readonly evidence: readonly string[];
}

/** The injects that an edition holds, by time. Rows it never held are not here. */
export function injectLines(world: World, edition: Edition): InjectLine[] {
  const seen = seatsSeen(world, edition);
  const linked = new Set<string>();
  const lines: InjectLine[] = [];
  for (const [id, row] of world.injects.rows) {
    for (const delivery of row.deliveries.keys()) linked.add(delivery);
    const line = lineOfRow(world, id, row, edition, seen);
    if (line) lines.push(line);
  }
  for (const delivery of world.injects.deliveries.values()) if (!linked.has(delivery.id)) lines.push(lineOfDelivery(world, delivery, seen));
  return lines.sort((a, b) => timeOf(a) - timeOf(b) || compareNumbers(a.number, b.number));
}

function timeOf(line: InjectLine): number {
  return line.released ?? line.planned ?? Number.MAX_SAFE_INTEGER;
}

/** MSEL numbers as people read them: 9 before 10. */
function compareNumbers(a = '', b = ''): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function lineOfRow(world: World, id: string, row: InjectRow, edition: Edition, seen: Set<string>): InjectLine | undefined {
  const card = rowCard(row, cardsOf(edition));
  if (!card) return undefined;
  const deliveries = [...row.deliveries.keys()].map((d) => world.injects.deliveries.get(d)).filter((d) => d !== undefined);
  return {
    key: `inject:${id}`,
    number: card.number,
    ...amendedOf(deliveries[0], card),
    attachments: card.attachments,
    kind: card.kind,
    improvised: card.improvised,
    channel: card.channel,
    label: card.label,
    from: card.from,
    to: card.to,
    planned: card.at ?? rowTime(row),
    status: injectStatus(row),
    released: row.released?.at,
    hand: row.released?.by,
    reach: reachOf(world, deliveries, (seat) => seen.has(seat)),
    waits: deliveries.flatMap((d) => waitsOf(world, d, seen)),
    note: card.note,
    evidence: evidenceOf(row, ...deliveries),
  };
}

function lineOfDelivery(world: World, delivery: Delivery, seen: Set<string>): InjectLine {
  return {
    key: `delivery:${delivery.id}`,
    ...amendedOf(delivery, delivery),
    attachments: delivery.attachments,
    improvised: false,
    channel: delivery.channel,
    label: delivery.label,
    from: delivery.from,
    to: delivery.to,
    status: 'released',
    released: delivery.at,
    reach: reachOf(world, [delivery], (seat) => seen.has(seat)),
    waits: waitsOf(world, delivery, seen),
    evidence: evidenceOf(delivery),
  };
}

/** A correction reaches every delivery of an inject alike: the first tells for all. */
function amendedOf(
  delivery: Delivery | undefined,
  planned: { readonly title: Text; readonly text: Text },
): Pick<InjectLine, 'title' | 'text' | 'corrections' | 'withdrawal'> {
  if (!delivery) return { title: planned.title, text: planned.text, corrections: [] };
  const { title, text } = standing(delivery);
  const texts = [{ title: delivery.title, text: delivery.text }, ...delivery.corrections];
  const corrections = delivery.corrections.map((c, i): Correction => {
    const before = texts[i] as (typeof texts)[number];
    return { version: i + 1, at: c.at, title: c.title, text: c.text, reason: c.reason, before: { title: before.title, text: before.text } };
  });
  return { title, text, corrections, withdrawal: delivery.withdrawn };
}

function waitsOf(world: World, delivery: Delivery, seen: Set<string>): number[] {
  return tookTo(world, delivery, 'acknowledged', (seat) => seen.has(seat));
}
