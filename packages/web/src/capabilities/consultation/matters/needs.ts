import type { Ms, Text, World } from '@entente/engine';
import {
  current,
  type Forum,
  type Matter,
  type Need,
  openBrackets,
  type Proceeding,
  procedureOf,
  type TableText,
  type Version,
} from '@entente/engine/consultation';

/** What a seat’s table, control, review and report all read of a matter before they word it. */

/** What kind of matter it is: its form where it has one, else its procedure. */
export const kindOf = ({ card }: Matter): string => (card.procedure === 'consultation' ? (card.form ?? 'exchange') : card.procedure);

/** On which of its forum’s subjects it is, as its members call it. */
export const subjectNamed = ({ card }: Matter, forum: Forum): Text | undefined =>
  forum.card.subjects.find((s) => s.id === card.subject)?.name;

/** What is needed before there is an outcome, and what besides: from the procedure’s own rules. */
export const needsOf = (matter: Matter, m: Proceeding, now: Ms): Need[] => chainOf(procedureOf(matter).needs(m, now));
const chainOf = (need: Need): Need[] => [need, ...(need.besides ? chainOf(need.besides) : [])];

/** The text that a matter is about. */
export const textOf = (world: World, matter: Matter): TableText | undefined => matter.on && world.consultation.texts.get(matter.on.of);

/** The version that a matter is about: of what a new one asks again, the text as it stands, or stood in the end; else that on which it was opened. */
export function versionOf(world: World, matter: Matter): Version | undefined {
  const versions = textOf(world, matter)?.versions ?? [];
  const end = matter.closed?.at ?? Number.POSITIVE_INFINITY;
  return procedureOf(matter).renewed ? versions.findLast((v) => v.at <= end) : versions.find((v) => v.version === matter.on?.version);
}

/** The numbers under which paragraphs stand; a new one has none yet. */
export function placesOf(text: TableText, paragraphs: readonly string[]): string[] {
  const standing = current(text).paragraphs;
  const places = new Set(paragraphs.map((id) => standing.findIndex((p) => p.id === id) + 1));
  return [...places].sort((a, b) => a - b).map((n) => (n === 0 ? '+' : String(n)));
}

/** The numbers of paragraphs with open brackets: one wording is needed for each. */
export function contestedIn(text: TableText | undefined): string[] {
  if (!text) return [];
  return placesOf(
    text,
    openBrackets(text).map((b) => b.wording.paragraph),
  );
}

/** A digest as people compare it: eight characters. */
export const eight = (digest: string): string => `${digest.slice(0, 4)} ${digest.slice(4, 8)}`.toUpperCase();
