/** The server says the same; asked here first, so that nobody waits for a refusal. */
export const LARGEST_MB = 20;
export const MOST_FILES = 10;

/** A file that a person wants to send: on its way, there, or refused. */
export interface Picked {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly type?: string | undefined;
  /** From 0 to 1, while it is on its way. */
  readonly progress?: number | undefined;
  /** Its id on the server, once it is there. */
  readonly upload?: string | undefined;
  /** Why it was not taken: a key of the catalogue. */
  readonly problem?: string | undefined;
}

/** Sorts what was chosen: what can go on its way, and what is refused at once. */
export function admit(chosen: readonly { readonly name: string; readonly size: number }[], already: number): (string | undefined)[] {
  let room = MOST_FILES - already;
  return chosen.map(({ size }) => {
    if (size > LARGEST_MB * 1024 * 1024) return 'file-too-large';
    return --room < 0 ? 'too-many' : undefined;
  });
}

/** True if everything that stands in the list is there: a message may go. */
export function isSettled(picked: readonly Picked[]): boolean {
  return picked.every((p) => p.upload !== undefined);
}

export function uploadsIn(picked: readonly Picked[]): string[] {
  return picked.flatMap((p) => (p.upload === undefined ? [] : [p.upload]));
}
