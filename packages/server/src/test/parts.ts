import type { LiveParts } from '../exercises/parts.ts';
import { Order } from '../order.ts';

const quiet = { info() {}, warn() {}, error() {} } as never;

/** What exercises rest on where no sessions and no log are looked at. */
export function parts(own: Pick<LiveParts, 'store' | 'clock'> & Partial<LiveParts>): LiveParts {
  return { log: quiet, onStep() {}, order: new Order(), onSeated() {}, async onDoubt() {}, ...own };
}
