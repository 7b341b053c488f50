import { useMemo } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { shortTime } from '../calendar.ts';
import { useDirectory } from '../Directory.tsx';
import { useNamer } from '../Names.tsx';
import { lengthWords } from './length.ts';
import { useReviewParts } from './part.ts';
import type { Wording } from './wording.ts';

/** Names and times as the edition's own world and the reader's language give them. */
export function useWording(): Wording {
  const say = useWords('review');
  const kit = useWords('kit');
  const pick = useText();
  const who = useNamer();
  const { start } = useDirectory();
  const parts = useReviewParts();
  return useMemo(
    () => ({ say, pick, who, time: (at) => shortTime(start, at), span: (ms) => lengthWords(kit, ms), parts }),
    [say, kit, pick, who, start, parts],
  );
}
