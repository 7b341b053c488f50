import type { Address, Id, Ms, Text, World } from '@entente/engine';

/** One thing said in public: news of the scenario, or an announcement of a party. */
export interface PublicItem {
  readonly id: Id;
  readonly at: Ms;
  readonly from: Address;
  readonly channel: string;
  readonly title: Text | undefined;
  readonly text: Text;
}

/** What was said to the public, newest first. */
export function publicNews(world: World): PublicItem[] {
  const items: PublicItem[] = [];
  for (const d of world.injects.deliveries.values()) {
    if (d.to.includes('public')) items.push({ id: d.id, at: d.at, from: d.from, channel: d.channel, title: d.title, text: d.text });
  }
  for (const m of world.messages.messages.values()) {
    if (m.to.includes('public')) items.push({ id: m.id, at: m.at, from: m.from, channel: m.channel, title: m.subject, text: m.text });
  }
  return items
    .map((item, i) => ({ item, i }))
    .sort((a, b) => b.item.at - a.item.at || b.i - a.i)
    .map(({ item }) => item);
}
