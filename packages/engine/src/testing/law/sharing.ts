import { addsLanguage, briefing, type Case, exactly, holding, isControl, type Laws, NOBODY, same } from './case.ts';
import type { Facts, Line } from './past.ts';
import { type Address, parted } from './people.ts';
import { lastMade, type Version } from './versions.ts';

const linesOf = (c: Case, type: string, item: string): Line[] => c.past.all(type).filter((l) => l.event.item === item);
const asked = (c: Case): Facts | undefined => c.past.all('ItemRequested').find((l) => l.event.request === c.event.request)?.event;

/** Those who decide for an originator: the party’s seats that may release; lead control for entities and parties that it plays. */
function desk(c: Case, of: Address): Address[] {
  const [kind, id] = parted(of);
  return kind !== 'party' || c.people.played(id) ? ['control'] : c.people.deciders(id);
}
/** The desk, and the party’s head once the request came to it. */
function deciding(c: Case): Address[] {
  const request = asked(c);
  if (!request) return [];
  const head = headOf(c, request.of);
  return [...desk(c, request.of), ...(head !== undefined && c.past.holds(head, c.event.request) ? [head] : [])];
}
function headOf(c: Case, of: Address): Address | undefined {
  const [kind, party] = parted(of);
  if (kind !== 'party' || c.people.played(party)) return undefined;
  const named = c.past.all('SharingRulesGiven')[0]?.event.heads[party];
  return named !== undefined && c.people.partyOf(`seat:${named}`) === party ? `seat:${named}` : c.people.seats(party)[0];
}
/** Both sides of a request, as far as they were told of it. */
const sides = (c: Case): Address[] => holding(c, [asked(c)?.from ?? 'control', ...deciding(c)], c.event.request);

/** To whom the act that made this turn gives the item, by the act’s own words; undefined where nobody knows what made it. */
function recipients(c: Case): readonly Address[] | undefined {
  const { delivery, item } = c.event;
  if (delivery !== undefined) return c.past.line(delivery)?.event.to ?? NOBODY;
  if (briefing(c)) return heldFromStart(c, item);
  if (!c.act) return undefined;
  const { by, command } = c.act;
  const cell = c.people.cellOf(by);
  const to = command.to as readonly Address[] | undefined;
  switch (command.type) {
    case 'WriteItem':
      return to ?? [cell === undefined ? by : `cell:${cell}`];
    case 'ReleaseItem':
      return to ?? NOBODY;
    case 'DecideRequest':
      return c.past.all('ItemRequested').find((l) => l.event.request === command.request)?.event.for ?? NOBODY;
    default:
      return NOBODY;
  }
}
function heldFromStart(c: Case, item: string): readonly Address[] | undefined {
  const scenario = c.past.all('ItemPlanned').find((l) => l.event.item === item)?.event as unknown as { scenario: string } | undefined;
  return c.plan && (c.plan.items.find((i) => i.id === scenario?.scenario)?.held ?? NOBODY);
}

/** The acting seat keeps a copy of what it makes: a part, a version. */
const keeps = (c: Case): boolean => c.act !== undefined && c.act.command.type !== 'WriteItem' && same(c.event.to, [c.act.by]);

/** Those who hold a new version of a source are told what became of it, no one else: the version that they were given last made. */
export function standing(c: Case, viewer: Address, item: string): unknown {
  const copies = [...linesOf(c, 'ItemGiven', item), ...linesOf(c, 'ItemRevised', item)].filter((l) => l.viewers.has(viewer));
  // In the order in which they came: of two that were made at one moment, one came first.
  return lastMade(copies.sort((a, b) => a.n - b.n).map((l) => l.event.card.made as Version));
}

/** True if an item was given by its originator’s side, by control or with an inject: that begins a holding anew. */
const byOwnSide = (c: Case, { event: { by, delivery, card } }: Line): boolean =>
  by === undefined ? delivery !== undefined : by === 'control' || card.originator === `party:${c.people.partyOf(by)}`;

/**
 * True if a viewer’s party was asked to destroy an item, or what it was made of, and it was not given to that viewer since
 * by its originator’s side, by control or with an inject.
 */
export function ended(c: Case, viewer: Address, item: string): boolean {
  const party = c.people.partyOf(viewer);
  if (party === undefined) return false;
  const asks = ({ event }: Line): boolean =>
    event.type === 'RecallMade' ? (event as unknown as { from: string[] }).from.includes(party) : event.party === party;
  const recalled = [...linesOf(c, 'RecallMade', item), ...linesOf(c, 'ItemRecalled', item)].filter(asks).map((l) => l.n);
  const begins = (l: Line): boolean => l.viewers.has(viewer) && byOwnSide(c, l);
  const given = linesOf(c, 'ItemGiven', item)
    .filter(begins)
    .map((l) => l.n);
  if (recalled.length + given.length > 0) return Math.max(0, ...recalled) > Math.max(0, ...given);
  return linesOf(c, 'ItemDerived', item).some((l) => ended(c, viewer, l.event.from));
}

/** True if the version that a viewer has rests on the other item: the one after which that was said first, or a later one. */
function restsOn(c: Case, viewer: Address, item: string, on: string): boolean {
  const first = [...linesOf(c, 'ItemBased', item), c.line, ...c.rest].find(
    ({ event: e }) => e.type === 'ItemBased' && e.item === item && e.on === on,
  );
  const versions = linesOf(c, 'ItemRevised', item);
  const since = versions.filter((l) => l.n < (first?.n ?? 0)).length;
  return versions.findIndex((l) => l.event.card.made === standing(c, viewer, item)) + 1 >= since;
}

/** Whom the versions that they have, and recalls, let be told of a link. */
const mayBeTold =
  (c: Case, { type, item, on, from, made }: Facts) =>
  (v: Address): boolean =>
    type === 'ItemBased'
      ? restsOn(c, v, item, on)
      : standing(c, v, item) === undefined && standing(c, v, from) === made && !ended(c, v, item) && !ended(c, v, from);

/** The links of which some of those who are given an item here are to be told in this turn, and whom: who holds the other end now. */
export function linksOwed(c: Case): { readonly link: Facts; readonly to: readonly Address[] }[] {
  const { item } = c.event;
  const ends = (l: Facts): string[] => [l.item, l.type === 'ItemBased' ? l.on : l.from];
  const lines = [...c.past.all('ItemBased'), ...c.past.all('ItemDerived'), ...c.rest].filter(({ event }) => LINKS.includes(event.type));
  const alike = new Map<string, Line[]>();
  for (const l of lines)
    if (ends(l.event).includes(item)) {
      const key = `${l.event.type} ${ends(l.event).join(' ')}`;
      alike.set(key, [...(alike.get(key) ?? []), l]);
    }
  return [...alike.values()].map(([first, ...more]) => {
    const link = (first as Line).event;
    const told = [first as Line, ...more].filter((l) => l.n < c.line.n);
    const fresh = (v: Address): boolean => ends(link).every((id) => c.past.holds(v, id)) && !told.some((l) => l.viewers.has(v));
    // The public screen is told with all the others, or not.
    return { link, to: [...c.line.viewers].filter((v) => v !== 'public' && fresh(v) && mayBeTold(c, link)(v)) };
  });
}
const LINKS: readonly string[] = ['ItemBased', 'ItemDerived'];

export const SHARING: Laws = {
  SharingRulesGiven: { says: 'the public', to: () => ['public'] },
  ItemPlanned: { says: 'lead control', to: () => ['control'] },
  ItemGiven: {
    says: 'those of one party to whom it is given: by the scenario, with an inject, by whoever writes or releases it; the seat that makes a part or a version keeps it',
    to: (c) => {
      const named = recipients(c);
      if (named === undefined || keeps(c)) return c.event.to;
      const group = givenTogether(c, named).find((g) => sameOnes(g, c.event.to));
      return group ? c.event.to : NOBODY;
    },
  },
  ItemWithheld: { says: 'lead control', to: () => ['control'] },
  ItemReleased: {
    says: 'the seat that released it, and those of its party who held it before',
    to: (c) => {
      const { by = '', item } = c.event;
      const party = c.people.partyOf(by);
      if (c.act && c.act.by !== by) return NOBODY;
      const colleagues = party === undefined ? [] : [...c.people.closed([`party:${party}`])].filter((v) => c.past.holds(v, item, c.from));
      return [by, ...colleagues];
    },
    carries: ungiven,
  },
  ItemRevised: {
    says: 'those who hold the item, as far as the rules of sharing let the new version reach them',
    to: (c) => [...c.line.viewers].filter((v) => c.past.holds(v, c.event.item)),
  },
  ItemTranslated: {
    says: 'those who hold the item in the version that was translated, as far as a new version would reach them',
    to: (c) => [...c.line.viewers].filter((v) => c.past.holds(v, c.event.item) && standing(c, v, c.event.item) === c.event.card.made),
    carries: (c) => (c.act === undefined || c.act.command.type === 'Translate' ? undefined : 'nobody translated it'),
  },
  RequestTranslated: {
    says: 'those who were told of the request',
    to: (c) => (addsLanguage(c, asked(c)?.from ?? '') ? c.past.holders(c.event.request) : NOBODY),
  },
  ItemBased: {
    says: 'those who hold both items, this one in a version that rests on the other, and have not been told',
    to: (c) => exactly(c, bothEnds(c, c.event.item, c.event.on).filter(mayBeTold(c, c.event))),
    carries: (c) => twice(c, c.event.item, c.event.on),
  },
  ItemDerived: {
    says: 'those who hold both items, this one as it was made, its source in the version that it was made of, and were asked to destroy neither',
    to: (c) => exactly(c, bothEnds(c, c.event.item, c.event.from).filter(mayBeTold(c, c.event))),
    carries: (c) => twice(c, c.event.item, c.event.from),
  },
  ItemRead: { says: 'the seat that read it', to: (c) => marks(c) },
  ItemAcknowledged: {
    says: 'the seat that acknowledged it, and those who released it to that seat',
    to: (c) => {
      const { seat, item } = c.event;
      const givers = linesOf(c, 'ItemGiven', item).flatMap((l) => (l.viewers.has(seat) && l.event.by !== undefined ? [l.event.by] : []));
      // What an inject brought is acknowledged with it, and no sender is told.
      const withInject = c.act?.command.type === 'AcknowledgeInject';
      return marks(c).length === 0 ? NOBODY : [seat, ...(withInject ? [] : givers)];
    },
  },
  ItemRequested: {
    says: 'the asking seat, and those who decide for the one that is asked',
    to: (c) => (c.act && c.act.by !== c.event.from ? NOBODY : [c.event.from, ...desk(c, c.event.of)]),
  },
  RequestAbout: {
    says: 'those on both sides who hold the item; once it is escalated, the head of the party if it holds it',
    to: (c) => {
      const request = asked(c);
      if (!request) return NOBODY;
      const told = c.past.all('RequestEscalated').findLast((l) => l.event.request === c.event.request);
      const head = told && headOf(c, request.of);
      const holders = holding(c, head === undefined ? [request.from, ...desk(c, request.of)] : [head], c.event.item, c.event.request);
      return holders.some((v) => v !== 'control') ? holders : NOBODY;
    },
  },
  RequestConcerns: { says: 'those who decide, if they hold the item', to: (c) => holding(c, deciding(c), c.event.item, c.event.request) },
  RequestDecided: {
    says: 'the asking seat, and those who decide; with the reason only if the asker is to be told',
    to: (c) => (c.act && c.act.by !== c.event.by ? NOBODY : sides(c)),
    carries: (c) => ('reason' in c.event && !told(c) ? 'it carries a reason that was not to be told' : undefined),
  },
  RefusalReasoned: {
    says: 'those who decide, where the asker is not to be told why',
    to: (c) => (c.act && told(c) ? NOBODY : holding(c, deciding(c), c.event.request)),
  },
  RequestAnswered: {
    says: 'those who get the answer and the seat that gives it, if they were told of the request and hold the item',
    to: (c) => {
      const command = c.act?.command;
      const to = command?.type === 'ReleaseItem' ? (command.to as Address[]) : [];
      const sidesOf = to.length > 0 ? to : answeredTo(c);
      return holding(c, [...sidesOf, c.act?.by ?? deciderOf(c)], c.event.request, c.event.item);
    },
  },
  RequestOverdue: { says: 'the asking seat, and those who decide', to: sides },
  RequestEscalated: {
    says: 'the head of the party that was asked',
    to: (c) => {
      const head = headOf(c, c.event.of);
      return head === undefined ? NOBODY : [head];
    },
  },
  RequestWithdrawn: { says: 'the asking seat, and those who decide', to: sides },
  OnwardGranted: {
    says: 'holders of the item: the asking seat, those of its side who may release or were told of the request, and who gives the word',
    to: (c) => {
      const decided = c.past.all('RequestDecided').at(-1)?.event;
      const request = c.past.all('ItemRequested').find((l) => l.event.request === decided?.request)?.event;
      if (!decided || !request) return NOBODY;
      const party = c.people.partyOf(request.from);
      const may = party === undefined ? [] : c.people.deciders(party);
      const told = [request.from, ...(party === undefined ? [] : [`party:${party}`]), decided.by as Address];
      const entitled = (v: Address) => v === request.from || may.includes(v) || c.past.holds(v, decided.request);
      return holding(c, told, c.event.item).filter(entitled);
    },
  },
  ItemRecalled: {
    says: 'the seats of one party that hold it and have not been asked since it was last given to them',
    to: (c) => toAsk(c, c.event.party, c.event.item),
  },
  RecallMade: {
    says: 'the seat that asks, and those of its party who hold the item',
    to: (c) => {
      const { by = '', item } = c.event;
      const party = c.people.partyOf(by);
      if (c.act && c.act.by !== by) return NOBODY;
      return party === undefined ? [by] : holding(c, [`party:${party}`], item);
    },
  },
  DestructionConfirmed: {
    says: 'the seat that confirms, and those who asked its party',
    to: (c) => {
      const { seat, item } = c.event;
      const party = c.people.partyOf(seat) ?? '';
      const askers = linesOf(c, 'RecallMade', item).filter((l) => (l.event as unknown as { from: string[] }).from.includes(party));
      return c.act && c.act.by !== seat ? NOBODY : [seat, ...askers.map((l) => l.event.by as Address)];
    },
  },
};

const sameOnes = (a: readonly Address[], b: readonly Address[]): boolean => same([...new Set(a)].sort(), [...new Set(b)].sort());

/** Those who get an item by one event each: those of one party, each once. Whoever writes it has it, too; not what an inject brings meanwhile. */
function givenTogether(c: Case, named: readonly Address[]): Address[][] {
  const writer = c.act?.command.type === 'WriteItem' && c.event.delivery === undefined ? c.act.by : undefined;
  const has = writer === undefined || named.some((a) => c.people.behind(a).includes(writer));
  // What an inject brings goes to none whom the rules of sharing keep from it: lead control is told which.
  const withheld = [...c.past.lines.slice(c.from - 1), ...c.rest].filter(
    (l) => l.event.type === 'ItemWithheld' && l.event.item === c.event.item,
  );
  const kept = (a: Address): boolean => withheld.some((l) => l.event.to.includes(a));
  const groups = c.people.groups([...new Set(has ? named : [...named, writer])].filter((a) => !kept(a)));
  return writer !== undefined && isControl(writer) ? [...groups, [writer]] : groups;
}

/** Of what was released to several parties, those that were not given it in the same turn; or that the act named others. */
function ungiven(c: Case): string | undefined {
  const named = recipients(c);
  if (named && !sameOnes(named, c.event.to)) return `it says ${c.event.to.join(' ')}, and it went to ${named.join(' ')}`;
  const given = c.past.lines.slice(c.from - 1).filter((l) => l.event.type === 'ItemGiven' && l.event.item === c.event.item);
  const left = c.people.groups(c.event.to).find((g) => !given.some((l) => sameOnes(g, l.event.to)));
  return left && `it was released to ${left.join(' ')}, and not given to them`;
}

/** A reason that the asker is not to be told stays with those who decide. */
const told = (c: Case): boolean => c.act === undefined || (c.act.command.tell === true && c.act.command.reason !== undefined);

/** The seats of a party that a recall asks: those who hold the item, and were not asked since they were last given it. */
export function toAsk(c: Case, party: string, item: string): Address[] {
  const last = (type: string, s: Address): number => linesOf(c, type, item).findLast((l) => l.viewers.has(s))?.n ?? 0;
  return c.people.seats(party).filter((s) => c.past.holds(s, item) && last('ItemGiven', s) >= last('ItemRecalled', s));
}

const marks = (c: Case): readonly Address[] =>
  (c.act === undefined || c.act.by === c.event.seat) && c.past.holds(c.event.seat, c.event.item) ? [c.event.seat] : NOBODY;

/** The lines of this turn, and those before it, that tell of the same link. */
function alike(c: Case, item: string, other: string): { readonly before: readonly Line[]; readonly beside: readonly Line[] } {
  const same = ({ event }: Line): boolean =>
    event.type === c.event.type && event.item === item && (event.type === 'ItemBased' ? event.on : event.from) === other;
  const lines = [...c.past.all(c.event.type), ...c.rest].filter(same);
  return { before: lines.filter((l) => l.n < c.from), beside: lines.filter((l) => l.n >= c.from) };
}

/**
 * Holders of both ends of a link who were not told of it before this turn; in the turn of a revision, those who got it.
 * A turn may tell them in several lines, one for each giving that brought them the item: this line, or another.
 */
function bothEnds(c: Case, item: string, other: string): Address[] {
  const { before, beside } = alike(c, item, other);
  const revised = c.past.all('ItemRevised').find((l) => l.n >= c.from && l.event.item === item);
  const told = (by: readonly Line[], v: Address): boolean => by.some((l) => l.viewers.has(v));
  const fresh = (v: Address): boolean => c.past.holds(v, other) && !told(before, v) && (!revised || revised.viewers.has(v));
  // A line for lead control alone is one too many where others are told, too: not if what they were given came after it.
  const given = (l: Line): boolean => c.rest.some((g) => g.n < l.n && gives(g, item, other) && reachesAny(g, l.viewers));
  if (c.line.viewers.size === 1 && beside.some((l) => l.viewers.size > 1 && !given(l))) return [];
  return c.past.holders(item).filter((v) => fresh(v) && (c.line.viewers.has(v) || !told(beside, v)));
}

const gives = ({ event: e }: Line, ...items: readonly string[]): boolean => e.type === 'ItemGiven' && items.includes(e.item);
/** True if a line reached one of these, lead control aside, who has everything. */
const reachesAny = (l: Line, those: ReadonlySet<Address>): boolean => [...those].some((v) => v !== 'control' && l.viewers.has(v));

/** Whoever is told of a link is told once for each giving of this turn that brought one of its ends: two injects may bring one item. */
function twice(c: Case, item: string, other: string): string | undefined {
  const earlier = alike(c, item, other).beside.filter((l) => l.n < c.line.n);
  const givings = [...linesOf(c, 'ItemGiven', item), ...linesOf(c, 'ItemGiven', other)].filter((l) => l.n >= c.from);
  const count = (lines: readonly Line[], v: Address): number => lines.filter((l) => l.viewers.has(v)).length;
  const viewer = [...c.line.viewers].find((v) => v !== 'control' && count(earlier, v) >= Math.max(1, count(givings, v)));
  return viewer && `${viewer} is told of it twice`;
}

const deciderOf = (c: Case): Address =>
  c.past.all('RequestDecided').findLast((l) => l.event.request === c.event.request)?.event.by ?? 'control';
/** To whom what answers a request goes: those for whom it was asked; of a word for passing on, the seat that asked. */
function answeredTo(c: Case): readonly Address[] {
  const request = asked(c);
  if (!request) return [];
  const given = c.past.all('ItemGiven').some((l) => l.n >= c.from && l.event.item === c.event.item);
  return given ? request.for : [request.from];
}
