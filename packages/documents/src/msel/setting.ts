import type { Guesses } from '../guesses.ts';
import type { Cast } from './cast.ts';
import type { Ids } from './names.ts';
import type { Named } from './recipients.ts';
import type { Sides } from './sides.ts';
import type { Timeline } from './timeline.ts';

/** What is known of a sheet before its rows become events. */
export interface Setting {
  /** Empty where no column names recipients. */
  readonly recipients: ReadonlyMap<number, Named>;
  readonly cast: Cast;
  readonly time: Timeline;
  readonly ids: Ids;
  readonly guesses: Guesses;
  readonly sides: Sides;
}
