import { standingCard } from '@entente/engine';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { AddressName } from '../kit/Names.tsx';
import { spanWords } from '../kit/relative.ts';
import { shortened } from './eventWords.ts';
import { RequestChip } from './ItemThing.tsx';
import type { RequestLine } from './requestLines.ts';
import { useReview } from './reviewContext.ts';
import { NONE, Opener, Table, Time, useChosen } from './tables.tsx';

/** Table of requests for release: who asked whom for what, by when, and what was decided after how long. */
export function RequestTable({ lines }: { readonly lines: readonly RequestLine[] }) {
  const chosen = useChosen();
  const t = useWords('review');
  const kit = useWords('kit');
  const text = useText();
  const { whole } = useReview();
  const titleOf = (id: string): string => {
    const item = whole.sharing.items.get(id);
    return text(item && standingCard(item)?.title);
  };
  return (
    <Table heads={['asked', 'from', 'of', 'message', 'about', 'dueBy', 'state', 'decided']}>
      {lines.map((line) => (
        <tr key={line.key} className={line.key === chosen ? 'chosen' : ''}>
          <td>
            <Time at={line.at} />
          </td>
          <td>
            <AddressName address={line.from} />
          </td>
          <td>
            <AddressName address={line.of} />
          </td>
          <th scope="row">
            <Opener id={line.key}>
              <span>{shortened(line.text, 110)}</span>
            </Opener>
          </th>
          <td>{line.items.length === 0 ? NONE : [...new Set(line.items.map(titleOf))].join(', ')}</td>
          <td>
            <Time at={line.due} />
          </td>
          <td>
            <RequestChip status={line.status} />
          </td>
          <td>
            {line.decided ? (
              <>
                <span className="rv-nowrap">{t('cell.after', { span: spanWords(kit, line.decided.at - line.at) })}</span>
                <span className="small rv-under">
                  <AddressName address={line.decided.by} />
                </span>
              </>
            ) : (
              NONE
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
