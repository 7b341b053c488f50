import { attach, attachmentIds, filesBehind, uploaded } from '../attachments/attachments.ts';
import { type Address, type Roster, split } from '../audience.ts';
import { setVariable } from '../milestones/milestones.ts';
import type { Actor, Context, Draft, Id, Meta, Ms, Rejection, Room } from '../room.ts';
import { unknown } from '../room.ts';
import { briefInjects, cardFor } from './brief.ts';
import { type InjectCard, type InjectCommand, type InjectEvent, type InjectRow, type InjectsState, injectCommands } from './language.ts';
import { partiesOf } from './parties.ts';
import { acknowledges, rowTime } from './status.ts';

/** Everyone who works with a row: lead control, and the controllers and evaluators of the parties it was shown to. */
function concerned(row: { shown: { keys(): Iterable<string> } }): Address[] {
  return ['control', ...[...row.shown.keys()].flatMap((p) => [`control:${p}`, `evaluators:${p}`])];
}

/** Splits recipients so that no delivery tells one party of another's: everyone at once, or one group per party. */
export function deliveryGroups(roster: Roster, to: readonly Address[]): Address[][] {
  for (const all of ['public', 'everyone']) if (to.includes(all)) return [[all]];
  const groups = new Map<string, Address[]>();
  for (const a of to) {
    const party = roster.partyOf(a) ?? a;
    groups.set(party, [...(groups.get(party) ?? []), a]);
  }
  return [...groups.values()];
}

function release(
  ctx: Context,
  inject: Id,
  card: InjectCard,
  audience: Address[],
  set: InjectRowSet,
  by?: Address,
  files = filesBehind(ctx, card.attachments),
): Draft[] {
  const drafts: Draft[] = [{ event: { type: 'InjectReleased', inject, by }, to: audience }];
  for (const to of deliveryGroups(ctx.roster, card.to)) {
    const delivery = ctx.id();
    const party = ctx.roster.partyOf(to[0] as Address);
    const told = party === undefined ? audience : ['control', `control:${party}`, `evaluators:${party}`];
    const { channel, from, label, title, text } = card;
    const { cards, drafts: kept } = attach(ctx, files);
    drafts.push(
      { id: delivery, event: { type: 'InjectDelivered', channel, from, to, label, title, text, attachments: cards }, to },
      ...kept,
    );
    drafts.push({ event: { type: 'DeliveryLinked', inject, delivery }, to: told });
  }
  for (const [variable, value] of Object.entries(set ?? {})) drafts.push(setVariable(ctx, variable, value));
  return drafts;
}
type InjectRowSet = Readonly<Record<string, string | number | boolean>> | undefined;

/**
 * What becomes of a row whose time has come or whose condition has just become true; nothing if that has been seen to.
 * Unless `byItself`, it waits for a hand instead of going out.
 */
function arrive(ctx: Context, inject: Id, byItself = true): Draft[] {
  const row = ctx.world.injects.rows.get(inject);
  const plan = row?.plan;
  if (!row || !plan || row.released || row.lapsed || row.skip?.skipped || row.hold?.held) return [];
  if (plan.until !== undefined && plan.until <= ctx.now) return [{ event: { type: 'InjectLapsed', inject }, to: concerned(row) }];
  const time = rowTime(row);
  if (time === undefined || time > ctx.now) return [];
  if (plan.when && !ctx.holdsTrue(plan.when)) return row.waits ? [] : [{ event: { type: 'InjectWaits', inject }, to: concerned(row) }];
  if (plan.card.manual || !byItself) return row.due ? [] : [{ event: { type: 'InjectDue', inject }, to: concerned(row) }];
  return release(ctx, inject, plan.card, concerned(row), plan.set);
}

/** The row, if this controller works with it and may decide on it. */
function rowFor(ctx: Context, inject: Id, by: Actor): InjectRow | Rejection {
  const row = ctx.world.injects.rows.get(inject);
  const [kind, party] = split(by.seat);
  if (kind !== 'control' || !row || !ctx.holds(by.seat, inject)) return unknown('inject');
  if (party !== undefined && row.shown.get(party)?.card.controller !== by.seat) {
    return { code: 'not-yours', message: 'This inject waits for lead control’s hand. Ask lead control.' };
  }
  return row;
}

function decideRow(ctx: Context, command: Extract<InjectCommand, { inject: Id }>, by: Actor): Draft[] | Rejection {
  const row = rowFor(ctx, command.inject, by);
  if ('code' in row) return row;
  const inject = command.inject;
  const to = concerned(row);
  const plan = row.plan as NonNullable<InjectRow['plan']>;
  if (command.type === 'CorrectInject' || command.type === 'WithdrawInject') return amend(ctx, command, row, to, by);
  if (row.released)
    return {
      code: 'already-released',
      message: `Inject ${(row.shown.get(split(by.seat)[1] ?? '') ?? plan).card.number} has been released already.`,
    };
  if (ctx.world.clock.reading?.status === 'ended') return { code: 'ended', message: 'The exercise has ended. Open the review.' };
  switch (command.type) {
    case 'ReleaseInject':
      if (!ctx.world.clock.reading) return { code: 'not-started', message: 'The exercise has not started. Start the clock first.' };
      return release(ctx, inject, plan.card, to, plan.set, by.seat);
    case 'HoldInject':
      return row.hold?.held ? [] : [{ event: { type: 'InjectHeld', inject, by: by.seat }, to }];
    case 'LiftHold':
      return row.hold?.held ? [{ event: { type: 'HoldLifted', inject, by: by.seat }, to }] : [];
    case 'SkipInject':
      return row.skip?.skipped ? [] : [{ event: { type: 'InjectSkipped', inject, by: by.seat }, to }];
    case 'RestoreInject':
      return row.skip?.skipped ? [{ event: { type: 'InjectRestored', inject, by: by.seat }, to }] : [];
    case 'MoveInject':
      if (command.at < ctx.now) return { code: 'in-the-past', message: 'That time has passed. Choose a later one, or release it now.' };
      return [{ event: { type: 'InjectTimed', inject, at: command.at, by: by.seat }, to }];
  }
}

/** A new text for those who hold the old one, or word that it no longer stands. The record keeps both. */
function amend(
  ctx: Context,
  command: Extract<InjectCommand, { reason?: unknown }>,
  row: InjectRow,
  to: Address[],
  by: Actor,
): Draft[] | Rejection {
  const { inject, reason } = command;
  if (!row.released) return { code: 'not-released', message: 'This inject has not been released: nobody holds it yet. Hold or skip it.' };
  if (row.withdrawn) return { code: 'withdrawn', message: 'This inject has been withdrawn already.' };
  const drafts: Draft[] = [];
  for (const id of row.deliveries.keys()) {
    const delivery = ctx.world.injects.deliveries.get(id);
    if (!delivery) continue;
    const event =
      command.type === 'WithdrawInject'
        ? { type: 'DeliveryWithdrawn' as const, delivery: id, reason }
        : {
            type: 'DeliveryCorrected' as const,
            delivery: id,
            version: delivery.corrections.length + 1,
            title: command.title,
            text: command.text,
            reason,
          };
    drafts.push({ event, to: delivery.to });
  }
  return [
    { event: { type: command.type === 'WithdrawInject' ? 'InjectWithdrawn' : 'InjectCorrected', inject, by: by.seat }, to },
    ...drafts,
  ];
}

function improvise(ctx: Context, command: Extract<InjectCommand, { type: 'ImproviseInject' }>, by: Actor): Draft[] | Rejection {
  const [kind, own] = split(by.seat);
  if (kind !== 'control') return { code: 'control-only', message: 'Only control writes injects.' };
  const wrong = command.to.find((a) => !addressable(ctx.roster, a) || (own !== undefined && ctx.roster.partyOf(a) !== own));
  if (wrong !== undefined)
    return { code: 'no-such-address', message: `“${wrong}” is nobody you can address. Choose from the list.`, details: { address: wrong } };
  if (!ctx.roster.entities.has(command.from) && command.from !== 'control' && !playedByControl(ctx.roster, command.from, own)) {
    return {
      code: 'no-such-sender',
      message: `“${command.from}” is nobody you can speak for. Choose from the list.`,
      details: { from: command.from },
    };
  }
  if (command.at !== undefined && command.at < ctx.now)
    return { code: 'in-the-past', message: 'That time has passed. Choose a later one, or leave it empty to send at once.' };
  if (!ctx.world.clock.reading && command.at === undefined)
    return { code: 'not-started', message: 'The exercise has not started. Start the clock first.' };
  const files = uploaded(ctx, command.attachments);
  if (!Array.isArray(files)) return files as Rejection;
  const inject = ctx.id();
  const parties = partiesOf(ctx.roster, command.to);
  const controller = own === undefined ? 'control' : by.seat;
  const nth = (rows: Iterable<InjectRow>): number => [...rows].filter((r) => r.plan?.card.improvised).length + 1;
  const card: InjectCard = {
    number: `X${nth(ctx.world.injects.rows.values())}`,
    kind: 'contextual',
    channel: command.channel,
    from: command.from,
    to: command.to,
    label: command.label,
    title: command.title,
    text: command.text,
    at: command.at ?? ctx.now,
    manual: false,
    controller,
    improvised: true,
  };
  const mine = attach(ctx, files);
  const drafts: Draft[] = [
    ...mine.drafts,
    { event: { type: 'InjectPlanned', inject, card: { ...card, attachments: mine.cards } }, to: ['control'] },
  ];
  for (const party of parties) {
    const shown = [...ctx.world.injects.rows.values()].filter((r) => r.shown.has(party));
    const theirs = attach(ctx, files);
    const shownCard = { ...cardFor(ctx.roster, card, party, `X${nth(shown)}`), attachments: theirs.cards };
    drafts.push(...theirs.drafts, {
      event: { type: 'InjectShown', inject, party, card: shownCard, waits: false },
      to: [`control:${party}`, `evaluators:${party}`],
    });
  }
  if (command.at !== undefined) return drafts;
  return [...drafts, ...release(ctx, inject, card, concerned({ shown: new Map(parties.map((p) => [p, 1])) }), undefined, by.seat, files)];
}

const addressable = (roster: Roster, a: Address): boolean =>
  ['public', 'everyone', 'party', 'cell', 'seat'].includes(split(a)[0]) && roster.knows(a);
const playedByControl = (roster: Roster, a: Address, own: string | undefined): boolean =>
  own === undefined && roster.knows(a) && roster.parties.get(roster.partyOf(a) ?? '')?.playedByControl === true;

function decide(ctx: Context, command: InjectCommand, by: Actor): Draft[] | Rejection {
  if (command.type === 'ImproviseInject') return improvise(ctx, command, by);
  if (command.type !== 'ReadInject' && command.type !== 'AcknowledgeInject') return decideRow(ctx, command, by);
  const delivery = ctx.world.injects.deliveries.get(command.delivery);
  if (!delivery || !ctx.holds(by.seat, command.delivery)) return unknown('inject');
  if (split(by.seat)[0] !== 'seat') return []; // only players' reading counts
  const drafts: Draft[] = [];
  const mark = { delivery: delivery.id, seat: by.seat };
  const version = delivery.corrections.length;
  if (command.type === 'AcknowledgeInject') {
    if (delivery.withdrawn) return { code: 'withdrawn', message: 'Control has withdrawn this. There is nothing to acknowledge.' };
    if (command.version !== undefined && command.version !== version) {
      return { code: 'corrected-meanwhile', message: 'Control has just corrected this. Read the new text, then acknowledge it.' };
    }
  }
  if (!delivery.read.has(by.seat)) drafts.push({ event: { type: 'InjectRead', ...mark }, to: [by.seat] });
  if (command.type === 'AcknowledgeInject' && !acknowledges(delivery, by.seat)) {
    drafts.push({ event: { type: 'InjectAcknowledged', ...mark, ...(version > 0 ? { version } : {}) }, to: [by.seat] });
  }
  return drafts;
}

/** Times rows that come after what has just happened. */
function follow(ctx: Context, on: { event?: string | undefined; milestone?: string | undefined }): Draft[] {
  const drafts: Draft[] = [];
  for (const [inject, row] of ctx.world.injects.rows) {
    const after = row.plan?.after;
    if (!after || row.timed || row.released) continue;
    if ((on.event !== undefined && after.event === on.event) || (on.milestone !== undefined && after.milestone === on.milestone)) {
      drafts.push({ event: { type: 'InjectTimed', inject, at: ctx.now + after.delay }, to: concerned(row) });
    }
  }
  return drafts;
}

function rowOf(own: InjectsState, inject: Id): InjectRow {
  let row = own.rows.get(inject);
  if (!row) {
    row = { shown: new Map(), deliveries: new Map() };
    own.rows.set(inject, row);
  }
  return row;
}

function evolve(own: InjectsState, event: InjectEvent, meta: Meta): void {
  const src = meta.id;
  const at: Ms = meta.at;
  if (event.type === 'InjectDelivered') {
    const { type: _, ...facts } = event;
    own.deliveries.set(src, { src, id: src, at, ...facts, read: new Map(), acknowledged: new Map(), corrections: [] });
    return;
  }
  if ('delivery' in event && event.type !== 'DeliveryLinked') {
    const delivery = own.deliveries.get(event.delivery);
    if (event.type === 'InjectRead') delivery?.read.set(event.seat, { src, at });
    else if (event.type === 'InjectAcknowledged') delivery?.acknowledged.set(event.seat, { src, at, version: event.version });
    else if (event.type === 'DeliveryCorrected')
      delivery?.corrections.push({ src, at, title: event.title, text: event.text, reason: event.reason });
    else if (delivery) delivery.withdrawn = { src, at, reason: event.reason };
    return;
  }
  const row = rowOf(own, event.inject);
  switch (event.type) {
    case 'InjectPlanned':
      row.plan = { src, card: event.card, after: event.after, when: event.when, until: event.until, set: event.set, planned: at };
      return;
    case 'InjectShown':
      row.shown.set(event.party, { src, card: event.card, waits: event.waits, when: event.when, planned: at });
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
    case 'InjectWithdrawn':
      row.withdrawn = { src, at, by: event.by };
      return;
    case 'DeliveryLinked':
      row.deliveries.set(event.delivery, { src });
  }
}

export const injectsRoom: Room<InjectsState, InjectCommand, InjectEvent> = {
  commands: injectCommands,
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
    InjectReleased: true,
    InjectDelivered: true,
    DeliveryLinked: true,
    DeliveryCorrected: true,
    DeliveryWithdrawn: true,
    InjectCorrected: true,
    InjectWithdrawn: true,
    InjectRead: true,
    InjectAcknowledged: true,
  },
  initial: () => ({ rows: new Map(), deliveries: new Map() }),
  brief: briefInjects,
  decide,
  evolve,
  introduces(event) {
    if (event.type === 'InjectPlanned' || event.type === 'InjectShown') return [event.inject, ...attachmentIds(event.card)];
    return event.type === 'InjectDelivered' ? attachmentIds(event) : [];
  },
  guards: (event) => (event.type === 'InjectPlanned' && event.when ? [{ key: event.inject, when: event.when }] : []),
  alarms(event) {
    if (event.type === 'InjectTimed') return [{ key: event.inject, at: event.at }];
    if (event.type !== 'InjectPlanned') return [];
    const at = event.card.at ?? (event.when && !event.after ? 0 : undefined);
    return [at, event.until].filter((t) => t !== undefined).map((t) => ({ key: event.inject, at: t }));
  },
  touches(event, world) {
    const rows = world.injects.rows;
    const named = (inject: Id): string[] => [`inject:${rows.get(inject)?.plan?.card.scenario ?? inject}`];
    if (
      event.type === 'InjectReleased' ||
      event.type === 'InjectSkipped' ||
      event.type === 'InjectRestored' ||
      event.type === 'DeliveryLinked'
    )
      return named(event.inject);
    if (event.type === 'InjectRead' || event.type === 'InjectAcknowledged')
      return named(injectOfDelivery(world.injects, event.delivery) ?? '');
    return [];
  },
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
      case 'InjectReleased': {
        const scenario = ctx.world.injects.rows.get(event.inject)?.plan?.card.scenario;
        return scenario === undefined ? [] : follow(ctx, { event: scenario });
      }
      case 'MilestoneReached':
        return follow(ctx, { milestone: event.milestone });
      case 'ExpectedSeen':
        return follow(ctx, { event: ctx.world.expected.rows.get(event.expected)?.plan?.card.scenario });
      case 'ExpectedJudged':
        return event.verdict === 'met' ? follow(ctx, { event: ctx.world.expected.rows.get(event.expected)?.plan?.card.scenario }) : [];
      default:
        return [];
    }
  },
};

/** Which inject a delivery came of, as far as this world knows. */
export function injectOfDelivery(own: InjectsState, delivery: Id): Id | undefined {
  for (const [inject, row] of own.rows) if (row.deliveries.has(delivery)) return inject;
  return undefined;
}
