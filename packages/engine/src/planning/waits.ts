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
import type { Board } from './language.ts';

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

/** The side for which a viewer acts and that owes a board its scores, and the request: the latest that another side made. It asks nothing of whoever asked. */
export function owesScores(
  { world, roster }: Pick<Look, 'world' | 'roster'>,
  board: Board,
  viewer: Address,
): { readonly member: Member; readonly ask: Board['asked'][number] } | undefined {
  const forum = world.consultation.forums.get(board.forum);
  if (!forum || board.asked.length === 0) return undefined;
  const members = actsAs({ world, roster }, forum, viewer).filter((m) => !isAssessed(world, board.id, m.party));
  const ask = board.asked.findLast((a) => members.some((m) => m.party !== a.party));
  const member = ask && members.find((m) => m.party !== ask.party);
  return ask && member && { member, ask };
}

/** Boards on which a side was asked what it thinks, until it has a score for every option and criterion. */
function scores(world: World, viewer: Address, now: Ms): Waits[] {
  const roster = rosterOfWorld(world);
  if (!roster || clockStatus(world) === 'ended') return [];
  return [...world.planning.boards.values()].flatMap((board): Waits[] => {
    const owes = owesScores({ world, roster }, board, viewer);
    if (!owes) return [];
    const { due, at } = owes.ask;
    return [{ id: board.id, since: at, due, ifNothing: due === undefined ? 'waits' : following(due, now, 'late') }];
  });
}

export const planningWaits = { scores };
