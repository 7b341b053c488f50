import { part } from '../../../kit/Part.tsx';

/** Desks of control that come when one is opened. */
export const MatterDesk = part(async () => (await import('./Desk.tsx')).MatterDesk);
export const TextDesk = part(async () => (await import('./Desk.tsx')).TextDesk);
export const DecisionDesk = part(async () => (await import('./Desk.tsx')).DecisionDesk);
