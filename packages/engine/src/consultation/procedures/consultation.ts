import { asked, digestOf, lastVersion, type Procedure, type Proceeding, standing } from '../procedure.ts';

const POSITIONS = ['view', 'no-instructions'];
/** Rule C5: what was said of an earlier version counts no more. */
function missing(m: Proceeding): string[] {
  const said = standing(m, POSITIONS);
  const version = lastVersion(m);
  return asked(m).filter((p) => {
    const act = said.get(p);
    return act === undefined || m.acts.indexOf(act) < version;
  });
}

/** To exchange information and opinions, or to inform of what is decided or about to be: rules C1 to C6. */
export const consultation: Procedure = {
  name: 'consultation',
  answers: true,
  acts: POSITIONS,
  closes: ['summarise'],
  binds: [],
  veiled: [],
  renewed: POSITIONS,
  // C1, C4
  refuses(m, { type, party = '', on }) {
    if (type === 'summarise') return undefined;
    if (on !== undefined && on !== digestOf(m)) return 'other-text'; // C6
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
