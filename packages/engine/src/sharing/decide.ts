import { type Address, split } from '../audience.ts';
import type { Id, Rejection, Text } from '../fact.ts';
import { labelPolicy, noSuchLabel } from '../labels/known.ts';
import { atLeast, effectiveLabel, normalLabel, raisedLabel } from '../labels/policy.ts';
import type { Actor, Context, Draft } from '../room.ts';
import { unknown } from '../room.ts';
import type { SharingCommand } from './commands.ts';
import { give } from './give.ts';
import type { ItemCard } from './language.ts';
import { actsFor, heldItem, notOriginator, tooManySteps } from './offer.ts';
import { mayKnowMaking, reach } from './reach.ts';
import { acknowledgement, isAsked, recallFor } from './recalls.ts';
import { redact, redactions } from './redact.ts';
import { refusal, release } from './release.ts';
import { decideRequest, request, unanswerable, withdraw } from './requests.ts';
import type { Item } from './state.ts';
import { labelled, revise, write } from './write.ts';

type Command<T extends SharingCommand['type']> = Extract<SharingCommand, { type: T }>;

export function decideSharing(ctx: Context, command: SharingCommand, by: Actor): Draft[] | Rejection {
  const [kind, party] = split(by.seat);
  if (kind === 'control' && party !== undefined)
    return { code: 'players-only', message: 'A party’s controllers watch what it shares; its players and lead control decide.' };
  const other = otherLanguage(ctx, command, by);
  if (other) return other;
  switch (command.type) {
    case 'WriteItem':
      return write(ctx, command, by);
    case 'ReviseItem':
      return revise(ctx, command, by);
    case 'ReleaseItem':
      return unanswerable(ctx, command.request, by) ?? release(ctx, command, by);
    case 'SanitiseItem':
      return sanitise(ctx, command, by);
    case 'RecallItem':
      return recall(ctx, command, by);
    case 'RequestItem':
      return request(ctx, command, by);
    case 'DecideRequest':
      return decideRequest(ctx, command, by);
    case 'WithdrawRequest':
      return withdraw(ctx, command, by);
    default:
      return mark(ctx, command, by);
  }
}

/** Texts are in the languages of the exercise, or in one that the item at hand has already: nobody looks for another. */
function otherLanguage(ctx: Context, command: SharingCommand, by: Actor): Rejection | undefined {
  const written: Text[] = [];
  const put = (text: Text | undefined): void => void (text !== undefined && written.push(text));
  if ('title' in command) put(command.title);
  if (command.type === 'DecideRequest') for (const i of command.items ?? []) put(i.title);
  if (command.type === 'WriteItem' || command.type === 'ReviseItem' || command.type === 'SanitiseItem')
    for (const p of command.portions) put(p.text);
  const known = [...(ctx.world.seats.exercise?.languages ?? [])];
  const others = languagesOf(written).filter((l) => !known.includes(l));
  if (others.length === 0) return undefined;
  const items = 'item' in command ? [command.item] : command.type === 'DecideRequest' ? (command.items ?? []).map((i) => i.item) : [];
  const cards = items.flatMap((item) => heldItem(ctx, item, by.seat)?.card ?? []);
  const had = languagesOf(cards.flatMap((card) => [card.title, ...card.portions.map((p) => p.text)]));
  const language = others.find((l) => !had.includes(l));
  if (language === undefined) return undefined;
  return {
    code: 'no-such-language',
    message: `“${language}” is no language of this exercise. Write in ${known.join(', ')}.`,
    details: { language, known: known.join(', ') },
  };
}

function languagesOf(texts: readonly Text[]): string[] {
  return texts.flatMap((t) => (typeof t === 'string' ? [] : Object.keys(t)));
}

/** A new item made of an old one. Who is not the originator can neither lower a label nor lengthen a release list. */
function sanitise(ctx: Context, command: Command<'SanitiseItem'>, by: Actor): Draft[] | Rejection {
  const held = heldItem(ctx, command.item, by.seat);
  if (!held) return unknown('item');
  const { card: source } = held;
  const tooFarFrom = tooManySteps(ctx, by.seat, held.item);
  if (tooFarFrom) return tooFarFrom;
  const policy = labelPolicy(ctx.world.sharing);
  const originates = actsFor(ctx, by.seat, source.originator);
  const made: Parameters<typeof labelled>[1][number][] = [];
  for (const { of, text, cuts, label, releasableTo } of command.portions) {
    const portion = source.portions[of];
    if (!portion) return { code: 'no-such-portion', message: 'The item has no such portion. Open it anew and choose again.' };
    if (text !== undefined && cuts !== undefined)
      return { code: 'text-or-cuts', message: 'A portion is said in other words, or something is taken out of it: choose one of the two.' };
    // Other words may say anything of the source: from others than the originator they have its label, and no word in advance.
    const own = originates || text === undefined ? portion : { label: source.label, releasableTo: undefined };
    const left = text ?? redact(portion.text, cuts ?? {});
    if (left === undefined)
      return { code: 'no-such-place', message: 'What you marked is no longer there. Open the item anew and mark it again.' };
    const normal = label === undefined ? own.label : normalLabel(policy, label);
    if (normal === undefined) return noSuchLabel(ctx, label as string);
    if (!originates && !atLeast(policy, normal, own.label)) return notOriginator();
    if (!originates && releasableTo?.some((p) => !own.releasableTo?.includes(p))) return notOriginator();
    made.push({ text: left, label: normal, releasableTo: releasableTo ?? (originates ? undefined : own.releasableTo) });
  }
  const text = labelled(ctx, made, command.label);
  if ('code' in text) return text;
  const raised = originates ? undefined : raisedLabel(policy, source);
  const whole = raised === undefined ? text.label : effectiveLabel(policy, [text.label, raised]);
  const item = ctx.id();
  const card: ItemCard = { ...source, title: command.title, ...text, label: whole, made: undefined, attachments: undefined };
  const portions = command.portions.map((p) => p.of);
  const removed = redactions(source.portions.length, command.portions);
  const { passed, stopped } = reach(ctx, { way: 'made', by: by.seat, of: held }, item, card, [by.seat]);
  if (stopped[0]) return refusal(stopped[0].finding, by.seat, source);
  const { reason } = command;
  const derived = { item, from: command.item, how: 'sanitised', portions, removed, reason, made: source.made } as const;
  const told = ctx.holdersAmong([by.seat], command.item, mayKnowMaking(ctx, undefined, held.item.id, source.made));
  return [...give(ctx, passed, { files: [] }), { event: { type: 'ItemDerived', ...derived }, to: told }];
}

/** Nobody un-knows a thing: a recall is a recorded request to destroy it, to all of a party who have not had it yet. */
function recall(ctx: Context, command: Command<'RecallItem'>, by: Actor): Draft[] | Rejection {
  const held = heldItem(ctx, command.item, by.seat);
  if (!held) return unknown('item');
  const { item, card } = held;
  if (!actsFor(ctx, by.seat, card.originator)) return notOriginator();
  const own = ctx.roster.partyOf(by.seat);
  const released = [...item.releases.values()].flatMap((r) => r.to);
  const parties = new Set<string>();
  for (const a of command.from ?? released) {
    const party = ctx.roster.partyOf(a);
    if (party !== undefined) parties.add(party);
    else if (command.from)
      return { code: 'no-such-address', message: `“${a}” is no party. Choose from the list.`, details: { address: a } };
    else for (const p of ctx.roster.parties.keys()) parties.add(p);
  }
  // Nobody is asked for what is its own.
  const [kind, originator] = split(card.originator);
  for (const p of [own, kind === 'party' ? originator : undefined]) if (p !== undefined) parties.delete(p);
  if (parties.size === 0) return notReleased(ctx, by, item.id);
  const reason = command.reason;
  const drafts: Draft[] = [
    {
      event: { type: 'RecallMade', item: command.item, from: [...parties].sort(), by: by.seat, reason },
      to: own === undefined ? [by.seat] : ctx.holdersAmong([`party:${own}`], command.item),
    },
  ];
  for (const party of parties) {
    // Who was asked is asked again only for what it was given anew since.
    const asked = (v: Address): boolean => isAsked(ctx.roster, ctx.seen(v).sharing.items.get(item.id) as Item, v);
    const seats = ctx.holdersAmong(
      [`party:${party}`],
      command.item,
      (v) => ctx.roster.partyOf(v) === party && split(v)[0] === 'seat' && !asked(v),
    );
    if (seats.length > 0) drafts.push({ event: { type: 'ItemRecalled', item: command.item, party, reason }, to: seats });
  }
  return drafts;
}

function notReleased(ctx: Context, by: Actor, item: Id): Rejection {
  const parts = [...ctx.seen(by.seat).sharing.items.values()].filter((i) => [...i.derived.values()].some((d) => d.from === item));
  if (parts.some((p) => p.releases.size > 0))
    return { code: 'parts-released', message: 'Your side has released only what was made of it. Recall those parts and versions.' };
  return { code: 'not-released', message: 'Your side has released this to nobody: there is nothing to recall.' };
}

function mark(ctx: Context, command: Command<'ReadItem' | 'AcknowledgeItem' | 'ConfirmDestroyed'>, by: Actor): Draft[] | Rejection {
  const held = heldItem(ctx, command.item, by.seat);
  if (!held) return unknown('item');
  if (split(by.seat)[0] !== 'seat') return []; // only players’ reading counts
  const { item } = held;
  const event = { item: item.id, seat: by.seat };
  if (command.type === 'ConfirmDestroyed') {
    const party = ctx.roster.partyOf(by.seat) as string;
    const recall = recallFor(ctx.roster, item, by.seat);
    if (!recall) return { code: 'not-recalled', message: 'Nobody has asked you to destroy this.' };
    if (recall.destroyed) return [];
    const recalls = ctx.world.sharing.items.get(item.id)?.recalls.values() ?? [];
    const askers = [...new Set([...recalls].filter((r) => r.from.includes(party)).map((r) => r.by))];
    return [{ event: { type: 'DestructionConfirmed', ...event }, to: [by.seat, ...askers] }];
  }
  const drafts: Draft[] = item.read.has(by.seat) ? [] : [{ event: { type: 'ItemRead', ...event }, to: [by.seat] }];
  if (command.type === 'ReadItem' || acknowledgement(ctx.roster, item, by.seat)) return drafts;
  const from = [...item.copies.values()].flatMap((c) => c.by ?? []);
  drafts.push({ event: { type: 'ItemAcknowledged', ...event }, to: [by.seat, ...new Set(from)] });
  return drafts;
}
