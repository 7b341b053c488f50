/** One request of the viewer’s browser. */
export interface Question {
  /** Which route, and which field of it is asked about: `POST /s/:door/api/commands ReadItem.item`. */
  readonly place: string;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  /** A file, sent as it is in place of a body. */
  readonly file?: Uint8Array;
  /** What stands at that field. */
  readonly asked?: unknown;
  /** `hidden`: to be answered like the last question that was `never`, since what is hidden does not exist. */
  readonly twin?: 'never' | 'hidden';
}
