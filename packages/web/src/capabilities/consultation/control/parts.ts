import type { PanelProps } from '../../../kit/control/part.ts';
import { part } from '../../../kit/Part.tsx';

const desk = () => import('./Desk.tsx');
const begin = () => import('./NewPanels.tsx');

/** Desks of control that come when one is opened, and a seat’s own forms, with their words. */
export const MatterDesk = part(async () => (await desk()).MatterDesk, 'table');
export const TextDesk = part(async () => (await desk()).TextDesk, 'table');
export const DecisionDesk = part(async () => (await desk()).DecisionDesk, 'table');
export const AskPanel = part<PanelProps>(async () => (await begin()).AskPanel, 'table');
export const TablePanel = part<PanelProps>(async () => (await begin()).TablePanel, 'table');
export const DecidePanel = part<PanelProps>(async () => (await begin()).DecidePanel, 'table');
export const TablesDesk = part(async () => (await import('./TablesDesk.tsx')).TablesDesk);
