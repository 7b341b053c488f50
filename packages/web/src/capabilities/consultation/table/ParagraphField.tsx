import type { Paragraph } from '@entente/engine/consultation';
import { usePreferences } from '../../../i18n/preferences.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { inLanguage } from './standing.ts';

/** As many characters say which paragraph it is. */
const FIRST = 60;

/** One of a text’s paragraphs, by its number and first words; or none of them. */
export function ParagraphField({
  title,
  none,
  paragraphs,
  value,
  change,
}: {
  readonly title: string;
  readonly none: string;
  readonly paragraphs: readonly Paragraph[];
  readonly value: string;
  readonly change: (paragraph: string) => void;
}) {
  const { language } = usePreferences();
  return (
    <Choose
      title={title}
      data={[
        { value: '', label: none },
        ...paragraphs.map((p, i) => ({ value: p.id, label: `${i + 1} · ${(inLanguage(p.text, language) ?? '').slice(0, FIRST)}` })),
      ]}
      value={value}
      change={change}
    />
  );
}
