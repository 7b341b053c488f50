import type { Address, Text } from '@entente/engine';
import type { Question } from '@entente/engine/statements';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { AddressName } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { ExactTime, RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { useSeconds } from './moments.ts';
import { standingOf } from './questions.ts';

/** The question, as it was put, with who asked and how long there is to answer. */
export function AskedBox({
  asked,
  question,
}: {
  readonly asked: { readonly by: Address; readonly text: Text };
  readonly question?: Question | undefined;
}) {
  const t = useWords('press');
  return (
    <section className="pr-asked" aria-label={t('asked.title')}>
      <div className="row wrap small">
        {question && <Clock question={question} />}
        <span className="grow" />
        <span className="dim">
          <AddressName address={asked.by} /> ·{' '}
          {question?.venue && (
            <>
              <Said text={question.venue} />{' '}
            </>
          )}
          {question && <ExactTime at={question.at} />}
          {question ? ', ' : ''}
          {t('asked.verbatim')}
        </span>
      </div>
      <blockquote>
        <Quoted text={asked.text} />
      </blockquote>
      <NotYet of={[asked.text]} />
    </section>
  );
}

/** “7 min left, by 08:36; an answer at exactly 08:36:00 counts”. */
function Clock({ question }: { readonly question: Question }) {
  const t = useWords('press');
  const { world } = useSeat();
  const now = useNow();
  const seconds = useSeconds();
  const { due } = question;
  const { answered, dropped, missed, jumped } = standingOf(world, question, now);
  if (answered || dropped || due === undefined) return null;
  if (jumped) return <span>{t('asked.jumped')}</span>;
  return (
    <>
      <RelativeTime at={due} now={now} kind={missed ? 'missed' : 'deadline'} />
      <span className="dim">{t(missed ? 'asked.wasDue' : 'asked.exactly', { time: seconds(due) })}</span>
    </>
  );
}
