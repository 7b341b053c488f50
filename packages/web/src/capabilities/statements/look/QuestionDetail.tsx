import { useNow } from '../../../connection/SeatProvider.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet } from '../../../kit/Said.tsx';
import { useSaidWords } from '../said/useSaidWords.ts';

/** An outlet’s question: to whom, until when, and what answered it. */
export function QuestionDetail({ id, foot }: DetailProps) {
  const { world, say, pick, start, select } = useControl();
  const now = useNow();
  const words = useSaidWords(world);
  const question = world.statements.questions.get(id);
  if (!question) return null;
  const answers = [...world.statements.statements.values()].filter((s) => s.links.some((l) => l.how === 'answers' && l.to === id));
  return (
    <SidePanel title={say('public.pressQuestion')} foot={foot}>
      <p className="ct-when">
        {question.due !== undefined && answers.length === 0 && !question.dropped ? (
          <RelativeTime at={question.due} now={now} kind="deadline" exact />
        ) : (
          clockWords(question.at, start, true)
        )}
      </p>
      <dl className="ct-facts">
        <dt>{say('public.askedBy')}</dt>
        <dd>
          <AddressName address={question.by} />
        </dd>
        <dt>{say('public.askedOf')}</dt>
        <dd className="ct-tolist">
          {question.to.map((a) => (
            <AddressName key={a} address={a} withParty />
          ))}
        </dd>
        {question.venue && (
          <>
            <dt>{say('public.where')}</dt>
            <dd>{pick(question.venue)}</dd>
          </>
        )}
      </dl>
      <blockquote className="ct-quote">
        <Quoted text={question.text} />
      </blockquote>
      <NotYet of={[question.text]} />
      {question.dropped && <p className="ct-small">{say('public.dropped', { time: clockWords(question.dropped.at, start) })}</p>}
      {answers.length > 0 && (
        <p className="ct-small">
          {say('public.answeredBy')}{' '}
          {answers.map((a) => (
            <button key={a.id} type="button" className="ct-rowlink" onClick={() => select({ kind: 'said', id: a.id })}>
              {words.called(a.id)}
            </button>
          ))}
        </p>
      )}
    </SidePanel>
  );
}
