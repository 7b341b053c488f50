/** Documents in: a planner's MSEL sheet becomes a scenario package. */
export { type Guess, ImportError, type ImportErrorCode, type ImportFault, type Said } from './error.ts';
export { COLUMN_ROLES, type ColumnRole } from './msel/columns.ts';
export { type ImportOptions, type ImportResult, importMsel } from './msel/import.ts';
export type { NamedRow } from './msel/rows.ts';
