import type { Text } from '@entente/engine';

/** A lane: a party by its id, `all` for everyone and the public, `control` for control and simulated entities. */
export type LaneId = string;

/** One mark on the timeline. Shape says what, lane says whose, state says trouble. */
export interface Mark {
  readonly key: string;
  readonly lane: LaneId;
  /** Which of the capability’s kinds; its switch shows and hides it. */
  readonly kind: string;
  /** What its shape depends on: kind of inject, purpose of a message, type of a clock event. */
  readonly form: string;
  readonly at: number;
  /** End of the time allowed, for an expected action. */
  readonly until?: number | undefined;
  readonly number?: string | undefined;
  readonly title?: Text | undefined;
  readonly status?: string | undefined;
  readonly lateBy?: number | undefined;
  /** The time until `until` is allowed for it, and drawn. */
  readonly allowed?: true;
  /** In place of a title: a key of the review’s words. */
  readonly says?: string | undefined;
  /** Without words while the whole exercise is on the screen, and on paper; `always`: on paper alone. */
  readonly wordless?: 'far' | 'always' | undefined;
  /** Drawn as one with others of its kind that stand close by. */
  readonly together?: true;
  /** Its name in the legend of a report; absent for what a report does not draw. */
  readonly legend?: string | undefined;
}
