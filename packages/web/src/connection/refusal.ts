import type { Answer, Command } from '@entente/engine';
import { useCallback } from 'react';
import { hasWord, useWords } from '../i18n/words.ts';

/** Acts on items and requests: some codes mean another thing there than of injects and messages. */
const ofItems = (type: string): boolean => /(Item|Request|Destroyed)$/.test(type);

/** What a person reads when a command was refused: by its code in their language, on every screen alike; else the server’s own English words. */
export function useRefusal(): (answer: Answer, command: Pick<Command, 'type'>) => string | undefined {
  const t = useWords('connection');
  return useCallback(
    (answer, command) => {
      if (answer.ok) return undefined;
      const { code, message, details } = answer.rejection;
      const keys = [...(ofItems(command.type) ? [`refusedOf.items.${code}`] : []), `refused.${code}`];
      const key = keys.find((k) => hasWord('connection', k));
      return key === undefined ? message : t(key, { ...details });
    },
    [t],
  );
}
