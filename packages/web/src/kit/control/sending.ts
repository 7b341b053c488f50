import type { Answer, Command as Given } from '@entente/engine';
import { useCallback, useState } from 'react';
import { useRefusal } from '../../connection/refusal.ts';
import { useSeat } from '../../connection/SeatProvider.tsx';
import { hasWord } from '../../i18n/words.ts';
import { useControl } from './controlContext.ts';

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
  const seat = useSeat();
  const { say } = useControl();
  const refusal = useRefusal();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const clear = useCallback(() => setProblem(undefined), []);
  const send = useCallback(
    async (command: Command): Promise<boolean> => {
      setBusy(true);
      setProblem(undefined);
      try {
        const answer = await seat.send(command as never);
        if (!answer.ok) setProblem((ofItems(command) ? undefined : ownWords(answer.rejection, say)) ?? refusal(answer));
        return answer.ok;
      } catch {
        setProblem(say('act.notSent'));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [seat, say, refusal],
  );
  return { send, busy, problem, clear };
}

/** Acts on items and requests: their codes mean other things than those of injects, and every screen says them alike. */
const ofItems = ({ type }: Command): boolean => /(Item|Request)$/.test(type);

/** A rejection in this screen's own words, where it has some for its code. */
function ownWords(
  rejection: Extract<Answer, { ok: false }>['rejection'],
  say: (key: string, values?: Record<string, unknown>) => string,
): string | undefined {
  const key = `rejection.${rejection.code}`;
  return hasWord('control', key) ? say(key, { ...rejection.details }) : undefined;
}
