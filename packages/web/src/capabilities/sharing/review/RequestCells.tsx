import { standingCard, type World } from '@entente/engine';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Chip, type Tone } from '../../../kit/Chip.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { lengthWords } from '../../../kit/review/length.ts';
import { Names, NONE } from '../../../kit/review/tables.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { RequestLine } from './requestLines.ts';

/** What tables of requests say alike, on the screen and on paper. To refuse is a right: it is no fault, and has no colour of one. */

const TONES: Record<RequestLine['status'], Tone> = {
  open: 'plain',
  overdue: 'late',
  passed: 'plain',
  granted: 'met',
  conditions: 'met',
  refused: 'plain',
  withdrawn: 'plain',
};

export function RequestChip({ status }: { readonly status: RequestLine['status'] }) {
  const t = useWords('review');
  return (
    <Chip
      tone={TONES[status]}
      icon={status === 'granted' || status === 'conditions' ? 'check' : status === 'refused' ? 'cross' : undefined}
    >
      {t(`requestState.${status}`)}
    </Chip>
  );
}

/** Who asked whom. */
export function Between({ line }: { readonly line: RequestLine }) {
  return (
    <span className="rv-names">
      <AddressName address={line.from} />
      <span className="rv-ofwhom">
        <span className="dim">→</span> <AddressName address={line.of} />
      </span>
    </span>
  );
}

/** Who is to have it. */
export function ForWhom({ line }: { readonly line: RequestLine }) {
  const t = useWords('review');
  return line.forAsker ? <span className="dim">{t('cell.asker')}</span> : <Names of={line.for} />;
}

/** The items that it was about, or that answered it. */
export function About({ line, world }: { readonly line: RequestLine; readonly world: World }) {
  const t = useWords('review');
  const text = useText();
  const titles = line.items.map((id) => {
    const item = world.sharing.items.get(id);
    return text(item && standingCard(item)?.title);
  });
  if (titles.length === 0) return null;
  return (
    <span className="small dim rv-under">
      {t('cols.about')}: {[...new Set(titles)].join(', ')}
    </span>
  );
}

/** “after 30 min, 10 min late”, or that nobody answered. */
export function Answered({ line: { at, decided, lateBy, status } }: { readonly line: RequestLine }) {
  const t = useWords('review');
  const kit = useWords('kit');
  if (!decided) return status === 'withdrawn' ? NONE : <span className={status === 'overdue' ? 'late' : ''}>{t('item.unanswered')}</span>;
  return (
    <>
      {t('cell.after', { span: lengthWords(kit, decided.at - at) })}
      {lateBy !== undefined && (
        <>
          , <b className="late">{t('cell.later', { span: lengthWords(kit, lateBy) })}</b>
        </>
      )}
    </>
  );
}

/** What became of it, after how long, and who decided. */
export function Decided({ line }: { readonly line: RequestLine }) {
  return (
    <>
      <RequestChip status={line.status} />
      <span className="rv-under">
        <Answered line={line} />
      </span>
      {line.decided && (
        <span className="small rv-under">
          <AddressName address={line.decided.by} />
        </span>
      )}
    </>
  );
}

/** Conditions and reasons; of a refusal without one, that none was told. */
export function SaidWithIt({ line: { status, conditions, reason, untold } }: { readonly line: RequestLine }) {
  const t = useWords('review');
  return (
    <>
      {conditions && (
        <p className="small">
          <b>{t('item.conditions')}</b> <Said text={conditions} /> <NotYet of={[conditions]} />
        </p>
      )}
      {reason && (
        <p className="small">
          <b>{t('item.reason')}</b> <Said text={reason} /> <NotYet of={[reason]} />
        </p>
      )}
      {status === 'refused' && !reason && !untold && <p className="small dim">{t('item.noReason')}</p>}
      {untold && (
        <p className="rv-note">
          <b>{t('item.untold')}</b> <Said text={untold} /> <NotYet of={[untold]} />
        </p>
      )}
    </>
  );
}
