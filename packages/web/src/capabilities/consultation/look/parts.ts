import { part } from '../../../kit/Part.tsx';

/** What is shown of a matter, a text and a decision, and the place of all of them: they come when one is opened. */
export const MatterDetail = part(async () => (await import('./MatterDetail.tsx')).MatterDetail);
export const TextDetail = part(async () => (await import('./TextShown.tsx')).TextDetail);
export const DecisionDetail = part(async () => (await import('./DecisionDetail.tsx')).DecisionDetail);
export const TablesPlace = part(async () => (await import('./TablesPlace.tsx')).TablesPlace);
