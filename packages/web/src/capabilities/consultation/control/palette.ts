import { rosterOfWorld } from '@entente/engine';
import type { ControlView } from '../../../kit/control/controlContext.ts';
import type { PaletteAct, PaletteMaker } from '../../../kit/control/part.ts';
import { BEGUN, speakersFor } from './acting.ts';

/** What control may begin in a side’s name, also where there is no table yet. */
export function tablesPalette({ world, viewer, say, open, ended }: ControlView, { act }: PaletteMaker): PaletteAct[] {
  const roster = rosterOfWorld(world);
  if (!roster || ended) return [];
  const may = BEGUN.filter((what) => speakersFor(what, world, roster, viewer.address).length > 0);
  return may.map((kind) => ({ ...act(`begin ${kind}`, say(`begin.${kind}`), () => open({ kind })), order: 22 }));
}
