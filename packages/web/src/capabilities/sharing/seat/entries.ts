import {
  acknowledgement,
  handedOver,
  type Id,
  type Item,
  type Request,
  recallFor,
  requestCard,
  rosterOfWorld,
  standingCard,
  type Text,
  type World,
} from '@entente/engine';
import type { Line } from '../../../kit/seat/line.ts';
import type { SeatLook } from '../../../kit/seat/part.ts';

/** Items as their holder reads them at a glance. */
export function itemLines(look: SeatLook): Line[] {
  return [...look.world.sharing.items.values()].flatMap((item) => itemLine(look, item) ?? []);
}

function itemLine({ world, seat, reads }: SeatLook, item: Item): Line | undefined {
  const card = standingCard(item);
  const copies = [...item.copies.values()].filter((c) => c.to !== undefined);
  const first = copies.find((c) => c.by !== undefined && c.by !== seat) ?? copies[0];
  if (!card || !first) return undefined;
  const delivery = copies.every((c) => c.delivery !== undefined) ? first.delivery : undefined;
  const within = delivery !== undefined && world.injects.deliveries.has(delivery) ? delivery : undefined;
  // Made by the holder’s own release or as a sanitised version: no news.
  const made = item.derived.size > 0 && copies.every((c) => c.by === undefined || c.by === seat);
  // Another seat gave it and waits to hear that it came.
  const given = copies.some((c) => handedOver(c, seat));
  const roster = rosterOfWorld(world);
  // What is to be destroyed, or is, need not be acknowledged.
  const gone = roster !== undefined && recallFor(roster, item, seat) !== undefined;
  return {
    id: item.id,
    kind: 'item',
    at: first.at,
    // Who gave it; its originator for what one holds from the start, wrote or got by an inject.
    from: first.by ?? card.originator,
    to: first.to ?? [],
    channel: 'item',
    title: card.title,
    text: together(card.portions.map((p) => p.text)),
    label: card.label,
    attachments: card.attachments,
    unread: reads && within === undefined && !made && !item.read.has(seat),
    acknowledge: given && !gone ? 'asked' : undefined,
    acknowledgedAt: roster && acknowledgement(roster, item, seat)?.at,
    replies: given,
    mine: made,
    within,
    filter: 'item',
    apart: made,
  };
}

/** Which delivery brought which item. */
export function* whatCameWith(world: World): Iterable<readonly [Id, Id]> {
  for (const item of world.sharing.items.values())
    for (const { delivery } of item.copies.values()) if (delivery !== undefined) yield [delivery, item.id];
}

/** Portions one after the other, in each language that one of them has. */
function together(texts: readonly Text[]): Text {
  const languages = new Set(texts.flatMap((t) => (typeof t === 'string' ? [] : Object.keys(t))));
  const inOne = (language: string): string =>
    texts.map((t) => (typeof t === 'string' ? t : (t[language] ?? Object.values(t)[0] ?? ''))).join('\n');
  return languages.size === 0 ? inOne('') : Object.fromEntries([...languages].map((l) => [l, inOne(l)]));
}

export function requestLines(look: SeatLook): Line[] {
  return [...look.world.sharing.requests.values()].flatMap((request) => linesOf(look, request));
}

/** One line for a request; the answer to one’s own is a line of its own, since it is news. */
function linesOf({ seat, reads, seen }: SeatLook, request: Request): Line[] {
  const card = requestCard(request);
  if (!card) return [];
  const mine = card.from === seat;
  const { id, decided } = request;
  // Whoever it was escalated to has had it since then.
  const asked: Line = {
    id,
    of: id,
    kind: 'request',
    at: card.at,
    from: card.from,
    to: [card.of],
    channel: 'request',
    text: card.text,
    unread: reads && !mine && !seen.has(id),
    replies: false,
    mine,
    filter: 'request',
  };
  if (!mine || !decided) return [asked];
  const answer: Line = {
    ...asked,
    id: decided.src,
    kind: 'answer',
    at: decided.at,
    from: decided.by,
    to: [seat],
    unread: reads && !seen.has(decided.src),
    mine: false,
  };
  return [answer, asked];
}
