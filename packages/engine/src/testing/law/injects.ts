import { type Case, isControl, type Laws, NOBODY, same } from './case.ts';
import { mayRead, readable } from './conditions.ts';
import type { After, Facts, Line, Past } from './past.ts';
import { type Address, isAll, staff } from './people.ts';

const chosen = (past: Past, inject: string): Facts | undefined => past.all('InjectAddressed').find((l) => l.event.inject === inject)?.event;
/** A row as it was planned; with the recipients that lead control has chosen, if it named nobody. */
export function planned(past: Past, inject: string): Facts | undefined {
  const row = past.all('InjectPlanned').find((l) => l.event.inject === inject)?.event;
  const to = chosen(past, inject)?.to;
  return row && to ? { ...row, card: { ...row.card, to } } : row;
}
const rowOf = (c: Case, inject: string): Facts | undefined => planned(c.past, inject);

/** The parties of a row: those of its recipients. */
const partiesOf = (c: Case, inject: string): string[] => c.people.partiesOf(rowOf(c, inject)?.card.to ?? []);

/** Lead control, and the controllers and evaluators of the row’s parties (those that `may` know, if given). */
const concerned = (c: Case, may: (party: string) => boolean = () => true): Address[] => [
  'control',
  ...partiesOf(c, c.event.inject).filter(may).flatMap(staff),
];

/** The event of this turn after which a row came: an inject released, an action met, a milestone reached. */
export function trigger(c: Case, after: After): Line | undefined {
  const turn = c.past.lines.slice(c.from - 1);
  const met = (e: Facts): boolean => e.type === 'ExpectedSeen' || (e.type === 'ExpectedJudged' && e.verdict === 'met');
  const named = (e: Facts): string | undefined => {
    if (e.type === 'InjectReleased') return rowOf(c, e.inject)?.card.scenario;
    return met(e) ? c.past.all('ExpectedPlanned').find((l) => l.event.expected === e.expected)?.event.card.scenario : undefined;
  };
  return turn.findLast(({ event }) =>
    after.event === undefined
      ? event.type === 'MilestoneReached' && (event as unknown as After).milestone === after.milestone
      : named(event) === after.event,
  );
}

/** The last event that gave a row its time, if a chain or a hand did. */
const timed = (c: Case): Line | undefined => c.past.all('InjectTimed').findLast((l) => l.event.inject === c.event.inject);

/** True if the party holds all that the row depends on: when its time comes, and its condition. */
function open(c: Case, party: string): boolean {
  const row = rowOf(c, c.event.inject);
  if (row?.when && !readable(c, party, row.when)) return false;
  if (!row?.after) return true;
  const by = timed(c);
  return by?.viewers.has(`control:${party}`) === true;
}

/** Whose hand a row waits for, by the scenario: its own controllers only where they may know what it waits for. */
function hand(c: Case, row: Facts): Address {
  const given = c.plan?.injects.find((i) => i.id === row.card.scenario);
  const parties = c.people.partiesOf(row.card.to);
  const [only] = parties;
  if (!given || only === undefined || parties.length > 1) return 'control';
  if (given.controller !== undefined) return given.controller === `control:${only}` ? given.controller : 'control';
  // A hand must be told when a row falls due: where that would tell of something hidden, it is lead control’s.
  if (c.people.played(only) || (given.manual && !mayRead(c, only, row))) return 'control';
  return `control:${only}`;
}

/** True if the row waits for the hand of the party’s own controllers: by the scenario’s word, or because it goes out by hand only. */
function byName(c: Case, party: string): boolean {
  const row = rowOf(c, c.event.inject);
  return row?.card.controller === `control:${party}` && (row.card.manual || row.named === true);
}

/** The groups of recipients to whom an inject may be delivered, by the scenario or by the hand that improvised it. */
function groupsOf(c: Case, inject: string): Address[][] {
  return c.people.groups(rowOf(c, inject)?.card.to ?? []);
}

export const linked = (c: Case, delivery: string): string | undefined =>
  [...c.past.all('DeliveryLinked'), ...c.rest].find((l) => l.event.type === 'DeliveryLinked' && l.event.delivery === delivery)?.event
    .inject;
const delivered = (c: Case): Facts | undefined => c.past.line(c.event.delivery)?.event;

/** Recipients as the scenario, or the improvising controller, wrote them. */
function addressed(c: Case): boolean {
  const { card } = c.event;
  if (card.improvised) {
    // A party’s controllers write for their own party alone.
    const own = c.act && c.people.partyOf(c.act.by);
    if (own !== undefined && card.to.some((a) => c.people.partyOf(a) !== own)) return false;
    return c.act === undefined || same(card.to, c.act.command.to);
  }
  return !c.plan || same(card.to, c.plan.injects.find((i) => i.id === card.scenario)?.to);
}

/** A row as one party’s controllers may hold it. */
function cut(c: Case): string | undefined {
  const { inject, party, card, waits, when } = c.event;
  const whole = rowOf(c, inject);
  if (!whole) return 'no such row';
  const own = whole.card.to.every((a) => c.people.partyOf(a) === party);
  const foreign = card.to.find((a) => !isAll(a) && c.people.partyOf(a) !== party);
  if (foreign !== undefined) return `it names ${foreign}`;
  const recipients = whole.card.to.filter((a) => isAll(a) || c.people.partyOf(a) === party);
  if (!same(card.to, recipients)) return `it is to ${card.to.join(' ')}, not to ${recipients.join(' ')}`;
  if (!own && card.note !== undefined) return 'it carries control’s note';
  if (card.scenario !== undefined) return 'it carries the scenario’s own id';
  if (card.brings?.item !== undefined) return 'it carries the id of the item that it brings';
  if (isControl(card.controller) && card.controller !== 'control' && card.controller !== `control:${party}`) return 'another party’s hand';
  const before = c.past.all('InjectShown').filter((l) => l.event.party === party && l.event.card.improvised === card.improvised).length;
  const number = `${c.people.letter(party)}${card.improvised ? `X${before + 1}` : String(before + 1).padStart(3, '0')}`;
  if (card.number !== number) return `its number is ${card.number}, not ${number}`;
  // A row that lead control had to address is shown as it is released: it waits for nothing any more.
  const late = chosen(c.past, inject) !== undefined;
  if (late && card.note !== undefined) return 'it carries the note of a row that could have been for others';
  const may = late ? undefined : whole.when && readable(c, party, whole.when);
  if (!same(when, may)) return 'the condition that it carries is not the one that the party may read';
  const depends = !late && (whole.after !== undefined || (whole.when !== undefined && may === undefined));
  return waits === depends ? undefined : 'it says wrongly whether it waits for something hidden';
}

const acts = (c: Case): boolean => c.event.by !== undefined && isControl(c.event.by) && (c.act === undefined || c.act.by === c.event.by);
const reads = (c: Case): readonly Address[] =>
  (c.act === undefined || c.act.by === c.event.seat) && c.past.holds(c.event.seat, c.event.delivery) ? [c.event.seat] : NOBODY;
const byHand = 'lead control; the controllers and evaluators of the row’s parties';

export const INJECTS: Laws = {
  InjectPlanned: { says: 'lead control', to: (c) => (addressed(c) ? ['control'] : NOBODY), carries: (c) => handed(c) },
  InjectAddressed: {
    says: 'lead control, who has chosen who gets a row that named nobody',
    to: (c) => {
      const row = c.past.all('InjectPlanned').find((l) => l.event.inject === c.event.inject)?.event;
      const before = chosen(c.past, c.event.inject) !== undefined;
      const given =
        c.act === undefined || (c.act.by === 'control' && same(c.event.to, [...new Set((c.act.command.to ?? []) as Address[])]));
      return row?.card.to.length === 0 && !before && given && c.event.by === 'control' ? ['control'] : NOBODY;
    },
  },
  InjectShown: {
    says: 'the controllers and evaluators of one party among its recipients: the row cut to that party, numbered for it, its condition only if they hold all that it rests on',
    to: (c) => (partiesOf(c, c.event.inject).includes(c.event.party) ? staff(c.event.party) : NOBODY),
    carries: cut,
  },
  InjectTimed: {
    says: 'lead control; by hand the controllers and evaluators of the row’s parties; by a chain those of them that were told at once of what it comes after',
    to: (c) => {
      if (c.event.by !== undefined) return acts(c) ? concerned(c) : NOBODY;
      const after = rowOf(c, c.event.inject)?.after;
      const cause = after && trigger(c, after);
      return cause ? concerned(c, (p) => cause.viewers.has(`control:${p}`)) : NOBODY;
    },
  },
  InjectWaits: {
    says: 'lead control; those controllers and evaluators of the row’s parties that know its time and may read its condition',
    to: (c) => concerned(c, (p) => open(c, p)),
  },
  InjectDue: {
    says: 'lead control; those controllers and evaluators of the row’s parties that know its time and may read its condition, or whose hand the scenario names',
    to: (c) => concerned(c, (p) => open(c, p) || byName(c, p)),
  },
  InjectHeld: { says: byHand, to: (c) => (acts(c) ? concerned(c) : NOBODY) },
  HoldLifted: { says: byHand, to: (c) => (acts(c) ? concerned(c) : NOBODY) },
  InjectSkipped: { says: byHand, to: (c) => (acts(c) ? concerned(c) : NOBODY) },
  InjectRestored: { says: byHand, to: (c) => (acts(c) ? concerned(c) : NOBODY) },
  InjectLapsed: {
    says: 'lead control; those controllers and evaluators of the row’s parties that know its time and may read its condition',
    to: (c) => concerned(c, (p) => open(c, p)),
  },
  InjectReleased: { says: byHand, to: (c) => (c.event.by === undefined || acts(c) ? concerned(c) : NOBODY) },
  InjectDelivered: {
    says: 'the recipients of one party; or everyone, or the public, where the row says so',
    to: (c) => {
      const inject = linked(c, c.line.id);
      return inject !== undefined && groupsOf(c, inject).some((g) => same(g, c.event.to)) ? c.event.to : NOBODY;
    },
  },
  DeliveryLinked: {
    says: 'lead control; the controllers and evaluators of the party that got the delivery; of all the row’s parties if it went to everyone',
    to: (c) => {
      const [party, ...others] = c.people.partiesOf(delivered(c)?.to ?? []);
      return party !== undefined && others.length === 0 && !delivered(c)?.to.some(isAll) ? ['control', ...staff(party)] : concerned(c);
    },
  },
  DeliveryCorrected: { says: 'those who got the delivery', to: (c) => delivered(c)?.to ?? NOBODY },
  DeliveryWithdrawn: { says: 'those who got the delivery', to: (c) => delivered(c)?.to ?? NOBODY },
  InjectTranslated: { says: byHand, to: (c) => (acts(c) ? concerned(c) : NOBODY) },
  DeliveryTranslated: { says: 'those who got the delivery', to: (c) => delivered(c)?.to ?? NOBODY },
  InjectCorrected: { says: byHand, to: (c) => (acts(c) ? concerned(c) : NOBODY) },
  InjectWithdrawn: { says: byHand, to: (c) => (acts(c) ? concerned(c) : NOBODY) },
  InjectRead: { says: 'the seat that read it', to: reads },
  InjectAcknowledged: { says: 'the seat that acknowledged it', to: reads },
};

function handed(c: Case): string | undefined {
  const { card } = c.event;
  if (card.improvised) {
    const by = c.act?.by;
    return by === undefined || card.controller === by ? undefined : 'an improvised row is in the hand that wrote it';
  }
  if (!c.plan) return undefined;
  const right = hand(c, c.event);
  const named = c.plan.injects.find((i) => i.id === card.scenario)?.controller === card.controller;
  if ((c.event.named === true) !== named) return 'it says wrongly whether the scenario names its hand';
  return card.controller === right ? undefined : `it waits for ${card.controller}, not for ${right}`;
}
