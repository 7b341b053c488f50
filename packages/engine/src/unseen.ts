/**
 * What may not stand in a text: signs that take no room or that no font shows, since they carry words unseen. Unicode says
 * which they are (Default_Ignorable_Code_Point; the general categories of controls, formats, halves, private and unassigned
 * code points); two more stand for nothing that is there. What scripts and emoji need is let through where they need it and nowhere else:
 *
 * - a line feed and a tab;
 * - one joiner (ZWJ, ZWNJ) after a letter or mark of a script that uses them, such as Persian and the Indic ones;
 * - one joiner between two emoji; the selector of an emoji’s looks; a keycap’s; the tags of three flags;
 * - the selector of a Han character’s form, as Japanese names need it: of those, the thirty-two that are in use;
 * - Mongolian’s own selectors and separator; a filler in a syllable of Old Hangul that lacks a part;
 * - the signs before Arabic, Syriac and Kaithi numbers, which are formats by category and yet seen;
 * - emoji that Unicode has only set room aside for: a phone may be newer than this program.
 *
 * The marks of direction (U+200E, U+200F, U+061C) stay out: they take no room, and move numbers and signs of others about.
 */
const JOINING =
  'Arabic Syriac Mandaic Mongolian Nko Adlam Hanifi_Rohingya Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Balinese Javanese';
const joining = JOINING.split(' ')
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');
const EMOJI = '\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})?';
/** The flags of England, Scotland and Wales. */
const FLAGS =
  '\\u{1F3F4}\\u{E0067}\\u{E0062}(?:\\u{E0065}\\u{E006E}\\u{E0067}|\\u{E0073}\\u{E0063}\\u{E0074}|\\u{E0077}\\u{E006C}\\u{E0073})\\u{E007F}';

const NEEDED = [
  '[\\t\\n]',
  `(?<=(?!\\p{Default_Ignorable_Code_Point})(?=[\\p{L}\\p{M}])[${joining}])[\\u200C\\u200D](?![\\u200C\\u200D])`,
  `(?<=${EMOJI})\\u200D(?=\\p{Extended_Pictographic})`,
  '(?<=(?![0-9#*])\\p{Emoji})[\\uFE0E\\uFE0F]',
  '(?<=[0-9#*])\\uFE0F(?=\\u20E3)',
  FLAGS,
  '(?<=\\p{Script=Han})[\\uFE00-\\uFE02\\u{E0100}-\\u{E011F}]',
  '(?<=(?=[\\p{L}])\\p{Script=Mongolian})[\\u180B-\\u180D\\u180F]',
  '(?<=(?=[\\p{L}])\\p{Script=Mongolian})\\u180E(?=(?=\\p{L})\\p{Script=Mongolian})',
  '\\u115F(?=[\\u1161-\\u11A7\\uD7B0-\\uD7C6]|\\u1160[\\u11A8-\\u11FF\\uD7CB-\\uD7FB])',
  '(?<=[\\u1100-\\u115E\\uA960-\\uA97C])\\u1160',
  '(?<=\\u115F)\\u1160(?=[\\u11A8-\\u11FF\\uD7CB-\\uD7FB])',
  '[\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}]',
  '(?=\\p{Cn})\\p{Extended_Pictographic}',
].join('|');
const SIGNS = new RegExp(`(${NEEDED})|[\\p{C}\\p{Default_Ignorable_Code_Point}\\uFFFC\\u{16FE4}]`, 'gu');

/** The first sign in a text that may not be there, as U+00AD; undefined if there is none. */
export function unseenIn(text: string): string | undefined {
  for (const [sign, needed] of text.matchAll(SIGNS))
    if (needed === undefined) return `U+${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
  return undefined;
}

/** The text without them. */
export function withoutUnseen(text: string): string {
  return text.replace(SIGNS, (_, needed: string | undefined) => needed ?? '');
}
