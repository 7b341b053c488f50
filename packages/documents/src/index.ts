/** Documents in and out: a planner's MSEL sheet becomes a scenario package; an MSEL becomes a workbook, and comes back edited. */
export { readEdited } from './again/edited.ts';
export { takeInto } from './again/scenario.ts';
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
export { asTemplate, parseMap } from './msel/template.ts';
export { PRESETS, type Preset } from './out/presets.ts';
export { writeMsel } from './out/write.ts';
