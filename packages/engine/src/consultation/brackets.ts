import type { Id } from '../fact.ts';
import type { Bracket, Paragraph, TableText, TextCard, Version, Wording } from './texts-language.ts';

/** How a text on the table becomes one wording: nothing is merged between parties; a wording is taken, or dropped. */

export const current = ({ versions }: TableText): Version => versions.at(-1) as Version;

/** True while a bracket stands: neither dropped, nor its paragraph settled. */
export const stands = (b: Bracket): boolean => b.dropped === undefined && b.settled === undefined;
export const openBrackets = ({ brackets }: TableText): Bracket[] => brackets.filter(stands);

/**
 * The bracket that a party stands by in a paragraph: its own, or the one that it took; undefined: the text as it is. It has one at
 * most: whoever takes another wording drops its own, and whoever takes or sets one lets go what it took before.
 */
export function standsBy(text: TableText, paragraph: string, party: string): Bracket | undefined {
  const here = text.brackets.filter((b) => stands(b) && b.wording.paragraph === paragraph);
  const took = here.flatMap((b) => b.taken.filter((t) => t.party === party && t.left === undefined).map(() => b));
  return here.find((b) => b.party === party) ?? took.at(-1);
}

/** True if, once `party` has taken it, every member stands by a bracket: its paragraph is settled then. */
export function settles(text: TableText, bracket: Bracket, members: readonly string[], party: string): boolean {
  return members.every((p) => p === party || standsBy(text, bracket.wording.paragraph, p)?.id === bracket.id);
}

/**
 * The paragraphs with a wording in its place. `before`: the text as it was when it was worded; where the paragraph that it comes
 * after has gone since, it comes after the last before that one which is still there.
 */
export function withWording(
  paragraphs: readonly Paragraph[],
  { paragraph, words, after, step }: Wording,
  before: readonly Paragraph[] = [],
): Paragraph[] {
  if (after === undefined)
    return words === undefined
      ? paragraphs.filter((p) => p.id !== paragraph)
      : paragraphs.map((p) => (p.id === paragraph ? { ...p, text: words, ...(step && { step }) } : p));
  const places = [after, ...before.slice(0, before.findIndex((p) => p.id === after) + 1).map((p) => p.id)];
  const at = paragraphs.findLastIndex((p) => places.includes(p.id)) + 1;
  return words === undefined
    ? [...paragraphs]
    : [...paragraphs.slice(0, at), { id: paragraph, text: words, ...(step && { step }) }, ...paragraphs.slice(at)];
}

/** An id for a new paragraph: one that the text has never had. */
export function newParagraph({ versions, brackets }: TableText): string {
  const used = [...versions.flatMap((v) => v.paragraphs.map((p) => p.id)), ...brackets.map((b) => b.wording.paragraph)];
  return `p${Math.max(0, ...used.map((id) => Number(id.slice(1)))) + 1}`;
}

/** What a digest stands for: title, label, every paragraph and all of every step, in every language, in one order of keys. */
export function digestBody({ title, label }: Pick<TextCard, 'title' | 'label'>, paragraphs: readonly Paragraph[]): string {
  const said = (text: unknown): unknown =>
    typeof text === 'object' && text !== null ? Object.entries(text).sort(([a], [b]) => (a < b ? -1 : 1)) : text;
  return JSON.stringify([said(title), label, paragraphs.map((p) => [p.id, said(p.text), ...(p.step ? [inOrder(p.step)] : [])])]);
}

/** A value with its keys in one order, and without those that say nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([, part]) => part !== undefined);
  return said.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, inOrder(part)]);
}

export function bracketNamed(texts: Iterable<TableText>, id: Id): { readonly text: TableText; readonly bracket: Bracket } | undefined {
  for (const text of texts) {
    const bracket = text.brackets.find((b) => b.id === id);
    if (bracket) return { text, bracket };
  }
  return undefined;
}
