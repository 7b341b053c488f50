import { EmergencyButton } from '../kit/EmergencyButton.tsx';
import type { WallSince } from '../kit/WallAge.tsx';
import { useSeat } from './SeatProvider.tsx';

/** Since when a real-world emergency stands, if one does. */
export function useEmergency(): WallSince | undefined {
  const { world, wall } = useSeat();
  const { banner } = world.emergency;
  return banner?.raised ? { since: banner.wall, wall } : undefined;
}

/** The button by which whoever sits at this screen says that something has really happened; the public screen has none. */
export function RaiseEmergency() {
  const { me } = useSeat();
  const stands = useEmergency() !== undefined;
  if (me.kind === 'public') return null;
  return <EmergencyButton raised={stands} />;
}
