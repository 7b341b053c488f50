import { type Address, split } from '../audience.ts';
import type { Id, Meta, Rejection } from '../fact.ts';
import { type Actor, type Context, type Draft, type Room, unknown } from '../room.ts';
import type { TakingCommand } from './commands.ts';
import type { Taking, TakingEvent, TakingsState } from './language.ts';

/** Who has taken each card, by the card’s id: the last taking, unless it was given back. */
export function takenCards(own: TakingsState): ReadonlyMap<Id, Taking> {
  const taken = new Map<Id, Taking>();
  for (const taking of own.takings.values()) {
    if (taking.back) taken.delete(taking.card);
    else taken.set(taking.card, taking);
  }
  return taken;
}

/**
 * The controllers who can see a card: lead control, and a party’s own where the card is in their hand and they were told
 * of all that makes it one. When something hidden fell due, a taking must not tell it.
 */
function seenBy(ctx: Context, id: Id, by: Address): Address[] {
  const card = ctx.card(id);
  if (!card) return [];
  const hands = card.hands.filter((a) => split(a)[0] === 'control' && (!card.each || a === by));
  return ctx.holdersAmong(['control', ...hands], ...card.facts);
}

function decide(ctx: Context, command: TakingCommand, by: Actor): Draft<TakingEvent>[] | Rejection {
  if (split(by.seat)[0] !== 'control') return { code: 'control-only', message: 'Only control takes what waits for its hand.' };
  const to = seenBy(ctx, command.card, by.seat);
  if (!to.includes(by.seat)) return unknown('card');
  if (command.type === 'DismissCard') return dismiss(ctx, command.card, by, to);
  const taking = takingOf(ctx, command.card, by.seat);
  const mine = taking?.seat === by.seat && taking.taker?.person === by.person;
  if (command.type === 'GiveCardBack') return taking && mine ? [givenBack(ctx, taking)] : [];
  if (mine || by.person === undefined) return [];
  const id = ctx.id();
  return [
    { id, event: { type: 'CardTaken', card: command.card, seat: by.seat }, to },
    { event: { type: 'TakerNamed', taking: id, person: by.person }, to: [by.seat] },
  ];
}

/** Who has taken a card, as a controller sees it: of what each hand has for itself, its own. */
function takingOf(ctx: Context, card: Id, seat: Address): Taking | undefined {
  const { takings } = ctx.seen(seat);
  if (!ctx.card(card)?.each) return takenCards(takings).get(card);
  return [...takings.takings.values()].findLast((t) => t.card === card && t.seat === seat && !t.back);
}

function dismiss(ctx: Context, card: Id, by: Actor, to: Address[]): Draft<TakingEvent>[] | Rejection {
  if (ctx.seen(by.seat).takings.dismissed.has(card)) return [];
  if (ctx.card(card)?.letPass) return [{ event: { type: 'CardDismissed', card, seat: by.seat }, to }];
  return { code: 'not-dismissed', message: 'This waits for an act of yours. Do it, or leave the card on the list.' };
}

function givenBack(ctx: Context, taking: Taking): Draft<TakingEvent> {
  return { event: { type: 'CardGivenBack', taking: taking.id }, to: ctx.holdersAmong(['everyone'], taking.id) };
}

function evolve(own: TakingsState, event: TakingEvent, { id, at }: Meta): void {
  if (event.type === 'CardTaken') {
    own.takings.set(id, { src: id, id, card: event.card, seat: event.seat, at });
    return;
  }
  if (event.type === 'CardDismissed') {
    own.dismissed.set(event.card, { src: id, seat: event.seat, at });
    return;
  }
  const taking = own.takings.get(event.taking);
  if (!taking) return;
  if (event.type === 'TakerNamed') taking.taker = { src: id, person: event.person };
  else taking.back = { src: id, at };
}

declare module '../world.ts' {
  interface Languages {
    readonly takings: Language<TakingsState, TakingCommand, TakingEvent>;
  }
}

export const takingsRoom: Room<TakingsState, TakingCommand, TakingEvent> = {
  commands: { TakeCard: true, DismissCard: true, GiveCardBack: true },
  afterEnd: { commands: ['TakeCard', 'DismissCard', 'GiveCardBack'] },
  events: { CardTaken: true, TakerNamed: true, CardGivenBack: true, CardDismissed: true },
  initial: () => ({ takings: new Map(), dismissed: new Map() }),
  decide,
  evolve,
  hears: ['PersonLeft', 'InjectSkipped'],

  // Handled, a card is on nobody’s list any more. A skipped inject alone may come back to it: then it is nobody’s again.
  react(ctx, cause) {
    if (!('event' in cause)) return [];
    const { event } = cause;
    const gone = (taking: Taking): boolean =>
      event.type === 'PersonLeft' ? taking.taker?.person === event.person : event.type === 'InjectSkipped' && taking.card === event.inject;
    const last = new Set(takenCards(ctx.world.takings).values());
    const stands = (t: Taking): boolean => last.has(t) || (!t.back && ctx.card(t.card)?.each === true);
    return [...ctx.world.takings.takings.values()].filter((t) => gone(t) && stands(t)).map((taking) => givenBack(ctx, taking));
  },
};
