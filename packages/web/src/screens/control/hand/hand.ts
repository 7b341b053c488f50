import {
  expectedCard,
  heldReady,
  injectStatus,
  isPast,
  isSoon,
  type Ms,
  requestCard,
  rollState,
  rowCard,
  type Text,
  type Waiting,
  type World,
} from '@entente/engine';
import type { Side } from '../../../kit/control/controlContext.ts';
import { cut, type Names } from '../../../kit/control/names.ts';
import { EVERYONE, lanesOf, NOBODY, type Viewer } from '../msel/msel.ts';
import { firstWords, type Target } from '../stream/stream.ts';

/** What a card asks for, by what the rooms say waits. */
export type HandKind = 'emergency' | 'release' | 'address' | 'judge' | 'missed' | 'answer' | 'decide' | 'overdue' | 'rollcall';

/** One card of the column “Needs my hand”: what, by when, whose, and the acts that settle it. */
export interface HandCard {
  readonly key: string;
  readonly kind: HandKind;
  readonly id: string;
  readonly target?: Target | undefined;
  /** Key of the words that lead: “missed 8 min ago”, “due in 3 min”. Its value is `minutes`. */
  readonly when: { readonly key: string; readonly ms: Ms; readonly tone?: 'late' | 'soon' | undefined };
  /** MSEL number; empty for messages. */
  readonly number: string;
  readonly title: Text;
  readonly parties: readonly string[];
  readonly everyone: boolean;
  /** For a message: who asks. */
  readonly from?: string | undefined;
  /** For a request: whose word it asks for. */
  readonly of?: string | undefined;
  /** For a message: whom it was written to, so that the answer comes from there; for a request left without answer: whom to remind. */
  readonly to?: readonly string[] | undefined;
  readonly purpose?: string | undefined;
  readonly held?: boolean;
  /** For `missed`: the inject held ready. */
  readonly contingency?: { readonly id: string; readonly number: string } | undefined;
  /** For `roll`: who has answered. */
  readonly roll?: { readonly answered: number; readonly of: number } | undefined;
}

/** A question waits too long after five minutes. */
const PATIENCE: Ms = 5 * 60_000;

interface Look {
  readonly world: World;
  readonly viewer: Viewer;
  readonly names: Names;
  readonly now: Ms;
}
type Card = Omit<HandCard, 'key' | 'kind' | 'id'>;

/** The cards for what waits, in the order given. */
export function handCards(world: World, viewer: Viewer, names: Names, now: Ms, items: readonly Waiting[]): HandCard[] {
  return items.flatMap((w): HandCard[] => {
    const kind = w.kind as HandKind;
    const card = CARDS[kind]?.({ world, viewer, names, now }, w);
    return card ? [{ key: `${kind} ${w.id}`, kind, id: w.id, ...card }] : [];
  });
}

/** The words of each kind. */
const CARDS: Readonly<Record<HandKind, (look: Look, w: Waiting) => Card | undefined>> = {
  emergency: emergencyCard,
  release: releaseCard,
  address: releaseCard,
  judge: expectedHand,
  missed: expectedHand,
  answer: answerCard,
  decide: requestHand,
  overdue: requestHand,
  rollcall: rollCard,
};

/** How a time stands: in so long, soon, or since when. */
function timed({ due = 0 }: Waiting, now: Ms, ahead: string, since: string): HandCard['when'] {
  if (isPast(due, now)) return { key: since, ms: now - due, tone: 'late' };
  return { key: ahead, ms: due - now, tone: isSoon(due, now) ? 'soon' : undefined };
}

function emergencyCard({ world, now }: Look, { since }: Waiting): Card {
  const detail = [...world.emergency.details.values()].at(-1);
  return {
    when: { key: 'hand.since', ms: now - since, tone: 'late' },
    number: '',
    title: detail?.text ?? '',
    parties: [],
    everyone: true,
    from: detail?.seat,
  };
}

function releaseCard({ world, viewer, names, now }: Look, w: Waiting): Card | undefined {
  const row = world.injects.rows.get(w.id);
  const card = row && rowCard(row, viewer.party);
  if (!row || !card) return undefined;
  const held = injectStatus(row) === 'held';
  const { due } = w;
  const late = due !== undefined && due <= now;
  const when: HandCard['when'] =
    due === undefined
      ? { key: 'hand.noTime', ms: 0 }
      : late && now - due < 60_000
        ? { key: 'hand.dueNow', ms: now - due, tone: 'late' }
        : timed(w, now, 'hand.dueIn', 'hand.dueSince');
  const lanes = lanesOf(card.to, names, viewer);
  return {
    target: { kind: 'inject', id: w.id },
    when,
    number: card.number,
    title: card.title,
    parties: lanes.filter((l) => l !== EVERYONE && l !== NOBODY),
    everyone: lanes.includes(EVERYONE),
    held,
  };
}

function expectedHand({ world, viewer, names, now }: Look, w: Waiting): Card | undefined {
  const row = world.expected.rows.get(w.id);
  const card = row && expectedCard(row, viewer.party);
  if (!card) return undefined;
  const ready = w.kind === 'missed' ? heldReady(world, card.scenario) : undefined;
  const kept = ready === undefined ? undefined : world.injects.rows.get(ready);
  const contingency = kept && rowCard(kept, viewer.party);
  const when = w.kind === 'missed' ? timed(w, now, 'hand.missedAgo', 'hand.missedAgo') : timed(w, now, 'hand.judgeIn', 'hand.judgeSince');
  return {
    target: { kind: 'expected', id: w.id },
    when,
    number: card.number,
    title: card.text,
    parties: [names.partyOf(card.by)?.id].filter((p) => p !== undefined),
    everyone: false,
    contingency: contingency && ready !== undefined ? { id: ready, number: contingency.number } : undefined,
  };
}

function answerCard({ world, names, now }: Look, { id, since }: Waiting): Card | undefined {
  const message = world.messages.messages.get(id);
  if (!message) return undefined;
  const waited = now - since;
  return {
    target: { kind: 'message', id },
    when: { key: 'hand.waiting', ms: waited, tone: waited >= PATIENCE ? 'late' : undefined },
    number: '',
    title: firstWords(message),
    parties: [names.partyOf(message.from)?.id].filter((p) => p !== undefined),
    everyone: false,
    from: message.from,
    to: message.to,
    purpose: message.purpose,
  };
}

/** A request for release: whose word is asked, by whom, and until when. Its time is late for control, or for the players asked. */
function requestHand({ world, names, now }: Look, w: Waiting): Card | undefined {
  const request = world.sharing.requests.get(w.id);
  const asked = request && requestCard(request);
  if (!asked) return undefined;
  const since = w.kind === 'overdue' ? 'hand.unanswered' : 'hand.decideSince';
  return {
    target: { kind: 'request', id: w.id },
    when: timed(w, now, 'hand.decideIn', since),
    number: '',
    title: asked.text,
    parties: [names.partyOf(w.kind === 'decide' ? asked.from : asked.of)?.id].filter((p) => p !== undefined),
    everyone: false,
    from: asked.from,
    of: asked.of,
    to: [asked.of],
  };
}

/** A roll-call that is not complete, with how many have answered. */
function rollCard({ world, now }: Look, { id, since }: Waiting): Card | undefined {
  const roll = world.seats.rolls.get(id);
  if (!roll) return undefined;
  return {
    when: { key: 'hand.calledAgo', ms: now - since },
    number: '',
    title: '',
    parties: [],
    everyone: true,
    roll: rollState(world, roll),
  };
}

/** Whose voice an answer has by default: the entity or the seat that was asked, else control itself. */
export function answeringVoice(to: readonly string[], names: Names): string | undefined {
  return (
    to.find((a) => cut(a)[0] === 'entity') ??
    to.find((a) => cut(a)[0] === 'seat' && names.partyOf(a)?.playedByControl === true) ??
    playedSeat(to, names)
  );
}
function playedSeat(to: readonly string[], names: Names): string | undefined {
  for (const address of to) {
    const [kind] = cut(address);
    if ((kind === 'cell' || kind === 'party') && names.partyOf(address)?.playedByControl) return names.seatsOf(address)[0]?.address;
  }
  return undefined;
}

/** Opens writing in the first entity's voice; as control itself where the scenario has none. */
export function speaking(world: World): Extract<Side, { kind: 'write' }> {
  const first = world.seats.directory?.entities[0];
  return first ? { kind: 'write', speaker: `entity:${first.id}` } : { kind: 'write' };
}
