import type { Address } from '../audience.ts';
import type { Id, Ms, Text } from '../fact.ts';
import type { Attribution, Medium, Posture, Rank, Stance } from './words.ts';

/** What a topic, a claim, a line, a statement, a report and a press conference are made of. */

export interface Topic {
  readonly id: string;
  readonly name: Text;
  readonly stances: readonly Stance[];
}
/** What is said of one topic. `term`: the term by which it was said, if that is contested; `quoted`: an outlet puts it in a speaker’s mouth. */
export interface Claim {
  readonly topic: string;
  readonly stance: Stance;
  readonly term?: string | undefined;
  readonly quoted?: true | undefined;
}
export interface LineCard {
  readonly name: Text;
  /** What is said, word for word. */
  readonly text: Text;
  readonly claims: readonly Claim[];
  /** The parties that agreed it; one: a side’s own line, an “if asked” answer, a holding line. */
  readonly agreed: readonly string[];
  /** Until when it stands, scenario ms; absent: until another replaces it. */
  readonly until?: Ms | undefined;
  readonly use: 'line' | 'holding' | 'if-asked';
}
/** An outlet’s question, as it was put. */
export interface Asked {
  readonly by: Address;
  readonly text: Text;
}
export interface StatementCard {
  /** For which side; of a joint statement the side that proposed it. */
  readonly party: string;
  /** All of them, of a joint statement. */
  readonly parties?: readonly string[] | undefined;
  /** `seat:…` or `entity:…`; absent where it is not to be named. */
  readonly by?: Address | undefined;
  readonly rank: Rank;
  readonly attribution: Attribution;
  readonly posture: Posture;
  /** Off the record: the outlet to which it was said. */
  readonly outlet?: Address | undefined;
  readonly venue?: Text | undefined;
  /** Verbatim, if one was asked. */
  readonly question?: Asked | undefined;
  readonly text: Text;
  /** The press conference at which it was said. */
  readonly conference?: Id | undefined;
}
export interface ReportCard {
  /** The outlet: `entity:…`. */
  readonly outlet: Address;
  readonly medium: Medium;
  readonly title: Text;
  readonly text?: Text | undefined;
}
export interface ConferenceCard {
  readonly title: Text;
  readonly venue?: Text | undefined;
  readonly hosts: readonly Address[];
  readonly parties: readonly string[];
  readonly until?: Ms | undefined;
}
