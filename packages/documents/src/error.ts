/** The same words in both languages of the product; a type, so that it is a text of the engine too. */
export type Said = {
  readonly en: string;
  readonly ko: string;
};

export const said = (en: string, ko: string): Said => ({ en, ko });

export type ImportErrorCode =
  | 'empty'
  | 'too-large'
  | 'zip-bomb'
  | 'broken'
  | 'protected'
  | 'old-excel'
  | 'not-msel'
  | 'not-a-sheet'
  | 'encoding'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-cells'
  | 'too-many-injects'
  | 'too-many-recipients'
  | 'no-header'
  | 'no-events'
  | 'bad-startex'
  | 'bad-unit'
  | 'bad-map'
  | 'not-exported'
  | 'no-ids'
  | 'another-scenario';

/** Why a file could not be imported at all, and what to do next, in the reader's words. */
export interface ImportFault {
  readonly code: ImportErrorCode;
  readonly message: Said;
  readonly hint: Said;
  /** The sheet, row or part of the file, if one is to blame. */
  readonly where?: string;
  /** Each row that was looked at, and why it is no event: where none is. */
  readonly rows?: readonly { readonly row: number; readonly reason: Said }[];
}

/** No more rows are told with a refusal: the first ones show what is wrong with all. */
const MOST_ROWS_TOLD = 100;

/** The only error that `importMsel` throws. Its own `message` is the English text; screens take `fault`. */
export class ImportError extends Error {
  readonly code: ImportErrorCode;
  readonly fault: ImportFault;

  constructor(code: ImportErrorCode, message: Said, hint: Said, where?: string, rows: NonNullable<ImportFault['rows']> = []) {
    super(message.en);
    this.name = 'ImportError';
    this.code = code;
    this.fault = {
      code,
      message,
      hint,
      ...(where === undefined ? {} : { where }),
      ...(rows.length === 0 ? {} : { rows: rows.slice(0, MOST_ROWS_TOLD) }),
    };
  }
}
