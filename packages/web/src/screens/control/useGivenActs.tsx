import type { ReactNode } from 'react';
import type { Command } from '../../connection/useAct.ts';
import { IconButton } from '../../kit/Button.tsx';
import { Problem } from '../../kit/control/Act.tsx';
import { useControl } from '../../kit/control/controlContext.ts';
import { type PaletteAct, useControlParts } from '../../kit/control/part.ts';
import { useSend } from '../../kit/control/sending.ts';
import { act } from './Commands.tsx';

/** What the capabilities give to the palette, in order; and why the last of them was refused. */
export function useGivenActs(): { readonly given: readonly Omit<PaletteAct, 'order'>[]; readonly problem: ReactNode } {
  const control = useControl();
  const { send, problem, clear } = useSend();
  const run = (command: Command) => () => void send(command);
  const given = useControlParts()
    .flatMap((part) => part.palette?.(control, { act, run }) ?? [])
    .sort((a, b) => (a.order ?? 50) - (b.order ?? 50))
    .map(({ order: _, ...line }) => line);
  return {
    given,
    problem: problem && (
      <div className="ct-notice">
        <Problem words={problem} />
        <IconButton icon="close" size="small" label={control.say('act.close')} onClick={clear} />
      </div>
    ),
  };
}
