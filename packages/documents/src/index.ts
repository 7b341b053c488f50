/** Documents in: a planner's MSEL sheet becomes a scenario package. */
export { type Guess, ImportError, type ImportErrorCode, type ImportFault, type Said } from './error.ts';
export { COLUMN_ROLES, type ColumnRole } from './msel/columns.ts';
export { type ImportOptions, type ImportResult, importMsel } from './msel/import.ts';
export {
  type Choice,
  type ChoiceKind,
  type ColumnRead,
  type InjectRead,
  MEANINGS,
  type Meaning,
  type PartyRead,
  type Place,
  type Reading,
  type ReadRow,
  type RowTemplate,
  type SheetRead,
  STATE_MEANINGS,
  type StateMeaning,
  SURE,
  type Template,
  type TimesTemplate,
} from './msel/reading.ts';
export type { NamedRow } from './msel/rows.ts';
