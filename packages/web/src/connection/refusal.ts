import type { Answer } from '@entente/engine';
import { useCallback } from 'react';
import { hasWord, useWords } from '../i18n/words.ts';

/** What a person reads when a command was refused: by code in their language, else the server's own English words. */
export function useRefusal(): (answer: Answer) => string | undefined {
  const t = useWords('connection');
  return useCallback(
    (answer) => {
      if (answer.ok) return undefined;
      const { code, message, details } = answer.rejection;
      return hasWord('connection', `refused.${code}`) ? t(`refused.${code}`, { ...details }) : message;
    },
    [t],
  );
}
