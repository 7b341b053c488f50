import { split } from '../audience.ts';
import type { Id } from '../fact.ts';
import type { Context, Draft, Translated, Writing, Written } from '../room.ts';
import type { World } from '../world.ts';
import type { Delivery, InjectRow } from './language.ts';
import { concerned } from './release.ts';
import { injectOfDelivery, injectStatus, rowCard, standing } from './status.ts';

function ofDelivery(delivery: Delivery): Written {
  const { title, text, version } = standing(delivery);
  const since = delivery.corrections.at(-1)?.at ?? delivery.at;
  return { id: delivery.id, since, version, made: version, title, texts: [text], over: delivery.withdrawn !== undefined };
}

/** An inject’s own words: as it was delivered and corrected, or as it is planned. */
function ofRow(world: World, id: Id, row: InjectRow): Written | undefined {
  const [first] = [...row.deliveries.keys()].flatMap((d) => world.injects.deliveries.get(d) ?? []);
  if (first) return { ...ofDelivery(first), id };
  const card = rowCard(row);
  const over = row.withdrawn !== undefined || ['skipped', 'lapsed'].includes(injectStatus(row));
  const since = row.plan?.planned ?? row.shown.values().next().value?.planned ?? 0;
  return card && { id, since, version: 0, made: 0, title: card.title, texts: [card.text], over };
}

/** To whoever was shown the row, and to all who got it: the whole text, one language more. */
function translate(ctx: Context, inject: Id, { language, title = '', texts: [text = ''] }: Translated, by: string): Draft[] {
  const row = ctx.world.injects.rows.get(inject) as InjectRow;
  const deliveries = [...row.deliveries.keys()].flatMap((d) => ctx.world.injects.deliveries.get(d) ?? []);
  const version = deliveries[0]?.corrections.length ?? 0;
  return [
    { event: { type: 'InjectTranslated', inject, version, language, title, text, by }, to: concerned(row) },
    ...deliveries.map((d): Draft => ({ event: { type: 'DeliveryTranslated', delivery: d.id, version, language, title, text }, to: d.to })),
  ];
}

/** Control’s: a row of the MSEL, with all that it delivered. */
export const injectWriting: Writing = {
  one(world, id) {
    const row = world.injects.rows.get(id);
    return row && ofRow(world, id, row);
  },
  *all({ world }) {
    for (const [id, row] of world.injects.rows) {
      const written = ofRow(world, id, row);
      if (written) yield written;
    }
  },
  author: ({ world }, id) => {
    const row = world.injects.rows.get(id);
    return (row && rowCard(row)?.controller) ?? 'control';
  },
  translate: (ctx, id, done, by) => translate(ctx, id, done, by.seat),
};

/** What its recipients have of it. They are asked for nothing; control, that names it, means the inject. */
export const deliveryWriting: Writing = {
  one({ injects }, id) {
    const delivery = injects.deliveries.get(id);
    return delivery && ofDelivery(delivery);
  },
  author({ world }, id) {
    const row = world.injects.rows.get(injectOfDelivery(world.injects, id) ?? '');
    const controller = row && rowCard(row)?.controller;
    return controller !== undefined && split(controller)[0] === 'control' ? controller : 'control';
  },
  translate(ctx, id, done, by) {
    return translate(ctx, injectOfDelivery(ctx.world.injects, id) as Id, done, by.seat);
  },
};
