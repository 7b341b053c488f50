import type { Ms, Roster } from '@entente/engine';
import { useMemo } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { EDGE, scaleOf } from '../../../kit/review/laneLayout.ts';
import { lengthWords } from '../../../kit/review/length.ts';
import type { Edition } from '../../../kit/review/side.ts';
import { fitted, textWidth } from '../../../kit/textWidth.ts';
import { useFontArrivals } from '../../../kit/useFontArrivals.ts';
import type { KnownFrame } from './knownLayout.ts';

/** The axis on which items are laid: `width` px for `end` ms, known up to `until`. */
export interface KnownAxis {
  readonly width: number;
  readonly end: Ms;
  readonly until: Ms;
}

export function useKnownFrame({ width, end, until }: KnownAxis, edition: Edition, roster: Roster): KnownFrame {
  const { parties } = useDirectory();
  const labels = useMarkLabels(roster);
  return useMemo(
    () => ({
      labels,
      scale: scaleOf(width, end),
      until: Math.max(until, 1),
      right: width - EDGE,
      played: new Set(parties.filter((p) => p.playedByControl).map((p) => p.id)),
      roster,
      everyParty: edition === 'control',
    }),
    [width, end, until, edition, parties, roster, labels],
  );
}

/** What stands over the marks of the matrix: the number and name of the action that fell due, and for whom something was asked. */
function useMarkLabels(roster: Roster): KnownFrame['labels'] {
  const t = useWords('review');
  const kit = useWords('kit');
  const text = useText();
  const name = useNamer();
  const { parties } = useDirectory();
  const arrivals = useFontArrivals();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arrivals of fonts say when to measure anew
  return useMemo(
    () => ({
      of: ({ due, kind, for: whom, elsewhere, lateBy, unanswered }) => {
        if (due) return { short: due.number, more: text(due.text).replace(/\s+/g, ' '), late: !due.held };
        const letters = (ids: readonly string[]): string =>
          parties
            .filter((p) => ids.includes(p.id))
            .map((p) => p.letter)
            .join(', ');
        const said = [
          elsewhere !== undefined && t('knew.labelOf', { who: letters([roster.partyOf(elsewhere) ?? '']) || name(elsewhere) }),
          kind === 'requested' && whom && t('knew.labelFor', { who: letters(whom) }),
          lateBy !== undefined && t('knew.labelLate', { span: lengthWords(kit, lateBy) }),
          unanswered && t('knew.labelUnanswered'),
        ].filter((word) => typeof word === 'string');
        return said.length > 0 ? { short: said.join(', '), late: lateBy !== undefined || unanswered } : undefined;
      },
      width: textWidth,
      fitted,
    }),
    [t, kit, text, name, roster, parties, arrivals],
  );
}
