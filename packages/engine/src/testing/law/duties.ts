import type { Case } from './case.ts';
import { linked, planned } from './injects.ts';
import type { Facts, Line } from './past.ts';
import { type Address, staff } from './people.ts';
import { linksOwed, toAsk } from './sharing.ts';

/**
 * What must follow an event in its turn: an audience that gets nothing is too narrow a one. Each duty names the event that
 * is owed, the thing that it is about, and those who must have it.
 */
export interface Owed {
  readonly type: string;
  readonly about: (line: Line) => boolean;
  readonly to: readonly Address[];
  /** Who is owed it, where it is not those behind addresses. */
  readonly whom?: readonly Address[];
}
const sameLink = (a: Facts, b: Facts): boolean => a.item === b.item && a.on === b.on && a.from === b.from;

const owed = (type: string, to: readonly Address[], about: (e: Facts, line: Line) => boolean): Owed => ({
  type,
  to,
  about: (line) => about(line.event, line),
});

/** The duties that an event brings, to be met by what follows in its turn. */
export function duties(c: Case): Owed[] {
  const { event, people, rest } = c;
  switch (event.type) {
    case 'DirectoryGiven':
      return opening(c);
    case 'InjectPlanned':
      return people.partiesOf(event.card.to).map((p) => owed('InjectShown', staff(p), (e) => e.inject === event.inject && e.party === p));
    case 'InjectAddressed':
      return people.partiesOf(event.to).map((p) => owed('InjectShown', staff(p), (e) => e.inject === event.inject && e.party === p));
    case 'ExpectedPlanned': {
      const party = people.partyOf(event.card.by);
      return party === undefined ? [] : [owed('ExpectedShown', staff(party), (e) => e.expected === event.expected)];
    }
    case 'InjectReleased': {
      const row = planned(c.past, event.inject);
      const ours = (id: string): boolean => linked({ ...c, rest }, id) === event.inject;
      const groups = people.groups(row?.card.to ?? []);
      // What is said in public by it is all that there is.
      const said = rest.some((l) => (l.event.type as string) === 'SaidBrought' && l.event.inject === event.inject);
      const alone = said && groups.some((g) => g.includes('public')) && !rest.some((l) => l.event.type === 'InjectDelivered' && ours(l.id));
      if (alone) return [owed('SaidBrought', [], (e) => e.inject === event.inject)];
      // What is planned to be said is said once, and the public is asked nothing: in a name without a voice it is nobody’s word.
      const due = groups.filter((g) => !(g.includes('public') && row && isNobodysWord(c, row)));
      return due.map((g) => owed('InjectDelivered', g, (_, line) => ours(line.id)));
    }
    case 'InjectCorrected':
    case 'InjectTranslated':
    case 'InjectWithdrawn': {
      const type = event.type.replace('Inject', 'Delivery');
      const deliveries = c.past.all('DeliveryLinked').filter((l) => l.event.inject === event.inject);
      return deliveries.map(({ event: { delivery } }) => owed(type, c.past.line(delivery)?.event.to ?? [], (e) => e.delivery === delivery));
    }
    case 'ItemGiven':
      return linksOwed(c).flatMap(({ link, to }) =>
        to.map((v): Owed => ({ ...owed(link.type, [], (e, { viewers }) => viewers.has(v) && sameLink(e, link)), whom: [v] })),
      );
    case 'RecallMade': {
      const { item, from } = event as unknown as { item: string; from: readonly string[] };
      const asked = (p: string) => toAsk(c, p, item);
      return from.filter((p) => asked(p).length > 0).map((p) => owed('ItemRecalled', asked(p), (e) => e.item === item && e.party === p));
    }
    case 'MessageSent':
    case 'NoteWritten': {
      const about = c.act?.command.about;
      if (about === undefined) return [];
      const type = event.type === 'MessageSent' ? 'MessageLinked' : 'NoteLinked';
      return [owed(type, [], (e) => e.about === about && (e.message ?? e.note) === c.line.id)];
    }
    default:
      return [];
  }
}

/** True if what a row says was said before, or is a question, and its sender neither reports nor speaks for a side. */
function isNobodysWord({ past, people, event }: Case, { card }: Facts): boolean {
  const { says, from } = card;
  if (says === undefined || people.hasVoice(from)) return false;
  const said = past.all('SaidBrought').some((l) => plan(l) === says && l.event.inject !== event.inject);
  return said || past.all('SaidPlanned').some((l) => question(l) === says);
}
const plan = ({ event }: Line): unknown => (event as object as { plan?: unknown }).plan;
const question = (l: Line): unknown => {
  const planned = plan(l) as { is: string; id: string };
  return planned.is === 'question' ? planned.id : undefined;
};

/** What the scenario tells before STARTEX. */
function opening({ plan }: Case): Owed[] {
  if (!plan) return [];
  const scopes: [Address, unknown][] = [['everyone', plan.situation]];
  for (const p of plan.parties) {
    scopes.push([`party:${p.id}`, p.situation]);
    for (const cell of p.cells) scopes.push([`cell:${cell.id}`, cell.situation], ...seatsOf(cell));
  }
  const named = (type: string, id: string, to: readonly Address[] = []): Owed => owed(type, to, (e) => e.card?.scenario === id);
  return [
    ...scopes.filter(([, text]) => text !== undefined).map(([scope]) => owed('BriefingGiven', [scope], (e) => e.scope === scope)),
    ...plan.injects.map((i) => named('InjectPlanned', i.id)),
    ...plan.expects.map((e) => named('ExpectedPlanned', e.id)),
    ...plan.items.map((i) => owed('ItemPlanned', [], (e) => (e as unknown as { scenario: string }).scenario === i.id)),
  ];
}
const seatsOf = (cell: { readonly seats: readonly { readonly id: string; readonly card?: unknown }[] }): [Address, unknown][] =>
  cell.seats.map((s) => [`seat:${s.id}`, s.card]);
