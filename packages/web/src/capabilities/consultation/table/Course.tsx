import { actsOf, partyOfAct } from '@entente/engine/consultation';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { AddressMark, AddressName } from '../../../kit/Names.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { BeneathWords } from '../../../kit/seat/BeneathWords.tsx';
import type { Seen } from './sits.ts';
import { useSeconds } from './useTable.ts';

/** How it went: who asked for time, how it was prolonged, what broke the silence, how the chair closed it. */
export function Course({ at: { matter } }: { readonly at: Seen }) {
  const t = useWords('table');
  const seconds = useSeconds();
  const { closed, prolonged, overdue } = matter;
  const acts = actsOf(matter).filter(
    (a) => a.type === 'ask-time' || (matter.card.procedure === 'silence' && ['object', 'amend'].includes(a.type)),
  );
  if (acts.length + prolonged.length === 0 && !closed?.by && !closed?.text && !overdue) return null;
  return (
    <section className="cs-course" aria-label={t('course.title')}>
      <h3 className="eyebrow">{t('course.title')}</h3>
      <ul className="stack">
        {acts.map((a) => {
          const party = partyOfAct(a);
          return (
            <li key={a.id}>
              <span className="dim">{seconds(a.at)}</span>{' '}
              {party === undefined ? t('course.aMember') : <AddressMark address={`party:${party}`} named />} <b>{t(`course.${a.type}`)}</b>{' '}
              {a.text && <Said text={a.text} />} <NotYet of={[a.text]} />
              {a.text && <BeneathWords of={a.id} />}
            </li>
          );
        })}
        {prolonged.map((p) => (
          <li key={p.src}>
            <span className="dim">{seconds(p.at)}</span> <AddressMark address={p.by} named />{' '}
            {t(p.by === 'control' ? 'course.carried' : 'course.prolonged', { time: seconds(p.due) })}
          </li>
        ))}
        {overdue && !closed && (
          <li>
            <span className="dim">{seconds(overdue.at)}</span> {t('course.overdue')}{' '}
            {overdue.jumped && <Chip icon="skip">{t('jumped')}</Chip>}
          </li>
        )}
        {closed && (closed.by || closed.text) && (
          <li>
            <span className="dim">{seconds(closed.at)}</span> {closed.by && <AddressName address={closed.by} />}{' '}
            <b>{t(`outcome.${closed.outcome}`)}</b>
            {closed.text && (
              <div className="letter-text read">
                <Said text={closed.text} /> <NotYet of={[closed.text]} />
                <BeneathWords of={closed.src} />
              </div>
            )}
          </li>
        )}
      </ul>
    </section>
  );
}
