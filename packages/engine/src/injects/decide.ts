import { attach, uploaded } from '../attachments/attachments.ts';
import { type Address, split } from '../audience.ts';
import type { Id, Rejection } from '../fact.ts';
import { knownLabel, noSuchLabel } from '../labels/known.ts';
import { partiesOf } from '../parties.ts';
import type { Actor, Context, Draft } from '../room.ts';
import { unknown } from '../room.ts';
import { mayActOn } from '../seats/hand.ts';
import { amendAsked, correctSaid } from '../statements/amend.ts';
import { refusedAloud } from '../statements/bring.ts';
import { addressable, nobodyThere, releaseTo } from './address.ts';
import { cardFor } from './brief.ts';
import type { InjectCommand } from './commands.ts';
import type { InjectCard, InjectRow } from './language.ts';
import { concerned, release } from './release.ts';
import { acknowledges, rowCard } from './status.ts';

/** The row as this controller has it, if it may decide on it. */
function rowFor(ctx: Context, inject: Id, by: Actor): InjectRow | Rejection {
  const row = ctx.seen(by.seat).injects.rows.get(inject);
  const [kind, party] = split(by.seat);
  if (kind !== 'control' || !row) return unknown('inject');
  const card = rowCard(row, party);
  if (!card || !mayActOn(card, by.seat)) {
    return { code: 'not-yours', message: 'This inject waits for lead control’s hand. Ask lead control.' };
  }
  return row;
}

function decideRow(ctx: Context, command: Extract<InjectCommand, { inject: Id }>, by: Actor): Draft[] | Rejection {
  const row = rowFor(ctx, command.inject, by);
  if ('code' in row) return row;
  const inject = command.inject;
  // What goes out, and to whom, is the whole row’s.
  const whole = ctx.world.injects.rows.get(inject) as InjectRow;
  const to = concerned(whole);
  const plan = whole.plan as NonNullable<InjectRow['plan']>;
  const { number } = (row.shown.get(split(by.seat)[1] ?? '') ?? plan).card;
  if (command.type === 'CorrectInject' || command.type === 'WithdrawInject') return amend(ctx, command, row, to, by);
  if (row.released)
    return {
      code: 'already-released',
      message: `Inject ${number} has been released already.`,
    };
  // What another row has said in public already nobody says again.
  const mute = plan.card.says === undefined ? undefined : refusedAloud(ctx.world, plan.card, plan.card.to);
  switch (command.type) {
    case 'ReleaseInject':
      if (!ctx.world.clock.reading) return { code: 'not-started', message: 'The exercise has not started. Start the clock first.' };
      if (plan.card.to.length > 0 && command.to)
        return {
          code: 'has-recipients',
          message: `Inject ${number} has its recipients. Release it to them, or write an inject of your own for others.`,
        };
      if (mute) return mute;
      if (plan.card.to.length > 0) return release(ctx, inject, plan.card, to, plan.set, by.seat);
      if (command.to) return releaseTo(ctx, inject, plan, command.to, by.seat);
      return {
        code: 'no-recipients',
        message: `Inject ${number} names nobody. Choose who gets it, then release it.`,
      };
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
  to: readonly Address[],
  by: Actor,
): Draft[] | Rejection {
  const { inject, reason } = command;
  if (!row.released) return { code: 'not-released', message: 'This inject has not been released: nobody holds it yet. Hold or skip it.' };
  if (row.withdrawn) return { code: 'withdrawn', message: 'This inject has been withdrawn already.' };
  const aloud = ctx.world.statements.brought.has(inject) && row.plan?.card.to.includes('public');
  if (aloud && command.type === 'WithdrawInject')
    return {
      code: 'said-in-public',
      message: 'This was said in public, and nobody unsays that. Correct it: whoever said it sets it right in the same place.',
    };
  const drafts = aloud && command.type === 'CorrectInject' ? correctSaid(ctx, inject, command) : [];
  if ('code' in drafts) return drafts;
  for (const id of ctx.world.injects.rows.get(inject)?.deliveries.keys() ?? []) {
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
    drafts.push({ event, to: delivery.to }, ...amendAsked(ctx, id, command.type === 'CorrectInject' ? command : undefined));
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
  if (wrong !== undefined) return nobodyThere(wrong);
  if (
    !ctx.roster.entities.has(command.from) &&
    command.from !== 'control' &&
    !(own === undefined && ctx.roster.knows(command.from) && ctx.roster.isPlayed(command.from))
  ) {
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
  const mute = refusedAloud(ctx.world, command, command.to);
  if (mute) return mute;
  const files = uploaded(ctx, command.attachments);
  if (!Array.isArray(files)) return files as Rejection;
  const label = knownLabel(ctx.world.sharing, command.label);
  if (label === undefined) return noSuchLabel(ctx, command.label);
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
    label,
    title: command.title,
    text: command.text,
    at: command.at ?? ctx.now,
    manual: false,
    controller,
    improvised: true,
  };
  const letter = (party: string): string => ctx.world.seats.exercise?.parties.find((p) => p.id === party)?.letter ?? '';
  const mine = attach(ctx, files);
  const drafts: Draft[] = [
    ...mine.drafts,
    { event: { type: 'InjectPlanned', inject, card: { ...card, attachments: mine.cards } }, to: ['control'] },
  ];
  for (const party of parties) {
    const shown = [...ctx.world.injects.rows.values()].filter((r) => r.shown.has(party));
    const theirs = attach(ctx, files);
    const shownCard = { ...cardFor(ctx, card, party, `${letter(party)}X${nth(shown)}`), attachments: theirs.cards };
    drafts.push(...theirs.drafts, {
      event: { type: 'InjectShown', inject, party, card: shownCard, waits: false },
      to: [`control:${party}`, `evaluators:${party}`],
    });
  }
  if (command.at !== undefined) return drafts;
  return [...drafts, ...release(ctx, inject, card, concerned({ shown: new Map(parties.map((p) => [p, 1])) }), undefined, by.seat, files)];
}

export function decideInject(ctx: Context, command: InjectCommand, by: Actor): Draft[] | Rejection {
  if (command.type === 'ImproviseInject') return improvise(ctx, command, by);
  if (command.type !== 'ReadInject' && command.type !== 'AcknowledgeInject') return decideRow(ctx, command, by);
  const delivery = ctx.seen(by.seat).injects.deliveries.get(command.delivery);
  if (!delivery) return unknown('inject');
  if (split(by.seat)[0] !== 'seat') return []; // only players' reading counts
  const version = delivery.corrections.length;
  if (command.type === 'AcknowledgeInject') {
    if (delivery.withdrawn) return { code: 'withdrawn', message: 'Control has withdrawn this. There is nothing to acknowledge.' };
    if (command.version !== undefined && command.version !== version) {
      return { code: 'corrected-meanwhile', message: 'Control has just corrected this. Read the new text, then acknowledge it.' };
    }
  }
  const { id } = delivery;
  const { seat } = by;
  const to = [seat];
  const drafts: Draft[] = delivery.read.has(seat) ? [] : [{ event: { type: 'InjectRead', delivery: id, seat }, to }];
  if (command.type === 'AcknowledgeInject' && !acknowledges(delivery, seat))
    drafts.push({ event: { type: 'InjectAcknowledged', delivery: id, seat, ...(version > 0 && { version }) }, to });
  return drafts;
}
