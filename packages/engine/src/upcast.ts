/** An event as it lies in a stored line, in whatever version of the language. */
export interface Stored {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What became of an event of the version before: one event for one, from what stands in it and nothing else. */
export type Step = (old: Stored) => Stored;

/** A language of events: its version, and what each version changed of the one before, by the type of the event. */
export interface Language {
  readonly version: number;
  /** `steps[2].ItemGiven`: what an ItemGiven of version 1 is in version 2. What is not named stayed as it was. */
  readonly steps: Readonly<Record<number, Readonly<Record<string, Step>>>>;
}

/**
 * The language of this program: **the one place where it is written down how old events are read** (docs/adr/0025). A line
 * says its version, `"v"`, unless that is 1. What may only be absent needs no new version; a field that is renamed, split or
 * means something else does: raise `version`, write the step here, and keep a data folder of the version before as a fixture
 * (packages/server/fixtures).
 */
export const LANGUAGE: Language = { version: 1, steps: {} };

/** The event of a stored line as this program speaks. @throws RangeError for a line of a newer version. */
export function upcast(event: Stored, version: number, { version: today, steps }: Language = LANGUAGE): Stored {
  if (version > today)
    throw new RangeError(`an event is of version ${version} of the language, and this program reads up to ${today}: use the newer program`);
  let now = event;
  for (let next = version + 1; next <= today; next++) now = steps[next]?.[now.type]?.(now) ?? now;
  return now;
}
