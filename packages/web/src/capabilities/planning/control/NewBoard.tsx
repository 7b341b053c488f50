import type { Address } from '@entente/engine';
import { useState } from 'react';
import { ActingFor } from '../../../connection/index.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { OpenBoard } from '../board/OpenBoard.tsx';
import { openers } from './voices.ts';

/** Begins to compare options in the name of a seat for which this controller stands. */
export function NewBoard({ made }: PanelProps) {
  const { world, viewer, say, pick, names, ended, open } = useControl();
  const seats = ended ? [] : openers(world, viewer.address);
  const [chosen, choose] = useState<Address | undefined>();
  const seat = seats.find((s) => s === chosen) ?? seats[0];
  return (
    <SidePanel title={say('options.new')} focus>
      {seat !== undefined && (
        <div className="ct-form">
          <Choose
            title={say('options.as')}
            data={seats.map((s) => ({ value: s as string, label: names.say(s, pick, say) }))}
            value={seat}
            change={(next) => choose(next as Address)}
          />
          <ActingFor key={seat} seat={seat}>
            <OpenBoard made={made} done={() => open(undefined)} />
          </ActingFor>
        </div>
      )}
    </SidePanel>
  );
}
