import type { ReviewPart } from '../../../kit/review/part.ts';
import { AskedTab } from './AskedTab.tsx';
import { evidenceOfDecision, evidenceOfMatter } from './course.ts';
import { eventWords, OWN } from './eventWords.ts';
import { matterMarks, matterShape } from './marks.tsx';
import { DecisionThing, MatterThing } from './Things.tsx';

export const review: ReviewPart = {
  room: 'consultation',
  sentences: eventWords,
  editions: {
    kind: 'forum',
    name({ consultation: { forums } }, id, { say, pick, who, time }) {
      const forum = forums.get(id);
      if (!forum) return undefined;
      const { name, members } = forum.card;
      if (name !== undefined) return pick(name);
      return say('forumAsked', { who: members.map((m) => who(`party:${m.party}`)).join(' · '), time: time(forum.at) });
    },
  },
  tabs: [
    {
      name: 'agreed',
      words: 'matters',
      order: 20,
      count: ({ consultation }) => consultation.matters.size + consultation.decisions.size,
      Tab: AskedTab,
      ownLegend: true,
    },
  ],
  kinds: [
    {
      name: 'matter',
      order: 35,
      events: OWN,
      mark: { form: 'asks', status: undefined },
    },
  ],
  marks: matterMarks,
  shapes: { matter: matterShape },
  legend: [
    { name: 'matter', order: 24, mark: { kind: 'matter', form: 'asks', status: undefined }, sides: true },
    { name: 'matterAnswer', order: 25, mark: { kind: 'matter', form: 'answers', status: undefined }, sides: true },
    { name: 'decided', order: 26, mark: { kind: 'matter', form: 'decides', status: undefined }, sides: true },
  ],
  things: {
    matter: { Thing: MatterThing, evidence: evidenceOfMatter },
    decision: { Thing: DecisionThing, evidence: evidenceOfDecision },
  },
};
