import { useCallback } from 'react';
import { type Command, useAct } from '../../connection/useAct.ts';

/** Sends commands of this seat, one at a time; `problem` is the reason of the last refusal in the person's language. */
export function useSend(): { send(command: Command): Promise<boolean>; busy: boolean; problem: string | undefined; clear(): void } {
  const { run, busy, error, clear } = useAct();
  const send = useCallback(async (command: Command) => (await run(command)).ok, [run]);
  return { send, busy, problem: error, clear };
}
