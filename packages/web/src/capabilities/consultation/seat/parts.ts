import { part } from '../../../kit/Part.tsx';

/** What stands on the table, and the forms: fetched when the screen is at rest. */
export const Table = part(async () => (await import('../table/Table.tsx')).Table, 'table');
export const MatterView = part(async () => (await import('../table/MatterView.tsx')).MatterView, 'table');
export const TextView = part(async () => (await import('../table/TextView.tsx')).TextView, 'table');
export const DecisionView = part(async () => (await import('../table/DecisionView.tsx')).DecisionView, 'table');
export const Doing = part(async () => (await import('../table/Doing.tsx')).Doing, 'table');
export const ConsultWriting = part(async () => (await import('../table/ConsultForm.tsx')).ConsultWriting, 'table');
export const TableTextWriting = part(async () => (await import('../table/TableTextForm.tsx')).TableTextWriting, 'table');
export const DecisionWriting = part(async () => (await import('../table/DecisionForm.tsx')).DecisionWriting, 'table');
