import { uploaded } from '../attachments/attachments.ts';
import { type Address, split } from '../audience.ts';
import type { Id, Rejection } from '../fact.ts';
import { labelPolicy, noSuchLabel } from '../labels/known.ts';
import { atLeast, effectiveLabel, type Label, normalLabel } from '../labels/policy.ts';
import type { Actor, Context, Draft } from '../room.ts';
import { unknown } from '../room.ts';
import { isEntity } from '../voice.ts';
import type { World } from '../world.ts';
import type { SharingCommand } from './commands.ts';
import { give, giveAnew } from './give.ts';
import { newVersion, onwardRule } from './items.ts';
import type { ItemCard, Portion } from './language.ts';
import { actsFor, heldItem, notOriginator } from './offer.ts';
import { reach, reachAnew } from './reach.ts';
import { refusal } from './release.ts';

/** What an originator puts down, and its new versions. */

type Command<T extends SharingCommand['type']> = Extract<SharingCommand, { type: T }>;

/** Portions as they stand on the record, and the label of the whole; or what is wrong with a label or a party. */
export function labelled(
  ctx: Context,
  portions: readonly { text: Portion['text']; label?: Label | undefined; releasableTo?: readonly string[] | undefined }[],
  raised: Label | undefined,
): Pick<ItemCard, 'portions' | 'label'> | Rejection {
  const policy = labelPolicy(ctx.world.sharing);
  const written: Portion[] = [];
  for (const { text, label = policy.usual, releasableTo } of portions) {
    const normal = normalLabel(policy, label);
    if (normal === undefined) return noSuchLabel(ctx, label);
    const nobody = releasableTo?.find((p) => !ctx.roster.parties.has(p));
    if (nobody !== undefined)
      return { code: 'no-such-address', message: `There is no party “${nobody}”. Choose from the list.`, details: { address: nobody } };
    written.push({ text, label: normal, ...(releasableTo ? { releasableTo: [...new Set(releasableTo)] } : {}) });
  }
  const least = effectiveLabel(
    policy,
    written.map((p) => p.label),
  );
  if (raised === undefined) return { portions: written, label: least };
  const label = normalLabel(policy, raised);
  if (label === undefined) return noSuchLabel(ctx, raised);
  if (!atLeast(policy, label, least))
    return {
      code: 'label-too-low',
      message: `The whole is at least ${least}, as its portions are. Choose a stricter label.`,
      details: { least },
    };
  return { portions: written, label };
}

function originatorOf(ctx: Context, command: Command<'WriteItem'>, by: Actor): Address | Rejection {
  const party = ctx.roster.partyOf(by.seat);
  if (by.seat !== 'control' && command.originator === undefined && party !== undefined) return `party:${party}`;
  const originator = command.originator ?? '';
  const played = split(originator)[0] === 'party' && ctx.roster.isPlayed(originator);
  if (by.seat === 'control' && (played || isEntity(ctx.roster, originator))) return originator;
  return { code: 'no-such-originator', message: 'You cannot write for that originator. Choose from the list.' };
}

export function write(ctx: Context, command: Command<'WriteItem'>, by: Actor): Draft[] | Rejection {
  const originator = originatorOf(ctx, command, by);
  if (typeof originator !== 'string') return originator;
  const cell = ctx.roster.seats.get(split(by.seat)[1] ?? '')?.cell;
  const to = [...new Set(command.to ?? (cell === undefined ? [by.seat] : [`cell:${cell}`]))];
  const party = ctx.roster.partyOf(by.seat);
  const wrong = to.find(
    (a) => !ctx.roster.knows(a) || !PLAYERS.has(split(a)[0]) || (by.seat !== 'control' && ctx.roster.partyOf(a) !== party),
  );
  if (wrong !== undefined)
    return {
      code: 'no-such-address',
      message: `“${wrong}” cannot hold it from the start: name seats or cells of your own side, then release it.`,
      details: { address: wrong },
    };
  const text = labelled(ctx, command.portions, command.label);
  if ('code' in text) return text;
  if (command.expires !== undefined && command.expires < ctx.now) return inThePast();
  const based = [...new Set(command.basedOn)];
  if (based.some((id) => !ctx.seen(by.seat).sharing.items.has(id))) return unknown('item');
  const files = uploaded(ctx, command.attachments);
  if (!Array.isArray(files)) return files as Rejection;
  const item = ctx.id();
  const { title, kind, expires } = command;
  const card: ItemCard = { title, kind, originator, ...text, onward: command.onward ?? onwardRule(ctx.world.sharing), expires };
  const holders = to.some((a) => ctx.roster.members(a).includes(by.seat)) ? to : [...to, by.seat];
  const { passed, stopped } = reach(ctx, { way: 'written', by: by.seat }, item, card, holders);
  const first = stopped[0];
  if (first) return refusal(first.finding, first.to, card);
  return [
    ...give(ctx, passed, { files }),
    ...based.map((on): Draft => ({ event: { type: 'ItemBased', item, on }, to: ctx.holdersAmong(holders, on) })),
  ];
}

const PLAYERS = new Set(['seat', 'cell', 'party', 'everyone', 'public']);

function inThePast(): Rejection {
  return { code: 'in-the-past', message: 'That time has passed. Choose a later one, or leave it empty.' };
}

/** An edit is a new complete version, to the holders of the old ones whom it may reach: each by the version that it has. */
export function revise(ctx: Context, command: Command<'ReviseItem'>, by: Actor): Draft[] | Rejection {
  const held = heldItem(ctx, command.item, by.seat);
  if (!held) return unknown('item');
  if (!actsFor(ctx, by.seat, held.card.originator)) return notOriginator();
  const text = labelled(ctx, command.portions, command.label);
  if ('code' in text) return text;
  if (command.expires !== undefined && command.expires < ctx.now) return inThePast();
  const based = [...new Set(command.basedOn)].filter((on) => ![...held.item.based.values()].some((b) => b.on === on));
  if (based.some((id) => !ctx.seen(by.seat).sharing.items.has(id))) return unknown('item');
  if (based.some((on) => on === command.item || restsOn(ctx.seen(by.seat), on, command.item)))
    return { code: 'circular', message: 'That item rests on this one already: two items cannot each rest on the other.' };
  const { title, kind, expires } = command;
  const card: ItemCard = {
    title,
    kind,
    originator: held.card.originator,
    ...text,
    onward: command.onward ?? held.card.onward,
    expires,
    made: newVersion(ctx),
  };
  const { passed, stopped } = reachAnew(ctx, by.seat, held.item, card);
  const first = stopped[0];
  if (first) return { ...refusal(first.finding, first.to, card), message: NOT_FOR_HOLDERS };
  return [
    giveAnew(passed),
    ...based.map((on): Draft => {
      const both = ctx.holdersAmong(passed.to, on);
      return { event: { type: 'ItemBased', item: command.item, on }, to: both };
    }),
  ];
}

const NOT_FOR_HOLDERS = 'Others hold it who may not have this version from you. Write a new item, or ask a colleague who may release.';

/** True if, as far as a seat’s world tells, `item` rests on `on`, by itself or through others. */
function restsOn({ sharing }: World, item: Id, on: Id): boolean {
  const todo = [item];
  const seen = new Set(todo);
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    const row = sharing.items.get(id);
    for (const to of [...[...(row?.based.values() ?? [])].map((b) => b.on), ...[...(row?.derived.values() ?? [])].map((d) => d.from)]) {
      if (to === on) return true;
      if (seen.has(to)) continue;
      seen.add(to);
      todo.push(to);
    }
  }
  return false;
}
