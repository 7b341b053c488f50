import type { Id, Ms } from '../fact.ts';
import type { Delivery } from '../injects/language.ts';
import type { Message } from '../messages/language.ts';
import type { Item } from '../sharing/state.ts';
import type { World } from '../world.ts';
import type { Post, Report, Statement } from './language.ts';

/** One thing that was said in public, as a world tells. */
export type Public = { readonly id: Id; readonly at: Ms } & (
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'post'; readonly post: Post }
  /** Of records of earlier versions: news of the scenario that brought no statement or report. */
  | { readonly kind: 'news'; readonly delivery: Delivery }
  /** Of records of earlier versions: a message to the public. */
  | { readonly kind: 'message'; readonly message: Message }
  /** An item that was released to the public: a document, without claims. */
  | { readonly kind: 'document'; readonly item: Item }
);

/** Everything that was said in public, in order: for the wall, the review and the report alike. */
export function saidInPublic(world: Pick<World, 'statements' | 'injects' | 'messages' | 'sharing'>): Public[] {
  const own = world.statements;
  const found: Public[] = [];
  const brought = new Set<Id>();
  for (const said of [...own.statements.values(), ...own.reports.values()])
    for (const { how, to } of said.links) if (how === 'brought') brought.add(to);
  for (const statement of own.statements.values())
    if (statement.card.attribution !== 'off-record') found.push({ kind: 'statement', id: statement.id, at: statement.at, statement });
  for (const report of own.reports.values()) found.push({ kind: 'report', id: report.id, at: report.at, report });
  for (const post of own.posts.values()) found.push({ kind: 'post', id: post.id, at: post.at, post });
  for (const delivery of world.injects.deliveries.values())
    if (delivery.to.includes('public') && !brought.has(delivery.id))
      found.push({ kind: 'news', id: delivery.id, at: delivery.at, delivery });
  for (const message of world.messages.messages.values())
    if (message.to.includes('public')) found.push({ kind: 'message', id: message.id, at: message.at, message });
  for (const item of world.sharing.items.values()) {
    const copy = [...item.copies.values()].find((c) => c.to?.includes('public'));
    if (copy) found.push({ kind: 'document', id: item.id, at: copy.at, item });
  }
  return found.sort((a, b) => a.at - b.at);
}
