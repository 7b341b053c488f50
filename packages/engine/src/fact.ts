/** The words on which every language rests: of time, of names, of facts. */

/** Scenario time: integer milliseconds from STARTEX. */
export type Ms = number;
/** An opaque id: HMAC of the exercise's secret, so that neither counting nor guessing helps. */
export type Id = string;

/** A text in one language, or one text per language code. */
export type Text = string | { readonly [language: string]: string };

/** What every event is: a name in the past tense and its facts. */
export interface Named {
  readonly type: string;
}

/** Where and when an event stands; handed to `evolve` beside the event. */
export interface Meta {
  readonly id: Id;
  /** Scenario time, ms. */
  readonly at: Ms;
  /** Wall time, ms since 1970. */
  readonly wall: number;
}

/** Every fact in a world names the event that put it there. `slice` and every figure of the review rest on it. */
export interface Fact {
  readonly src: Id;
}

/** Why a command changed nothing; `code` is stable, `message` is for people, in English; screens translate by code. */
export interface Rejection {
  readonly code: string;
  readonly message: string;
  readonly details?: Record<string, string | number>;
}
