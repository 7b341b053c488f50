/** The words of procedures: what they are called, what may be done in them, and how a matter may end. */

export const PROCEDURE_NAMES = ['notification', 'consultation', 'consensus', 'silence', 'ad-referendum', 'joint-signature'] as const;
export type ProcedureName = (typeof PROCEDURE_NAMES)[number];

/** What members do. */
const ACTS = [
  'acknowledge',
  'view',
  'no-instructions',
  'join',
  'abstain',
  'object',
  'amend',
  'agree',
  'agree-ad-referendum',
  'confirm',
  'decline',
  'sign',
  'refuse',
] as const;
/** By what a chair closes a matter. */
const CLOSES = ['summarise', 'conclude', 'take-note'] as const;
/** Rule G5: acts that every procedure has and that change no outcome. */
export const ASIDE = ['ask-time', 'reserve', 'interpret'] as const;
/** Rule G4. */
export const WITHDRAW = 'withdraw';
/** A signatory has read what was said after it signed. */
export const NOTE = 'note-statements';
export const ACT_NAMES = [...ACTS, ...CLOSES, ...ASIDE, WITHDRAW, NOTE] as const;

/** How a matter may end. */
export const OUTCOMES = [
  'acknowledged',
  'answered',
  'summarised',
  'agreed',
  'noted',
  'broken',
  'adopted',
  'not-agreed',
  'lapsed',
  'signed',
  'not-signed',
  'withdrawn',
] as const;

/** Outcomes by which the sides have agreed: to a text, for good. */
export const AGREED: readonly string[] = ['agreed', 'adopted', 'signed'] satisfies (typeof OUTCOMES)[number][];

/** How a matter of each procedure may end, beside that it is withdrawn. */
export const OUTCOMES_OF: Readonly<Record<ProcedureName, readonly (typeof OUTCOMES)[number][]>> = {
  notification: ['acknowledged'],
  consultation: ['answered', 'summarised'],
  consensus: ['agreed', 'noted', 'summarised'],
  silence: ['broken', 'adopted'],
  'ad-referendum': ['agreed', 'not-agreed', 'lapsed'],
  'joint-signature': ['signed', 'not-signed'],
};

/** Why members consult: to exchange views, to inform of what is decided or about to be, to seek consensus. */
export const FORMS = ['exchange', 'inform', 'consensus'] as const;
export type Form = (typeof FORMS)[number];
/** How far the asker’s own decision is, as the asker says. */
export const BASES = ['open', 'about', 'taken'] as const;
export type Basis = (typeof BASES)[number];
/** When members see each other’s positions. */
export const SHOWN = ['come', 'together'] as const;
export type Shown = (typeof SHOWN)[number];
