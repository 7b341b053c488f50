import type { Answer, Command as Given } from '@entente/engine';
import { useCallback, useState } from 'react';
import { useRefusal } from './refusal.ts';
import { useSeat } from './SeatProvider.tsx';

/** A command as a screen writes it: what has a default may be left out. */
export type Command =
  | Exclude<Given, { type: 'SendMessage' | 'ImproviseInject' | 'WriteItem' }>
  | Loose<'WriteItem', 'title' | 'portions'>
  | Loose<'SendMessage', 'to' | 'text'>
  | Loose<'ImproviseInject', 'title' | 'text' | 'from' | 'to'>;
type Loose<T extends Given['type'], K extends string> =
  Extract<Given, { type: T }> extends infer C ? Partial<C> & Pick<C, Extract<K | 'type', keyof C>> : never;

/** A command on its way: whether it still is, why the last one was refused, in the person’s language, and the way to send one. */
export interface Act {
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly run: (command: Command) => Promise<Answer>;
  /** Forgets the last refusal. */
  readonly clear: () => void;
}

/** Sends commands of this seat, one at a time; what was refused stands until the next try. */
export function useAct(): Act {
  const { send } = useSeat();
  const refusal = useRefusal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const run = useCallback(
    async (command: Command): Promise<Answer> => {
      setBusy(true);
      setError(undefined);
      const answer = await send(command as Given);
      setBusy(false);
      setError(refusal(answer, command));
      return answer;
    },
    [send, refusal],
  );
  const clear = useCallback(() => setError(undefined), []);
  return { busy, error, run, clear };
}
