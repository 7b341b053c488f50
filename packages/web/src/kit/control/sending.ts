import type { Command as Given } from '@entente/engine';
import { useCallback } from 'react';
import { useAct } from '../../connection/useAct.ts';

/** A command as a screen writes it: what has a default may be left out. */
export type Command =
  | Exclude<Given, { type: 'SendMessage' | 'ImproviseInject' | 'WriteItem' }>
  | Loose<'WriteItem', 'title' | 'portions'>
  | Loose<'SendMessage', 'to' | 'text'>
  | Loose<'ImproviseInject', 'title' | 'text' | 'from' | 'to'>;
type Loose<T extends Given['type'], K extends string> =
  Extract<Given, { type: T }> extends infer C ? Partial<C> & Pick<C, Extract<K | 'type', keyof C>> : never;

/** Sends commands of this seat, one at a time; `problem` is the reason of the last refusal in the person's language. */
export function useSend(): { send(command: Command): Promise<boolean>; busy: boolean; problem: string | undefined; clear(): void } {
  const { run, busy, error, clear } = useAct();
  const send = useCallback(async (command: Command) => (await run(command as Given)).ok, [run]);
  return { send, busy, problem: error, clear };
}
