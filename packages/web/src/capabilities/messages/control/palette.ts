import type { ControlView } from '../../../kit/control/controlContext.ts';
import type { PaletteAct, PaletteMaker } from '../../../kit/control/part.ts';
import { speaking } from '../../../kit/control/voice.ts';

export function messagePalette({ say, open, ended, selection, world }: ControlView, { act }: PaletteMaker): PaletteAct[] {
  const about = selection?.kind === 'message' ? { about: selection.id } : {};
  const speak = [
    act('speak', say('act.speakAs'), () => open(speaking(world))),
    act('write', say('write.title'), () => open({ kind: 'write' })),
  ];
  const note = act('note', say('act.note'), () => open({ kind: 'note', ...about }));
  return [...(ended ? [] : speak.map((a) => ({ ...a, order: 21 }))), { ...note, order: 23 }];
}
