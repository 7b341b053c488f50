import { type Delivery, type InjectRow, type InjectStatus, injectStatus, rowCard, rowTime, type Text, type World } from '@entente/engine';
import { evidenceOf } from './evidence.ts';
import { cardsOf, type Edition, seatsBehind, seatsSeen } from './side.ts';

/** How far an inject got among the seats that this edition sees. */
export interface Reach {
  readonly seats: number;
  readonly read: number;
  readonly acknowledged: number;
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
  readonly reach: Reach;
  /** From delivery to each acknowledgement, ms. */
  readonly waits: readonly number[];
  readonly note?: Text | undefined;
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
    title: card.title,
    text: card.text,
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
    reach: reachOf(world, deliveries, seen),
    waits: deliveries.flatMap((d) => waitsOf(d, seen)),
    note: card.note,
    evidence: evidenceOf(row, ...deliveries),
  };
}

function lineOfDelivery(world: World, delivery: Delivery, seen: Set<string>): InjectLine {
  return {
    key: `delivery:${delivery.id}`,
    title: delivery.title,
    text: delivery.text,
    improvised: false,
    channel: delivery.channel,
    label: delivery.label,
    from: delivery.from,
    to: delivery.to,
    status: 'released',
    released: delivery.at,
    reach: reachOf(world, [delivery], seen),
    waits: waitsOf(delivery, seen),
    evidence: evidenceOf(delivery),
  };
}

function reachOf(world: World, deliveries: readonly Delivery[], seen: Set<string>): Reach {
  const seats = new Set<string>();
  const read = new Set<string>();
  const acknowledged = new Set<string>();
  for (const d of deliveries) {
    for (const seat of seatsBehind(world, d.to)) if (seen.has(seat)) seats.add(seat);
    for (const seat of d.acknowledged.keys()) if (seats.has(seat)) acknowledged.add(seat);
    // Whoever acknowledged has read, whether or not the reading was told.
    for (const seat of [...d.read.keys(), ...acknowledged]) if (seats.has(seat)) read.add(seat);
  }
  return { seats: seats.size, read: read.size, acknowledged: acknowledged.size };
}

function waitsOf(delivery: Delivery, seen: Set<string>): number[] {
  return [...delivery.acknowledged].filter(([seat]) => seen.has(seat)).map(([, mark]) => mark.at - delivery.at);
}
