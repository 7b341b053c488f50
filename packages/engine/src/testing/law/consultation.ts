import { addsLanguage, type Case, exactly, holding, isControl, type Laws, NOBODY } from './case.ts';
import type { Line } from './past.ts';
import { type Address, parted } from './people.ts';

/** The law of forums: everything in one goes to the delegations that sit there, and nobody else learns that there is one. */

interface Member {
  readonly party: string;
  readonly seats: readonly Address[];
}
/** Facts of these events that no other law asks for. */
interface Fields {
  readonly forum: string;
  readonly matter: string;
  readonly draft: string;
  readonly decision: string;
  readonly act: string;
  readonly party?: string;
  readonly by: Address;
  readonly bracket: string;
  readonly of: string;
  readonly board: string;
  readonly option: string;
  readonly criterion: string;
  readonly plan: string;
  readonly task: string;
  readonly own: string;
  readonly to: readonly Address[];
  readonly card: {
    readonly members: readonly Member[];
    readonly chairs: readonly string[];
    readonly adHoc?: boolean;
    readonly party: string;
    readonly by: Address;
    readonly shown: string;
    readonly procedure: string;
  };
}
const fields = (line: Pick<Line, 'event'>): Fields => line.event as unknown as Fields;

const seats = (members: readonly Member[]): Address[] => members.flatMap((m) => m.seats);

/** The forum in which an event stands: by itself, its matter, its text, or what it is an act of. */
export function forumOf(c: Case): Fields['card'] | undefined {
  const e = fields(c.line);
  const line = (id: string | undefined) => (id === undefined ? undefined : c.past.line(id));
  const of = (id: string | undefined): Fields['card'] | undefined => {
    const found = line(id);
    if (!found) return undefined;
    if (found.event.type === 'ForumGiven') return fields(found).card;
    return of(hangsOn(fields(found)));
  };
  if (e.card?.members) return e.card;
  return of(hangsOn(e) ?? e.act ?? e.draft);
}

/** What an event hangs on, by which one comes to its forum. */
const hangsOn = (e: Fields): string | undefined =>
  e.forum ?? e.matter ?? e.bracket ?? e.of ?? e.board ?? e.option ?? e.criterion ?? e.plan ?? e.task ?? e.own;

export const delegation = (forum: Fields['card'] | undefined, party: string | undefined): readonly Address[] =>
  forum?.members.find((m) => m.party === party)?.seats ?? NOBODY;

/** True if the acting hand may act for that seat: the seat itself, lead control for a party that it plays, its own controllers. */
function handOf(c: Case, seat: Address): boolean {
  const by = c.act?.by;
  if (by === undefined || by === seat) return true;
  const party = c.people.partyOf(seat) ?? '';
  return isControl(by) && (by === 'control' ? c.people.played(party) : by === `control:${party}`);
}

/** The whole table; nobody, if whoever acted does not sit there. */
export function table(c: Case): readonly Address[] {
  const forum = forumOf(c);
  if (!forum) return NOBODY;
  const { by } = fields(c.line);
  if (by === undefined) return seats(forum.members);
  const sits = seats(forum.members).includes(by) || by === 'control';
  return sits && (by === 'control' ? c.act === undefined || c.act.by === 'control' : handOf(c, by)) ? seats(forum.members) : NOBODY;
}

const opened = (c: Case, matter: string | undefined): Fields['card'] | undefined => {
  const line = matter === undefined ? undefined : c.past.line(matter);
  return line?.event.type === 'MatterOpened' ? fields(line).card : undefined;
};

/** Acts that are for all at once, whatever the matter keeps together. */
const ASIDE = ['ask-time', 'reserve', 'interpret', 'note-statements'];
/** Acts of which the rule of silence (S2) tells the party to the chair alone. */
const BREAKING = ['object', 'amend'];

/** The acting delegation and the chairs’. */
function near(c: Case, party: string | undefined): readonly Address[] {
  const forum = forumOf(c);
  return forum ? [...delegation(forum, party), ...forum.chairs.flatMap((p) => delegation(forum, p))] : NOBODY;
}

function done(c: Case): readonly Address[] {
  const { matter, act, party, by } = fields(c.line);
  const card = opened(c, matter);
  if (!card) return NOBODY;
  const breaks = card.procedure === 'silence' && BREAKING.includes(act);
  if (breaks) return party === undefined && by === undefined ? table(c) : NOBODY;
  if (party === undefined || !delegation(forumOf(c), party).includes(by) || !handOf(c, by)) return NOBODY;
  return card.shown === 'together' && !ASIDE.includes(act) ? near(c, party) : table(c);
}

/** Whose act an event names: told with it in the same turn. */
function named(c: Case): readonly Address[] {
  const { act, party, by } = fields(c.line);
  const line = c.past.line(act);
  if (line?.event.type !== 'ActDone' || !handOf(c, by)) return NOBODY;
  return delegation(forumOf(c), party).includes(by) ? near(c, party) : NOBODY;
}

function shown(c: Case): readonly Address[] {
  const { matter } = fields(c.line);
  const forum = forumOf(c);
  const closes = c.rest.some((l) => l.event.type === 'MatterClosed' && fields(l).matter === matter);
  if (!forum || opened(c, matter)?.shown !== 'together' || !closes) return NOBODY;
  const withdrawn = (l: Pick<Line, 'event'>) =>
    l.event.type === 'MatterClosed' && (l.event as { outcome?: string }).outcome === 'withdrawn';
  if (c.rest.some(withdrawn)) return NOBODY;
  return seats(forum.members);
}

/** The delegation of a side, where its own seat acts. */
export function side(c: Case): readonly Address[] {
  const { party, by } = fields(c.line);
  const own = delegation(forumOf(c), party);
  return own.includes(by) && handOf(c, by) ? own : NOBODY;
}

function given(c: Case): readonly Address[] {
  const { card } = fields(c.line);
  const sit = seats(card.members);
  if (card.adHoc) {
    if (!c.act) return sit;
    const command = c.act.command as unknown as { with?: readonly Address[]; speaker?: Address };
    const asker = command.speaker ?? c.act.by;
    const named = [asker, ...(command.with ?? []).flatMap((a) => c.people.seatsBehind(a))];
    return handOf(c, asker) && card.chairs.length === 1 && card.chairs[0] === c.people.partyOf(asker) ? named : NOBODY;
  }
  if (!c.plan) return sit;
  // In the briefing, in the scenario’s order.
  const forum = c.plan.forums[c.past.all('ForumGiven').length];
  return (forum?.members ?? []).flatMap((m) => m.seats.flatMap((a) => c.people.seatsBehind(a)));
}

/** The seat whose words an event of a table bears; of what broke a silence it stands beside it. */
function writer(c: Case, line: Line): Address | undefined {
  const { type } = line.event;
  if (type === 'MatterOpened' || type === 'DecisionTaken') return fields(line).card.by;
  if (type === 'ActDone')
    return (
      fields(line).by ??
      c.past
        .all('ActNamed')
        .map(fields)
        .find((n) => n.act === line.id)?.by
    );
  return type === 'PositionShown' || type === 'MatterClosed' ? fields(line).by : undefined;
}

/** The act that was shown when its matter closed. */
function actBehind(c: Case, shownLine: Line): string | undefined {
  const { matter, act, party } = fields(shownLine);
  const { done: at } = shownLine.event as { done?: number };
  return c.past.all('ActDone').find((l) => {
    const own = fields(l);
    return own.matter === matter && own.act === act && own.party === party && l.at === at;
  })?.id;
}

const LEAD = ['control'];
const own = (c: Case, addresses: readonly Address[], party: string | undefined): boolean =>
  addresses.every((a) => ['seat', 'cell', 'party'].includes(parted(a)[0]) && c.people.partyOf(a) === party);

export const CONSULTATION: Laws = {
  ForumGiven: {
    says: 'the delegations that sit there: as the scenario names them, or whoever asked and those whom it asked',
    to: given,
    carries: (c) => {
      const { members, chairs } = fields(c.line).card;
      const to = given(c);
      if (seats(members).some((s) => !to.includes(s)) || to.some((s) => !seats(members).includes(s)))
        return 'it names others than it goes to';
      if (members.some((m) => m.seats.some((s) => c.people.partyOf(s) !== m.party))) return 'it seats somebody for another side';
      return chairs.every((p) => members.some((m) => m.party === p)) ? undefined : 'its chair is no member';
    },
  },
  ForumNamed: { says: 'lead control', to: () => LEAD },
  SubjectPlanned: { says: 'lead control', to: () => LEAD },
  MatterOpened: {
    says: 'the forum',
    to: (c) => {
      const { card } = fields(c.line);
      return delegation(forumOf(c), card.party).includes(card.by) && handOf(c, card.by) ? table(c) : NOBODY;
    },
  },
  MatterOnText: { says: 'the forum', to: table },
  MatterOfDecision: {
    says: 'those of the forum who hold the decision',
    to: (c) => holding(c, table(c), fields(c.line).decision),
  },
  ActDone: {
    says: 'the forum; of what is kept together the acting delegation and the chairs’; who broke a silence stands not in it',
    to: done,
  },
  ActNamed: { says: 'the acting delegation and the chairs’', to: named },
  PositionShown: { says: 'the forum, when a matter whose positions were kept together closes and was not withdrawn', to: shown },
  ActedFor: { says: 'control’s hand that acted', to: (c) => (c.act && c.act.by !== c.event.by ? NOBODY : [c.event.by as Address]) },
  MatterProlonged: { says: 'the forum', to: table },
  MatterOverdue: { says: 'the forum', to: table },
  MatterClosed: { says: 'the forum', to: table },
  DraftKept: { says: 'the own delegation', to: side },
  DraftDropped: {
    says: 'those of the own delegation who hold it',
    to: (c) => (handOf(c, fields(c.line).by) ? c.past.holders(fields(c.line).draft) : NOBODY),
  },
  DecisionTaken: {
    says: 'whoever recorded it, and those of its own side whom it names',
    to: (c) => {
      const { card, to } = fields(c.line);
      return own(c, [card.by, ...to], card.party) && handOf(c, card.by) ? [card.by, ...to] : NOBODY;
    },
  },
  DecisionRests: {
    says: 'those who hold both the decision and the matter',
    to: (c) => holding(c, c.past.holders(fields(c.line).decision), fields(c.line).decision, fields(c.line).matter),
  },
  ConsultationTranslated: {
    says: 'those who hold what was translated',
    to: (c) => {
      const line = c.past.line(c.event.of);
      const by = line && writer(c, line);
      if (!line || by === undefined) return NOBODY;
      const act = line.event.type === 'PositionShown' ? (actBehind(c, line) ?? line.id) : line.id;
      const hand = c.past.all('ActedFor').find((l) => l.event.of === act)?.event.by;
      return addsLanguage(c, hand ?? by) ? exactly(c, c.past.holders(line.id)) : NOBODY;
    },
  },
  SubjectSet: { says: 'lead control', to: () => LEAD },
  TextTabled: {
    says: 'the forum',
    to: (c) => {
      const { card } = fields(c.line);
      return delegation(forumOf(c), card.party).includes(card.by) && handOf(c, card.by) ? table(c) : NOBODY;
    },
  },
  BracketSet: { says: 'the forum', to: table },
  BracketTaken: { says: 'the forum', to: table },
  BracketDropped: { says: 'the forum', to: table },
  VersionMade: { says: 'the forum', to: table },
  LanguagesCertified: { says: 'the forum', to: table },
  WordingKept: { says: 'the own delegation', to: side },
};
