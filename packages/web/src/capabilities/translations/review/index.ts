import type { ReviewPart } from '../../../kit/review/part.ts';

export const review: ReviewPart = {
  room: 'translations',
  sentences: {
    title: (facts) => {
      if (facts.type !== 'OwnTranslationKept') return undefined;
      const [first] = facts.texts as readonly string[];
      return { [String(facts.language)]: String(facts.title ?? first ?? '') };
    },
  },
};
