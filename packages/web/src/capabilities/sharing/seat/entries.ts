import {
  type Address,
  type AttachmentCard,
  acknowledgement,
  type Id,
  type Item,
  type Ms,
  type Request,
  type Roster,
  requestCard,
  standingCard,
  type Text,
  type World,
} from '@entente/engine';

/** How an item stands in a list: what its holder reads at a glance. */
export interface ItemEntry {
  readonly id: Id;
  readonly at: Ms;
  /** Who gave it; its originator for what one holds from the start, wrote or got by an inject. */
  readonly from: Address;
  readonly to: readonly Address[];
  readonly title: Text;
  readonly text: Text;
  readonly label: string;
  readonly attachments?: readonly AttachmentCard[] | undefined;
  readonly unread: boolean;
  readonly acknowledgedAt?: Ms | undefined;
  /** Another seat gave it and waits to hear that it came. */
  readonly given: boolean;
  /** The delivery that brought it and nothing else: it is read there. */
  readonly within?: Id | undefined;
  /** Made by the holder’s own release or as a sanitised version: no news. */
  readonly made: boolean;
}

export function itemEntry(world: World, item: Item, viewer: Address, roster: Roster | undefined): ItemEntry | undefined {
  const card = standingCard(item);
  const copies = [...item.copies.values()].filter((c) => c.to !== undefined);
  const first = copies.find((c) => c.by !== undefined && c.by !== viewer) ?? copies[0];
  if (!card || !first) return undefined;
  const delivery = copies.every((c) => c.delivery !== undefined) ? first.delivery : undefined;
  const within = delivery !== undefined && world.injects.deliveries.has(delivery) ? delivery : undefined;
  const made = item.derived.size > 0 && copies.every((c) => c.by === undefined || c.by === viewer);
  return {
    id: item.id,
    at: first.at,
    from: first.by ?? card.originator,
    to: first.to ?? [],
    title: card.title,
    text: together(card.portions.map((p) => p.text)),
    label: card.label,
    attachments: card.attachments,
    unread: within === undefined && !made && !item.read.has(viewer),
    acknowledgedAt: roster && acknowledgement(roster, item, viewer)?.at,
    given: copies.some((c) => c.by !== undefined && c.by !== viewer && c.delivery === undefined && !c.to?.some((a) => TO_ALL.has(a))),
    within,
    made,
  };
}
const TO_ALL: ReadonlySet<Address> = new Set(['public', 'everyone']);

/** Portions one after the other, in each language that one of them has. */
function together(texts: readonly Text[]): Text {
  const languages = new Set(texts.flatMap((t) => (typeof t === 'string' ? [] : Object.keys(t))));
  const inOne = (language: string): string =>
    texts.map((t) => (typeof t === 'string' ? t : (t[language] ?? Object.values(t)[0] ?? ''))).join('\n');
  return languages.size === 0 ? inOne('') : Object.fromEntries([...languages].map((l) => [l, inOne(l)]));
}

/** A request, or the answer to one’s own, as a line. */
export interface RequestEntry {
  readonly id: Id;
  readonly request: Id;
  readonly kind: 'request' | 'answer';
  readonly at: Ms;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly text: string;
  readonly mine: boolean;
}

/** One line for a request; the answer to one’s own is a line of its own, since it is news. */
export function requestEntries(request: Request, viewer: Address): RequestEntry[] {
  const card = requestCard(request);
  if (!card) return [];
  const mine = card.from === viewer;
  const { id, decided } = request;
  // Whoever it was escalated to has had it since then.
  const asked: RequestEntry = { id, request: id, kind: 'request', at: card.at, from: card.from, to: [card.of], text: card.text, mine };
  if (!mine || !decided) return [asked];
  return [{ ...asked, id: decided.src, kind: 'answer', at: decided.at, from: decided.by, to: [viewer], mine: false }, asked];
}
