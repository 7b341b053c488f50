import { type Case, isControl, type Laws, NOBODY } from './case.ts';
import type { Facts } from './past.ts';
import { type Address, kindOf } from './people.ts';
import { deskWaits } from './statements.ts';

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
  if (line?.event.type === 'RollCalled') return told(c, [line.event.by ?? ''], card);
  if (line?.event.type === 'MessageSent') {
    const first = line.event.to.includes('control') ? own(line.event.from ?? '') : [];
    return asksControl(c, line.event, card) ? told(c, [...line.event.to, ...first], card) : undefined;
  }
  // Each side’s hand has a matter for itself; that another has taken it would tell who is about to act.
  if (line?.event.type === 'MatterOpened' || line?.event.type === 'TaskGiven') return told(c, [c.event.seat], card);
  // What was said waits for lead control to hear what it says; what waits at press desks, for each side’s hand by itself.
  if (line?.event.type === 'StatementMade' || line?.event.type === 'ReportMade') return [];
  const desks = deskWaits(c, card);
  if (desks)
    return told(
      c,
      desks.flatMap((p) => (!c.people.played(p) && c.event.seat === `control:${p}` ? [c.event.seat] : [])),
      card,
    );
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

/** The controllers who may see that somebody acted on a card; nobody, if it is no card, or was not for the one who did. */
function seeing(c: Case): readonly Address[] {
  const others = hands(c);
  const to = ['control', ...(others ?? NOBODY)];
  return others !== undefined && to.includes(c.event.seat) && (c.act === undefined || c.act.by === c.event.seat) ? to : NOBODY;
}

/** What others let pass: what the record did not see in time, a request without an answer, a roll-call. */
const letPass = (c: Case): boolean =>
  ['ExpectedMissed', 'RequestOverdue'].some((type) =>
    c.past.all(type).some((l) => [l.event.expected, l.event.request].includes(c.event.card as unknown as string)),
  ) || c.past.line(c.event.card as unknown as string)?.event.type === 'RollCalled';

const taken = (c: Case): Facts | undefined => c.past.line(c.event.taking)?.event;

export const TAKINGS: Laws = {
  CardTaken: {
    says: 'lead control; those of the controllers in whose hand the card is that were told that it waits; of a matter, a step or what waits at a press desk only who took it',
    to: seeing,
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
  CardDismissed: {
    says: 'lead control; those of the controllers in whose hand the card is that were told that it waits',
    to: (c) => (letPass(c) ? seeing(c) : NOBODY),
  },
};
