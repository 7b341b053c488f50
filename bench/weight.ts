import { SEAT_KB, weightOf } from '../tools/weight.ts';
import { type Finding, spread } from './contest.ts';

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
