import { useWords } from '../../../i18n/words.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { NOBODY } from '../../../kit/control/entry.ts';
import { Icon } from '../../../kit/icons.tsx';
import { OutlineMark, PartyMark } from '../../../kit/Marks.tsx';
import type { Lane } from './msel.ts';

interface LaneNameProps {
  readonly lane: Lane;
  readonly height: number;
  readonly folded: boolean;
  readonly fold: () => void;
}

/** Whose lane it is: mark and name; an outline for everyone and the public, who are no party, and for what names nobody. It folds the lane. */
export function LaneName({ lane, height, folded, fold }: LaneNameProps) {
  const { names, pick, say } = useControl();
  const party = names.party(lane.party);
  const nobody = lane.id === NOBODY;
  const given = useWords(lane.given?.words ?? 'control');
  const name = lane.given
    ? given(`lane.${lane.given.name}`)
    : party
      ? pick(party.name)
      : say(nobody ? 'timeline.nobody' : 'timeline.everyone');
  return (
    <div className="ct-lane-name" style={{ height }} data-party={party ? (party.index % 4) + 1 : undefined}>
      <button
        type="button"
        className="ct-lane-sticky"
        aria-expanded={!folded}
        title={say(folded ? 'timeline.unfold' : 'timeline.fold', { lane: name })}
        onClick={fold}
      >
        {party ? (
          <PartyMark order={party.index} letter={party.letter} />
        ) : (
          <OutlineMark letter={lane.given?.letter ?? (nobody ? '?' : 'P')} />
        )}
        <span className="ct-lane-words">{name}</span>
        <Icon name={folded ? 'forward' : 'down'} size={12} />
      </button>
    </div>
  );
}
