import { useSeat } from '../../connection/SeatProvider.tsx';
import { useControl } from '../../kit/control/controlContext.ts';

/** Play is over; the review is one press away. */
export function EndedBar() {
  const { say, lead } = useControl();
  const { door } = useSeat();
  return (
    <div className="ct-ended" role="status">
      <strong>{say('end.ended')}</strong> <span>{say('end.endedHint')}</span>
      <a className="btn main small" href={`${door}/review`}>
        {say('palette.review')}
      </a>
      {lead && (
        <a className="btn small" href={`${door}/api/rehearsal/page`}>
          {say('palette.rehearse')}
        </a>
      )}
    </div>
  );
}
