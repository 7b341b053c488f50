import { addsLanguage, type Case, exactly, holding, isControl, type Laws, NOBODY } from './case.ts';
import type { Facts } from './past.ts';
import { type Address, isAll, parted } from './people.ts';

const sent = (c: Case): Facts | undefined => c.past.line(c.event.message)?.event;

/** The hand that wrote a message: its sender, or control where it spoke for somebody. */
function handOf(c: Case, message: string, from: Address): Address {
  const spoken = [...c.past.all('SpokenFor'), ...c.rest].find((l) => l.event.type === 'SpokenFor' && l.event.message === message);
  return spoken?.event.by ?? from;
}

/** True if that hand may write to an address: nobody writes to another side’s controllers, to evaluators or observers. */
function mayWrite(c: Case, hand: Address, from: Address, to: Address): boolean {
  const own = c.people.partyOf(hand);
  const [kind, id] = parted(to);
  if (kind === 'entity') return c.people.entity(id);
  if (c.people.behind(to).length === 0 || kind === 'evaluators' || kind === 'observers') return false;
  if (isAll(to) && parted(from)[0] === 'seat' && !c.people.may(from, 'speak')) return false;
  if (hand === 'control') return true;
  if (isControl(to)) return id === '' || id === own;
  return isControl(hand) ? c.people.partyOf(to) === own : true;
}

/** True if that hand may speak as the sender. */
function speaks(c: Case, hand: Address, from: Address): boolean {
  if (hand === from) return true;
  const [kind, id] = parted(from);
  if (kind === 'entity') return isControl(hand) && c.people.entity(id);
  return hand === 'control' && kind === 'seat' && c.people.played(c.people.partyOf(from));
}

const mine = (c: Case): boolean => c.act === undefined || c.act.by === c.event.seat;
const both = (c: Case, thing: string): Address[] =>
  exactly(
    c,
    c.past.holders(thing).filter((v) => c.past.holds(v, c.event.about)),
  );

export const MESSAGES: Laws = {
  MessageSent: {
    says: 'those whom it is to; its sender, and the hand that spoke for it; of what is to an entity lead control, and the sender’s own controllers',
    to: (c) => {
      const { from, to } = c.event;
      const hand = handOf(c, c.line.id, from);
      const wanted = (c.act?.command.to ?? to) as readonly Address[];
      if ((c.act && c.act.by !== hand) || !to.every((a) => wanted.includes(a))) return NOBODY;
      if (!speaks(c, hand, from) || !to.every((a) => mayWrite(c, hand, from, a))) return NOBODY;
      const own = c.people.partyOf(hand);
      const people = to.filter((a) => parted(a)[0] !== 'entity');
      const voiced = people.length < to.length && own !== undefined ? [`control:${own}`] : [];
      return ['control', ...people, ...voiced, ...(parted(from)[0] === 'entity' ? [] : [from]), hand];
    },
  },
  MessageLinked: { says: 'those who hold both the message and what it answers', to: (c) => both(c, c.event.message) },
  MessageTranslated: {
    says: 'those who hold the message',
    to: (c) =>
      sent(c)?.type === 'MessageSent' && addsLanguage(c, handOf(c, c.event.message, sent(c)?.from ?? ''))
        ? c.past.holders(c.event.message)
        : NOBODY,
  },
  SpokenFor: { says: 'control’s hand that spoke', to: (c) => (c.act && c.act.by !== c.event.by ? NOBODY : [c.event.by as Address]) },
  MessageRead: {
    says: 'the seat that read it; of a question that was put to it by name, or to its cell or party, also whoever asked',
    to: (c) => {
      const { from = '', to = [], purpose } = sent(c) ?? {};
      if (!mine(c) || !c.past.holds(c.event.seat, c.event.message)) return NOBODY;
      const put = to.some((a: Address) => !isAll(a) && c.people.behind(a).includes(c.event.seat));
      const tells = put && ['ask', 'consult', 'propose'].includes(purpose ?? '') && parted(from)[0] !== 'entity';
      return [c.event.seat, ...(tells ? [from] : [])];
    },
  },
  MessageAcknowledged: {
    says: 'the seat that acknowledged it, and the sender',
    to: (c) => {
      const from = sent(c)?.from;
      if (from === undefined || !mine(c) || !c.past.holds(c.event.seat, c.event.message)) return NOBODY;
      return [c.event.seat, ...(parted(from)[0] === 'entity' ? [] : [from])];
    },
  },
  NoteWritten: { says: 'the seat that wrote it', to: (c) => (mine(c) ? [c.event.seat] : NOBODY) },
  NoteLinked: {
    says: 'those who hold both the note and what it is about',
    to: (c) => holding(c, c.past.holders(c.event.note), c.event.note, c.event.about),
  },
};
