import { asked, type Procedure, type Proceeding, standing } from '../procedure.ts';

const POSITIONS = ['view', 'no-instructions'];
const missing = (m: Proceeding): string[] => asked(m).filter((p) => !standing(m, POSITIONS).has(p));

/** To exchange information and opinions, or to inform of what is decided or about to be: rules C1 to C4. */
export const consultation: Procedure = {
  name: 'consultation',
  answers: true,
  acts: POSITIONS,
  closes: ['summarise'],
  binds: [],
  veiled: [],
  // C1, C4
  refuses(m, { type, party = '' }) {
    if (type === 'summarise') return undefined;
    if (party === m.asker) return 'not-asked';
    return missing(m).includes(party) ? undefined : 'done-already';
  },
  // C2, C4
  outcome(m) {
    if (m.acts.some((a) => a.type === 'summarise')) return 'summarised';
    return missing(m).length === 0 ? 'answered' : undefined;
  },
  // C3
  expires: () => undefined,
  needs: (m) => ({ what: 'position', from: missing(m) }),
  ifNothing: (m, party) => (missing(m).includes(party) ? 'late' : 'waits'),
};
