import './wall.css';
import type { StatementsState } from '@entente/engine/statements';
import { useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark, useNamer } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { Said } from '../../../kit/Said.tsx';

type Conference = StatementsState['conferences'] extends ReadonlyMap<string, infer C> ? C : never;
type Queued = Conference['queue'][number];

/** The press conference that goes on: the question that was put and who answers it, and the queue by its order alone. */
export function LiveConference() {
  const { world } = useSeat();
  const live = [...world.statements.conferences.values()].findLast((c) => !c.closed);
  return live ? <OfConference conference={live} /> : null;
}

function OfConference({ conference: { id, at, card, queue } }: { readonly conference: Conference }) {
  const t = useWords('public');
  const { world } = useSeat();
  const { statements, questions } = world.statements;
  const questionOf = (q: Queued) => [...questions.values()].find((x) => x.queued === q.id);
  const answersTo = (question: string) =>
    [...statements.values()].filter((s) => s.links.some((l) => l.how === 'answers' && l.to === question));
  const numbered = queue.map((q, i) => ({ q, n: i + 1, question: questionOf(q) }));
  const put = numbered.filter((x) => x.question);
  const now = put.findLast((x) => x.question && !x.question.dropped);
  const waiting = numbered.filter((x) => !x.question);
  const answered = put.filter((x) => x.question && answersTo(x.question.id).length > 0 && x !== now);
  return (
    <section className="public-live" aria-labelledby={`conference-${id}`} aria-live="polite">
      <h2 id={`conference-${id}`} className="public-title">
        <Icon name="mic" size={28} /> <Said text={card.title} />
      </h2>
      <p className="row wrap">
        {card.parties.map((p) => (
          <AddressMark key={p} address={`party:${p}`} named />
        ))}
        <span className="dim">
          {t('conference.since')} <ExactTime at={at} />
          {card.until !== undefined && (
            <>
              {' '}
              {t('conference.until')} <ExactTime at={card.until} />
            </>
          )}
        </span>
      </p>
      {now?.question && (
        <div className="public-now">
          <p className="row wrap">
            <b className="grow">{t('conference.now', { n: now.n, of: queue.length })}</b> <ExactTime at={now.question.at} />
          </p>
          <p className="strong">
            <Outlet address={now.q.by} />
          </p>
          <p>
            <Quoted text={now.question.text} />
          </p>
          {answersTo(now.question.id).map((a) => (
            <p key={a.id} className="row wrap strong">
              <AddressMark address={`party:${a.card.party}`} named /> <Quoted text={a.card.text} />
            </p>
          ))}
        </div>
      )}
      <h3 className="row">
        <span className="grow">{t('conference.queue')}</span> <span className="dim">{t('conference.wait', { count: waiting.length })}</span>
      </h3>
      <ol className="public-queue">
        {waiting.map(({ q, n }, i) => (
          <li key={q.id}>
            <b>{n}</b>
            <Outlet address={q.by} />
            {i === 0 && <span className="dim">{t('conference.next')}</span>}
          </li>
        ))}
      </ol>
      {answered.length > 0 && <p className="sd-met public-answered">✓ {t('conference.answered', { count: answered.length })}</p>}
    </section>
  );
}

function Outlet({ address }: { readonly address: string }) {
  return <span>{useNamer()(address)}</span>;
}
