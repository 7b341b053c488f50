import { type Need, type Procedure, type Proceeding, standing } from '../procedure.ts';

/**
 * A ballot of the IETF’s steering group. Rules B1 to B7 of docs/consultation-rules.md; no forum has it, it shows that a
 * procedure is one file.
 */
const POSITIONS = ['yes', 'no-objection', 'discuss', 'abstain', 'recuse'];

const revision = (m: Proceeding): string | undefined => m.acts.findLast((a) => a.type === 'new-version')?.on ?? m.terms.digest;
const holding = (m: Proceeding, ...positions: string[]): string[] => {
  const of = standing(m, POSITIONS);
  return m.members.filter((p) => positions.includes(of.get(p)?.type ?? 'none'));
};
/** Rules B4 and B5: how many are needed that say Yes or No Objection. */
const needed = (m: Proceeding): number =>
  m.terms.track === 'standards' ? Math.ceil(((m.members.length - holding(m, 'recuse').length) * 2) / 3) : 1;

/** All that it needs, in the order in which it is said. */
function wanting(m: Proceeding): Need[] {
  const needs: Need[] = [];
  const inFavour = holding(m, 'yes', 'no-objection');
  const others = m.members.filter((p) => !holding(m, 'yes', 'recuse').includes(p));
  if (holding(m, 'yes').length === 0) needs.push({ what: 'yes', from: others, count: 1 }); // B2
  const discusses = holding(m, 'discuss');
  if (discusses.length > 0) needs.push({ what: 'discuss-cleared', from: discusses }); // B3
  const more = needed(m) - inFavour.length;
  // B5: that it needs a Yes is said already.
  if (more > 0 && m.terms.track === 'standards')
    needs.push({ what: 'in-favour', from: others.filter((p) => !inFavour.includes(p)), count: more }); // B4
  return needs;
}

export const iesgBallot: Procedure = {
  name: 'iesg-ballot',
  acts: POSITIONS,
  closes: ['approve'],
  binds: [],
  veiled: [],
  refuses(m, { type, party = '', on }) {
    if (type === 'approve') return wanting(m).length > 0 ? 'not-passed' : undefined; // B7
    if (on === undefined || on !== revision(m)) return 'other-text'; // B6
    const last = standing(m, POSITIONS).get(party);
    return last?.type === type && last.on === on ? 'done-already' : undefined; // B1
  },
  outcome: (m) => (m.acts.some((a) => a.type === 'approve') ? 'approved' : undefined),
  expires: () => undefined,
  needs: (m) =>
    wanting(m).reduceRight<Need | undefined>((besides, need) => ({ ...need, besides }), undefined) ?? { what: 'approval', from: m.chairs },
  ifNothing: () => 'waits',
};
