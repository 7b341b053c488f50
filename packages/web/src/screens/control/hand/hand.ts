import { expectedCard, type HandItem, injectStatus, type Ms, requestCard, rowCard, SOMETIME, type Text, type World } from '@entente/engine';
import type { Side } from '../../../kit/control/controlContext.ts';
import { cut, type Names } from '../../../kit/control/names.ts';
import { EVERYONE, lanesOf, NOBODY, type Viewer } from '../msel/msel.ts';
import { firstWords, type Target } from '../stream/stream.ts';

/** One card of the column “Needs my hand”: what, by when, whose, and the acts that settle it. */
export interface HandCard {
  readonly key: string;
  readonly kind: HandItem['kind'] | 'roll';
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

const SOON: Ms = 5 * 60_000;
/** Who informs waits for nothing; who asks does. */
const AWAITS_ANSWER: ReadonlySet<string> = new Set(['ask', 'consult', 'propose']);

/** The cards for what needs a hand, in the order given: overdue first, then by time. */
export function handCards(world: World, viewer: Viewer, names: Names, now: Ms, items: readonly HandItem[]): HandCard[] {
  const cards = items.map((item) => cardOf(world, viewer, names, now, item)).filter((c) => c !== undefined);
  const roll = rollCard(world, viewer, now);
  return roll ? [...cards, roll] : cards;
}

function cardOf(world: World, viewer: Viewer, names: Names, now: Ms, item: HandItem): HandCard | undefined {
  if (item.kind === 'emergency') return emergencyCard(world, item, now);
  if (item.kind === 'release' || item.kind === 'address') return releaseCard(world, viewer, names, now, item);
  if (item.kind === 'answer') return answerCard(world, names, now, item);
  if (item.kind === 'decide' || item.kind === 'overdue') return requestHand(world, names, now, item);
  return expectedHand(world, viewer, names, now, item);
}

const base = (item: HandItem): Pick<HandCard, 'key' | 'kind' | 'id'> => ({ key: `${item.kind} ${item.id}`, kind: item.kind, id: item.id });

function emergencyCard(world: World, item: HandItem, now: Ms): HandCard {
  const detail = [...world.emergency.details.values()].at(-1);
  return {
    ...base(item),
    when: { key: 'hand.since', ms: now - item.by, tone: 'late' },
    number: '',
    title: detail?.text ?? '',
    parties: [],
    everyone: true,
    from: detail?.seat,
  };
}

function releaseCard(world: World, viewer: Viewer, names: Names, now: Ms, item: HandItem): HandCard | undefined {
  const row = world.injects.rows.get(item.id);
  const card = row && rowCard(row, viewer.party);
  if (!row || !card) return undefined;
  const held = injectStatus(row) === 'held';
  const left = item.by - now;
  const when =
    item.by === SOMETIME
      ? { key: 'hand.noTime', ms: 0 }
      : item.overdue
        ? { key: left > -60_000 ? 'hand.dueNow' : 'hand.dueSince', ms: -left, tone: 'late' as const }
        : { key: 'hand.dueIn', ms: left, tone: left <= SOON ? ('soon' as const) : undefined };
  const lanes = lanesOf(card.to, names, viewer);
  return {
    ...base(item),
    target: { kind: 'inject', id: item.id },
    when,
    number: card.number,
    title: card.title,
    parties: lanes.filter((l) => l !== EVERYONE && l !== NOBODY),
    everyone: lanes.includes(EVERYONE),
    held,
  };
}

function expectedHand(world: World, viewer: Viewer, names: Names, now: Ms, item: HandItem): HandCard | undefined {
  const row = world.expected.rows.get(item.id);
  const card = row && expectedCard(row, viewer.party);
  if (!card) return undefined;
  const left = item.by - now;
  const kept = item.contingency === undefined ? undefined : world.injects.rows.get(item.contingency);
  const contingency = kept && rowCard(kept, viewer.party);
  const when =
    item.kind === 'missed'
      ? { key: 'hand.missedAgo', ms: -left, tone: 'late' as const }
      : left < 0
        ? { key: 'hand.judgeSince', ms: -left, tone: 'late' as const }
        : { key: 'hand.judgeIn', ms: left, tone: left <= SOON ? ('soon' as const) : undefined };
  return {
    ...base(item),
    target: { kind: 'expected', id: item.id },
    when,
    number: card.number,
    title: card.text,
    parties: [names.partyOf(card.by)?.id].filter((p) => p !== undefined),
    everyone: false,
    contingency: contingency && item.contingency !== undefined ? { id: item.contingency, number: contingency.number } : undefined,
  };
}

function answerCard(world: World, names: Names, now: Ms, item: HandItem): HandCard | undefined {
  const message = world.messages.messages.get(item.id);
  if (!message) return undefined;
  const waited = now - message.at;
  return {
    ...base(item),
    target: { kind: 'message', id: item.id },
    when: { key: 'hand.waiting', ms: waited, tone: waited >= SOON && AWAITS_ANSWER.has(message.purpose) ? 'late' : undefined },
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
function requestHand(world: World, names: Names, now: Ms, item: HandItem): HandCard | undefined {
  const request = world.sharing.requests.get(item.id);
  const asked = request && requestCard(request);
  if (!asked) return undefined;
  const left = item.by - now;
  const when =
    item.kind === 'overdue' || left < 0
      ? { key: item.kind === 'overdue' ? 'hand.unanswered' : 'hand.decideSince', ms: -left, tone: 'late' as const }
      : { key: 'hand.decideIn', ms: left, tone: left <= SOON ? ('soon' as const) : undefined };
  return {
    ...base(item),
    target: { kind: 'request', id: item.id },
    when,
    number: '',
    title: asked.text,
    parties: [names.partyOf(item.kind === 'decide' ? asked.from : asked.of)?.id].filter((p) => p !== undefined),
    everyone: false,
    from: asked.from,
    of: asked.of,
    to: [asked.of],
  };
}

/** A roll-call stays here until all whom it was called for have answered, for half an hour at most. */
function rollCard(world: World, viewer: Viewer, now: Ms): HandCard | undefined {
  const roll = [...world.seats.rolls.values()].at(-1);
  if (!roll || roll.by !== viewer.address || now - roll.at > 30 * 60_000) return undefined;
  const seats = (world.seats.directory?.cells ?? [])
    .filter((c) => viewer.party === undefined || c.party === viewer.party)
    .flatMap((c) => c.seats);
  const answered = seats.filter((s) => roll.answers.has(`seat:${s.id}`)).length;
  if (answered >= seats.length) return undefined;
  return {
    key: `roll ${roll.id}`,
    kind: 'roll',
    id: roll.id,
    when: { key: 'hand.calledAgo', ms: now - roll.at },
    number: '',
    title: '',
    parties: [],
    everyone: true,
    roll: { answered, of: seats.length },
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
