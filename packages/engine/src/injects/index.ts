/** What others may call of this room. */

export { dependsOnMore } from './comes.ts';
export type { Delivery, InjectCard, InjectRow, Mark } from './language.ts';
export { type Reach, reachOf, tookTo } from './reach.ts';
export { acknowledges, type InjectStatus, injectNamed, injectOfDelivery, injectStatus, rowCard, rowTime, standing } from './status.ts';
export { heldReady, wantsWord } from './waiting.ts';
export { knowsTime, openTo } from './waits.ts';
