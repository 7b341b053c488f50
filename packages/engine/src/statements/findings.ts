import type { Id, Ms } from '../fact.ts';
import type { World } from '../world.ts';
import { claimsOf, sidesOf } from './heard.ts';

/** What was said against what sides had agreed of saying it: selectors over what a world holds, never events. */
export type PressFinding = { readonly said: Id; readonly at: Ms } /** One side said a joint statement alone, before its time. */ & (
  | { readonly is: 'early-release'; readonly joint: Id; readonly release: Ms; readonly party: string }
  /** An outlet reported it before its time. */
  | { readonly is: 'embargo-broken'; readonly joint: Id; readonly release: Ms; readonly outlet: string }
  /** Something was said of a topic of which sides had agreed to announce nothing. */
  | { readonly is: 'announced-against'; readonly topic: string; readonly agreed: Id; readonly party: string }
);

export function pressFindings(world: Pick<World, 'statements'>, party?: string): PressFinding[] {
  const own = world.statements;
  const found: PressFinding[] = [];
  const joint = (links: readonly { readonly how: string; readonly to: Id }[]) =>
    links.map((l) => own.joints.get(l.to)).find((j) => j !== undefined);
  for (const said of own.statements.values()) {
    const early = joint(said.links);
    if (early && said.card.parties === undefined && said.at < early.card.release)
      found.push({ is: 'early-release', said: said.id, at: said.at, joint: early.id, release: early.card.release, party: said.card.party });
    if (said.card.attribution === 'off-record') continue;
    for (const [agreed, { at, topic, announce, parties }] of own.publicity) {
      const side = sidesOf(said).find((p) => parties.includes(p));
      const later = [...own.publicity.values()].some((p) => p.topic === topic && p.at > at && p.at <= said.at);
      if (announce || later || said.at < at || side === undefined || !claimsOf(world, said, party)?.some((c) => c.topic === topic))
        continue;
      found.push({ is: 'announced-against', said: said.id, at: said.at, topic, agreed, party: side });
    }
  }
  for (const report of own.reports.values()) {
    const under = joint(report.links);
    if (under && report.at < under.card.release)
      found.push({
        is: 'embargo-broken',
        said: report.id,
        at: report.at,
        joint: under.id,
        release: under.card.release,
        outlet: report.card.outlet,
      });
  }
  return found.sort((a, b) => a.at - b.at);
}
