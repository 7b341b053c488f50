import { standingCard } from '@entente/engine';
import { useMemo } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { AddressName } from '../../../kit/Names.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { Answered, RequestChip, SaidWithIt } from './RequestCells.tsx';
import { type RequestLine, requestLines } from './requestLines.ts';

export function RequestThing({ id }: { readonly id: string }) {
  const { whole } = useReview();
  const text = useText();
  const t = useWords('review');
  const line = useMemo(() => requestLines(whole).find((l) => l.id === id), [whole, id]);
  if (!line) return null;
  return (
    <div className="stack rv-thing">
      <RequestSaid line={line} />
      {line.items.length > 0 && (
        <ul className="small">
          {line.items.map((item) => {
            const row = whole.sharing.items.get(item);
            return row ? (
              <li key={item}>
                <span className="dim">{t('cols.item')} </span>
                <OpenItem id={item}>{text(standingCard(row)?.title)}</OpenItem>
              </li>
            ) : null;
          })}
        </ul>
      )}
    </div>
  );
}

/** Who asked what of whom, what was answered after how long, and what was said with it. */
export function RequestSaid({ line }: { readonly line: RequestLine }) {
  const t = useWords('review');
  const { wording } = useReview();
  return (
    <div className="stack rv-k-request">
      <div className="row wrap small">
        <AddressName address={line.from} />
        <span className="dim">→</span>
        <AddressName address={line.of} />
        <span className="grow" />
        <RequestChip status={line.status} />
      </div>
      <NotYet of={[line.text]} />
      <p className="rv-quote">
        <Said text={line.text} />
      </p>
      <p className="small dim">
        {t('item.requestedBy', { who: wording.who(line.from), time: wording.time(line.at) })}
        {!line.forAsker && ` · ${t('item.forWhom', { who: line.for.map(wording.who).join(', ') })}`}
        {` · ${t('item.answerDue', { time: wording.time(line.due) })}`}
        {' · '}
        <Answered line={line} />
      </p>
      <SaidWithIt line={line} />
    </div>
  );
}

export function OpenItem({ id, children }: { readonly id: string; readonly children: React.ReactNode }) {
  const { open } = useReview();
  return (
    <button type="button" className="rv-figure" onClick={() => open({ key: `item:${id}` })}>
      {children}
    </button>
  );
}
