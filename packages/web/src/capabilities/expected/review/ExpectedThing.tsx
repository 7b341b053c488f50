import { useText } from '../../../i18n/text.ts';
import { StatusChip } from '../../../kit/Chip.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { ThingCard } from '../../../kit/review/ThingCard.tsx';
import { expectedLines } from './expectedLines.ts';

export function ExpectedThing({ of }: { readonly of: string }) {
  const text = useText();
  const { whole, edition } = useReview();
  const expected = expectedLines(whole, edition).find((l) => l.key === of);
  if (!expected) return null;
  return (
    <ThingCard number={expected.number} title={text(expected.text)} state={<StatusChip state={expected.status} />} from={expected.by}>
      {expected.note && <p className="rv-note">{expected.note}</p>}
    </ThingCard>
  );
}
