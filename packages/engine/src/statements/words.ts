import type { MEDIA, RANKS } from '../kinds.ts';

/** The words of public statements: what is said of a topic, how, and what becomes of it. */

/** What a statement says of a topic. A topic may have fewer. */
export const STANCES = ['affirmed', 'denied', 'open'] as const;
export type Stance = (typeof STANCES)[number];

/** On whose authority it may be quoted: by name; as “a senior official”; not at all, to one outlet alone. */
export const ATTRIBUTIONS = ['on-record', 'background', 'off-record'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

export const POSTURES = ['active', 'response', 'holding', 'no-comment'] as const;
export type Posture = (typeof POSTURES)[number];

/** What an outlet is, and so what its reports look like. */
export type Medium = (typeof MEDIA)[number];

/** Who speaks, the weightiest first: what a correction weighs is read from it. */
export type Rank = (typeof RANKS)[number];

/** How the clearers of a side clear: one after the other, or all at once. */
export const ORDERS = ['ordered', 'parallel'] as const;
export type Order = (typeof ORDERS)[number];
/** What follows when a clearer’s time has passed. */
export const EXPIRIES = ['blocks', 'passes-up', 'clears'] as const;
export type Expiry = (typeof EXPIRIES)[number];
/** What a clearer does. */
export const CLEARINGS = ['clear', 'clear-with-edits', 'object'] as const;
export type Clearing = (typeof CLEARINGS)[number];

/** What sides may agree on here, as a matter in a forum. */
export const AGREEMENTS = ['line', 'meaning', 'publicity', 'joint'] as const;
export type AgreementKind = (typeof AGREEMENTS)[number];

/** How one thing said hangs on another. */
export const LINKS = ['corrects', 'answers', 'reads', 'brought', 'joint', 'drafted', 'line'] as const;
export type LinkKind = (typeof LINKS)[number];

/** How two statements stand to each other, the gravest first. */
export const VERDICTS = ['contradictory', 'ambiguous', 'compatible', 'consistent'] as const;
export type Verdict = (typeof VERDICTS)[number];
/** What may be flagged: beside pairs, what departs from an agreed line, and what a report makes of what it read. */
export const FLAGS = ['contradictory', 'ambiguous', 'off-line', 'misquotation', 'inference'] as const;
export type FlagKind = (typeof FLAGS)[number];
