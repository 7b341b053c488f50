import { useState } from 'react';
import { Jumped } from '../kit/Jumped.tsx';
import { useSeat } from './SeatProvider.tsx';

/** The last jump of the clock, until whoever sits here has put it away; lead control made it and is not told. */
export function JumpBanner() {
  const { door, me, world } = useSeat();
  const key = `entente.jump.${door}`;
  const [away, put] = useState(() => kept(key));
  const jump = world.clock.jumps.at(-1);
  if (!jump || jump.src === away || me.seat === 'control') return null;
  const dismiss = (): void => {
    put(jump.src);
    keep(key, jump.src);
  };
  return <Jumped from={jump.from} to={jump.to} dismiss={dismiss} />;
}

function kept(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null; // storage is forbidden here
  }
}
function keep(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // It is put away until the page is loaded anew.
  }
}
