import { type ItemCard, type ItemKind, type Label, PLAIN, redact, type Text } from '@entente/engine';
import { sentText } from '../../../kit/form/TextField.tsx';
import type { Cuts } from './cuts.ts';

/** What becomes of a portion in a sanitised version. */
export interface Treated {
  readonly how: 'keep' | 'cut' | 'reword' | 'leave-out';
  readonly cuts: Cuts;
  /** Other words, if it is reworded. */
  readonly text: Text;
  readonly label: Label;
  readonly releasableTo?: readonly string[] | undefined;
}

/**
 * What a sanitised version is called, in both languages: what kind of thing it is, and nothing of a fuller one. Whoever
 * makes it says more.
 */
export const NEUTRAL: Readonly<Record<ItemKind, Text>> = {
  assessment: { en: 'Assessment', ko: '판단' },
  report: { en: 'Report', ko: '보고' },
  proposal: { en: 'Proposal', ko: '제안' },
  data: { en: 'Data', ko: '데이터' },
  other: { en: 'Information', ko: '자료' },
};

/** Every portion as it stands; nothing is taken out yet. */
export function untouched(card: ItemCard): Treated[] {
  return card.portions.map((p) => ({ how: 'keep', cuts: {}, text: '', label: p.label, releasableTo: p.releasableTo }));
}

/** The portion as its reader will have it; undefined if it is left out. */
export function resultOf(source: Text, t: Treated): Text | undefined {
  if (t.how === 'leave-out') return undefined;
  if (t.how === 'reword') return sentText(t.text);
  return t.how === 'cut' ? redact(source, t.cuts) : source;
}

/** True if something was taken out or said otherwise. */
export function isChanged(t: Treated): boolean {
  return t.how === 'leave-out' || t.how === 'reword' || (t.how === 'cut' && Object.values(t.cuts).some((c) => c.length > 0));
}

interface SentPortion {
  of: number;
  text?: Text;
  cuts?: Record<string, [number, number][]>;
  label: Label;
  releasableTo?: string[];
}

/** What the command says of each portion that stays. */
export function portionsSent(card: ItemCard, treated: readonly Treated[]): SentPortion[] {
  return treated.flatMap((t, of): SentPortion[] => {
    if (t.how === 'leave-out' || !card.portions[of]) return [];
    const base = { of, label: t.label, ...(t.releasableTo ? { releasableTo: [...t.releasableTo] } : {}) };
    if (t.how === 'reword') return [{ ...base, text: sentText(t.text) }];
    if (t.how !== 'cut') return [base];
    const cuts = Object.fromEntries(
      Object.entries(t.cuts).flatMap(([language, list]) =>
        list.length > 0 ? [[language, list.map(([a, b]): [number, number] => [a, b])]] : [],
      ),
    );
    return [{ ...base, ...(Object.keys(cuts).length > 0 ? { cuts } : {}) }];
  });
}

/** The name of a language of a text, as its reader calls it; empty for a text without languages. */
export function languageName(language: string, reader: string): string {
  if (language === PLAIN) return '';
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
