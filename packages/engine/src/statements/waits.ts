import { type Address, type Roster, split } from '../audience.ts';
import { clockStatus } from '../clock/clock.ts';
import { following } from '../deadlines.ts';
import type { Id, Ms } from '../fact.ts';
import type { Card, Look, Waits } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import { peopleAt } from '../seats/people.ts';
import type { World } from '../world.ts';
import { clearing } from './clearing.ts';
import { code, flag } from './coding-waits.ts';
import { maySpeak } from './desk.ts';
import type { Joint, PressDraft } from './desk-language.ts';
import type { Question } from './language.ts';
import { mayPublish } from './may-publish.ts';
import { clearanceOf, dueOf, standing, wordedIn } from './standing.ts';

/** What waits for somebody in public statements: said here and nowhere else. */

type Of = (world: World, viewer: Address, now: Ms) => Waits[];

const open = ({ published, dropped }: PressDraft): boolean => !published && !dropped;

/** The seats for which a viewer acts: its own; for lead control those that it plays, for a party’s own its empty ones. */
export function seatsFor(world: World, viewer: Address): readonly Address[] {
  const roster = rosterOfWorld(world);
  const [kind, party] = split(viewer);
  if (kind === 'seat') return [viewer];
  if (kind !== 'control' || !roster) return [];
  const parties = viewer === 'control' ? [...roster.parties.keys()].filter((p) => roster.isPlayed(`party:${p}`)) : [party as string];
  const seats = parties.flatMap((p) => roster.members(`party:${p}`));
  return viewer === 'control' ? seats : seats.filter((s) => peopleAt(world.seats, s).length === 0);
}

/** Something of each draft, once, for the first of the viewer’s seats and the first language that it is true of. */
function ofDrafts(find: (draft: PressDraft, seats: readonly Address[], world: World, now: Ms) => Omit<Waits, 'id'> | undefined): Of {
  return (world, viewer, now) => {
    if (clockStatus(world) === 'ended') return [];
    const seats = seatsFor(world, viewer);
    if (seats.length === 0) return [];
    return [...world.statements.drafts.values()].filter(open).flatMap((draft): Waits[] => {
      const found = find(draft, seats, world, now);
      return found ? [{ id: draft.id, ...found }] : [];
    });
  };
}

const clearance = ofDrafts((draft, seats, _world, now) => {
  for (const language of wordedIn(draft)) {
    const m = clearanceOf(draft, language);
    const { turns, holders } = standing(draft, language);
    const seat = holders.find((s) => seats.includes(s));
    const row = turns.find((t) => t.seat === seat);
    if (!m || seat === undefined || !row) continue;
    const due = dueOf(draft, language, seat);
    return { since: row.since ?? draft.at, due, ifNothing: due === undefined ? 'waits' : following(due, now, clearing.ifNothing(m, seat)) };
  }
  return undefined;
});

const edit = ofDrafts((draft, seats) => {
  for (const language of wordedIn(draft)) {
    const { turns, words } = standing(draft, language);
    if (turns.some((t) => t.edited === 'new' && seats.includes(t.seat)))
      return { since: words?.at ?? draft.at, ifNothing: 'waits', press: 'idle' };
  }
  return undefined;
});

/** Those who may speak for the draft’s side. */
const speaks = (world: World, seats: readonly Address[], party: string): boolean => {
  const roster = rosterOfWorld(world);
  return roster !== undefined && seats.some((s) => roster.partyOf(s) === party && maySpeak(roster, s));
};

const publish = ofDrafts((draft, seats, world) => {
  if (!speaks(world, seats, draft.card.party) || wordedIn(draft).every((l) => standing(draft, l).state !== 'cleared')) return undefined;
  const last = draft.steps.at(-1)?.at ?? draft.at;
  return mayPublish(world, draft) === undefined ? { since: last, due: draft.card.due, ifNothing: 'waits' } : undefined;
});

/** True once a side has answered a question, or somebody has set it aside. */
export function isAnswered(world: Pick<World, 'statements'>, { id, dropped }: Question): boolean {
  if (dropped) return true;
  for (const { links } of world.statements.statements.values()) if (links.some((l) => l.how === 'answers' && l.to === id)) return true;
  return false;
}

const question: Of = (world, viewer, now) => {
  const roster = rosterOfWorld(world);
  if (!roster || clockStatus(world) === 'ended') return [];
  const seats = seatsFor(world, viewer);
  return [...world.statements.questions.values()].flatMap((q): Waits[] => {
    const party = roster.partyOf(q.to[0] ?? '');
    if (q.to.includes('public') || isAnswered(world, q) || party === undefined || !speaks(world, seats, party)) return [];
    return [{ id: q.id, since: q.at, due: q.due, ifNothing: q.due === undefined ? 'waits' : following(q.due, now, 'late') }];
  });
};

export const lackingHands = ({ card, hands }: Joint): string[] => card.parties.filter((p) => !hands.some((h) => h.party === p));

/** A joint statement waits for a hand of each side. */
const hand: Of = (world, viewer, now) => {
  const roster = rosterOfWorld(world);
  if (!roster || clockStatus(world) === 'ended') return [];
  const seats = seatsFor(world, viewer);
  return [...world.statements.joints.values()].flatMap((joint): Waits[] => {
    if (!lackingHands(joint).some((p) => speaks(world, seats, p))) return [];
    const { release } = joint.card;
    return [{ id: joint.id, since: joint.at, due: release, ifNothing: following(release, now, 'late') }];
  });
};

export const statementsWaits = { question, clearance, edit, publish, hand, code, flag };

/**
 * What waits at a press desk waits for control’s hand where control plays that side, or a seat of it is empty; what was said, for
 * lead control’s.
 */
export function statementsCard({ world, roster }: Pick<Look, 'world' | 'roster'>, id: Id): Card | undefined {
  const sides = sidesWaiting(world, roster, id);
  if (sides) {
    const hands = sides.filter((p) => !roster.isPlayed(`party:${p}`)).map((p): Address => `control:${p}`);
    // Whose controllers have taken it would tell which side is about to act.
    return { hands, facts: [id], each: true };
  }
  // What is heard, and what is flagged, is lead control’s.
  if (world.statements.statements.has(id) || world.statements.reports.has(id)) return { hands: ['control'], facts: [id] };
  return undefined;
}

/** The sides for which a draft, a question or a joint statement waits; undefined for anything else, and once nobody need act. */
function sidesWaiting(world: World, roster: Roster, id: Id): readonly string[] | undefined {
  const { drafts, questions, joints } = world.statements;
  const draft = drafts.get(id);
  if (draft) return open(draft) ? [draft.card.party] : undefined;
  const asked = questions.get(id);
  const party = asked && roster.partyOf(asked.to[0] ?? '');
  if (asked) return party === undefined || isAnswered(world, asked) ? undefined : [party];
  const joint = joints.get(id);
  return joint && lackingHands(joint).length > 0 ? joint.card.parties : undefined;
}
