import type { Board } from '@entente/engine/planning';
import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { BoardOf } from '../board/Board.tsx';

export interface SitsProps {
  readonly board: Board;
  readonly open: (id: string) => void;
}

/** Options as they are compared: lead control sees what every side keeps, a party’s own controllers and evaluators what it kept and was told. */
export function OptionsPlace({ Sits }: { readonly Sits?: ComponentType<SitsProps> }) {
  const { world, say, pick, select, selection } = useControl();
  const [chosen, choose] = useState<string | undefined>();
  useEffect(() => {
    if (selection?.kind === 'board') choose(selection.id);
  }, [selection]);
  const boards = [...world.planning.boards.values()];
  const here = boards.find((b) => b.id === chosen) ?? boards[0];
  const toText = (id: string) => select({ kind: 'table-text', id });
  if (!here) return <p className="ct-empty">{say('options.none')}</p>;
  return (
    // Scrolls by itself, so it must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area
    <section className="px-place" tabIndex={0} aria-label={say('centre.options')}>
      {boards.length > 1 && (
        <fieldset className="px-head row wrap px-set" aria-label={say('options.which')}>
          {boards.map((b) => (
            <Button key={b.id} size="small" pressed={b.id === here.id} onClick={() => choose(b.id)}>
              {pick(b.name)}
            </Button>
          ))}
        </fieldset>
      )}
      {Sits ? <Sits key={here.id} board={here} open={toText} /> : <BoardOf key={here.id} id={here.id} open={toText} />}
    </section>
  );
}
