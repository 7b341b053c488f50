import { type Address, rosterOfWorld, standsFor } from '@entente/engine';
import { binding, consulting, delegation } from '@entente/engine/consultation';
import { useState } from 'react';
import { ActingFor } from '../../../connection/index.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { BoardOf } from '../board/Board.tsx';
import { BOARD_ACTS } from '../board/boardActs.tsx';
import { OptionsPlace, type SitsProps } from '../look/OptionsPlace.tsx';

/** Options, as control looks at them, and as a seat for which it stands has them, with all that is done there. */
export const OptionsDesk = () => <OptionsPlace Sits={Sits} />;

function Sits({ board, open }: SitsProps) {
  const { say, ended } = useControl();
  const name = useNamer();
  const seats = useVoices(board.forum);
  const [chosen, choose] = useState<Address | ''>('');
  const seat = ended ? undefined : seats.find((s) => s === chosen);
  return (
    <>
      {seats.length > 0 && !ended && (
        <div className="px-head">
          <Choose
            title={say('options.as')}
            data={[{ value: '', label: say('options.looks') }, ...seats.map((s) => ({ value: s as string, label: name(s) }))]}
            value={seat ?? ''}
            change={(next) => choose(next as Address | '')}
          />
        </div>
      )}
      {seat === undefined ? (
        <BoardOf id={board.id} open={open} />
      ) : (
        <ActingFor key={seat} seat={seat}>
          <BoardOf id={board.id} open={open} acts={BOARD_ACTS} />
        </ActingFor>
      )}
    </>
  );
}

/** Seats at the board’s forum for which this controller stands, those first who speak for their side. */
function useVoices(of: string): readonly Address[] {
  const { world, viewer } = useControl();
  const roster = rosterOfWorld(world);
  const forum = world.consultation.forums.get(of);
  if (!roster || !forum) return [];
  const seats = forum.card.members.flatMap((m) => [
    ...new Set([...binding(roster, m), ...consulting(roster, m), ...delegation(forum, m.party)]),
  ]);
  return seats.filter((s) => standsFor(roster, world.seats, viewer.address, s) !== undefined);
}
