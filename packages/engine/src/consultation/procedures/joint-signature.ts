import { digestOf, lastVersion, type Procedure, type Proceeding } from '../procedure.ts';

/** Rule J3: signatures on the text as it stands, by party. */
const signed = (m: Proceeding): string[] =>
  m.acts.slice(lastVersion(m) + 1).flatMap((a) => (a.type === 'sign' && a.party ? [a.party] : []));
const missing = (m: Proceeding): string[] => m.members.filter((p) => !signed(m).includes(p));

/** The same text, signed for every party: rules J1 to J6. */
export const jointSignature: Procedure = {
  name: 'joint-signature',
  decides: true,
  acts: ['sign', 'refuse'],
  closes: [],
  binds: ['sign', 'refuse'],
  veiled: [],
  renewed: ['sign'],
  refuses(m, { type, party = '', on }) {
    if (type === 'refuse') return undefined;
    if (on === undefined || on !== digestOf(m)) return 'other-text'; // J2
    return missing(m).includes(party) ? undefined : 'done-already'; // J1
  },
  outcome(m) {
    if (m.acts.some((a) => a.type === 'refuse')) return 'not-signed'; // J5
    return missing(m).length === 0 ? 'signed' : undefined; // J4
  },
  expires: () => 'not-signed', // J6
  needs: (m) => ({ what: 'signature', from: missing(m) }),
  ifNothing: () => 'lapses',
};
