import { type Case, isControl, type Laws, NOBODY } from './case.ts';
import type { Facts } from './past.ts';
import { type Address, kindOf } from './people.ts';

const newest = (c: Case, type: string, of: 'inject' | 'expected' | 'request', id: string) =>
  c.past.all(type).findLast((l) => l.event[of] === id);
/** Those behind addresses that were given a card’s thing and, where it stands on the record, the event that made it wait. */
const told = (c: Case, hands: readonly Address[], card: string, why?: { readonly id: string } | undefined): Address[] =>
  hands.filter((a) => isControl(a) && c.past.holds(a, card) && (why === undefined || c.past.holds(a, why.id)));

/** The controllers whose card it is, lead control aside; nothing if it is nobody’s card. */
function hands(c: Case): Address[] | undefined {
  const card = c.event.card as unknown as string;
  const line = c.past.line(card);
  const own = (address: Address): Address[] => [`control:${c.people.partyOf(address)}`];
  if (line?.event.type === 'EmergencyRaised') {
    const stands = c.past.all('EmergencyStoodDown').every((l) => l.n < line.n);
    return stands ? c.people.parties.map((p) => `control:${p}`) : undefined;
  }
  if (line?.event.type === 'MessageSent') return asksControl(c, line.event, card) ? told(c, line.event.to, card) : undefined;
  const row = newest(c, 'InjectPlanned', 'inject', card)?.event;
  if (row) return told(c, [row.card.controller], card, newest(c, 'InjectDue', 'inject', card));
  const expected = newest(c, 'ExpectedPlanned', 'expected', card)?.event;
  if (expected) return told(c, [expected.card.controller], card, newest(c, 'ExpectedOpened', 'expected', card));
  const request = c.past.all('ItemRequested').find((l) => l.event.request === card)?.event;
  if (!request) return undefined;
  const controls = kindOf(request.of) === 'entity' || c.people.played(c.people.partyOf(request.of));
  return controls ? [] : told(c, own(request.of), card, newest(c, 'RequestOverdue', 'request', card));
}

/** A player’s question to control, to somebody outside or to a party that control plays. */
function asksControl(c: Case, message: Facts, id: string): boolean {
  if (!['ask', 'consult', 'propose'].includes(message.purpose) || kindOf(message.from) !== 'seat') return false;
  if (c.past.all('SpokenFor').some((l) => l.event.message === id)) return false;
  return message.to.some((a) => isControl(a) || kindOf(a) === 'entity' || c.people.played(c.people.partyOf(a)));
}

const taken = (c: Case): Facts | undefined => c.past.line(c.event.taking)?.event;

export const TAKINGS: Laws = {
  CardTaken: {
    says: 'lead control; those of the controllers in whose hand the card is that were told that it waits',
    to: (c) => {
      const to = ['control', ...(hands(c) ?? NOBODY)];
      const may = hands(c) !== undefined && to.includes(c.event.seat) && (c.act === undefined || c.act.by === c.event.seat);
      return may ? to : NOBODY;
    },
  },
  TakerNamed: {
    says: 'the seat that took it',
    to: (c) => {
      const seat = taken(c)?.seat;
      return seat !== undefined && (c.act === undefined || c.act.by === seat) ? [seat] : NOBODY;
    },
  },
  CardGivenBack: {
    says: 'those who were told that it was taken',
    to: (c) => (taken(c)?.type === 'CardTaken' ? c.past.holders(c.event.taking) : NOBODY),
  },
};
