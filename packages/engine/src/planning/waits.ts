import { type Address, split } from '../audience.ts';
import { clockStatus } from '../clock/clock.ts';
import type { Forum, Member } from '../consultation/language.ts';
import { binding, consulting, memberOf } from '../consultation/matters.ts';
import { following } from '../deadlines.ts';
import type { Ms } from '../fact.ts';
import type { Look, Waits } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import { peopleAt } from '../seats/people.ts';
import type { World } from '../world.ts';
import { isAssessed } from './assessment.ts';

/** The members of a forum for which a viewer acts: a seat’s own; for lead control those that it plays, for a party’s own an empty delegation. */
export function actsAs({ world, roster }: Pick<Look, 'world' | 'roster'>, forum: Forum, viewer: Address): readonly Member[] {
  const [kind, party] = split(viewer);
  if (kind === 'seat') {
    const own = memberOf(forum, viewer);
    return own && [...consulting(roster, own), ...binding(roster, own)].includes(viewer) ? [own] : [];
  }
  if (viewer === 'control') return forum.card.members.filter((m) => roster.isPlayed(`party:${m.party}`));
  if (kind !== 'control') return [];
  return forum.card.members.filter((m) => m.party === party && m.seats.every((s) => peopleAt(world.seats, s).length === 0));
}

/** Boards on which a side was asked what it thinks, until it has a score for every option and criterion. It asks nothing of whoever asked. */
function scores(world: World, viewer: Address, now: Ms): Waits[] {
  const roster = rosterOfWorld(world);
  if (!roster || clockStatus(world) === 'ended') return [];
  const found: Waits[] = [];
  for (const board of world.planning.boards.values()) {
    const forum = world.consultation.forums.get(board.forum);
    if (!forum || board.asked.length === 0) continue;
    const members = actsAs({ world, roster }, forum, viewer).filter((m) => !isAssessed(world, board.id, m.party));
    const asked = board.asked.findLast((a) => members.some((m) => m.party !== a.party));
    if (!asked) continue;
    const { due, at } = asked;
    found.push({ id: board.id, since: at, due, ifNothing: due === undefined ? 'waits' : following(due, now, 'late') });
  }
  return found;
}

export const planningWaits = { scores };
