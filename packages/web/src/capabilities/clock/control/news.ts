import { overflowOf, type World } from '@entente/engine';
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
  for (const { src, at, what } of world.clock.faults) {
    const most = overflowOf(what);
    const [key, values] = most === undefined ? (['clock.fault', { what }] as const) : (['clock.overflow', { most }] as const);
    yield happening(src, at, ['control', 'late'], key, { values, tone: 'late' });
  }
}
