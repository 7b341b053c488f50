import type { Text } from '@entente/engine';

/** A title that says on every screen and page what kind of exercise this is. */
export function marked(title: Text, as: { readonly en: string; readonly ko: string }): Text {
  const of = (language: 'en' | 'ko'): string => (typeof title === 'string' ? title : (title[language] ?? Object.values(title)[0] ?? ''));
  return { en: `${as.en}: ${of('en')}`, ko: `${as.ko}: ${of('ko')}` };
}
