import { ordered, useReviewParts } from '../../kit/review/part.ts';

/** What the figures above the timeline say. `quiet`: on paper, where nothing can be opened. */
export function HappenedFigures({ quiet = false }: { readonly quiet?: boolean }) {
  const given = useReviewParts().flatMap(({ happened, room }) => (happened ? [{ ...happened, room }] : []));
  return ordered(given).map(({ Figures, room }) => <Figures key={room} quiet={quiet} />);
}
