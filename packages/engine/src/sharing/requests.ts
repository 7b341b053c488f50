import { type Address, split } from '../audience.ts';
import { wasJumped } from '../clock/clock.ts';
import { isPast } from '../deadlines.ts';
import type { Id, Rejection } from '../fact.ts';
import type { Actor, Context, Draft } from '../room.ts';
import { isRejection, unknown } from '../room.ts';
import type { SharingCommand } from './commands.ts';
import { deciders, deskOf, itemNamed, requestCard } from './items.ts';
import { actsFor, heldItem, mayRelease, notOriginator } from './offer.ts';
import { refusal, releaseTo } from './release.ts';
import type { Request } from './state.ts';

type Command<T extends SharingCommand['type']> = Extract<SharingCommand, { type: T }>;

/** `RequestItem`: one may ask for what one knows of, in words; what one was not given cannot be named. */
export function request(ctx: Context, command: Command<'RequestItem'>, by: Actor): Draft[] | Rejection {
  const own = ctx.roster.partyOf(by.seat);
  if (split(by.seat)[0] !== 'seat' || own === undefined)
    return { code: 'players-only', message: 'Players ask for release. Write a message instead.' };
  const [kind, id = ''] = split(command.to);
  const asked = (kind === 'party' && ctx.roster.parties.has(id) && id !== own) || (kind === 'entity' && ctx.roster.entities.has(id));
  if (!asked)
    return {
      code: 'no-such-address',
      message: `“${command.to}” is nobody you can ask. Choose from the list.`,
      details: { address: command.to },
    };
  if (command.about !== undefined && !heldItem(ctx, command.about, by.seat)) return unknown('item');
  if (command.due <= ctx.now) return { code: 'in-the-past', message: 'That time has passed. Choose a later one.' };
  const to = [...new Set(command.for ?? [by.seat])];
  const wrong = to.find((a) => !['seat', 'cell', 'party'].includes(split(a)[0]) || !ctx.roster.knows(a));
  if (wrong !== undefined)
    return {
      code: 'no-such-address',
      message: `“${wrong}” is nobody to whom items are released. Choose from the list.`,
      details: { address: wrong },
    };
  const foreign = to.filter((a) => ctx.roster.partyOf(a) !== own);
  if (foreign.length > 0 && foreign.length < to.length)
    return { code: 'one-side', message: 'Ask for your own side, or for passing on to others: one at a time.' };
  if (foreign.length > 0 && command.about === undefined)
    return { code: 'name-the-item', message: 'Choose which item you want to pass on.' };
  const desk = deskOf(ctx.roster, command.to);
  const req = ctx.id();
  const { text, due } = command;
  const drafts: Draft[] = [
    { event: { type: 'ItemRequested', request: req, of: command.to, from: by.seat, text, for: to, due }, to: [by.seat, ...desk] },
  ];
  if (command.about !== undefined)
    drafts.push({
      event: { type: 'RequestAbout', request: req, item: command.about },
      to: ctx.holdersAmong([by.seat, ...desk], command.about),
    });
  return drafts;
}

/** Everybody on both sides who was told of the request. */
function sides(ctx: Context, req: Request): Address[] {
  const card = requestCard(req);
  if (!card) return [];
  return ctx.holdersAmong([card.from, ...deciding(ctx, req)], req.id);
}

/** Those who decide: the desk, and the head to whom it was escalated. */
function deciding(ctx: Context, req: Request): Address[] {
  const card = requestCard(req);
  if (!card) return [];
  const head = headOf(ctx, card.of);
  return [
    ...new Set([...deskOf(ctx.roster, card.of), ...(head !== undefined && ctx.seen(head).sharing.requests.has(req.id) ? [head] : [])]),
  ];
}

/** The seat that hears of a request that nobody decided in time; undefined where control decides. */
function headOf({ world, roster }: Rules, of: Address): Address | undefined {
  const [kind, party] = split(of);
  if (kind !== 'party' || deskOf(roster, of)[0] === 'control') return undefined;
  const named = `seat:${world.sharing.rules?.heads[party as string]}`;
  return roster.partyOf(named) === party ? named : roster.members(of)[0];
}
type Rules = Pick<Context, 'world' | 'roster'>;

/** The seat to which a request goes if nobody decides it in time; undefined if it decides already, or where nobody stands above. */
export function escalatesTo(rules: Rules, of: Address): Address | undefined {
  const head = headOf(rules, of);
  return head === undefined || deskOf(rules.roster, of).includes(head) ? undefined : head;
}

/** True if a request waits for a viewer’s decision: for the desk, and for the head to whom it was escalated; never for who asked. */
export function waitsFor(rules: Rules, request: Request, viewer: Address): boolean {
  const card = requestCard(request);
  if (!card || request.decided || request.withdrawn || card.from === viewer) return false;
  return deskOf(rules.roster, card.of).includes(viewer) || (request.escalated !== undefined && escalatesTo(rules, card.of) === viewer);
}

function open(ctx: Context, id: Id, by: Actor): Request | Rejection {
  const found = ctx.seen(by.seat).sharing.requests.get(id);
  if (!found) return unknown('request');
  if (found.decided) return { code: 'already-decided', message: 'This request has been decided already.' };
  if (found.withdrawn) return { code: 'request-withdrawn', message: 'This request has been withdrawn. There is nothing to decide.' };
  return found;
}

/**
 * Why a seat may not answer a request by releasing something: what waits is decided, with what is given; what was refused
 * or granted may be answered, once more or after all, by those who decide. Undefined if it may.
 */
export function unanswerable(ctx: Context, id: Id | undefined, by: Actor): Rejection | undefined {
  if (id === undefined) return undefined;
  const found = open(ctx, id, by);
  if ('code' in found && found.code !== 'already-decided') return found;
  const request = ctx.seen(by.seat).sharing.requests.get(id) as Request;
  if (!deciding(ctx, request).includes(by.seat)) return waitsForOthers();
  return 'code' in found
    ? undefined
    : { code: 'decide-first', message: 'This request still waits. Decide it, and choose there what you give.' };
}

function waitsForOthers(): Rejection {
  return { code: 'not-your-decision', message: 'This request waits for somebody else’s decision.' };
}

export function withdraw(ctx: Context, command: Command<'WithdrawRequest'>, by: Actor): Draft[] | Rejection {
  const found = open(ctx, command.request, by);
  if ('code' in found) return found;
  if (requestCard(found)?.from !== by.seat)
    return { code: 'not-your-request', message: 'Only the seat that asked can withdraw its request.' };
  return [{ event: { type: 'RequestWithdrawn', request: found.id }, to: sides(ctx, found) }];
}

export function decideRequest(ctx: Context, command: Command<'DecideRequest'>, by: Actor): Draft[] | Rejection {
  const found = open(ctx, command.request, by);
  if ('code' in found) return found;
  const desk = deciding(ctx, found);
  if (!desk.includes(by.seat)) return waitsForOthers();
  const { decision, conditions, reason, items = [] } = command;
  if (items.some((i) => !heldItem(ctx, i.item, by.seat))) return unknown('item');
  if (decision === 'conditions' && conditions === undefined)
    return { code: 'say-conditions', message: 'Write under which conditions it is granted.' };
  const given = decision === 'refuse' ? [] : grant(ctx, command, found, by);
  if (isRejection(given)) return given;
  const tell = command.tell && reason !== undefined;
  const drafts: Draft[] = [
    {
      event: {
        type: 'RequestDecided',
        request: found.id,
        decision,
        by: by.seat,
        conditions: decision === 'refuse' ? undefined : conditions,
        reason: tell ? reason : undefined,
      },
      to: sides(ctx, found),
    },
  ];
  // What the requester is not told stays with those who decide.
  if (reason !== undefined && !tell)
    drafts.push({ event: { type: 'RefusalReasoned', request: found.id, reason }, to: ctx.holdersAmong(desk, found.id) });
  for (const { item } of items) {
    const both = ctx.holdersAmong(desk, item, found.id);
    drafts.push({ event: { type: 'RequestConcerns', request: found.id, item }, to: both });
  }
  return [...drafts, ...given];
}

/** What a grant brings: the items, or the originator’s word for passing on what the requester holds. */
function grant(ctx: Context, command: Command<'DecideRequest'>, found: Request, by: Actor): Draft[] | Rejection {
  const card = requestCard(found) as NonNullable<ReturnType<typeof requestCard>>;
  const items = command.items ?? [];
  const own = ctx.roster.partyOf(card.from);
  // As the deciding seat was told itself.
  const about = itemNamed(found);
  if (about !== undefined && card.for.every((a) => ctx.roster.partyOf(a) !== own)) return word(ctx, command, found, about, by);
  if (items.length === 0) return { code: 'name-the-item', message: 'Choose what you give, or refuse.' };
  const drafts: Draft[] = [];
  for (const { item, portions, title } of items) {
    const held = heldItem(ctx, item, by.seat);
    if (!held) return unknown('item');
    const given = releaseTo(ctx, by, { ...held, portions, title, conditions: command.conditions, request: found.id }, card.for);
    // What the asker has had from this side already answers the request once more.
    if (isRejection(given) && given.code !== 'released-before') return given;
    if (isRejection(given))
      drafts.push({
        event: { type: 'RequestAnswered', request: found.id, item },
        to: ctx.holdersAmong([card.from, by.seat], item, found.id),
      });
    else drafts.push(...given);
  }
  return drafts;
}

function word(ctx: Context, command: Command<'DecideRequest'>, found: Request, about: Id, by: Actor): Draft[] | Rejection {
  const card = requestCard(found) as NonNullable<ReturnType<typeof requestCard>>;
  const held = heldItem(ctx, about, by.seat);
  if (!held) return unknown('item');
  if (!actsFor(ctx, by.seat, held.card.originator)) return notOriginator();
  // Its word lets things leave the party as a release does.
  if (!mayRelease(ctx.roster, by.seat))
    return refusal({ rule: 'right', ok: false, because: 'may-not-release' }, card.for[0] as Address, held.card);
  const named = command.items ?? [];
  if (named.some((i) => i.item !== about))
    return {
      code: 'other-item',
      message: 'They ask for the word for one item. Choose portions of that one, or share the other by itself.',
    };
  const chosen = new Set(named.flatMap((i) => i.portions ?? [...held.card.portions.keys()]));
  if ([...chosen].some((p) => p >= held.card.portions.length))
    return { code: 'no-such-portion', message: 'The item has no such portion. Open it anew and choose again.' };
  // All portions are the whole.
  const portions = chosen.size === 0 || chosen.size === held.card.portions.length ? undefined : [...chosen].sort((a, b) => a - b);
  const asking = ctx.roster.partyOf(card.from);
  const may = asking === undefined ? [] : deciders(ctx.roster, asking);
  const told = [card.from, ...(asking === undefined ? [] : [`party:${asking}`]), by.seat];
  // Those of the asking side who may release what they hold, and those who were told of the request.
  const holders = ctx.holdersAmong(told, about, (v) => v === card.from || ctx.seen(v).sharing.requests.has(found.id) || may.includes(v));
  return [
    {
      event: { type: 'OnwardGranted', item: about, for: card.for, portions, conditions: command.conditions, made: held.card.made },
      to: holders,
    },
    {
      event: { type: 'RequestAnswered', request: found.id, item: about },
      to: ctx.holdersAmong([card.from, by.seat], about, found.id),
    },
  ];
}

/** The time for an answer has passed: both sides see it, and the party’s head gets the request. */
export function overdue(ctx: Context, id: Id): Draft[] {
  const found = ctx.world.sharing.requests.get(id);
  const card = found && requestCard(found);
  if (!found || !card || found.decided || found.withdrawn || found.overdue || !isPast(card.due, ctx.now)) return [];
  const jumped = wasJumped(ctx.world, card.due) && ({ jumped: true } as const);
  const drafts: Draft[] = [{ event: { type: 'RequestOverdue', request: id, ...jumped }, to: sides(ctx, found) }];
  const head = headOf(ctx, card.of);
  if (head === undefined || ctx.seen(head).sharing.requests.has(id)) return drafts;
  const { of, from, text, due, since } = card;
  drafts.push({ event: { type: 'RequestEscalated', request: id, of, from, text, for: card.for, due, since }, to: [head] });
  const about = itemNamed(found);
  if (about !== undefined && ctx.seen(head).sharing.items.has(about))
    drafts.push({ event: { type: 'RequestAbout', request: id, item: about }, to: ctx.holdersAmong([head], about) });
  return drafts;
}
