import type { Act, Procedure, Proceeding } from '../consultation/index.ts';
import type { Ms } from '../fact.ts';

/**
 * Clearance as a procedure: a matter of one side among its clearers. The rules stand in docs/statement-rules.md and are cited
 * here. Terms: `order`. Acts: what clearers do, and that the time of one has passed (`lapsed-…`, what follows).
 */

const CLEARS: readonly string[] = ['clear', 'clear-with-edits', 'lapsed-clears'];
/** Rule D5: whose time has passed blocks, but may still clear. */
const DONE: readonly string[] = [...CLEARS, 'lapsed-passes-up'];

const last = (m: Proceeding, member: string): Act | undefined => m.acts.findLast((a) => a.party === member && a.type !== 'lapsed-blocks');

/** Those who have neither cleared nor been passed over. */
const pending = (m: Proceeding): string[] => m.members.filter((c) => !DONE.includes(last(m, c)?.type ?? ''));
const objecting = (m: Proceeding): string[] => m.members.filter((c) => last(m, c)?.type === 'object');

/** Who has it now. Rules D2 and D3: in order the first who has not cleared, in parallel all of them. */
export function holders(m: Proceeding): string[] {
  const open = pending(m);
  return m.terms.order === 'ordered' ? open.slice(0, 1) : open;
}

/** True if words were changed after a clearer had cleared them: rule D6. */
export function editedSince(m: Proceeding, clearer: string): boolean {
  const cleared = m.acts.findLastIndex((a) => a.party === clearer && CLEARS.includes(a.type));
  return cleared >= 0 && m.acts.slice(cleared + 1).some((a) => a.type === 'clear-with-edits' && a.party !== clearer);
}

export const clearing: Procedure = {
  name: 'clearance',
  answers: true,
  decides: true,
  acts: ['clear', 'clear-with-edits', 'object'],
  closes: [],
  binds: [],
  veiled: [],
  refuses(m, { type, party = '' }) {
    if (party === m.asker) return 'own-draft'; // D1
    if (holders(m).includes(party)) return undefined;
    if (type === 'object' && editedSince(m, party)) return undefined; // D6
    return pending(m).includes(party) ? 'not-your-turn' : 'done-already'; // D2, D4
  },
  // D4
  outcome: (m) => (pending(m).length === 0 && m.members.length > 0 ? 'cleared' : undefined),
  // D5: what follows is an act of its own, clearer for clearer.
  expires: () => undefined,
  needs(m) {
    const against = objecting(m);
    return against.length > 0 ? { what: 'objection-lifted', from: against } : { what: 'clearance', from: holders(m) };
  },
  ifNothing: (m, party) =>
    holders(m).includes(party)
      ? m.terms.expired === 'clears'
        ? 'agreed'
        : m.terms.expired === 'passes-up'
          ? 'escalates'
          : 'late'
      : 'waits',
};

/** How much time each of so many clearers has, the last until `due`: rule D7. */
export function shares(count: number, now: Ms, due: Ms, each: Ms, grain: (at: Ms) => Ms): Ms[] {
  const step = Math.min(each, Math.max(0, due - now) / Math.max(1, count));
  return Array.from({ length: count }, (_, i) => Math.min(due, grain(due - step * (count - 1 - i))));
}
