import { type Address, split } from '../audience.ts';
import type { Id, Text } from '../fact.ts';
import type { Settling } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import type { World } from '../world.ts';
import { maySpeak } from './desk.ts';
import type { PressDraft } from './desk-language.ts';
import { standing, wordedIn } from './standing.ts';
import { lackingHands, seatsFor } from './waits.ts';

/** What settles what waits at a press desk. What lead control hears in a statement, and whether a flag is right, a person says. */

/** Control acts in the voice of the seat for which it does. */
const voice = (viewer: Address, seat: Address | undefined): { readonly speaker?: Address } =>
  split(viewer)[0] === 'seat' || seat === undefined ? {} : { speaker: seat };

/** The first of the viewer’s seats that may speak for a side. */
function speaking(world: World, viewer: Address, parties: readonly string[]): Address | undefined {
  const roster = rosterOfWorld(world);
  return seatsFor(world, viewer).find((s) => roster && parties.includes(roster.partyOf(s) ?? '') && maySpeak(roster, s));
}

/** The seat and the language in which a draft asks something of the viewer. */
function asked(world: World, viewer: Address, id: Id, of: (draft: PressDraft, language: string) => readonly Address[]) {
  const draft = world.statements.drafts.get(id);
  const seats = seatsFor(world, viewer);
  for (const language of draft ? wordedIn(draft) : []) {
    const seat = of(draft as PressDraft, language).find((s) => seats.includes(s));
    if (seat !== undefined) return { draft: id, language, ...voice(viewer, seat) };
  }
  return undefined;
}

export const statementsSettling = {
  question(world: World, viewer: Address, question: Id, text: Text): Settling | undefined {
    const to = world.statements.questions.get(question)?.to[0];
    const party = to === undefined ? undefined : rosterOfWorld(world)?.partyOf(to);
    const seat = party === undefined ? undefined : speaking(world, viewer, [party]);
    return seat === undefined ? undefined : { type: 'Speak', text, question, ...voice(viewer, seat) };
  },
  clearance(world: World, viewer: Address, id: Id): Settling | undefined {
    const clears = asked(world, viewer, id, (draft, language) => standing(draft, language).holders);
    return clears && { type: 'ClearDraft', act: 'clear', ...clears };
  },
  edit(world: World, viewer: Address, id: Id): Settling | undefined {
    const notes = asked(world, viewer, id, (draft, language) =>
      standing(draft, language).turns.flatMap((t) => (t.edited === 'new' ? [t.seat] : [])),
    );
    return notes && { type: 'NoteEdit', ...notes };
  },
  publish(world: World, viewer: Address, id: Id): Settling | undefined {
    const draft = world.statements.drafts.get(id);
    const seat = draft && speaking(world, viewer, [draft.card.party]);
    return seat === undefined ? undefined : { type: 'PublishDraft', draft: id, ...voice(viewer, seat) };
  },
  hand(world: World, viewer: Address, id: Id): Settling | undefined {
    const joint = world.statements.joints.get(id);
    const seat = joint && speaking(world, viewer, lackingHands(joint));
    return seat === undefined ? undefined : { type: 'GiveHand', joint: id, ...voice(viewer, seat) };
  },
};
