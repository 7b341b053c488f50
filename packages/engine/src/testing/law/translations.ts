import { type Case, holding, isControl, type Laws, NOBODY, translates } from './case.ts';
import { type Address, parted } from './people.ts';
import { ended, standing } from './sharing.ts';

/** Whose side an own translation is kept for, if the acting seat may keep one there. */
function side(c: Case): Address | undefined {
  const { by = '' } = c.event;
  if (c.act && c.act.by !== by) return undefined;
  if (isControl(by)) return by;
  const party = c.people.partyOf(by);
  return parted(by)[0] === 'seat' && party !== undefined && translates(c, by) ? `party:${party}` : undefined;
}

/** A holder has the words that were translated; of an item in that very version, and is not asked to destroy it. */
function reads(c: Case, holder: Address): boolean {
  const { of, made } = c.event;
  if (holder === c.event.by || c.past.all('ItemGiven').every((l) => l.event.item !== of)) return true;
  return standing(c, holder, of) === made && !ended(c, holder, of);
}

export const TRANSLATIONS: Laws = {
  OwnTranslationKept: {
    says: 'those of the side that keeps it who hold what it is of; an item in the version that was translated, if they were not asked to destroy it',
    to: (c) => {
      const own = side(c);
      return own !== undefined && own === c.event.side && c.past.holds(c.event.by ?? '', c.event.of)
        ? holding(c, [own], c.event.of).filter((v) => reads(c, v))
        : NOBODY;
    },
  },
};
