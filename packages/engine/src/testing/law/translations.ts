import { type Case, holding, isControl, type Laws, NOBODY, translates } from './case.ts';
import { type Address, parted } from './people.ts';

/** Whose side an own translation is kept for, if the acting seat may keep one there. */
function side(c: Case): Address | undefined {
  const { by = '' } = c.event;
  if (c.act && c.act.by !== by) return undefined;
  if (isControl(by)) return by;
  const party = c.people.partyOf(by);
  return parted(by)[0] === 'seat' && party !== undefined && translates(c, by) ? `party:${party}` : undefined;
}

export const TRANSLATIONS: Laws = {
  OwnTranslationKept: {
    says: 'those of the side that keeps it who hold what it is of',
    to: (c) => {
      const own = side(c);
      return own !== undefined && own === c.event.side && c.past.holds(c.event.by ?? '', c.event.of)
        ? holding(c, [own], c.event.of)
        : NOBODY;
    },
  },
};
