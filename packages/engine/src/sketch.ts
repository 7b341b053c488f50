import type { Roster } from './audience.ts';
import type { Opened } from './ledger.ts';
import type { OpenOptions } from './making.ts';
import type { Recorded } from './record.ts';
import type { Scenario } from './scenario.ts';

/** How a sketch of a scenario opened. A sketch's ids rest on nothing secret, so the next one opens with the same events. */
export interface Opening {
  readonly options: OpenOptions;
  readonly roster: Roster;
  readonly events: readonly Recorded[];
  readonly opened: Opened;
  /** Ids given out. */
  readonly counted: number;
}
const openings = new WeakMap<Scenario, Opening>();

export function rememberOpening(scenario: Scenario, opening: Opening): void {
  openings.set(scenario, opening);
}

/** The opening of the last sketch of this very scenario, if it was asked for in the same way. */
export function knownOpening(scenario: Scenario, { wall, title, files }: OpenOptions): Opening | undefined {
  const known = openings.get(scenario);
  return known?.options.wall === wall && known.options.title === title && known.options.files === files ? known : undefined;
}
