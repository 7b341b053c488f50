import { useMemo } from 'react';
import { usePreferences } from '../../i18n/preferences.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { shortTime } from '../calendar.ts';
import { useDirectory } from '../Directory.tsx';
import { useNamer } from '../Names.tsx';
import { spanWords } from '../relative.ts';
import { useReviewParts } from '../review/part.ts';
import type { Wording } from '../review/wording.ts';

/** Names and times as the edition's own world and the reader's language give them. */
export function useWording(): Wording {
  const say = useWords('review');
  const kit = useWords('kit');
  const pick = useText();
  const who = useNamer();
  const { start } = useDirectory();
  const { language } = usePreferences();
  const parts = useReviewParts();
  return useMemo(
    () => ({ say, pick, who, time: (at) => shortTime(start, at, language), span: (ms) => spanWords(kit, ms), parts }),
    [say, kit, pick, who, start, language, parts],
  );
}
