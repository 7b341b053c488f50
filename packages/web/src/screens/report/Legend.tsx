import { useWords } from '../../i18n/words.ts';
import { MarkIcon } from '../../kit/review/MarkShape.tsx';
import type { Mark } from '../../kit/review/mark.ts';
import { ordered, useReviewParts } from '../../kit/review/part.ts';

/** What the shapes mean; only those that an edition has. */
export function Legend({ marks }: { readonly marks: readonly Mark[] }) {
  const t = useWords('review');
  const used = new Set(marks.map((m) => m.legend));
  const legend = ordered(useReviewParts().flatMap((part) => part.legend ?? []));
  return (
    <figcaption className="rp-legend small dim">
      {legend
        .filter(({ name }) => used.has(name))
        .map(({ name, mark }) => (
          <span key={name} className="row">
            <MarkIcon mark={mark} />
            {t(`legend.${name}`)}
          </span>
        ))}
    </figcaption>
  );
}
