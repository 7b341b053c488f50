import { useControl } from '../../../kit/control/controlContext.ts';
import { OutlineMark, PartyMark } from '../../../kit/Marks.tsx';
import { type Lane, NOBODY } from './msel.ts';

/** Whose lane it is: mark and name; an outline for everyone and the public, who are no party, and for what names nobody. */
export function LaneName({ lane, height }: { lane: Lane; height: number }) {
  const { names, pick, say } = useControl();
  const party = names.party(lane.party);
  const nobody = lane.id === NOBODY;
  return (
    <div className="ct-lane-name" style={{ height }} data-party={party ? (party.index % 4) + 1 : undefined}>
      <span className="ct-lane-sticky">
        {party ? <PartyMark order={party.index} letter={party.letter} /> : <OutlineMark letter={nobody ? '?' : 'P'} />}
        <span className="ct-lane-words">{party ? pick(party.name) : say(nobody ? 'timeline.nobody' : 'timeline.everyone')}</span>
      </span>
    </div>
  );
}
