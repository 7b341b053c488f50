import { rosterOfWorld } from '@entente/engine';
import { useControl } from '../../../kit/control/controlContext.ts';
import { type Begun, type Speaker, speakersFor } from './acting.ts';

/** In whose name a controller may begin that now; nobody once the exercise has ended. */
export function useSpeakers(what: Begun): readonly Speaker[] {
  const { world, viewer, ended } = useControl();
  const roster = rosterOfWorld(world);
  return !roster || ended ? [] : speakersFor(what, world, roster, viewer.address);
}
