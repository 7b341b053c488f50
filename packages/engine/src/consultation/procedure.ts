import type { Ms } from '../fact.ts';
import type { IfNothing } from '../room.ts';
import { ASIDE, WITHDRAW } from './words.ts';

/** What a party, or a chair, has done in a matter, as its procedure counts it. */
export interface Act {
  readonly type: string;
  /** Whose act it is; undefined for one that concerns no party (a new version of the text). */
  readonly party?: string | undefined;
  readonly at: Ms;
  /** The digest that was signed, or that the new version has; the name of a concern. */
  readonly on?: string | undefined;
}

/** A matter as its procedure sees it: parties and acts, no texts and no ids. */
export interface Proceeding {
  readonly members: readonly string[];
  readonly chairs: readonly string[];
  readonly asker: string;
  readonly opened: Ms;
  /** Until when, scenario ms: as it was opened, or prolonged last. */
  readonly due?: Ms | undefined;
  /** Terms that it was opened with, by the procedure’s own words. */
  readonly terms: Readonly<Record<string, string>>;
  readonly acts: readonly Act[];
}

/** What is still needed before there is an outcome: a word that screens put into a sentence, and whose act it is. */
export interface Need {
  readonly what: string;
  /** The parties whose act is missing; of `silence`: none. */
  readonly from: readonly string[];
  /** How many such acts are needed, where it is not one of each. */
  readonly count?: number | undefined;
  /** What is needed besides. */
  readonly besides?: Need | undefined;
}

/**
 * A procedure: pure functions of a proceeding. The rules stand in docs/consultation-rules.md; each is cited where it is
 * implemented, and held to a reference written apart.
 */
export interface Procedure {
  readonly name: string;
  /** What members may do. */
  readonly acts: readonly string[];
  /** By which acts a chair closes it. */
  readonly closes: readonly string[];
  /** True if only a chair may open it. */
  readonly byChair?: true;
  /** Its members answer: what they say may be kept together, and counts among the answers. */
  readonly answers?: true;
  /** Due decides it: it is opened with a time, on a text without brackets, and a jump stops before it. */
  readonly decides?: true;
  /** Acts that bind the party: they are for its head or a seat with the right to sign (rule G7). */
  readonly binds: readonly string[];
  /** Acts of which the party’s name goes to the chair alone. */
  readonly veiled: readonly string[];
  /** Acts that a new version of the text makes void. */
  readonly renewed?: readonly string[];
  /** True if a new version asks the asker, too, who had answered by asking. */
  readonly renewsAsker?: true;
  /** Why an act may not be done now, by its code; undefined if it may. Membership, outcome and time set are judged already. */
  refuses(m: Proceeding, act: Act): string | undefined;
  /** The outcome that the acts so far have brought; undefined while it is open. */
  outcome(m: Proceeding): string | undefined;
  /** The outcome at due, if nobody acts any more; undefined if it stays open. */
  expires(m: Proceeding): string | undefined;
  /** What is still needed. */
  needs(m: Proceeding, now: Ms): Need;
  /** What follows for a party at due, if it does nothing. */
  ifNothing(m: Proceeding, party: string): IfNothing;
  /** Due, where it follows from the acts and nobody sets or prolongs it; undefined while none follows. */
  due?(m: Proceeding): Ms | undefined;
}

export const asked = (m: Proceeding): string[] => m.members.filter((p) => p !== m.asker);

/** Each party’s last act of these types. */
export function standing(m: Proceeding, types: readonly string[]): Map<string, Act> {
  const last = new Map<string, Act>();
  for (const act of m.acts) if (act.party !== undefined && types.includes(act.type)) last.set(act.party, act);
  return last;
}

/** Where among the acts the text had its last new version; -1 if it had none. */
export const lastVersion = (m: Proceeding): number => m.acts.findLastIndex((a) => a.type === 'new-version');
/** The digest of the text as it stands: of its last version, or the one that the matter was opened on. */
export const digestOf = (m: Proceeding): string | undefined => m.acts[lastVersion(m)]?.on ?? m.terms.digest;

export type Refused = 'not-a-member' | 'no-such-act' | 'closed' | 'not-the-chair' | string;

const until = (p: Procedure, m: Proceeding): Ms | undefined => (p.due ? p.due(m) : m.due);

/** The outcome of a matter at a moment: what its acts, the chair or the time set have brought; undefined while it is open. */
export function outcomeOf(p: Procedure, m: Proceeding, now: Ms): string | undefined {
  const due = until(p, m);
  // Rule G6: an act exactly at due comes before what due brings.
  const brought = m.acts.some((a) => a.type === WITHDRAW) ? 'withdrawn' : p.outcome(m);
  return brought ?? (due !== undefined && now > due ? p.expires(m) : undefined);
}

/** Why an act may not be done at this moment; undefined if it may. */
export function refusedAct(p: Procedure, m: Proceeding, act: Act): Refused | undefined {
  const { party = '' } = act;
  if (!m.members.includes(party)) return 'not-a-member'; // G1
  if (outcomeOf(p, m, act.at) !== undefined) return 'closed'; // G2
  const isChair = m.chairs.includes(party);
  if (act.type === WITHDRAW) return isChair || party === m.asker ? undefined : 'not-the-chair'; // G4
  if ((ASIDE as readonly string[]).includes(act.type)) return undefined; // G5
  if (p.closes.includes(act.type)) return isChair ? p.refuses(m, act) : 'not-the-chair';
  return p.acts.includes(act.type) ? p.refuses(m, act) : 'no-such-act'; // G1
}

/** Why a matter may not be prolonged to `due`: rule G3. */
export function refusedTime(p: Procedure, m: Proceeding, party: string, due: Ms, now: Ms): Refused | undefined {
  if (!m.chairs.includes(party)) return 'not-the-chair';
  if (outcomeOf(p, m, now) !== undefined) return 'closed';
  if (p.due) return 'no-such-act';
  return due > now && (m.due === undefined || due > m.due) ? undefined : 'no-later';
}
