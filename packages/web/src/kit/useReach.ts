import type { Address } from '@entente/engine';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { type Directory, useDirectory } from './Directory.tsx';
import { useNamer } from './Names.tsx';

/** So many are named one by one. */
const MOST_NAMED = 4;

/** The seats of one party among many recipients, counted by cell. */
export interface Counted {
  readonly party: string;
  readonly seats: number;
  readonly cells: readonly { readonly cell: string; readonly seats: number }[];
}

/** Whom a text goes to, in a line: each by name, or, where they are many, the seats of a party counted by cell. */
export function useReach(): (to: readonly Address[]) => string {
  const directory = useDirectory();
  const name = useNamer();
  const cellName = useNamer('mark');
  const t = useWords('kit');
  const text = useText();
  return (to) => {
    const { named, counted } = recipientsCounted(directory, to);
    const parts = counted.map(({ party, seats, cells }) =>
      t('reach.seats', {
        party: text(directory.partyOf(`party:${party}`)?.card.name),
        count: seats,
        cells: cells.map((c) => t('reach.cell', { cell: cellName(`cell:${c.cell}`), seats: c.seats })).join(', '),
      }),
    );
    return [...named.map(name), ...parts].join(', ');
  };
}

/** Of more than a few: what is named as it is, and the seats, counted. A party of which one seat is meant is named by that seat. */
export function recipientsCounted(
  directory: Pick<Directory, 'seats'>,
  to: readonly Address[],
): { readonly named: readonly Address[]; readonly counted: readonly Counted[] } {
  const each = [...new Set(to)];
  if (each.length <= MOST_NAMED) return { named: each, counted: [] };
  const parties = new Map<string, Map<string, number>>();
  for (const address of each) {
    const cell = directory.seats.get(address)?.cell;
    if (!cell) continue;
    const cells = parties.get(cell.party) ?? new Map<string, number>();
    parties.set(cell.party, cells.set(cell.id, (cells.get(cell.id) ?? 0) + 1));
  }
  const counted = [...parties].flatMap(([party, cells]): Counted[] => {
    const seats = [...cells.values()].reduce((sum, n) => sum + n, 0);
    return seats === 1 ? [] : [{ party, seats, cells: [...cells].map(([cell, n]) => ({ cell, seats: n })) }];
  });
  const folded = new Set(counted.map((c) => c.party));
  return { named: each.filter((a) => !folded.has(directory.seats.get(a)?.cell.party ?? '')), counted };
}
