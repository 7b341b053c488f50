import type { Having } from '@entente/engine';
import './Item.css';
import { useWords } from '../../../i18n/words.ts';
import { Chip, StatusChip } from '../../../kit/Chip.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { useLists } from '../useSharing.ts';
/** Who has how much of an item, since when, by whom: the lines of a list. */
export function HavingLines({ rows }: { readonly rows: readonly Having[] }) {
  const t = useWords('sharing');
  const { portions } = useLists();
  const words = ({ what, portions: which }: Having) =>
    what === 'part' ? portions(which) : t(what === 'whole' ? 'whole' : 'spread.sanitised');
  return rows.map((h) => (
    <li key={`${h.who} ${h.what} ${h.portions.join()} ${h.at}`} className="may-clause">
      <AddressName address={h.who} withParty={!h.who.startsWith('party:')} /> <Chip>{words(h)}</Chip> <ExactTime at={h.at} />
      {h.by && (
        <span className="dim">
          {t('spread.by')} <AddressName address={h.by} mark={false} />
        </span>
      )}
      {h.until !== undefined && (
        <>
          <StatusChip state="recalled" /> <ExactTime at={h.until} />
        </>
      )}
    </li>
  ));
}
