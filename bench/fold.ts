import { audienceOf, bodyOf, type Meta, type Recorded, rosterOfRecord, seatBody } from '@entente/engine';
import { contest, cpu, type Finding, inWords, type Way } from './contest.ts';
import type { House, Houses } from './house.ts';
import { longRecord } from './record.ts';

const EVENTS = 100_000;

/** Reading a long record back: parse and fold of every event, against JSON.parse of the same texts. */
export async function fold(rounds: number, { own: house, before }: Houses): Promise<Finding[]> {
  const record = longRecord(EVENTS);
  const roster = rosterOfRecord(record.slice(0, 2).map((r) => r.event));
  const whole = record.map(bodyOf);
  const own = record.filter((r) => audienceOf(r, roster).viewers.has('seat:p1-c1-s1')).map(seatBody);
  // A seat holds few of them: it reads its own as often as makes a slice of the same length.
  const times = Math.ceil(whole.length / own.length);
  const control = await contest(
    { name: 'JSON.parse', run: () => cpu(whole.length, () => parse(whole, 1)) },
    folding(house, whole, 1, house.engine.parseBody),
    rounds,
  );
  const seat = await contest(
    { name: 'JSON.parse', run: () => cpu(own.length * times, () => parse(own, times)) },
    folding(house, own, times, JSON.parse),
    rounds,
  );
  const compared = before && (await contest(folding(before.house, own, times, JSON.parse), folding(house, own, times, JSON.parse), rounds));
  const each = (costs: [number, number]) => `an event ${inWords(costs[1])}`;
  return [
    {
      what: `parse and fold of ${whole.length.toLocaleString('en')} events by control`,
      anchor: 'JSON.parse of the same',
      ratio: control.dearer,
      target: { atMost: 1.4 },
      note: each(control.costs),
    },
    {
      what: `parse and fold of a seat’s own ${own.length.toLocaleString('en')} of them`,
      anchor: 'JSON.parse of the same',
      ratio: seat.dearer,
      target: { atMost: 1.3 },
      note: each(seat.costs),
    },
    ...(compared ? [{ what: 'parse and fold by a seat', anchor: before.name, ratio: compared.dearer, note: each(compared.costs) }] : []),
  ];
}

/** Both sides hold on to what they read, as whoever reads a record does. */
function parse(texts: readonly string[], times: number): void {
  for (let t = 0; t < times; t++) {
    const kept: unknown[] = [];
    for (const text of texts) kept.push(JSON.parse(text));
    if (kept.length !== texts.length) throw new Error('not all was read');
  }
}

export function folding(house: House, texts: readonly string[], times: number, read: (text: string) => unknown): Way {
  return { name: 'fold', run: () => cpu(texts.length * times, () => foldOf(house, texts, times, read)) };
}

function foldOf({ engine: { emptyWorld, evolve } }: House, texts: readonly string[], times: number, read: (text: string) => unknown): void {
  for (let t = 0; t < times; t++) {
    const world = emptyWorld();
    const kept: unknown[] = [];
    for (const text of texts) {
      const r = read(text) as Meta & Pick<Recorded, 'event'>;
      evolve(world, r.event, r);
      kept.push(r);
    }
    if (world.messages.messages.size === 0 || kept.length !== texts.length) throw new Error('not all was folded');
  }
}
