import { dueOf } from '@entente/engine/consultation';
import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { matterCards } from './cards.tsx';
import { DecisionDesk, MatterDesk, OpenPanel, TablesDesk, TextDesk } from './parts.ts';

export const control: ControlPart = {
  ...look,
  cards: matterCards,
  panels: { matter: OpenPanel },
  centre: { ...look.centre, Place: TablesDesk },
  details: { matter: MatterDesk, decision: DecisionDesk, 'table-text': TextDesk },
  carries: ({ consultation: { matters } }, id, due) => (matters.has(id) ? { type: 'ProlongMatter', matter: id, due } : undefined),
  hurries: ({ consultation: { matters } }, now) =>
    [...matters.values()].filter((m) => !m.closed && (dueOf(m) ?? 0) >= now && dueOf(m) !== undefined).length,
  made: ({ consultation: { matters } }, events) => {
    const id = events.find((e) => matters.has(e));
    return id === undefined ? undefined : { kind: 'matter', id };
  },
};
