import type { Ms } from '@entente/engine';
import { useCallback } from 'react';
import { usePreferences } from '../../../i18n/preferences.ts';
import { momentOf } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';

/** The exercise’s own time, to the second. */
export function useSeconds(): (at: Ms) => string {
  const { start } = useDirectory();
  const { language } = usePreferences();
  return useCallback((at) => (start ? momentOf(start, at, language).seconds : ''), [start, language]);
}
