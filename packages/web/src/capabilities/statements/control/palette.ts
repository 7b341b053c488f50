import type { ControlView } from '../../../kit/control/controlContext.ts';
import type { PaletteAct, PaletteMaker } from '../../../kit/control/part.ts';
import { outletsIn, speakersIn } from './speakers.ts';

/** What control may say, report and ask in public. */
export function publicPalette({ world, viewer, say, open, ended }: ControlView, { act }: PaletteMaker): PaletteAct[] {
  if (ended) return [];
  const may = [
    ...(speakersIn(world, viewer.address).length > 0 ? [['speak', 'public.speakAs']] : []),
    ...(outletsIn(world).length > 0
      ? [
          ['report', 'public.reportAs'],
          ['press-question', 'public.ask'],
        ]
      : []),
  ] as const;
  return may.map(([kind = '', key = '']) => ({ ...act(`public ${kind}`, say(key), () => open({ kind })), order: 24 }));
}
