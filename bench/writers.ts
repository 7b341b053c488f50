import type { Command, Id } from '@entente/engine';
import type { LiveExercise } from '../packages/server/src/exercises/live.ts';
import type { LiveParts } from '../packages/server/src/exercises/parts.ts';
import { Order } from '../packages/server/src/order.ts';

const TEXT = 'We have seen what you sent and shall answer within the hour; until then nothing goes to the press.';

/** What an exercise rests on, where nobody looks on. */
export function restingOn(store: LiveParts['store'], clock: LiveParts['clock']): LiveParts {
  const log = { info() {}, warn() {}, error: (facts: object, text: string) => console.error(text, facts) } as never;
  return { store, clock, log, order: new Order(), onStep() {}, onSeated() {}, async onDoubt() {} };
}

/** Sends one message to the next seat; done when it is answered. */
export type Writer = () => Promise<void>;

/** Somebody at each of the first seats of an exercise. */
export async function writersOf(live: LiveExercise, most: number): Promise<Writer[]> {
  const seats = live.roster.viewers.filter((v) => v.startsWith('seat:')).slice(0, most);
  let given = 0;
  const submit = async (seat: string, person: Id | undefined, command: object): Promise<Id> => {
    const commandId = `bench-${String(++given).padStart(8, '0')}`;
    const answer = await live.submit({ seat, session: seat, hand: () => ({ person }), commandId, command: command as Command });
    if (!answer.ok) throw new Error(answer.rejection.message);
    return answer.events[0] as Id;
  };
  return Promise.all(
    seats.map(async (seat, i) => {
      const person = await submit(seat, undefined, { type: 'TakeSeat', name: 'Somebody' });
      const to = [seats[(i + 1) % seats.length] as string];
      const command = { type: 'SendMessage', to, text: TEXT, purpose: 'inform', channel: 'message', label: 'TLP:GREEN' };
      return async () => void (await submit(seat, person, command));
    }),
  );
}

/** Each writer sends so many messages, each when the one before is answered. */
export async function writing(writers: readonly Writer[], each: number): Promise<void> {
  await Promise.all(
    writers.map(async (write) => {
      for (let i = 0; i < each; i++) await write();
    }),
  );
}
