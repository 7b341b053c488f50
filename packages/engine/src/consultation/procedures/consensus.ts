import { isPast } from '../../deadlines.ts';
import { asked, type Procedure, type Proceeding, standing } from '../procedure.ts';

const STANCES = ['join', 'abstain', 'object', 'no-instructions'];
const stances = (m: Proceeding) => standing(m, STANCES);
/** Rule K1: the asker has joined by asking. */
const stance = (m: Proceeding, party: string): string | undefined =>
  stances(m).get(party)?.type ?? (party === m.asker ? 'join' : undefined);
const carries = (of: string | undefined): boolean => of === 'join' || of === 'abstain';
const objecting = (m: Proceeding): string[] => m.members.filter((p) => stance(m, p) === 'object');
const open = (m: Proceeding): string[] => m.members.filter((p) => !carries(stance(m, p)));

/** Reached when nobody objects: rules K1 to K6. */
export const consensus: Procedure = {
  name: 'consensus',
  answers: true,
  acts: STANCES,
  closes: ['conclude', 'take-note', 'summarise'],
  binds: ['object'],
  veiled: [],
  refuses(m, { type, party = '', at }) {
    if (type === 'conclude') return objecting(m).length > 0 ? 'objection-stands' : isPast(m.due, at) ? undefined : 'not-due'; // K5
    if (type === 'take-note' || type === 'summarise') return undefined; // K6
    return stance(m, party) === type ? 'done-already' : undefined; // K2
  },
  outcome(m) {
    const closing = m.acts.find((a) => consensus.closes.includes(a.type));
    if (closing) return { conclude: 'agreed', 'take-note': 'noted', summarise: 'summarised' }[closing.type];
    return open(m).length === 0 ? 'agreed' : undefined; // K3
  },
  // K4
  expires: () => undefined,
  needs(m, now) {
    if (objecting(m).length > 0) return { what: 'objection-lifted', from: objecting(m) };
    // K5
    return isPast(m.due, now) ? { what: 'conclusion', from: m.chairs } : { what: 'position', from: open(m) };
  },
  ifNothing: (m, party) => (asked(m).includes(party) && stance(m, party) === undefined ? 'late' : 'waits'),
};

/** Those who had neither joined nor abstained when it was concluded: rule K5. */
export const notHeard = open;
