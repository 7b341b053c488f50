import type { SeatPart } from '../../../kit/seat/part.ts';
import { asks } from './asks.ts';
import { consultationLines } from './lines.ts';
import { Acts, ConsultWriting, DecisionView, DecisionWriting, Doing, MatterView, Table, TableTextWriting, TextView } from './parts.ts';

export const seat: SeatPart = {
  room: 'consultation',
  inbox: consultationLines,
  asks,
  filters: [
    { name: 'matter', order: 15 },
    { name: 'text', order: 16 },
    { name: 'decision', order: 17 },
  ],
  writes: [
    { name: 'matter', order: 40, icon: 'table', Form: ConsultWriting },
    { name: 'text', order: 50, icon: 'brackets', may: ({ world }) => world.consultation.forums.size > 0, Form: TableTextWriting },
    { name: 'decision', order: 60, icon: 'gavel', Form: DecisionWriting },
  ],
  made: ({ consultation: { matters, texts, decisions } }, events) =>
    events.find((id) => matters.has(id) || texts.has(id) || decisions.has(id)),
  places: [
    {
      name: 'table',
      order: 10,
      icon: 'table',
      holds: ({ world: { consultation } }) => consultation.forums.size > 0 || consultation.decisions.size > 0,
      List: Table,
    },
  ],
  kinds: {
    matter: { View: MatterView, icon: 'table', called: 'called.matter', sent: true, Acts, Doing },
    outcome: { View: MatterView, icon: 'table', called: 'called.outcome', Acts, Doing },
    text: { View: TextView, icon: 'brackets', called: 'called.text', sent: true, Acts, Doing },
    decision: { View: DecisionView, icon: 'gavel', called: 'called.decision', Acts, Doing },
  },
};
