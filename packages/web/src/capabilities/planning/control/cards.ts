import { rosterOfWorld, type Waiting } from '@entente/engine';
import { owesScores } from '@entente/engine/planning';
import { leads } from '../../../kit/control/HandActs.tsx';
import { type CardGiven, type CardKind, type HandLook, timed } from '../../../kit/control/hand.ts';

/** What options ask of a side for which this controller acts: its scores. */
export const optionCards: Readonly<Record<string, CardKind>> = {
  scores: {
    card: scoresHand,
    place: 'options',
    group: { name: 'plan', order: 27 },
    says: ({ title }, { say, pick, of }) => say('hand.scoresText', { of, title: pick(title) }),
    Acts: leads('hand.score'),
  },
};

function scoresHand({ world, viewer, now }: HandLook, w: Waiting): CardGiven | undefined {
  const board = world.planning.boards.get(w.id);
  const forum = world.consultation.forums.get(board?.forum ?? '');
  const roster = rosterOfWorld(world);
  if (!board || !forum || !roster) return undefined;
  const owes = owesScores({ world, roster }, board, viewer.address);
  return {
    target: { kind: 'board', id: w.id },
    when: w.due === undefined ? { key: 'hand.openSince', ms: Math.max(0, now - w.since) } : timed(w, now, 'hand.leftIn', 'hand.lateSince'),
    number: '',
    title: board.name,
    parties: forum.card.members.map((m) => m.party),
    everyone: false,
    from: owes?.ask.by,
    of: owes && `party:${owes.member.party}`,
  };
}
