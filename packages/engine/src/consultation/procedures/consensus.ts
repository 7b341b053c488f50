import { isPast } from '../../deadlines.ts';
import { asked, digestOf, lastVersion, type Procedure, type Proceeding, standing } from '../procedure.ts';

const STANCES = ['join', 'abstain', 'object', 'no-instructions'];
/** Rule K7: what was said of an earlier version counts no more. */
const RENEWED = ['join', 'abstain', 'no-instructions'];
/** Rule K1: the asker has joined by asking, until a new version asks it, too. */
function stance(m: Proceeding, party: string): string | undefined {
  const said = standing(m, STANCES).get(party);
  const version = lastVersion(m);
  if (said === undefined) return party === m.asker && version < 0 ? 'join' : undefined;
  return RENEWED.includes(said.type) && m.acts.indexOf(said) < version ? undefined : said.type;
}
const carries = (of: string | undefined): boolean => of === 'join' || of === 'abstain';
const objecting = (m: Proceeding): string[] => m.members.filter((p) => stance(m, p) === 'object');
const open = (m: Proceeding): string[] => m.members.filter((p) => !carries(stance(m, p)));

/** Reached when nobody objects: rules K1 to K8. */
export const consensus: Procedure = {
  name: 'consensus',
  answers: true,
  acts: STANCES,
  closes: ['conclude', 'take-note', 'summarise'],
  binds: ['object'],
  veiled: [],
  renewed: RENEWED,
  renewsAsker: true,
  refuses(m, { type, party = '', at, on }) {
    if (on !== undefined && on !== digestOf(m) && type !== 'take-note' && type !== 'summarise') return 'other-text'; // K8
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
