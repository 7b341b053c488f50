import { weightOf } from '../tools/weight.ts';
import { type Finding, spread } from './contest.ts';

/** A seat’s first screen on paper: kB of gzipped JavaScript until it can be used. */
const SEAT_KB = 180;

/** What a browser loads, of the web app as it is built. */
export async function weight(): Promise<Finding[]> {
  const { first } = weightOf('seat');
  return [
    {
      what: 'a seat’s JavaScript until its first screen can be used',
      anchor: `${SEAT_KB} kB gzipped`,
      ratio: spread([first / SEAT_KB]),
      target: { atMost: 1 },
      note: `${first.toFixed(1)} kB`,
    },
  ];
}
