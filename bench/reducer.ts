import type { AnyEvent } from '@entente/engine';

/** What a bare reducer keeps: how many of each kind, and what waits for each cell. It never changes a state; it makes the next. */
interface State {
  readonly released: number;
  readonly delivered: number;
  readonly read: number;
  readonly acknowledged: number;
  readonly opened: number;
  readonly done: number;
  readonly others: number;
  readonly waiting: Readonly<Record<string, number>>;
  /** How each delivery stands, by cell. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
const START: State = { released: 0, delivered: 0, read: 0, acknowledged: 0, opened: 0, done: 0, others: 0, waiting: {}, cells: {} };

/** Folds events as a reducer in a browser’s store would: no rules, no audience, no record. */
export const reducing = (events: readonly AnyEvent[]): State => events.reduce(reduce, START);

function reduce(state: State, event: AnyEvent): State {
  switch (event.type) {
    case 'InjectReleased':
      return { ...state, released: state.released + 1 };
    case 'InjectDelivered': {
      const [to = ''] = event.to;
      const { waiting } = state;
      return { ...state, delivered: state.delivered + 1, waiting: { ...waiting, [to]: (waiting[to] ?? 0) + 1 } };
    }
    case 'InjectRead':
      return { ...state, read: state.read + 1, cells: marked(state, event.seat, event.delivery, 'read') };
    case 'InjectAcknowledged':
      return { ...state, acknowledged: state.acknowledged + 1, cells: marked(state, event.seat, event.delivery, 'acknowledged') };
    case 'ExpectedOpened':
      return { ...state, opened: state.opened + 1 };
    case 'ExpectedSeen':
      return { ...state, done: state.done + 1 };
    default:
      return { ...state, others: state.others + 1 };
  }
}

const marked = ({ cells }: State, seat: string, delivery: string, as: string): State['cells'] => ({
  ...cells,
  [seat]: { ...cells[seat], [delivery]: as },
});
