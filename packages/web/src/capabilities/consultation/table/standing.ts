import type { Text, World } from '@entente/engine';
import {
  actsOf,
  type Bracket,
  current,
  type Matter,
  stands,
  standsBy,
  type TableText,
  type Version,
  voidsIn,
} from '@entente/engine/consultation';

/** What stands of a text, for those who read it: no rules, only what follows from what was told. */

/** The matters that a text was on, the oldest first. */
export const mattersOn = (world: World, text: TableText): Matter[] =>
  [...world.consultation.matters.values()].filter((m) => m.on?.of === text.id);

/** The parties whose signature would be void if a new version came now. */
export function signedBy(world: World, text: TableText): string[] {
  const open = mattersOn(world, text).filter((m) => !m.closed);
  const signs = open.flatMap((m) => {
    const gone = voidsIn(m).map((v) => v.act);
    return actsOf(m).filter((a) => a.type === 'sign' && !gone.includes(a));
  });
  return [...new Set(signs.flatMap((a) => a.party ?? []))];
}

/** What a new version would ask anew: the consent that is sought for a text, or the views on it. */
export function askedAnew(world: World, text: TableText): 'asksAnew' | 'asksViewsAnew' | undefined {
  const open = mattersOn(world, text).filter((m) => !m.closed);
  if (open.some((m) => m.card.procedure === 'consensus')) return 'asksAnew';
  return open.some((m) => m.card.procedure === 'consultation') ? 'asksViewsAnew' : undefined;
}

/** The version that a side signed last, if it is not the one that stands. */
export function signedVersion(world: World, text: TableText, party: string): Version | undefined {
  const signs = mattersOn(world, text).flatMap((m) => actsOf(m).filter((a) => a.type === 'sign' && a.party === party));
  const digest = signs.at(-1)?.on;
  return digest === undefined || digest === current(text).digest ? undefined : text.versions.find((v) => v.digest === digest);
}

/** The words of a paragraph in a version; undefined if it is not there. */
export const wordsIn = (version: Version | undefined, paragraph: string): Text | undefined =>
  version?.paragraphs.find((p) => p.id === paragraph)?.text;

/** The wording by which a side stands in a paragraph: its bracket’s, or that of the text. */
export function ownWords(text: TableText, paragraph: string, party: string): Text | undefined {
  const bracket = standsBy(text, paragraph, party);
  return bracket ? bracket.wording.words : wordsIn(current(text), paragraph);
}

/** Brackets of a paragraph: those that stand, and those that do not any more. */
export function bracketsOf(text: TableText, paragraph: string): { readonly open: Bracket[]; readonly former: Bracket[] } {
  const here = text.brackets.filter((b) => b.wording.paragraph === paragraph);
  return { open: here.filter(stands), former: here.filter((b) => !stands(b)) };
}

/** New paragraphs that somebody proposes after one that stands, or at the start. */
export function proposedAfter(text: TableText, after: string): string[] {
  const standing = new Set(current(text).paragraphs.map((p) => p.id));
  const proposed = text.brackets.filter((b) => stands(b) && b.wording.after === after && !standing.has(b.wording.paragraph));
  return [...new Set(proposed.map((b) => b.wording.paragraph))];
}

/** The languages in which a text is written; none where nobody has said its language. */
export function languagesOf(text: TableText, spoken: readonly string[]): readonly string[] {
  const texts = current(text).paragraphs.map((p) => p.text);
  return texts.some((t) => typeof t === 'object') ? spoken : [];
}
/** True if each paragraph has its words in each language: only then can anybody say that they say the same. */
export const hasAll = (text: TableText, languages: readonly string[]): boolean =>
  current(text).paragraphs.every((p) => languages.every((l) => inLanguage(p.text, l) !== undefined));
export const inLanguage = (text: Text | undefined, language: string): string | undefined =>
  typeof text === 'object' ? text[language] : text;
