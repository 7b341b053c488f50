import { type Id, type InjectRow, injectStatus, mayActOn, rowCard } from '@entente/engine';
import type { ControlView } from '../../../kit/control/controlContext.ts';
import { numbersOf } from '../../../kit/control/entry.ts';
import type { PaletteAct, PaletteMaker } from '../../../kit/control/part.ts';

export function injectPalette(control: ControlView, make: PaletteMaker): PaletteAct[] {
  const { say, open, ended } = control;
  const improvise = ended ? [] : [{ ...make.act('improvise', say('act.improvise'), () => open({ kind: 'improvise' })), order: 20 }];
  const selected = control.selection?.kind === 'inject' ? control.selection.id : undefined;
  // Controllers speak by number: “release 006” finds the act without the inject being looked for first.
  const others = [...control.world.injects.rows.keys()]
    .filter((id) => id !== selected)
    .flatMap((id) => actsOn(id, control, make))
    .map((a) => ({ ...a, searched: true as const }));
  const now = selected === undefined ? [] : actsOn(selected, control, make).map((a) => ({ ...a, order: 0 }));
  return [...now, ...improvise, ...others];
}

/** What can be done with an inject. */
function actsOn(inject: Id, { world, viewer, say, pick, ended }: ControlView, { act, run }: PaletteMaker): PaletteAct[] {
  const row: InjectRow | undefined = ended ? undefined : world.injects.rows.get(inject);
  const card = row && rowCard(row, viewer.party);
  if (!row || !card || !mayActOn(card, viewer.address)) return [];
  const status = injectStatus(row);
  if (status === 'released') return [];
  const number = numbersOf(card, row, viewer);
  const title = `${number} ${pick(card.title)}`;
  if (status === 'skipped')
    return [act(`restore ${inject}`, say('palette.restore', { number }), run({ type: 'RestoreInject', inject }), title)];
  return [
    // Who gets it is chosen beside the timeline first.
    ...(card.to.length > 0
      ? [act(`release ${inject}`, say('palette.release', { number }), run({ type: 'ReleaseInject', inject }), title)]
      : []),
    status === 'held'
      ? act(`lift ${inject}`, say('palette.liftHold', { number }), run({ type: 'LiftHold', inject }), title)
      : act(`hold ${inject}`, say('palette.hold', { number }), run({ type: 'HoldInject', inject }), title),
  ];
}
