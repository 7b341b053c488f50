import { requestCard, standingCard, type Text, type World } from '@entente/engine';
import type { EditionEvent } from './edition.ts';

export type Say = (key: string, values?: Record<string, unknown>) => string;

/** What the sentences need to name things in the reader's language. */
export interface Wording {
  readonly say: Say;
  readonly pick: (text: Text | undefined) => string;
  readonly who: (address: string) => string;
  readonly time: (at: number) => string;
  readonly span: (ms: number) => string;
}

const MOST = 90;

/** A text cut to one line, at a word where there is one. */
export function shortened(text: string, most = MOST): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** One event of the record as a sentence; the world is the whole edition's, so that ids can be named. */
export function eventSentence(recorded: EditionEvent, world: World, w: Wording): string {
  const facts = recorded.event as unknown as Readonly<Record<string, unknown>>;
  return w.say(`event.${variant(recorded)}`, valuesOf(facts, world, w));
}

/** Some events read differently by what they say. */
function variant({ event }: EditionEvent): string {
  switch (event.type) {
    case 'ClockStarted':
      return event.first ? 'ClockStartedFirst' : event.type;
    case 'ClockPaused':
      return `ClockPaused.${event.reason}`;
    case 'ExpectedSeen':
      return event.late ? 'ExpectedSeenLate' : event.type;
    case 'ExpectedReported':
      return event.late ? 'ExpectedReportedLate' : event.type;
    case 'ExpectedJudged':
      return `ExpectedJudged.${event.verdict}${event.late && event.verdict !== 'not' ? 'Late' : ''}`;
    case 'MessageSent':
      return `MessageSent.${event.purpose}`;
    case 'InjectReleased':
      return event.by ? 'InjectReleasedBy' : event.type;
    case 'InjectTimed':
      return event.by ? 'InjectTimedBy' : event.type;
    case 'PersonSeated':
      return event.takesOverFrom ? 'PersonTookOver' : event.type;
    case 'ItemGiven':
      return event.by ? 'ItemGivenBy' : event.delivery ? 'ItemGivenByInject' : event.type;
    case 'ItemDerived':
      return `ItemDerived.${event.how}`;
    case 'RequestDecided':
      return `RequestDecided.${event.decision}${event.decision === 'refuse' && event.reason !== undefined ? 'Reason' : ''}`;
    case 'OnwardGranted':
      return event.conditions === undefined ? event.type : 'OnwardGrantedConditions';
    default:
      return event.type;
  }
}

function valuesOf(facts: Readonly<Record<string, unknown>>, world: World, w: Wording): Record<string, unknown> {
  const text = (key: string): string | undefined => (typeof facts[key] === 'string' ? (facts[key] as string) : undefined);
  const time = (key: string): string | undefined => (typeof facts[key] === 'number' ? w.time(facts[key] as number) : undefined);
  const taking = world.takings.takings.get(text('taking') ?? '');
  const address = text('seat') ?? taking?.seat ?? text('by') ?? text('from');
  const to = Array.isArray(facts.to) ? (facts.to as string[]).map(w.who).join(', ') : time('to');
  return {
    who: address ? w.who(address) : '',
    by: facts.by ? w.who(text('by') ?? '') : '',
    to: to ?? '',
    from: typeof facts.from === 'number' ? time('from') : text('from') ? w.who(text('from') as string) : '',
    at: time('at') ?? '',
    deadline: time('deadline') ?? '',
    until: time('until') ?? '',
    rate: facts.rate ?? '',
    title: titleOf(facts, world, w),
    number: numberOf(facts, world),
    name: nameOf(facts, world, w),
    value: String(facts.value ?? ''),
    what: text('what') ?? '',
    party: text('party') ? w.who(`party:${text('party')}`) : '',
    ...sharingValues(facts, world, w),
  };
}

/** Requests, and what was made of what. */
function sharingValues(facts: Readonly<Record<string, unknown>>, world: World, w: Wording): Record<string, unknown> {
  const request = world.sharing.requests.get(String(facts.request));
  const asked = request && requestCard(request);
  const of = asked?.of ?? (typeof facts.of === 'string' ? facts.of : undefined);
  const list = (key: string, kind = ''): string =>
    Array.isArray(facts[key]) ? (facts[key] as string[]).map((a) => w.who(kind + a)).join(', ') : '';
  const other = itemTitle(world, facts.on ?? (facts.type === 'ItemDerived' ? facts.from : undefined));
  return {
    asker: asked ? w.who(asked.from) : '',
    of: of ? w.who(of) : '',
    for: list('for'),
    parties: list('from', 'party:'),
    due: typeof facts.due === 'number' ? w.time(facts.due) : '',
    other: shortened(w.pick(other)),
    reason: shortened(String(facts.reason ?? '')),
    conditions: shortened(String(facts.conditions ?? '')),
  };
}

function itemTitle(world: World, id: unknown): Text | undefined {
  const item = world.sharing.items.get(String(id));
  return item && standingCard(item)?.title;
}

function titleOf(facts: Readonly<Record<string, unknown>>, world: World, w: Wording): string {
  const card = facts.card as { title?: Text; text?: Text } | undefined;
  const own = (facts.title ?? facts.subject ?? card?.title ?? card?.text ?? facts.brief ?? facts.text) as Text | undefined;
  if (own !== undefined) return shortened(w.pick(own));
  return shortened(w.pick(named(facts, world)));
}

/** The title of the thing that an event refers to. */
function named(facts: Readonly<Record<string, unknown>>, world: World): Text | undefined {
  const taken = world.takings.takings.get(String(facts.taking))?.card ?? (typeof facts.card === 'string' ? facts.card : undefined);
  if (taken !== undefined) return named({ inject: taken, expected: taken, request: taken, message: taken }, world);
  const row = world.injects.rows.get(String(facts.inject));
  const card = row?.plan?.card ?? row?.shown.values().next().value?.card;
  if (card) return card.title;
  const expected = world.expected.rows.get(String(facts.expected));
  const expectedText = (expected?.plan?.card ?? expected?.shown.values().next().value?.card)?.text;
  if (expectedText) return expectedText;
  const delivery = world.injects.deliveries.get(String(facts.delivery));
  if (delivery) return delivery.title;
  const item = itemTitle(world, facts.item);
  if (item !== undefined) return item;
  const request = world.sharing.requests.get(String(facts.request));
  if (request) return requestCard(request)?.text;
  const message = world.messages.messages.get(String(facts.message ?? facts.about));
  return message ? (message.subject ?? message.text) : undefined;
}

function numberOf(facts: Readonly<Record<string, unknown>>, world: World): string {
  if (typeof facts.number === 'number') return String(facts.number);
  const row = world.injects.rows.get(String(facts.inject)) ?? world.expected.rows.get(String(facts.expected));
  // A party's controllers have numbers of their own; one thing keeps one number in one review.
  return (row?.plan?.card ?? row?.shown.values().next().value?.card)?.number ?? '';
}

function nameOf(facts: Readonly<Record<string, unknown>>, world: World, w: Wording): string {
  if (facts.name !== undefined) return w.pick(facts.name as Text);
  const person = world.seats.people.get(String(facts.person));
  if (person) return person.name;
  const milestone = world.milestones.milestones.get(String(facts.milestone));
  return w.pick(milestone?.name) || String(facts.milestone ?? facts.variable ?? '');
}
