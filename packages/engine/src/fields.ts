import { z } from 'zod';
import { grained } from './clock/grain.ts';
import { durationMs, LONGEST_MS } from './duration.ts';
import { unseenIn } from './unseen.ts';

/** Fields that several sections of a scenario share, and the fields of commands by what they mean. */

/**
 * What an id names: `thing` is a message, a delivery or an item; `card` is what waits for a controller’s hand; `stop` a matter or
 * a draft before which a jump stops.
 */
export type RefKind =
  | 'card'
  | 'inject'
  | 'delivery'
  | 'expected'
  | 'message'
  | 'roll'
  | 'item'
  | 'request'
  | 'forum'
  | 'matter'
  | 'stop'
  | 'draft'
  | 'decision'
  | 'table-text'
  | 'bracket'
  | 'subject'
  | 'said'
  | 'press-question'
  | 'press-draft'
  | 'joint'
  | 'conference'
  | 'queued'
  | 'line'
  | 'flagged'
  | 'board'
  | 'criterion'
  | 'option'
  | 'own-step'
  | 'task'
  | 'thing';
/** What a field of a command means; said once, beside its schema, for whoever walks commands. */
export type Meaning =
  | { readonly is: 'ref'; readonly to: RefKind }
  | { readonly is: 'address'; readonly of?: 'originator' }
  | { readonly is: 'party' | 'upload' | 'label' | 'variable' | 'value' | 'moment' | 'words' | 'language' | 'mark' };
export const meanings = z.registry<Meaning>();

/** What a command is, beside what its fields mean; said once, beside its schema. */
export interface Act {
  /** Control’s alone. */
  readonly control?: true;
  /** What a later command may name by it: the item that it gives, makes or answers with; else what it makes. */
  readonly brings?:
    | 'item'
    | 'request'
    | 'matter'
    | 'draft'
    | 'decision'
    | 'table-text'
    | 'bracket'
    | 'board'
    | 'criterion'
    | 'option'
    | 'own-step'
    | 'said'
    | 'press-question'
    | 'press-draft'
    | 'conference'
    | 'queued';
  /** Its seat is there, or reads, and says nothing. */
  readonly quiet?: true;
}
export const acts = z.registry<Act>();

/** The id of something that the acting seat was given. */
export const ref = (to: RefKind) => z.string().max(40).register(meanings, { is: 'ref', to });
/** `seat:…`, `cell:…`, `party:…`, `entity:…`, `control`, `control:PARTY`, `everyone`, `public`. */
export const address = z.string().max(80).register(meanings, { is: 'address' });
/** Whose word an item has: `party:…` or `entity:…`. */
export const originator = z.string().max(80).register(meanings, { is: 'address', of: 'originator' });
/** A party’s own id. */
export const party = z.string().max(64).register(meanings, { is: 'party' });
/** A variable’s id in the scenario. */
export const variable = z.string().max(64).register(meanings, { is: 'variable' });
/** A short mark that the house gives: a paragraph, a digest. */
export const houseMark = (most: number) => z.string().max(most).register(meanings, { is: 'mark' });
/** A language, as a key of what is said in several: `en`, `ko`. */
export const language = z
  .string()
  .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
  .register(meanings, { is: 'language' });

export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'an id is a short slug: small letters, digits and hyphens')
  .describe('A short slug: small letters, digits and hyphens');
const UNSEEN = 'there are characters in it that cannot be shown; write it anew without them';
const isSeen = (text: string): boolean => unseenIn(text) === undefined;
/** What stands beside texts: numbers, marks, values. */
export const seen = (most: number) => z.string().max(most).refine(isSeen, UNSEEN);
const text = z.string().min(1).max(20_000).refine(isSeen, UNSEEN);
export const textSchema = z
  .union([text, z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), text)])
  .describe('A text, or one text per language: {en: …, ko: …}');
export const duration = z
  .string()
  .refine((s) => durationMs(s) !== undefined, 'a time is an ISO 8601 duration from STARTEX, such as PT1H30M')
  .transform((s) => durationMs(s) as number)
  .describe('An ISO 8601 duration, such as PT1H30M');
/** A scenario time at which something begins or ends: rounded up to whole ten seconds. */
export const scheduled = duration.transform(grained).describe('An ISO 8601 duration from STARTEX, such as PT1H30M; on whole ten seconds');

/** A time that a person sets in a command, ms from STARTEX: rounded up to whole ten seconds. */
export const moment = z.number().int().min(0).max(LONGEST_MS).transform(grained).register(meanings, { is: 'moment' });
/** A time to which the clock is to go, ms from STARTEX: no deadline, so it stands as it was given. */
export const clockTime = z.number().int().min(0).max(LONGEST_MS).register(meanings, { is: 'moment' });
/** A time at which something was done already, ms from STARTEX: the clock bounds it. */
export const doneAt = z.number().int().min(0).register(meanings, { is: 'moment' });

/** Beside blanks and what nobody sees: the Braille blank and the null note, which fonts leave white. */
const SOMETHING = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}]/u;

const lines = (s: string): string => s.replace(/\r\n|[\u2028\u2029]/g, '\n').trim();
const oneLine = (s: string): string => lines(s).replace(/[\n\t]+/g, ' ');

/** What a person wrote: trimmed, with something to see in it; `form` brings it into shape first. */
export const words = (most: number, form = lines) =>
  z
    .string()
    .transform(form)
    .pipe(
      z
        .string()
        .max(most)
        .refine((s) => SOMETHING.test(s), 'write something')
        .refine(isSeen, UNSEEN),
    )
    .register(meanings, { is: 'words' });

/** Words, or the same in several languages: `{en: …, ko: …}`. */
export const texts = (most: number) =>
  z.union([
    words(most),
    z
      .record(language, words(most))
      .refine((t) => Object.keys(t).length > 0 && Object.keys(t).length <= MOST_LANGUAGES, `in 1 to ${MOST_LANGUAGES} languages`),
  ]);
const MOST_LANGUAGES = 5;
const NOTHING = z.literal('').transform(() => undefined);

/** The same where nothing need be written; what is empty counts as absent. */
export const maybeWords = (most: number) => z.union([NOTHING, words(most)]).optional();
export const maybeTexts = (most: number) => z.union([NOTHING, texts(most)]).optional();

/** What people are called: in one line, so that a name cannot look like two. */
export const nameWords = (most: number) => words(most, oneLine);
export const maybeNameWords = (most: number) => z.union([NOTHING, nameWords(most)]).optional();

/** After what, and how long after, something happens. */
export const after = z.strictObject({
  event: slug.optional().describe('An inject (when released) or an expected action (when met)'),
  milestone: slug.optional(),
  delay: duration.default(0),
});
/** The same, read: a row of the MSEL that comes after an inject (when released), an expected action (when met) or a milestone. */
export type After = Readonly<z.output<typeof after>>;
export const value = z.union([z.number(), z.boolean(), seen(200).register(meanings, { is: 'value' })]);
/** In commands: uploads of the acting seat, by the id that the upload was answered with. */
const upload = z.string().min(1).max(64).register(meanings, { is: 'upload' });
export const uploads = z.array(upload).max(10).optional();
