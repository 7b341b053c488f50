import type { PanelProps } from '../../../kit/control/part.ts';
import { part } from '../../../kit/Part.tsx';

/** Desks of control that come when one is opened. */
export const MatterDesk = part(async () => (await import('./Desk.tsx')).MatterDesk);
export const TextDesk = part(async () => (await import('./Desk.tsx')).TextDesk);
export const DecisionDesk = part(async () => (await import('./Desk.tsx')).DecisionDesk);
export const OpenPanel = part<PanelProps>(async () => (await import('./OpenPanel.tsx')).OpenPanel);
export const TablesDesk = part(async () => (await import('./TablesDesk.tsx')).TablesDesk);
