import { type RefObject, useEffect, useState } from 'react';
import { usePreferences } from '../../i18n/preferences.ts';
import type { Report } from '../../kit/report/model.ts';
import { measured } from './measure.ts';
import type { Paged } from './paging.ts';

const NONE: Paged['pages'] = {};

/** On which page each part begins once it is printed; nothing until that was measured. */
export function usePages(paper: RefObject<HTMLElement | null>, report: Report, listed: boolean): Paged['pages'] {
  const { language } = usePreferences();
  const [pages, setPages] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the paper changes, and only then
  useEffect(() => {
    let gone = false;
    setPages(NONE);
    // The screen comes first.
    const timer = setTimeout(async () => {
      await document.fonts.ready;
      if (gone || !paper.current) return;
      const found = await measured(paper.current);
      if (!gone) setPages(found);
    }, 300);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [report, listed, language]);
  return pages;
}
