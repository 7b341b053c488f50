import type { ControlPart } from '../../../kit/control/part.ts';
import { milestoneNews } from './news.ts';
import { StatePanel } from './StatePanel.tsx';

export const control: ControlPart = {
  room: 'milestones',
  happenings: milestoneNews,
  panels: { state: StatePanel },
  palette: ({ say, open, lead }, { act }) =>
    lead ? [{ ...act('state', say('state.title'), () => open({ kind: 'state' })), order: 25 }] : [],
};
