import { narrower } from '../conditions.ts';
import type { Atom, Look } from '../room.ts';
import type { DecisionAsk, MatterAsk } from './asks.ts';
import { consulted, subjectOf } from './due.ts';
import type { Matter } from './language.ts';
import { answerOf, isLate } from './matters.ts';

function answers({ world, now }: Look, matter: Matter, { forum, subject, procedure, is, by, outcome }: MatterAsk): boolean {
  const { card, closed } = matter;
  const place = world.consultation.forums.get(matter.forum);
  if (forum !== undefined && place?.named?.scenario !== forum) return false;
  if ((subject !== undefined && card.subject !== subject) || (procedure !== undefined && card.procedure !== procedure)) return false;
  const asked = (place?.card.members ?? []).map((m) => m.party).filter((p) => p !== card.party && (by === undefined || p === by));
  const late = (p: string): boolean => isLate(matter, p, now);
  switch (is) {
    case 'opened':
      return by === undefined || card.party === by;
    case 'closed':
      return closed !== undefined && (outcome === undefined || closed.outcome === outcome) && (by === undefined || card.party === by);
    case 'answered':
      return asked.some((p) => answerOf(matter, p) !== undefined);
    case 'in-time':
      return asked.some((p) => answerOf(matter, p) !== undefined && !late(p));
    case 'late':
      return asked.some(late);
  }
}

/** What conditions may ask of matters. */
export const matterAtom: Atom<MatterAsk> = {
  holds(look, args) {
    for (const matter of look.world.consultation.matters.values()) if (answers(look, matter, args)) return true;
    return false;
  },
  keys: () => ['matter'],
  names: ({ forum, subject, by }) => [
    { kind: 'forum', id: forum, at: 'forum' },
    { kind: 'subject', id: subject, at: 'subject' },
    { kind: 'party', id: by, at: 'by' },
  ],
  // Whatever became of a matter, it was opened; who answered in time has answered.
  implies: (a, b) =>
    narrower({ ...a, is: a.is === b.is ? a.is : b.is === 'opened' ? 'opened' : a.is === 'in-time' ? 'answered' : a.is }, b) &&
    (a.is === b.is || b.is !== 'opened' || b.by === undefined || a.is === 'closed'),
};

/** What conditions may ask of decisions. */
export const decisionAtom: Atom<DecisionAsk> = {
  holds({ world }, { by, subject, is }) {
    for (const decision of world.consultation.decisions.values()) {
      if (by !== undefined && decision.card.party !== by) continue;
      if (subject !== undefined && subjectOf(decision) !== subject) continue;
      if (is === 'taken') return true;
      const due = consulted(world, decision);
      if (due && (is === 'asked') === (due.state === 'before')) return true;
    }
    return false;
  },
  keys: () => ['decision'],
  names: ({ subject, by }) => [
    { kind: 'subject', id: subject, at: 'subject' },
    { kind: 'party', id: by, at: 'by' },
  ],
  implies: (a, b) => narrower({ ...a, is: b.is === 'taken' ? 'taken' : a.is }, b),
};
