import type { Ms } from '../../fact.ts';
import type { Act, Procedure, Proceeding } from '../procedure.ts';

/**
 * rfcbot’s final comment period: lazy consensus with named concerns. Rules F1 to F7 of docs/consultation-rules.md; no
 * forum has it, it shows that a procedure is one file.
 */
const TEN_DAYS = 10 * 24 * 60 * 60 * 1000;

interface State {
  readonly reviewed: Set<string>;
  /** Whose each concern is, by its name; resolved ones are in `resolved` too. */
  readonly concerns: Map<string, string>;
  readonly resolved: Set<string>;
  started?: Ms | undefined;
}

function stateOf(m: Proceeding): State {
  const s: State = { reviewed: new Set([m.asker]), concerns: new Map(), resolved: new Set() }; // F1
  start(m, s, m.opened);
  for (const act of m.acts) {
    take(s, act);
    start(m, s, act.at);
  }
  return s;
}

function take(s: State, { type, party = '', on = '' }: Act): void {
  if (type === 'review') s.reviewed.add(party);
  if (type === 'concern') {
    s.concerns.set(on, party);
    s.started = undefined; // F6
  }
  if (type === 'resolve') s.resolved.add(on);
}

const open = (s: State): string[] => [...s.concerns.keys()].filter((name) => !s.resolved.has(name));
const unreviewed = (m: Proceeding, s: State): string[] => m.members.filter((p) => !s.reviewed.has(p));
/** Rule F4: how many reviews are missing before the period can start. */
function reviewsMissing(m: Proceeding, s: State): number {
  const missing = unreviewed(m, s).length;
  const spare = Math.min(2, Math.ceil(m.members.length / 2) - 1);
  return Math.max(0, missing - spare);
}
function start(m: Proceeding, s: State, at: Ms): void {
  if (open(s).length === 0 && reviewsMissing(m, s) === 0) s.started ??= at; // F4
}

export const finalCommentPeriod: Procedure = {
  name: 'final-comment-period',
  acts: ['review', 'concern', 'resolve', 'cancel'],
  closes: [],
  binds: [],
  veiled: [],
  refuses(m, { type, party = '', on }) {
    const s = stateOf(m);
    if (type === 'review') return s.reviewed.has(party) ? 'done-already' : undefined; // F1
    if (type === 'concern') return on === undefined ? 'no-name' : s.concerns.has(on) ? 'done-already' : undefined; // F2
    if (type === 'resolve')
      return on !== undefined && s.concerns.get(on) === party && !s.resolved.has(on) ? undefined : 'nothing-to-resolve'; // F3
    return undefined;
  },
  // F7
  outcome: (m) => (m.acts.some((a) => a.type === 'cancel') ? 'cancelled' : undefined),
  // F5
  expires: (m) => m.terms.disposition,
  due(m) {
    const { started } = stateOf(m);
    return started === undefined ? undefined : started + TEN_DAYS;
  },
  needs(m) {
    const s = stateOf(m);
    const concerns = open(s);
    const from = [...new Set(concerns.map((name) => s.concerns.get(name) ?? ''))];
    const missing = reviewsMissing(m, s);
    const review = missing > 0 ? { what: 'review', from: unreviewed(m, s), count: missing } : undefined;
    if (concerns.length > 0) return { what: 'concern-resolved', from, count: concerns.length, besides: review };
    return review ?? { what: 'silence', from: [] };
  },
  ifNothing: (m) => (stateOf(m).started === undefined ? 'waits' : 'agreed'),
};
