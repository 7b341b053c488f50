/** Documents in: a planner's MSEL sheet becomes a scenario package. */
export { ImportError, type ImportErrorCode, type ImportFault, type Said } from './error.ts';
export type { Guess } from './guesses.ts';
export { type ImportResult, importMsel, readMsel } from './msel/import.ts';
export type { ImportOptions } from './msel/options.ts';
export {
  type Choice,
  type ChoiceKind,
  type ColumnRead,
  type InjectRead,
  MEANINGS,
  MEANINGS as COLUMN_ROLES,
  type Meaning,
  type Meaning as ColumnRole,
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
