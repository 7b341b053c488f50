import type { Procedure } from '../procedure.ts';
import { adReferendum } from './ad-referendum.ts';
import { consensus } from './consensus.ts';
import { consultation } from './consultation.ts';
import { jointSignature } from './joint-signature.ts';
import { notification } from './notification.ts';
import { silence } from './silence.ts';

/** The procedures that forums may have. A new one is a file beside these and a line here. */
export const PROCEDURES = {
  notification,
  consultation,
  consensus,
  silence,
  'ad-referendum': adReferendum,
  'joint-signature': jointSignature,
} as const satisfies Record<string, Procedure>;
export type ProcedureName = keyof typeof PROCEDURES;

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
