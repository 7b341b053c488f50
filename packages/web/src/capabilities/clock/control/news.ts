import type { World } from '@entente/engine';
import { type Happening, happening } from '../../../kit/control/happening.ts';

export function* clockNews(world: World): Generator<Happening> {
  const reading = world.clock.reading;
  if (reading)
    yield happening(
      reading.src,
      reading.at,
      ['control'],
      reading.reason && reading.status === 'paused' ? `clock.paused.${reading.reason}` : `clock.${reading.status}`,
      { values: { rate: reading.rate } },
    );
  for (const jump of world.clock.jumps)
    yield happening(jump.src, jump.to, ['control'], 'clock.jumped', { values: { from: jump.from, to: jump.to } });
  for (const fault of world.clock.faults)
    yield happening(fault.src, fault.at, ['control', 'late'], 'clock.fault', { values: { what: fault.what }, tone: 'late' });
}
