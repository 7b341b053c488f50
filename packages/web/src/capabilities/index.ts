import type { Capability, Parts, Screen } from './capability.ts';
import { clock } from './clock/index.ts';
import { consultation } from './consultation/index.ts';
import { emergency } from './emergency/index.ts';
import { execution } from './execution/index.ts';
import { expected } from './expected/index.ts';
import { injects } from './injects/index.ts';
import { messages } from './messages/index.ts';
import { milestones } from './milestones/index.ts';
import { moves } from './moves/index.ts';
import { planning } from './planning/index.ts';
import { seats } from './seats/index.ts';
import { sharing } from './sharing/index.ts';
import { statements } from './statements/index.ts';
import { translations } from './translations/index.ts';

/** Every capability, one line each. Where the order shows (lines of the same moment, say), it is this one. */
const CAPABILITIES: readonly Capability[] = [
  injects, //
  expected,
  messages,
  sharing,
  consultation,
  statements,
  planning,
  execution,
  translations,
  seats,
  clock,
  moves,
  milestones,
  emergency,
];

/** What all capabilities give to one screen. */
export async function partsOf<S extends Screen>(screen: S): Promise<readonly Parts[S][]> {
  const loaded: readonly (Pick<Parts, S> | undefined)[] = await Promise.all(CAPABILITIES.map((capability) => capability[screen]?.()));
  return loaded.flatMap((part) => (part ? [part[screen]] : []));
}
