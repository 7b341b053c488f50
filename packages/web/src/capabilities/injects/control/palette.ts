import { type InjectRow, injectStatus, mayActOn, rowCard } from '@entente/engine';
import type { ControlView } from '../../../kit/control/controlContext.ts';
import type { PaletteAct, PaletteMaker } from '../../../kit/control/part.ts';

export function injectPalette(control: ControlView, make: PaletteMaker): PaletteAct[] {
  const { say, open, ended } = control;
  const improvise = ended ? [] : [{ ...make.act('improvise', say('act.improvise'), () => open({ kind: 'improvise' })), order: 20 }];
  return [...selectedActs(control, make).map((a) => ({ ...a, order: 0 })), ...improvise];
}

/** What can be done with the selected inject. */
function selectedActs({ selection, world, viewer, say, pick, ended }: ControlView, { act, run }: PaletteMaker): PaletteAct[] {
  if (selection?.kind !== 'inject' || ended) return [];
  const row: InjectRow | undefined = world.injects.rows.get(selection.id);
  const card = row && rowCard(row, viewer.party);
  if (!row || !card || !mayActOn(card, viewer.address)) return [];
  const status = injectStatus(row);
  if (status === 'released') return [];
  const inject = selection.id;
  const title = `${card.number} ${pick(card.title)}`;
  if (status === 'skipped')
    return [act('restore', say('palette.restore', { number: card.number }), run({ type: 'RestoreInject', inject }), title)];
  return [
    // Who gets it is chosen beside the timeline first.
    ...(card.to.length > 0
      ? [act('release', say('palette.release', { number: card.number }), run({ type: 'ReleaseInject', inject }), title)]
      : []),
    status === 'held'
      ? act('lift', say('palette.liftHold', { number: card.number }), run({ type: 'LiftHold', inject }), title)
      : act('hold', say('palette.hold', { number: card.number }), run({ type: 'HoldInject', inject }), title),
  ];
}
