import type { Procedure } from '../procedure.ts';
import type { ProcedureName } from '../words.ts';
import { adReferendum } from './ad-referendum.ts';
import { consensus } from './consensus.ts';
import { consultation } from './consultation.ts';
import { jointSignature } from './joint-signature.ts';
import { notification } from './notification.ts';
import { silence } from './silence.ts';

/** The procedures that forums may have. A new one is a file beside these, a line here and its words in `words.ts`. */
export const PROCEDURES: Readonly<Record<ProcedureName, Procedure>> = {
  notification,
  consultation,
  consensus,
  silence,
  'ad-referendum': adReferendum,
  'joint-signature': jointSignature,
};
