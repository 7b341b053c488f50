import './press.css';
import type { Id } from '@entente/engine';
import type { Conference, Question } from '@entente/engine/statements';
import { useAct, useNow, useOpenMade, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { ExactTime, RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { ReadProps } from '../../../kit/seat/part.ts';
import { StoryCard } from '../wall/StoryCard.tsx';
import { useStories } from '../wall/Wall.tsx';
import { AskedBox } from './AskedBox.tsx';
import { answerTo } from './questions.ts';
import { SpeakForm } from './SpeakForm.tsx';

/** A press conference: the question that is put now, with the live answer; the queue, of which one knows the outlets only; what was answered. */
export function ConferenceView({ line, open, acts, start, children }: ReadProps) {
  const { world, me } = useSeat();
  const t = useWords('press');
  const now = useNow();
  const conference = world.statements.conferences.get(line.id);
  if (!conference) return null;
  const { card, closed, at } = conference;
  const hosts = acts && start !== undefined && !closed && card.hosts.includes(me.seat);
  const put = questionsAt(world.statements.questions, conference);
  const current = put.findLast((q) => !answerTo(world, q.id) && !q.dropped);
  return (
    <article className="pr-body">
      <header className="stack">
        <p className="row wrap small">
          <Chip icon="speak" tone={closed ? 'plain' : 'act'}>
            {t(closed ? 'conference.over' : 'conference.live')} <ExactTime at={closed?.at ?? at} />
          </Chip>
          <PartyMarks parties={card.parties} />
          {card.venue && (
            <span className="dim">
              <Said text={card.venue} />
            </span>
          )}
          <span className="grow" />
          {!closed && card.until !== undefined && <RelativeTime at={card.until} now={now} kind="deadline" exact />}
        </p>
        <h2 className="title">
          <Said text={card.title} />
        </h2>
        <NotYet of={[card.title]} />
        <p className="row wrap small dim">
          {t('conference.hosts')}
          {card.hosts.map((h) => (
            <AddressName key={h} address={h} />
          ))}
        </p>
      </header>
      {!closed && <Current question={current} hosts={hosts} open={open} />}
      <Queue conference={conference} hosts={hosts} free={current === undefined} />
      <Answered put={put} open={open} />
      {hosts && <Close conference={conference} />}
      {children}
    </article>
  );
}

function questionsAt(questions: ReadonlyMap<Id, Question>, { queue }: Conference): readonly Question[] {
  const places = new Set(queue.map((q) => q.id));
  return [...questions.values()].filter((q) => q.queued !== undefined && places.has(q.queued));
}

/** The question that is put now; those who stand there answer it live, and both stand in the register verbatim. */
function Current({
  question,
  hosts,
  open,
}: {
  readonly question: Question | undefined;
  readonly hosts: boolean;
  readonly open: (id: Id) => void;
}) {
  const t = useWords('press');
  const made = useOpenMade((w, events) => events.find((id) => w.statements.drafts.has(id)), open);
  if (!question) return <p className="dim">{t('conference.noneNow')}</p>;
  return (
    <section className="pr-now" aria-label={t('conference.now')}>
      <h3 className="eyebrow">{t('conference.now')}</h3>
      {hosts ? (
        <SpeakForm key={question.id} start={{ question: question.id }} made={made} done={() => {}} />
      ) : (
        <AskedBox asked={question} question={question} />
      )}
    </section>
  );
}

/** Who waits with a question, in order. What they will ask is heard when it is put. */
function Queue({
  conference: { queue },
  hosts,
  free,
}: {
  readonly conference: Conference;
  readonly hosts: boolean;
  readonly free: boolean;
}) {
  const t = useWords('press');
  const { run, busy, error } = useAct();
  const waiting = queue.filter((q) => !q.put);
  const [next] = waiting;
  if (queue.length === 0) return <p className="dim">{t('conference.emptyQueue')}</p>;
  return (
    <section aria-label={t('conference.queue')}>
      <h3 className="eyebrow">{t('conference.waiting', { count: waiting.length })}</h3>
      <ol className="pr-queue">
        {waiting.map((place) => (
          <li key={place.id}>
            <b>{queue.indexOf(place) + 1}</b> <AddressName address={place.by} />
          </li>
        ))}
      </ol>
      {hosts && next && (
        <p className="row wrap">
          <Button kind={free ? 'main' : 'plain'} icon="speak" busy={busy} onClick={() => run({ type: 'CallQuestion', queued: next.id })}>
            {t('conference.call')}
          </Button>
          <Refused words={error} />
        </p>
      )}
    </section>
  );
}

/** Questions that were answered, verbatim. */
function Answered({ put, open }: { readonly put: readonly Question[]; readonly open: (id: Id) => void }) {
  const t = useWords('press');
  const { world } = useSeat();
  const stories = useStories();
  const answers = put.flatMap((q) => {
    const said = answerTo(world, q.id);
    const story = stories.find((s) => s.id === said?.id);
    return story ? [story] : [];
  });
  if (answers.length === 0) return null;
  return (
    <section className="stack" aria-label={t('conference.answered')}>
      <h3 className="eyebrow">{t('conference.answered')}</h3>
      {answers.map((story) => (
        <StoryCard key={story.id} story={story} open={() => open(story.id)} />
      ))}
    </section>
  );
}

function Close({ conference }: { readonly conference: Conference }) {
  const t = useWords('press');
  const { run, busy, error } = useAct();
  return (
    <p className="row wrap">
      <Button busy={busy} onClick={() => run({ type: 'CloseConference', conference: conference.id })}>
        {t('conference.close')}
      </Button>
      <Refused words={error} />
    </p>
  );
}
