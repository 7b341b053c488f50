import { dueOf, settled } from '@entente/engine/consultation';
import { useAct } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { AddressName, useNamer } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { Seen } from './sits.ts';
import { useSeconds } from './useTable.ts';

/** What the own side keeps for itself of a matter; members and chair learn nothing of it. */
export function OurSide({ at, acts }: { readonly at: Seen; readonly acts: boolean }) {
  const t = useWords('table');
  const name = useNamer();
  const seconds = useSeconds();
  const { busy, error, run } = useAct();
  const { matter, member } = at;
  const silence = matter.card.procedure === 'silence';
  const drafts = matter.drafts.filter((d) => d.party === member.party && !d.dropped);
  // The last of a position missing stands where it is missing.
  const enough = silence ? drafts.length > 0 || !matter.closed : drafts.length > 1;
  if (!enough) return null;
  const due = dueOf(matter);
  const party = name(`party:${member.party}`);
  return (
    <section className="cs-ours" aria-label={t('ours.title')}>
      <div className="row">
        <h3 className="strong">{t('ours.title')}</h3>
        <span className="grow" />
        <span className="row small dim">
          <Icon name="lock" size={12} /> {t('ours.only', { party })}
        </span>
      </div>
      <ul className="stack">
        {drafts.map((d) => (
          <li key={d.id} className="row wrap">
            <span className="grow">
              <b>{t(`stance.${d.act}`)}</b>{' '}
              {d.text && (
                <>
                  “<Said text={d.text} />” <NotYet of={[d.text]} />{' '}
                </>
              )}
              <span className="small dim">
                <AddressName address={d.by} mark={false} /> <ExactTime at={d.at} />
              </span>
            </span>
            {acts && !matter.closed && (
              <Button size="small" kind="quiet" busy={busy} onClick={() => run({ type: 'DropPosition', draft: d.id })}>
                {t('ours.drop')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refused words={error} />
      {silence && !matter.closed && due !== undefined && (
        <p className="small dim">{t(settled(matter, member.party) ? 'ours.settled' : 'ours.open', { party, time: seconds(due) })}</p>
      )}
    </section>
  );
}
