import { split } from '../audience.ts';
import type { Writing, Written } from '../room.ts';
import { giveAnew } from './give.ts';
import { requestCard, standingCard } from './items.ts';
import type { ItemCard } from './language.ts';
import { heldItem } from './offer.ts';
import { reachAgain } from './reach.ts';
import { endedMaking } from './recalls.ts';
import { refusal } from './release.ts';
import type { Copy, Item, Request } from './state.ts';

/** The item as those have it to whom the copies came; a copy of one version says what another does. */
function ofItem(item: Item, theirs: (copy: Copy) => boolean = () => true): Written | undefined {
  const card = standingCard(item);
  const copies = [...item.copies.values()].filter(theirs);
  if (!card || !copies.some((c) => c.to !== undefined)) return undefined;
  const { title, portions, made } = card;
  const since = copies.find((c) => c.card.made === made)?.at ?? 0;
  const version = Math.max(0, new Set(copies.map((c) => c.card.made)).size - 1);
  return { id: item.id, since, version, made, title, texts: portions.map((p) => p.text), over: false };
}

/** An item’s title and portions. Who holds another version than the one that was translated gets nothing. */
export const itemWriting: Writing = {
  one({ sharing }, id) {
    const item = sharing.items.get(id);
    return item && ofItem(item);
  },
  *all({ world, roster }, viewer) {
    for (const item of world.sharing.items.values()) {
      const written = ofItem(item, (c) => split(viewer)[0] !== 'seat' || c.to === undefined || roster.reaches(c.to, viewer));
      if (written) yield written;
    }
  },
  author({ world, roster }, id) {
    const item = world.sharing.items.get(id);
    const originator = (item && standingCard(item)?.originator) ?? 'control';
    return split(originator)[0] === 'party' && !roster.isPlayed(originator) ? originator : 'control';
  },
  ended(look, id, holder) {
    const item = look.world.sharing.items.get(id);
    return item !== undefined && endedMaking(look, item, holder);
  },
  translate(ctx, id, { language, title, texts }, { seat }) {
    const held = heldItem(ctx, id, seat) as NonNullable<ReturnType<typeof heldItem>>;
    const portions = held.card.portions.map((p, i) => ({ ...p, text: texts[i] ?? p.text }));
    const card: ItemCard = { ...held.card, title: title ?? held.card.title, portions, attachments: undefined };
    const { passed, stopped } = reachAgain(ctx, seat, held.item, card);
    const first = stopped[0];
    if (first) return { ...refusal(first.finding, first.to, card), message: NOT_FOR_HOLDERS };
    return [giveAnew(passed, language)];
  },
};
const NOT_FOR_HOLDERS = 'Others hold it, and your seat may release nothing to them. Ask a colleague who may release to translate it.';

function ofRequest(request: Request): Written | undefined {
  const card = requestCard(request);
  const over = request.withdrawn !== undefined;
  return card && { id: request.id, since: card.since, version: 0, texts: [card.text], over };
}

export const requestWriting: Writing = {
  one({ sharing }, id) {
    const request = sharing.requests.get(id);
    return request && ofRequest(request);
  },
  *all({ world }, viewer) {
    for (const request of world.sharing.requests.values()) {
      const written = split(viewer)[0] !== 'seat' || requestCard(request)?.from === viewer ? ofRequest(request) : undefined;
      if (written) yield written;
    }
  },
  author({ world, roster }, id) {
    const request = world.sharing.requests.get(id);
    const from = (request && requestCard(request)?.from) ?? 'control';
    return roster.isPlayed(from) ? 'control' : from;
  },
  translate(ctx, request, { language, texts: [text = ''] }) {
    return [{ event: { type: 'RequestTranslated', request, language, text }, to: ctx.holdersAmong(['public'], request) }];
  },
};
