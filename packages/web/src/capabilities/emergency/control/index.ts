import type { ControlPart } from '../../../kit/control/part.ts';
import { emergencyCards } from './cards.tsx';
import { EmergencyPanel } from './EmergencyPanel.tsx';
import { emergencyNews } from './news.ts';

export const control: ControlPart = {
  room: 'emergency',
  happenings: emergencyNews,
  cards: emergencyCards,
  panels: { emergency: EmergencyPanel },
  palette: ({ say, open }, { act }) => [{ ...act('emergency', say('emergency.title'), () => open({ kind: 'emergency' })), order: 26 }],
};
