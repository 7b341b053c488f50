import { type Address, rosterOfWorld } from '@entente/engine';
import { delegation } from '@entente/engine/consultation';
import { owesScores } from '@entente/engine/planning';
import { useState } from 'react';
import { ActingFor } from '../../../connection/index.ts';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { BoardOf } from '../board/Board.tsx';
import { BOARD_ACTS } from '../board/boardActs.tsx';
import { OptionsPlace, type SitsProps } from '../look/OptionsPlace.tsx';
import { openers, voicesAt } from './voices.ts';

/** Options, as control looks at them, and as a seat for which it stands has them, with all that is done there. */
export function OptionsDesk() {
  const { world, viewer, say, ended, open } = useControl();
  return (
    <>
      {!ended && openers(world, viewer.address).length > 0 && (
        <div className="ct-row ct-wrap ct-tb-bar">
          <Button size="small" icon="plus" onClick={() => open({ kind: 'board' })}>
            {say('options.new')}
          </Button>
        </div>
      )}
      <OptionsPlace Sits={Sits} />
    </>
  );
}

function Sits({ board, open }: SitsProps) {
  const { world, viewer, say, ended } = useControl();
  const name = useNamer();
  const forum = world.consultation.forums.get(board.forum);
  const seats = forum && !ended ? voicesAt(world, viewer.address, forum) : [];
  const [chosen, choose] = useState<Address | ''>(useOwing({ board, seats }));
  const seat = seats.find((s) => s === chosen);
  return (
    <>
      {seats.length > 0 && (
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

/** Who owes the board its scores, of those for whom this controller stands: their turn it is. Nobody: one only looks. */
function useOwing({ board, seats }: { readonly board: SitsProps['board']; readonly seats: readonly Address[] }): Address | '' {
  const { world, viewer } = useControl();
  const roster = rosterOfWorld(world);
  const forum = world.consultation.forums.get(board.forum);
  const owes = roster && owesScores({ world, roster }, board, viewer.address);
  if (!forum || !owes) return '';
  const own = delegation(forum, owes.member.party);
  return seats.find((s) => own.includes(s)) ?? '';
}
