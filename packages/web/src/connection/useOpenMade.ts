import type { Id, World } from '@entente/engine';
import { useEffect, useState } from 'react';
import { useSeat } from './SeatProvider.tsx';

/**
 * Opens what an act has made, as soon as its event is here: the answer may come before the feed.
 * Gives the function that is to be told of the events that the act brought. `find`: what such events made, if anything.
 */
export function useOpenMade<T>(
  find: (world: World, events: readonly Id[]) => T | undefined,
  open: (made: T) => void,
): (events: readonly Id[]) => void {
  const { world, version } = useSeat();
  const [made, setMade] = useState<readonly Id[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  useEffect(() => {
    const found = made.length > 0 ? find(world, made) : undefined;
    if (found === undefined) return;
    setMade([]);
    open(found);
  }, [made, version]);
  return setMade;
}
