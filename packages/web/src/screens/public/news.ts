import { type Address, type Id, type Ms, standingCard, type Text, type World } from '@entente/engine';

/** One thing said in public: news of the scenario, an announcement of a party, or an item released to the public. */
export interface PublicItem {
  readonly id: Id;
  readonly at: Ms;
  readonly from: Address;
  readonly channel: string;
  readonly title: Text | undefined;
  /** Its paragraphs: an item has one for each portion. */
  readonly texts: readonly Text[];
}

/** What was said to the public, newest first. */
export function publicNews(world: World): PublicItem[] {
  const items: PublicItem[] = [];
  for (const d of world.injects.deliveries.values()) {
    if (d.to.includes('public')) items.push({ id: d.id, at: d.at, from: d.from, channel: d.channel, title: d.title, texts: [d.text] });
  }
  for (const m of world.messages.messages.values()) {
    if (m.to.includes('public')) items.push({ id: m.id, at: m.at, from: m.from, channel: m.channel, title: m.subject, texts: [m.text] });
  }
  for (const item of world.sharing.items.values()) {
    const copy = [...item.copies.values()].find((c) => c.to?.includes('public'));
    const card = standingCard(item);
    if (!copy || !card) continue;
    const texts = card.portions.map((p) => p.text);
    items.push({ id: item.id, at: copy.at, from: card.originator, channel: 'report', title: card.title, texts });
  }
  return items
    .map((item, i) => ({ item, i }))
    .sort((a, b) => b.item.at - a.item.at || b.i - a.i)
    .map(({ item }) => item);
}
