import type { Brief, Draft } from '../room.ts';
import type { Scenario } from '../scenario.ts';
import type { ForumCard } from './language.ts';

/** The scenario’s forums, each to the delegations that sit there and to nobody else; what its subjects need to lead control. */
export function briefForums({ forums, subjects }: Scenario, ctx: Brief): Draft[] {
  const drafts: Draft[] = subjects.map(
    ({ id, name, needs }): Draft => ({ event: { type: 'SubjectPlanned', subject: id, name, needs }, to: ['control'] }),
  );
  for (const { id: scenario, name, members, chairs, procedures, consultsBefore } of forums) {
    // Nobody sits there for another party, whatever the scenario says.
    const own = (party: string, a: string) => ctx.roster.members(a).filter((s) => ctx.roster.partyOf(s) === party);
    const card: ForumCard = {
      name,
      members: members.map(({ party, seats }) => ({ party, seats: [...new Set(seats.flatMap((a) => own(party, a)))] })),
      chairs: chairs.filter((p) => members.some((m) => m.party === p)),
      procedures,
      subjects: subjects.filter((s) => consultsBefore.includes(s.id)).map(({ id, name: n }) => ({ id, name: n })),
    };
    const forum = ctx.id();
    drafts.push({ id: forum, event: { type: 'ForumGiven', card }, to: [...new Set(card.members.flatMap((m) => m.seats))] });
    drafts.push({ event: { type: 'ForumNamed', forum, scenario }, to: ['control'] });
  }
  return drafts;
}
