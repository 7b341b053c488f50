import { expectedAsks } from './expected/asks.ts';
import { injectAsks } from './injects/asks.ts';
import { messageAsks } from './messages/asks.ts';
import { milestoneAsks } from './milestones/asks.ts';
import { sharingAsks } from './sharing/asks.ts';

/** What each room lets conditions ask of it. */
export const asks = [...milestoneAsks, ...injectAsks, ...expectedAsks, ...messageAsks, ...sharingAsks] as const;
