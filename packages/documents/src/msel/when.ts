interface Marked {
  /** “approx.”, “(tentative)”. */
  readonly about?: true;
  /** What follows a hyphen: it lasts until then. */
  readonly until?: string;
}
interface Zoned {
  /** An offset; `local`; or `doubtful`, where nobody can say for certain. */
  readonly zone?: string;
  readonly zoneWord?: string;
}
/** What an author wrote into a time cell, before it is known when STARTEX is. All in milliseconds. */
export type When = Marked &
  (
    | { readonly kind: 'none' }
    | { readonly kind: 'unreadable' }
    | { readonly kind: 'startex' }
    | { readonly kind: 'endex' }
    /** A bare number: its unit is decided for the whole column. */
    | { readonly kind: 'number'; readonly value: number; readonly digits: string }
    /** From STARTEX. `unsure`: a unit that the cell does not state (`T+1`). */
    | { readonly kind: 'offset'; readonly ms: number; readonly unsure?: { readonly value: number } }
    /** From the release of another event, by its number. */
    | { readonly kind: 'after'; readonly number: string; readonly ms: number }
    /** Of a day: counted from the first day of the sheet (0), or a weekday (0 = Sunday), or a day of the month, or the running one. */
    | ({
        readonly kind: 'clock';
        readonly ms: number;
        readonly day?: number;
        readonly weekday?: number;
        readonly monthDay?: number;
        readonly dotted?: true;
      } & Zoned)
    /** A day counted from the first, or a weekday, without a time. */
    | { readonly kind: 'day'; readonly day: number; readonly weekday?: number }
    /** A date and a time of day, as if in UTC, with the offset that the cell states. */
    | ({
        readonly kind: 'date';
        readonly ms: number;
        readonly timeless: boolean;
        readonly noYear?: true;
        readonly slashed?: readonly [number, number];
      } & Zoned)
  );
