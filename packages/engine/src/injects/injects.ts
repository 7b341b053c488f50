import { followed, followers, happened, TURNS, timeAfter, toldTo } from '../after.ts';
import { attachmentIds } from '../attachments/attachments.ts';
import { alarmAfter } from '../deadlines.ts';
import type { Id, Meta, Ms } from '../fact.ts';
import { noteLasting } from '../lookup.ts';
import { type Context, type Draft, marked, NO_MARKS, type Room } from '../room.ts';
import { keysNamed } from '../touched.ts';
import type { AnyEvent } from '../world.ts';
import { briefInjects } from './brief.ts';
import { injectsComing } from './comes.ts';
import type { InjectCommand } from './commands.ts';
import { decideInject } from './decide.ts';
import type { Delivery, InjectEvent, InjectRow, InjectsState } from './language.ts';
import { arrive, concerned } from './release.ts';
import { injectSettling } from './settle.ts';
import { injectAtom, injectOfDelivery, standing } from './status.ts';
import { injectWaits } from './waiting.ts';
import { deliveryWriting, injectWriting } from './writing.ts';

const NOTHING: readonly never[] = [];
const keyed = keysNamed('inject');

/** The key under which conditions ask about a row: its name in the scenario. */
const keyOf = ({ rows }: InjectsState, inject: Id): readonly string[] => keyed(rows.get(inject)?.plan?.card.scenario ?? inject);

/** Times rows that come after what has just happened, and tells it to those who were told of that. */
function follow(ctx: Context, event: AnyEvent, src: Id): Draft[] {
  const what = happened(ctx.world, event);
  if (!what) return [];
  const drafts: Draft[] = [];
  const { rows, following } = ctx.world.injects;
  for (const inject of followers(following, what)) {
    const row = rows.get(inject);
    const after = row?.plan?.after;
    if (!row || !after || row.timed || row.released) continue;
    drafts.push({
      event: { type: 'InjectTimed', inject, at: timeAfter(after, ctx.now) },
      to: concerned(row, (party) => toldTo(ctx, party, src)),
    });
  }
  return drafts;
}

function rowOf(own: InjectsState, inject: Id): InjectRow {
  let row = own.rows.get(inject);
  if (!row) {
    row = { shown: NO_MARKS, deliveries: NO_MARKS };
    own.rows.set(inject, row);
  }
  return row;
}

type Language<T extends InjectEvent['type']> = Extract<InjectEvent, { type: T }>;

/** The version that was translated says the same as before, in one language more. Whoever holds it got this. */
function translateDelivery(
  delivery: Delivery,
  event: Language<'DeliveryTranslated'>,
  translated: NonNullable<Delivery['translated']>,
): void {
  const { version, title, text } = event;
  const correction = delivery.corrections[version - 1];
  if (correction) delivery.corrections[version - 1] = { ...correction, title, text };
  else {
    delivery.title = title;
    delivery.text = text;
  }
  delivery.translated = translated;
}

/** A row says what was planned: of a correction it keeps the mark alone. */
function translateRow(row: InjectRow, { version, title, text }: Language<'InjectTranslated'>): void {
  if (version > 0) return;
  if (row.plan) row.plan = { ...row.plan, card: { ...row.plan.card, title, text } };
  row.shown = new Map([...row.shown].map(([party, shown]) => [party, { ...shown, card: { ...shown.card, title, text } }]));
}

type OfDelivery = Exclude<Extract<InjectEvent, { readonly delivery: Id }>, { readonly type: 'DeliveryLinked' }>;

function evolveDelivery(delivery: Delivery | undefined, event: OfDelivery, { id: src, at }: Meta): void {
  if (!delivery) return;
  switch (event.type) {
    case 'InjectRead':
      delivery.read = marked(delivery.read, event.seat, { src, at });
      return;
    case 'InjectAcknowledged':
      delivery.acknowledged = marked(delivery.acknowledged, event.seat, { src, at, version: event.version });
      return;
    case 'DeliveryCorrected':
      delivery.corrections.push({ src, at, title: event.title, text: event.text, reason: event.reason });
      return;
    case 'DeliveryTranslated':
      translateDelivery(delivery, event, { src, at, language: event.language });
      return;
    case 'DeliveryWithdrawn':
      delivery.withdrawn = { src, at, reason: event.reason };
  }
}

function evolve(own: InjectsState, event: InjectEvent, meta: Meta): void {
  const src = meta.id;
  const at: Ms = meta.at;
  if (event.type === 'InjectDelivered') {
    const { channel, from, to, label, title, text, attachments } = event;
    const marks = { read: NO_MARKS, acknowledged: NO_MARKS, corrections: [] };
    own.deliveries.set(src, { src, id: src, at, channel, from, to, label, title, text, attachments, ...marks });
    return;
  }
  if ('delivery' in event && event.type !== 'DeliveryLinked') {
    evolveDelivery(own.deliveries.get(event.delivery), event, meta);
    return;
  }
  const row = rowOf(own, event.inject);
  switch (event.type) {
    case 'InjectPlanned':
      row.plan = {
        src,
        card: event.card,
        named: event.named,
        after: event.after,
        when: event.when,
        until: event.until,
        set: event.set,
        planned: at,
      };
      if (event.card.scenario !== undefined) noteLasting(own.named, event.card.scenario, event.inject, src);
      for (const key of followed(event.after)) noteLasting(own.following, key, event.inject, src);
      return;
    case 'InjectShown':
      row.shown = new Map(row.shown).set(event.party, { src, card: event.card, waits: event.waits, when: event.when, planned: at });
      return;
    case 'InjectAddressed':
      if (row.plan) row.plan = { ...row.plan, card: { ...row.plan.card, to: event.to } };
      return;
    case 'InjectTimed':
      row.timed = { src, at, due: event.at, by: event.by };
      delete row.due;
      delete row.waits;
      return;
    case 'InjectWaits':
      row.waits = { src, at };
      return;
    case 'InjectDue':
      row.due = { src, at };
      return;
    case 'InjectHeld':
    case 'HoldLifted':
      row.hold = { src, at, by: event.by, held: event.type === 'InjectHeld' };
      return;
    case 'InjectSkipped':
    case 'InjectRestored':
      row.skip = { src, at, by: event.by, skipped: event.type === 'InjectSkipped' };
      return;
    case 'InjectLapsed':
      row.lapsed = { src, at };
      return;
    case 'InjectReleased':
      row.released = { src, at, by: event.by };
      return;
    case 'InjectCorrected':
      row.corrected = { src, at, by: event.by };
      return;
    case 'InjectTranslated':
      translateRow(row, event);
      row.translated = { src, at, by: event.by, language: event.language };
      return;
    case 'InjectWithdrawn':
      row.withdrawn = { src, at, by: event.by };
      return;
    case 'DeliveryLinked':
      row.deliveries = marked(row.deliveries, event.delivery, { src });
      own.linked.set(event.delivery, { src, inject: event.inject });
  }
}

declare module '../world.ts' {
  interface Languages {
    readonly injects: Language<InjectsState, InjectCommand, InjectEvent>;
  }
}

export const injectsRoom: Room<InjectsState, InjectCommand, InjectEvent> = {
  commands: {
    ReleaseInject: true,
    HoldInject: true,
    LiftHold: true,
    SkipInject: true,
    RestoreInject: true,
    MoveInject: true,
    ImproviseInject: true,
    CorrectInject: true,
    WithdrawInject: true,
    ReadInject: true,
    AcknowledgeInject: true,
  },
  events: {
    InjectPlanned: true,
    InjectShown: true,
    InjectTimed: true,
    InjectWaits: true,
    InjectDue: true,
    InjectHeld: true,
    HoldLifted: true,
    InjectSkipped: true,
    InjectRestored: true,
    InjectLapsed: true,
    InjectAddressed: true,
    InjectReleased: true,
    InjectDelivered: true,
    DeliveryLinked: true,
    InjectTranslated: true,
    DeliveryTranslated: true,
    DeliveryCorrected: true,
    DeliveryWithdrawn: true,
    InjectCorrected: true,
    InjectWithdrawn: true,
    InjectRead: true,
    InjectAcknowledged: true,
  },
  initial: () => ({ rows: new Map(), deliveries: new Map(), named: new Map(), linked: new Map(), following: new Map() }),
  *lasting({ rows, named, following }) {
    yield NO_MARKS;
    yield* named.values();
    yield* following.values();
    for (const { plan, shown } of rows.values()) {
      if (plan) yield plan;
      yield shown;
    }
  },
  brief: briefInjects,
  decide: decideInject,
  evolve,
  introduces(event) {
    if (event.type === 'InjectPlanned' || event.type === 'InjectShown') return [event.inject, ...attachmentIds(event.card)];
    return event.type === 'InjectDelivered' ? attachmentIds(event) : NOTHING;
  },
  guards: (event) => (event.type === 'InjectPlanned' && event.when ? [{ key: event.inject, when: event.when }] : NOTHING),
  alarms(event) {
    if (event.type === 'InjectTimed') return [{ key: event.inject, at: event.at }];
    if (event.type !== 'InjectPlanned') return NOTHING;
    const at = event.card.at ?? (event.when && !event.after ? 0 : undefined);
    return [
      ...(at === undefined ? [] : [{ key: event.inject, at }]),
      ...(event.until === undefined ? [] : [alarmAfter(event.inject, event.until)]),
    ];
  },
  touches(event, world) {
    if (
      event.type === 'InjectReleased' ||
      event.type === 'InjectSkipped' ||
      event.type === 'InjectRestored' ||
      event.type === 'DeliveryLinked'
    )
      return keyOf(world.injects, event.inject);
    if (event.type === 'InjectRead' || event.type === 'InjectAcknowledged')
      return keyOf(world.injects, injectOfDelivery(world.injects, event.delivery) ?? '');
    return NOTHING;
  },
  atoms: { inject: injectAtom },
  writings: [injectWriting, deliveryWriting],
  waits: injectWaits,
  waitsAmong: { release: 'rows', address: 'rows', acknowledge: 'deliveries' },
  waitsFor: { release: 'control', address: 'control', acknowledge: 'player' },
  settle: injectSettling,
  card({ world }, id) {
    const { plan, due } = world.injects.rows.get(id) ?? {};
    return plan && { hands: [plan.card.controller], facts: [id, ...(due ? [due.src] : [])] };
  },
  comes: injectsComing,
  *find(world) {
    for (const d of world.injects.deliveries.values()) {
      const { title, text } = standing(d);
      yield { kind: 'delivery', id: d.id, at: d.at, title, texts: [title, text] };
    }
  },
  hears: ['HoldLifted', 'InjectRestored', ...TURNS],
  react(ctx, cause) {
    if ('guard' in cause) return arrive(ctx, cause.guard);
    if ('alarm' in cause) return arrive(ctx, cause.alarm);
    const event = cause.event;
    switch (event.type) {
      case 'HoldLifted':
        return arrive(ctx, event.inject);
      case 'InjectRestored':
        // What was skipped when its time came waits for a hand: nothing old falls on players by itself.
        return arrive(ctx, event.inject, false);
      default:
        return follow(ctx, event, cause.meta.id);
    }
  },
};
