import { type Case, isControl, type Law, type Laws, NOBODY, same } from './case.ts';
import { follows, known, readable } from './conditions.ts';
import { trigger } from './injects.ts';
import type { Facts, Line } from './past.ts';
import { type Address, staff } from './people.ts';

const planned = (c: Case): Facts | undefined => c.past.all('ExpectedPlanned').find((l) => l.event.expected === c.event.expected)?.event;
const partyOf = (c: Case): string | undefined => c.people.partyOf(planned(c)?.card.by ?? '');
const lastOf = (c: Case, type: string): Line | undefined => c.past.all(type).findLast((l) => l.event.expected === c.event.expected);

/** Lead control; the controllers and evaluators of the party that should act, if it may know. */
function concerned(c: Case, may = true): Address[] {
  const party = partyOf(c);
  return ['control', ...(party !== undefined && may ? staff(party) : [])];
}

/** True if the party was told that the time allowed has begun. */
const opened = (c: Case): boolean => lastOf(c, 'ExpectedOpened')?.viewers.has(`control:${partyOf(c)}`) === true;
/** True if the party may read how the record sees it. */
const sees = (c: Case): boolean => {
  const seen = planned(c)?.seen;
  const party = partyOf(c);
  return party !== undefined && (seen === undefined || readable(c, party, seen) !== undefined);
};

/** Whose hand judges: the scenario’s word, else the party’s own controllers where they may know when. */
function hand(c: Case): string | undefined {
  const { card, after } = c.event;
  const given = c.plan?.expects.find((e) => e.id === card.scenario);
  if (!given) return undefined;
  const party = c.people.partyOf(card.by);
  const own = party !== undefined && !c.people.played(party) && (after === undefined || follows(c, party, after));
  const right = given.controller ?? (own ? `control:${party}` : 'control');
  return card.controller === right ? undefined : `it waits for ${card.controller}, not for ${right}`;
}
const named = (c: Case): boolean => planned(c)?.card.controller === `control:${partyOf(c)}`;

export const SEEN: Law = {
  says: 'lead control at once; the party’s controllers and evaluators at once only if they were told of its opening and may read the condition',
  to: (c) => concerned(c, opened(c) && sees(c)),
};

export const EXPECTED: Laws = {
  ExpectedPlanned: {
    says: 'lead control',
    to: (c) => (!c.plan || c.plan.expects.some((e) => e.id === c.event.card.scenario && e.by === c.event.card.by) ? ['control'] : NOBODY),
    carries: hand,
  },
  ExpectedShown: {
    says: 'the controllers and evaluators of the party that should act, numbered for it',
    to: (c) => (partyOf(c) === c.event.party ? staff(c.event.party) : NOBODY),
    carries: (c) => {
      const { card, party } = c.event;
      if (card.scenario !== undefined) return 'it carries the scenario’s own id';
      const before = c.past.all('ExpectedShown').filter((l) => l.event.party === party).length;
      const number = `${c.people.letter(party)}E${before + 1}`;
      if (card.number !== number) return `its number is ${card.number}, not ${number}`;
      if (!same(c.event.after, known(c, party, planned(c)?.after))) return 'what it comes after is not what the party may know';
      const seen = planned(c)?.seen;
      const may = seen && readable(c, party, seen);
      if (!same(c.event.seen, may)) return 'the condition that it carries is not the one that the party may read';
      const late = seen !== undefined && may === undefined;
      return (c.event.atDeadline === true) === late ? undefined : 'it says wrongly whether the party is told at the deadline';
    },
  },
  ExpectedOpened: {
    says: 'lead control; the party’s controllers and evaluators if it rests on nothing but time, on what they were told of at once, or if the scenario names their hand',
    to: (c) => {
      const after = planned(c)?.after;
      const cause = after && trigger(c, after);
      if (after && !cause) return NOBODY;
      return concerned(c, cause === undefined || named(c) || cause.viewers.has(`control:${partyOf(c)}`));
    },
  },
  ExpectedSeen: SEEN,
  ExpectedReported: {
    says: 'the party’s controllers and evaluators at its deadline, if they were told of its opening and were not told at once that it was done',
    to: (c) => {
      const party = partyOf(c);
      const seen = lastOf(c, 'ExpectedSeen');
      return party !== undefined && seen && opened(c) && !seen.viewers.has(`control:${party}`) ? staff(party) : NOBODY;
    },
  },
  ExpectedMissed: {
    says: 'lead control; the party’s controllers and evaluators if they were told of its opening',
    to: (c) => concerned(c, opened(c)),
  },
  ExpectedJudged: {
    says: 'lead control; the party’s controllers and evaluators',
    to: (c) => {
      const { by } = c.event;
      return by !== undefined && isControl(by) && (c.act === undefined || c.act.by === by) ? concerned(c) : NOBODY;
    },
  },
};
