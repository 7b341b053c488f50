import { z } from 'zod';
import { language, maybeWords, ref, words } from '../fields.ts';

const fields = {
  /** A message, an inject or what it delivered, an item, a request. */
  of: ref('thing'),
  /** How many versions came before the one that was read; absent: whichever stands. */
  version: z.number().int().min(0).optional(),
  language,
  /** Needed where its title lacks the language. */
  title: maybeWords(300),
  /** As many as it has: an item’s by portion. Where one has the language already, what stands there stays. */
  texts: z.array(words(20_000)).min(1).max(20),
};
export const translationCommands = {
  /** Adds a language to what one’s own side wrote, for all whom a revision would reach. */
  Translate: z.strictObject({ type: z.literal('Translate'), ...fields }),
  /** Keeps, for one’s own side alone, what others wrote in another language. */
  TranslateForUs: z.strictObject({
    type: z.literal('TranslateForUs'),
    ...fields,
    /** The own translation in whose place it comes. */
    instead: ref('thing').optional(),
  }),
};
export type TranslationCommand = z.infer<(typeof translationCommands)[keyof typeof translationCommands]>;
