import '../said/said.css';
import '../control/public.css';
import type { ReactNode } from 'react';
import { useNow } from '../../../connection/SeatProvider.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { AddressMark, AddressName } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet } from '../../../kit/Said.tsx';
import { flagsOf, isStatement, partiesOf } from '../said/look.ts';
import { SaidIcon } from '../said/Shapes.tsx';
import { useSaidWords } from '../said/useSaidWords.ts';
import { isAnswered } from './entries.ts';
import { publicSaid, type SaidHere } from './publicSaid.ts';

/** What is said in public: questions that wait for an answer first, then statements and reports, the newest first, with what was heard and flagged. */
export function PublicPlace({ more, last }: { readonly more?: ReactNode; readonly last?: ReactNode }) {
  const { world, say, viewer } = useControl();
  const said = [...publicSaid(world, viewer.party)].reverse();
  const questions = [...world.statements.questions.values()].filter(
    (q) => !q.dropped && q.queued === undefined && !isAnswered(world, q.id),
  );
  return (
    // Scrolls by itself, so it must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area
    <section className="pb-place" tabIndex={0} aria-label={say('public.title')}>
      {more}
      {questions.length > 0 && (
        <>
          <h3 className="ct-eyebrow">{say('public.openQuestions', { count: questions.length })}</h3>
          <ul className="pb-questions">
            {questions.map((q) => (
              <Question key={q.id} id={q.id} />
            ))}
          </ul>
        </>
      )}
      <h3 className="ct-eyebrow">{say('public.saidSoFar', { count: said.length })}</h3>
      {said.length === 0 ? (
        <p className="ct-empty">{say('public.nothing')}</p>
      ) : (
        <table className="pb-table">
          <thead>
            <tr>
              {(['at', 'who', 'what', 'heard', 'flags'] as const).map((c) => (
                <th key={c} scope="col">
                  {say(`public.cols.${c}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {said.map((s) => (
              <Row key={s.said.id} of={s} />
            ))}
          </tbody>
        </table>
      )}
      {last}
    </section>
  );
}

function Question({ id }: { readonly id: string }) {
  const { world, select, pick, say, names } = useControl();
  const now = useNow();
  const q = world.statements.questions.get(id);
  if (!q) return null;
  return (
    <li>
      {q.due !== undefined && <RelativeTime at={q.due} now={now} kind="deadline" />}
      <AddressName address={q.by} />
      <span className="ct-quiet">{say('public.asks', { who: q.to.map((a) => names.say(a, pick, say, true)).join(', ') })}</span>
      <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'press-question', id })}>
        <Quoted text={q.text} />
      </button>
    </li>
  );
}

function Row({ of: { said, claims } }: { readonly of: SaidHere }) {
  const { world, viewer, say, select, selection, start } = useControl();
  const words = useSaidWords(world);
  const statement = isStatement(said) ? said : undefined;
  const text = statement ? statement.card.text : (said.card as { title: typeof said.card.text & {} }).title;
  const flags = flagsOf(world, viewer.party).filter((f) => f.said === said.id);
  return (
    <tr className={selection?.id === said.id ? 'current' : undefined}>
      <td className="pb-at">{clockWords(said.at, start)}</td>
      <td>
        {statement ? (
          <>
            {partiesOf(statement).map((p) => (
              <AddressMark key={p} address={`party:${p}`} named />
            ))}{' '}
            {words.who(statement.card.by ?? statement.named?.by ?? `party:${statement.card.party}`)}
            {statement.card.attribution !== 'on-record' && (
              <span className="ct-quiet"> {say(`public.attribution.${statement.card.attribution}`)}</span>
            )}
          </>
        ) : (
          <AddressName address={(said.card as { outlet: string }).outlet} />
        )}
      </td>
      <th scope="row">
        {statement?.card.question && (
          <span className="ct-quiet pb-asked">
            <Quoted text={statement.card.question.text} />{' '}
          </span>
        )}
        <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'said', id: said.id })}>
          <Quoted text={text} />
        </button>{' '}
        <NotYet of={[text]} />
      </th>
      <td>
        {claims === undefined ? (
          <span className="chip line">{say('public.uncoded')}</span>
        ) : (
          claims.map((c) => (
            <span key={`${c.topic} ${c.term}`} className="pb-claim">
              <SaidIcon form={statement ? 'bubble' : 'sheet'} stance={c.stance} /> {words.topic(c.topic)}
              <span className="unseen">: {say(`public.stance.${c.stance}`)}</span>
            </span>
          ))
        )}
      </td>
      <td className="pb-flagged">
        {flags.map((f) => (
          <span key={f.key} className={`pb-claim ${f.right === false ? 'ct-struck' : f.flag === 'contradictory' ? 'late' : 'soon'}`}>
            {say(`public.flag.${f.flag}`)}
            {f.right === undefined && viewer.party === undefined && '?'}{' '}
            <span className="ct-quiet">
              {f.closed ? say('public.until', { time: clockWords(f.closed.at, start) }) : say('public.open')}
            </span>
          </span>
        ))}
      </td>
    </tr>
  );
}
