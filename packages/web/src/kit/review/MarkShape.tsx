import type { Mark } from './mark.ts';
import { useReviewParts } from './part.ts';

/** A mark in the shape that its capability gave. Shape says what; colour only repeats it. */
export function MarkShape({ mark }: { readonly mark: Pick<Mark, 'kind' | 'form' | 'status'> }) {
  const given = useReviewParts();
  const Shape = given.map(({ shapes }) => shapes?.[mark.kind]).find((found) => found !== undefined);
  return Shape ? <Shape form={mark.form} status={mark.status} /> : null;
}

/** A mark in a line of text. */
export function MarkIcon({ mark }: { readonly mark: Pick<Mark, 'kind' | 'form' | 'status'> }) {
  return (
    <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true" className="rv-icon">
      <MarkShape mark={mark} />
    </svg>
  );
}
