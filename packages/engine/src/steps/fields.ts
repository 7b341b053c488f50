import { z } from 'zod';
import { grained } from '../clock/grain.ts';
import { LONGEST_MS } from '../duration.ts';
import { address, houseMark, maybeTexts, meanings, moment, party, texts } from '../fields.ts';
import { RELATIONS } from './terms.ts';

/** Steps in commands. Times are ms from STARTEX, on whole ten seconds. */

/** A span of time, ms: below 0 it goes back. */
const lag = z.number().int().min(-LONGEST_MS).max(LONGEST_MS).transform(grained).register(meanings, { is: 'moment' });

const terms = {
  /** The seat that leads it. */
  lead: address.optional(),
  support: z.array(party).max(12).default([]),
  /** Whom its lead tells, outside the table. */
  tells: z.array(address).max(20).default([]),
  /** Not before, ms from STARTEX. */
  at: moment.optional(),
  after: z
    .array(
      z.strictObject({
        /** The step after which it comes. */
        step: houseMark(20),
        kind: z.enum(RELATIONS).default('FS'),
        min: lag.default(0),
        max: lag.optional(),
      }),
    )
    .max(50)
    .default([]),
  /** The party on whose word it begins; that of its lead: on its own decision. */
  word: party.optional(),
  duration: moment,
  startBy: moment.optional(),
  /** By when its end is reported. */
  by: moment.optional(),
  decision: z.literal(true).optional(),
  authority: maybeTexts(1_000),
};
/** What a step says besides its words. */
export const stepTerms = z.strictObject(terms);
export const stepCard = z.strictObject({ id: houseMark(20), text: texts(2_000), terms: stepTerms });
