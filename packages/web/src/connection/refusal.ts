import type { Answer } from '@entente/engine';
import { useCallback } from 'react';
import { hasWord, useWords } from '../i18n/words.ts';

/**
 * What a person reads when a command was refused: by code in their language, else the server's own English words. `own`: a
 * catalogue whose words come first, where a code means something of its own there.
 */
export function useRefusal(own = 'connection'): (answer: Answer) => string | undefined {
  const t = useWords('connection');
  const first = useWords(own);
  return useCallback(
    (answer) => {
      if (answer.ok) return undefined;
      const { code, message, details } = answer.rejection;
      if (hasWord(own, `refused.${code}`)) return first(`refused.${code}`, { ...details });
      return hasWord('connection', `refused.${code}`) ? t(`refused.${code}`, { ...details }) : message;
    },
    [t, first, own],
  );
}
