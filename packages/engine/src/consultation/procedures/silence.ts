import type { Procedure } from '../procedure.ts';

/** Rule S4: a reservation or a statement is not among them. */
const BREAKING = ['object', 'amend'];

/** What nobody objects to by a moment is adopted: rules S1 to S4. */
export const silence: Procedure = {
  name: 'silence',
  decides: true,
  acts: BREAKING,
  closes: [],
  byChair: true, // S1
  binds: BREAKING,
  veiled: BREAKING,
  refuses: () => undefined,
  outcome: (m) => (m.acts.some((a) => BREAKING.includes(a.type)) ? 'broken' : undefined), // S2
  expires: () => 'adopted', // S3
  needs: () => ({ what: 'silence', from: [] }),
  ifNothing: () => 'agreed',
};
