import { useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { BoardOf } from '../board/BoardView.tsx';

/** Options as they are compared: lead control sees what every side keeps, a party’s own what it kept and was told. */
export function OptionsPlace() {
  const { world, say, pick, select } = useControl();
  const [chosen, choose] = useState<string | undefined>();
  const boards = [...world.planning.boards.values()];
  const here = boards.find((b) => b.id === chosen) ?? boards[0];
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
      <BoardOf key={here.id} id={here.id} acts={false} open={(id) => select({ kind: 'table-text', id })} />
    </section>
  );
}
