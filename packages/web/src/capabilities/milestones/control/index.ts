import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { StatePanel } from './StatePanel.tsx';

export const control: ControlPart = {
  ...look,
  panels: { state: StatePanel },
  palette: ({ say, open, lead }, { act }) =>
    lead ? [{ ...act('state', say('state.title'), () => open({ kind: 'state' })), order: 25 }] : [],
};
