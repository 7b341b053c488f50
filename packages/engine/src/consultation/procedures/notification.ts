import { asked, type Procedure, type Proceeding, standing } from '../procedure.ts';

const missing = (m: Proceeding): string[] => asked(m).filter((p) => !standing(m, ['acknowledge']).has(p));

/** Sent, delivered, read, acknowledged by a role; escalated when it is not: rules N1 to N3. */
export const notification: Procedure = {
  name: 'notification',
  answers: true,
  acts: ['acknowledge'],
  closes: [],
  binds: [],
  veiled: [],
  // N1
  refuses: (m, { party = '' }) => (party === m.asker ? 'not-asked' : missing(m).includes(party) ? undefined : 'done-already'),
  // N2
  outcome: (m) => (missing(m).length === 0 ? 'acknowledged' : undefined),
  // N3
  expires: () => undefined,
  needs: (m) => ({ what: 'acknowledgement', from: missing(m) }),
  ifNothing: (m, party) => (missing(m).includes(party) ? 'escalates' : 'waits'),
};
