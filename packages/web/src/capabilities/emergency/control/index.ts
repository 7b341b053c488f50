import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { emergencyCards } from './cards.tsx';
import { EmergencyPanel } from './EmergencyPanel.tsx';

export const control: ControlPart = {
  ...look,
  cards: emergencyCards,
  panels: { emergency: EmergencyPanel },
  palette: ({ say, open }, { act }) => [{ ...act('emergency', say('emergency.title'), () => open({ kind: 'emergency' })), order: 26 }],
};
