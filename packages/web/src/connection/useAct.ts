import { type Answer, type CommandInput, clockStatus, type Command as Given } from '@entente/engine';
import { useCallback, useEffect, useState } from 'react';
import { refusalWords } from './refusal.ts';
import { useSeat } from './SeatProvider.tsx';
import { useBusy } from './useBusy.ts';

/** A command as a screen writes it: what has a default may be left out. */
export type Command = CommandInput;

/** A command on its way: whether it still is, why the last one was refused, in the person’s language, and the way to send one. */
export interface Act {
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly run: (command: Command) => Promise<Answer>;
  /** Forgets the last refusal. */
  readonly clear: () => void;
}

/** Sends commands of this seat, one at a time; what was refused stands until the next try, or until the clock starts, stands or ends. */
export function useAct(): Act {
  const { send, world } = useSeat();
  const [error, setError] = useState<string | undefined>();
  const status = clockStatus(world);
  // “The exercise has not started” is untrue once it has.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => setError(undefined), [status]);
  const [run, busy] = useBusy(async (command: Command): Promise<Answer> => {
    setError(undefined);
    const answer = await send(command as Given);
    setError(await refusalWords(answer, command));
    return answer;
  });
  const clear = useCallback(() => setError(undefined), []);
  return { busy, error, run, clear };
}
