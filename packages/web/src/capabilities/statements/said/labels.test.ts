import { expect, it } from 'vitest';
import { chartOf, type SaidLook } from './chart.ts';
import { labelsOf } from './labels.ts';
import type { SaidWords } from './useSaidWords.ts';

const MINUTE = 60_000;
const said = (id: string, at: number, party: string, topic: string, stance: 'affirmed' | 'denied') => ({
  ...{ id, at: at * MINUTE, parties: [party], outlet: undefined, claims: [{ topic, stance }], corrects: [], reads: [] },
});
/** K affirms planning; U denies drills after 10 min, K says it again after 47, and U speaks of something else after 92. */
const LOOK: SaidLook = {
  parties: ['k', 'u'],
  topics: ['planning', 'drills', 'tables'],
  things: [
    said('interview', 0, 'k', 'planning', 'affirmed'),
    said('no', 10, 'u', 'drills', 'denied'),
    said('again', 47, 'k', 'planning', 'affirmed'),
    said('background', 92, 'u', 'tables', 'affirmed'),
  ],
  flags: [
    {
      ...{ key: 'no interview', flag: 'ambiguous', said: 'no', with: 'interview', opened: 10 * MINUTE },
      ...{ topics: { said: 'drills', with: 'planning' }, on: ['drills', 'planning'] },
      steps: [
        { said: 'again', after: 37 * MINUTE },
        { said: 'background', after: 82 * MINUTE, silent: true, weighs: 'least' },
      ],
    },
  ],
  lines: [],
  now: 180 * MINUTE,
};
const words: SaidWords = {
  t: (key, values) => [key, ...Object.values(values ?? {})].join(' '),
  ...{ pick: String, topic: String, who: String, letters: String, list: String, called: String, time: String },
  span: (ms) => `${ms / MINUTE} min`,
  ran: (from, to) => to - from,
};

it('writes at each word of a side how long after it came, and if it is silent on what is contested; the first word has its name alone', () => {
  const chart = chartOf(LOOK);
  const labels = labelsOf(LOOK, chart, words);
  const written = chart.groups.flatMap((g) => g.lanes).flatMap((lane) => lane.marks.map((m) => labels.mark(m, lane)?.text));
  expect(written).toEqual(['interview', 'step.after again 37 min', 'no', 'step.silent background 82 min (chain.weighs.least)']);
});
