import type { ScenarioInput } from '@entente/engine';

/** Numbers that a seed repeats: 0 to below `bound`. */
export function chance(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    // A linear congruential generator (Numerical Recipes): enough to choose moments.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const SEATS_PER_PARTY = 4;
export const PLAYERS = ['a', 'b'].flatMap((p) => Array.from({ length: SEATS_PER_PARTY }, (_, i) => `seat:${p}-${i + 1}`));

/** A seat that is handed over in every round: its session ends, and the next person's begins, with the commit. */
export const RELAY = 'seat:b-relay';

/** Two parties of four seats and one that is handed over, and an inject every half minute, so that time does things while commands are under way. */
export const busy: ScenarioInput = {
  entente: 1,
  id: 'busy',
  title: 'A busy morning',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT12H',
  languages: ['en'],
  parties: ['a', 'b'].map((id) => ({
    id,
    name: id.toUpperCase(),
    cells: [
      {
        id: `${id}-desk`,
        name: 'Desk',
        seats: Array.from({ length: SEATS_PER_PARTY }, (_, i) => ({ id: `${id}-${i + 1}`, name: `${i + 1}` })),
      },
      ...(id === 'b' ? [{ id: 'b-watch', name: 'Watch', seats: [{ id: 'b-relay', name: 'Watch' }] }] : []),
    ],
  })),
  entities: [{ id: 'wire', name: 'Wire', kind: 'media' }],
  injects: Array.from({ length: 300 }, (_, i) => ({
    id: `i-${i}`,
    at: `PT${30 * (i + 1)}S`,
    from: 'wire',
    to: [i % 3 === 0 ? 'everyone' : i % 3 === 1 ? 'party:a' : 'party:b'],
    title: `News ${i}`,
    text: `What the wire says at moment ${i}.`,
  })),
};

/** A command under way: whose, under which id, and the words by which it is found on the record; none if it must be refused. */
export interface Sent {
  readonly seat: string;
  readonly id: string;
  readonly command: object;
  readonly words?: string;
}

/** Commands of one round: notes, messages within and across parties, some that are refused, and among them a hand-over. */
export function storm(round: string, count: number): Sent[] {
  const id = (i: number | string) => `${round}-command-${i}`.replace(/[^\w-]/g, '-');
  const sent = Array.from({ length: count }, (_, i): Sent => {
    const seat = PLAYERS[i % PLAYERS.length] as string;
    const words = `${round}, word ${i}.`;
    if (i % 16 === 15) return { seat, id: id(i), command: { type: 'AcknowledgeMessage', message: `nothing-${i}` } };
    if (i % 2 === 0) return { seat, id: id(i), words, command: { type: 'WriteNote', text: words } };
    const to = [i % 4 === 1 ? 'party:a' : (PLAYERS[(i * 5 + 3) % PLAYERS.length] as string), 'control'];
    return { seat, id: id(i), words, command: { type: 'SendMessage', to, text: words } };
  });
  const name = `Watch of ${round}`;
  return sent.toSpliced(count / 4, 0, { seat: RELAY, id: id('relay'), words: name, command: { type: 'HandOver', name } });
}
