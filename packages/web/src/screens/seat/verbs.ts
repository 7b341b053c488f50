import { useSeat } from '../../connection/index.ts';
import type { IconName } from '../../kit/icons.tsx';
import { useSeatParts, type Writing } from '../../kit/seat/part.ts';
import { lookOf } from './inbox.ts';

/** Something that this seat may begin, named by a verb: `write.NAME` in its words. */
export interface Verb {
  readonly name: string;
  readonly words: string;
  readonly icon: IconName;
  readonly writing: Writing;
}

const ICONS: Readonly<Record<string, IconName>> = { message: 'message', item: 'share', request: 'request' };

/** What this seat may begin now: what capabilities offer, to log a call, to ask control. */
export function useVerbs(): readonly Verb[] {
  const { me, world } = useSeat();
  const look = lookOf(world, me.seat);
  const parts = useSeatParts();
  const offered = parts
    .flatMap(({ writes = [], room }) => writes.map((w) => ({ ...w, words: room })))
    .filter((w) => w.may?.(look) ?? true)
    .sort((a, b) => a.order - b.order)
    .map(({ name, words, icon }): Verb => ({ name, words, icon: icon ?? ICONS[name] ?? 'write', writing: { to: [], what: name } }));
  const own = (name: string, icon: IconName, writing: Writing): Verb => ({ name, words: 'seat', icon, writing });
  return [...offered, own('call', 'phone', { to: [], channel: 'phone' }), own('control', 'question', { to: ['control'], purpose: 'ask' })];
}
