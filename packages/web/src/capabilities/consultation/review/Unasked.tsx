import { neverAsked, takenAt } from '@entente/engine/consultation';
import { AddressMark } from '../../../kit/Names.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { Opener } from '../../../kit/review/tables.tsx';
import { useMatterWords } from '../matters/useMatterWords.ts';

/** Decisions on which a forum was to be asked first, and nobody was: they have no row, since there was no matter. */
export function Unasked() {
  const { world, wording } = useReview();
  const { t, time } = useMatterWords();
  const found = neverAsked(world);
  if (found.length === 0) return null;
  return (
    <ul className="rv-c-never">
      {found.map(({ decision }) => (
        <li key={decision.id}>
          <AddressMark address={`party:${decision.card.party}`} named />
          <Opener id={`decision:${decision.id}`}>{wording.pick(decision.card.title)}</Opener>
          <b className="late">{t('review.never', { time: time(takenAt(decision)) })}</b>
        </li>
      ))}
    </ul>
  );
}
