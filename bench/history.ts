import { Exercise } from '@entente/engine';
import { contest, cpu, type Finding, inWords } from './contest.ts';
import { longRecord, making, Talk } from './record.ts';

const SHORT = 1_000;
const LONG = 100_000;
/** Turns taken on one short history: few enough that it stays one. */
const TURNS = 400;
/** Short histories in a slice, for a slice longer than a pause of the collector. */
const HEADS = 8;

/** A command late in a long exercise costs what it costs early: ids, hashes and all, as in the server. */
export async function history(rounds: number): Promise<Finding[]> {
  const record = longRecord(LONG);
  // The short history is folded anew for each slice, or it would grow long.
  const early = (): Talk => new Talk(Exercise.from(record.slice(0, SHORT), making));
  let late = new Talk(Exercise.from(record, making));
  let taken = 0;
  const result = await contest(
    { name: 'early', run: () => mean(() => turns(early())) },
    {
      name: 'late',
      run: () => {
        taken += TURNS * HEADS;
        if (taken > LONG / 5) {
          late = new Talk(Exercise.from(record, making));
          taken = 0;
        }
        return mean(() => turns(late));
      },
    },
    2 * rounds,
  );
  return [
    {
      what: 'a command after 100,000 events',
      anchor: 'one after 1,000',
      ratio: result.dearer,
      target: { atMost: 1.2 },
      note: `${inWords(result.costs[1])} and ${inWords(result.costs[0])}`,
    },
  ];
}

function turns(talk: Talk): number {
  for (let i = 0; i < TURNS / 4; i++) talk.turn();
  return cpu(TURNS, () => {
    for (let i = 0; i < TURNS; i++) talk.turn();
  });
}

function mean(slice: () => number): number {
  let sum = 0;
  for (let i = 0; i < HEADS; i++) sum += slice();
  return sum / HEADS;
}
