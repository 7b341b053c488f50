import { asked, type Procedure, type Proceeding, standing } from '../procedure.ts';

const ANSWERS = ['agree', 'agree-ad-referendum', 'object'];
const CAPITAL = ['confirm', 'decline'];
const answered = (m: Proceeding) => standing(m, ANSWERS);
const silent = (m: Proceeding): string[] => asked(m).filter((p) => !answered(m).has(p));
/** Rule A2: agreed subject to its capital, and nothing heard of it yet. */
const unconfirmed = (m: Proceeding): string[] =>
  asked(m).filter((p) => answered(m).get(p)?.type === 'agree-ad-referendum' && !standing(m, CAPITAL).has(p));

/** Agreed subject to the capital: rules A1 to A5. */
export const adReferendum: Procedure = {
  name: 'ad-referendum',
  answers: true,
  decides: true,
  acts: [...ANSWERS, ...CAPITAL],
  closes: [],
  binds: ['agree', 'object', ...CAPITAL],
  veiled: [],
  refuses(m, { type, party = '' }) {
    if (party === m.asker) return 'not-asked';
    if (CAPITAL.includes(type)) return unconfirmed(m).includes(party) ? undefined : 'nothing-to-confirm'; // A2
    return silent(m).includes(party) ? undefined : 'done-already'; // A1
  },
  outcome(m) {
    if (m.acts.some((a) => a.type === 'object' || a.type === 'decline')) return 'not-agreed'; // A4
    return silent(m).length === 0 && unconfirmed(m).length === 0 ? 'agreed' : undefined; // A3
  },
  // A5
  expires: (m) => (silent(m).length === 0 && m.terms.unconfirmed === 'stands' ? 'agreed' : 'lapsed'),
  needs(m) {
    return silent(m).length > 0 ? { what: 'agreement', from: silent(m) } : { what: 'confirmation', from: unconfirmed(m) };
  },
  ifNothing: (m) => (adReferendum.expires(m) === 'agreed' ? 'agreed' : 'lapses'),
};
