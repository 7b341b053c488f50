import { OutlineMark, PartyMark } from '../../kit/Marks.tsx';
import { useControl } from '../controlContext.ts';
import type { Lane } from './msel.ts';

/** Whose lane it is: mark and name; an outline for everyone and the public, who are no party. */
export function LaneName({ lane, height }: { lane: Lane; height: number }) {
  const { names, pick, say } = useControl();
  const party = names.party(lane.party);
  return (
    <div className="ct-lane-name" style={{ height }} data-party={party ? (party.index % 4) + 1 : undefined}>
      <span className="ct-lane-sticky">
        {party ? <PartyMark order={party.index} letter={party.letter} /> : <OutlineMark letter="P" />}
        <span className="ct-lane-words">{party ? pick(party.name) : say('timeline.everyone')}</span>
      </span>
    </div>
  );
}
