import { attach } from '../attachments/attachments.ts';
import type { Address } from '../audience.ts';
import type { Id } from '../fact.ts';
import { effectiveLabel, normalLabel } from '../labels/policy.ts';
import type { Brief, Draft } from '../room.ts';
import type { Scenario } from '../scenario.ts';
import type { World } from '../world.ts';
import { give, withheld } from './give.ts';
import type { ItemCard, Portion } from './language.ts';
import { reach } from './reach.ts';
import type { ScenarioItem } from './section.ts';

/** The rules to everybody; each item to lead control, and to those who hold it from the start. */
export function briefSharing(scenario: Scenario, ctx: Brief): Draft[] {
  const clients = Object.fromEntries(scenario.parties.filter((p) => p.clients.length > 0).map((p) => [p.id, p.clients]));
  const heads = Object.fromEntries(scenario.parties.flatMap((p) => (p.head === undefined ? [] : [[p.id, p.head]])));
  const rules = { policy: scenario.labels, onward: scenario.onward, clients, heads };
  const drafts: Draft[] = [{ event: { type: 'SharingRulesGiven', ...rules }, to: ['public'] }];
  // Before STARTEX: the rules are about to be given, and nobody holds anything.
  const world: World = { ...ctx.world, sharing: { ...ctx.world.sharing, rules: { src: '', ...rules } } };
  const before = { ...ctx, world, now: 0 };
  const ids = new Map(scenario.items.map((i) => [i.id, ctx.id()]));
  for (const i of scenario.items) {
    const item = ids.get(i.id) as Id;
    const card = cardOf(scenario, i);
    const files = i.attachments.map((path) => {
      const file = ctx.file(path);
      if (!file) throw new RangeError(`the scenario names ${path}, and no such file was handed in`);
      return file;
    });
    const { cards, drafts: kept } = attach(ctx, files);
    const names = i.portions.map((p, n) => p.id ?? `p${n + 1}`);
    drafts.push(
      {
        event: {
          type: 'ItemPlanned',
          item,
          scenario: i.id,
          card: { ...card, attachments: cards },
          names,
          needs: i.needs,
          keepFrom: i.keepFrom,
        },
        to: ['control'],
      },
      ...kept,
    );
    const { passed, stopped } = reach(before, { way: 'start' }, item, card, i.held);
    drafts.push(...give(ctx, passed, { files }), ...withheld(item, stopped));
  }
  for (const i of scenario.items)
    for (const on of i.basedOn) {
      const both = common(ctx, i.held, scenario.items.find((x) => x.id === on)?.held ?? []);
      drafts.push({ event: { type: 'ItemBased', item: ids.get(i.id) as Id, on: ids.get(on) as Id }, to: ['control', ...both] });
    }
  return drafts;
}

function common(ctx: Brief, a: readonly Address[], b: readonly Address[]): Address[] {
  const others = ctx.roster.audience(b).viewers;
  return [...ctx.roster.audience(a).viewers].filter((v) => others.has(v));
}

function cardOf(scenario: Scenario, i: ScenarioItem): ItemCard {
  const policy = scenario.labels;
  const own = (label: string): string => {
    const normal = normalLabel(policy, label);
    if (normal === undefined) throw new RangeError(`“${label}” is no label of ${policy.id} (item ${i.id})`);
    return normal;
  };
  const portions = i.portions.map((p): Portion => ({ text: p.text, label: own(p.label ?? policy.usual), releasableTo: p.releasableTo }));
  const least = portions.map((p) => p.label);
  return {
    title: i.title,
    kind: i.kind,
    originator: i.originator.startsWith('party:') ? i.originator : `entity:${i.originator}`,
    portions,
    label: effectiveLabel(policy, i.label === undefined ? least : [...least, own(i.label)]),
    onward: i.onward ?? scenario.onward,
    expires: i.expires,
  };
}
