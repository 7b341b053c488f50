import { type Address, split } from '../audience.ts';
import { clockStatus } from '../clock/clock.ts';
import { following } from '../deadlines.ts';
import type { Id, Ms } from '../fact.ts';
import type { Card, Look, Waits } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import { peopleAt } from '../seats/people.ts';
import type { World } from '../world.ts';
import type { Forum, Matter, Member } from './language.ts';
import { binding, consulting, dueOf, memberOf, procedureOf, proceeding } from './matters.ts';
import { newSinceSigned } from './statements.ts';

/** What waits for a seat in its matters: said here and nowhere else. */

/** The word for what a matter asks of a member now; undefined if it asks nothing of it. */
export function askedOf(world: World, matter: Matter, party: string, now: Ms): string | undefined {
  const whole = proceeding(world, matter);
  if (!whole || matter.closed) return undefined;
  // What is kept together a side is asked as far as it was told, in whatever world this is read.
  const told = (p: string | undefined) => matter.card.shown === 'come' || whole.chairs.includes(party) || !p || p === party;
  const m = { ...whole, acts: whole.acts.filter((a) => told(a.party)) };
  // Who put it under silence has spoken.
  if (matter.card.procedure === 'silence') return party === m.asker || settled(matter, party) ? undefined : 'silence';
  const own = m.acts.findLast((a) => a.party === party && procedureOf(matter).acts.includes(a.type));
  if (own?.type === 'agree-ad-referendum') return 'confirmation';
  const { what, from } = procedureOf(matter).needs(m, now);
  return from.includes(party) ? what : undefined;
}

/** True if a side has settled for itself that it stays silent: the last that it kept says so. */
export function settled(matter: Matter, party: string): boolean {
  return matter.drafts.findLast((d) => d.party === party && !d.dropped)?.act === 'no-objection';
}

/** Needs that bind the party. */
const BINDS: readonly string[] = ['silence', 'signature', 'confirmation', 'agreement', 'objection-lifted'];

function of(what: (asked: string) => boolean) {
  return (world: World, viewer: Address, now: Ms): Waits[] => {
    const roster = rosterOfWorld(world);
    if (!roster || clockStatus(world) === 'ended') return [];
    const found: Waits[] = [];
    for (const matter of world.consultation.matters.values()) {
      const forum = world.consultation.forums.get(matter.forum);
      if (!forum || matter.closed) continue;
      for (const member of membersFor({ world, roster }, forum, viewer)) {
        const asked = askedOf(world, matter, member.party, now);
        if (asked === undefined || !what(asked)) continue;
        if (split(viewer)[0] === 'seat' && !(BINDS.includes(asked) ? binding(roster, member) : consulting(roster, member)).includes(viewer))
          continue;
        const m = proceeding(world, matter);
        const due = dueOf(matter);
        const ifNothing = m && due !== undefined ? following(due, now, procedureOf(matter).ifNothing(m, member.party)) : 'waits';
        found.push({
          id: matter.id,
          since: asked === 'conclusion' ? (matter.overdue?.at ?? matter.at) : since(matter),
          due: asked === 'conclusion' ? undefined : due,
          ifNothing,
        });
        break;
      }
    }
    return found;
  };
}

/** Since when it asks what it asks: a new version of the text asks again. */
const since = (matter: Matter): Ms => matter.acts.findLast((a) => a.type === 'new-version')?.at ?? matter.at;

/** The members for which a viewer acts: a seat’s own; for lead control those that it plays, for a party’s own an empty delegation. */
export function membersFor({ world, roster }: Pick<Look, 'world' | 'roster'>, forum: Forum, viewer: Address): Member[] {
  const [kind, party] = split(viewer);
  if (kind === 'seat') {
    const own = memberOf(forum, viewer);
    return own ? [own] : [];
  }
  if (viewer === 'control') return forum.card.members.filter((m) => roster.isPlayed(`party:${m.party}`));
  if (kind !== 'control') return [];
  return forum.card.members.filter((m) => m.party === party && m.seats.every((s) => peopleAt(world.seats, s).length === 0));
}

function statements(world: World, viewer: Address): Waits[] {
  const roster = rosterOfWorld(world);
  if (!roster || split(viewer)[0] !== 'seat' || clockStatus(world) === 'ended') return [];
  const found: Waits[] = [];
  for (const matter of world.consultation.matters.values()) {
    const forum = world.consultation.forums.get(matter.forum);
    const member = forum && memberOf(forum, viewer);
    const [first] = member && binding(roster, member).includes(viewer) ? newSinceSigned(matter, member.party) : [];
    if (first) found.push({ id: matter.id, since: first.at, ifNothing: 'waits' });
  }
  return found;
}

export const consultationWaits = {
  position: of((asked) => ['position', 'acknowledgement', 'agreement', 'confirmation', 'objection-lifted'].includes(asked)),
  silence: of((asked) => asked === 'silence'),
  signature: of((asked) => asked === 'signature'),
  conclusion: of((asked) => asked === 'conclusion'),
  statements,
};

/** A matter waits for control’s hand where control plays a member, or a delegation is empty. */
export function matterCard({ world, roster }: Pick<Look, 'world' | 'roster'>, id: Id): Card | undefined {
  const matter = world.consultation.matters.get(id);
  const forum = matter && world.consultation.forums.get(matter.forum);
  if (!matter || !forum || matter.closed) return undefined;
  const hands = forum.card.members.filter((m) => !roster.isPlayed(`party:${m.party}`)).map((m): Address => `control:${m.party}`);
  // Whose controllers have taken it would tell who is about to act, and so who broke a silence.
  return { hands, facts: [id], each: true };
}
