import { dueOf } from '@entente/engine/consultation';
import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { thingNamed } from '../look/thingNamed.ts';
import { matterCards } from './cards.ts';
import { tablesPalette } from './palette.ts';
import { AskPanel, DecidePanel, DecisionDesk, MatterDesk, TablePanel, TablesDesk, TextDesk } from './parts.ts';

export const control: ControlPart = {
  ...look,
  cards: matterCards,
  panels: { matter: AskPanel, 'table-text': TablePanel, decision: DecidePanel },
  palette: tablesPalette,
  centre: { ...look.centre, Place: TablesDesk },
  details: { matter: MatterDesk, decision: DecisionDesk, 'table-text': TextDesk },
  carries: ({ consultation: { matters } }, id, due) => (matters.has(id) ? { type: 'ProlongMatter', matter: id, due } : undefined),
  hurries: ({ consultation: { matters } }, now) =>
    [...matters.values()].filter((m) => !m.closed && (dueOf(m) ?? 0) >= now && dueOf(m) !== undefined).length,
  made: (world, events) => events.flatMap((id) => thingNamed(world, id)?.target ?? [])[0],
};
