import { clockStatus } from '@entente/engine';
import type { ControlView } from '../../../kit/control/controlContext.ts';
import type { PaletteAct, PaletteMaker } from '../../../kit/control/part.ts';

/** The speeds that are offered. */
export const RATES: readonly number[] = [0.5, 1, 2, 5, 10, 30, 60];

export function clockPalette({ lead, world, say, open }: ControlView, { act, run }: PaletteMaker): PaletteAct[] {
  const status = clockStatus(world);
  if (!lead || status === 'ended') return [];
  const go =
    status === 'running'
      ? act('pause', say('clock.pause'), run({ type: 'PauseClock' }))
      : act('start', say(status === 'ready' ? 'clock.start' : 'clock.resume'), run({ type: 'StartClock' }));
  if (status === 'ready') return [{ ...go, order: 10 }];
  const rates = RATES.map((rate) => act(`rate${rate}`, say('palette.rate', { rate }), run({ type: 'SetRate', rate })));
  const all = [
    go,
    act('jump', say('clock.jump'), () => open({ kind: 'jump' })),
    ...rates,
    act('end', say('end.title'), () => open({ kind: 'end' })),
  ];
  return all.map((a) => ({ ...a, order: 10 }));
}
