import '../said/said.css';
import { type Claim, claimsOf, type Report, type Statement } from '@entente/engine/statements';
import { useNow } from '../../../connection/SeatProvider.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { flagsOf, isStatement, saidById } from '../said/look.ts';
import { reasonsOf } from '../said/reasons.ts';
import { SaidIcon } from '../said/Shapes.tsx';
import { useSaidWords } from '../said/useSaidWords.ts';

/** One statement or report: who, where, on whose authority; question and answer word for word; what was heard, flagged, reported. */
export function SaidDetail({ id, foot, children }: DetailProps & { readonly children?: React.ReactNode }) {
  const { world, say, viewer, start } = useControl();
  const now = useNow();
  const said = saidById(world, id);
  if (!said) return null;
  const claims = claimsOf(world, said, viewer.party);
  return (
    <SidePanel
      title={say(isStatement(said) ? 'public.statement' : 'public.report')}
      chip={claims === undefined ? <span className="chip line">{say('public.uncoded')}</span> : undefined}
      foot={foot}
    >
      <p className="ct-when">
        <RelativeTime at={said.at} now={now} kind="moment" /> <span className="ct-quiet">{clockWords(said.at, start, true)}</span>
      </p>
      {isStatement(said) ? <OfStatement said={said} /> : <OfReport said={said} />}
      {children}
      <Heard claims={claims} />
      <Flags id={id} />
      <Links said={said} />
    </SidePanel>
  );
}

function OfStatement({ said: { card, named, saidFor } }: { readonly said: Statement }) {
  const { say, pick, names } = useControl();
  const by = card.by ?? named?.by;
  return (
    <>
      <dl className="ct-facts">
        <dt>{say('public.who')}</dt>
        <dd>
          <PartyMarks parties={card.parties ?? [card.party]} /> <AddressName address={by ?? `party:${card.party}`} mark={false} />
        </dd>
        {card.venue && (
          <>
            <dt>{say('public.where')}</dt>
            <dd>{pick(card.venue)}</dd>
          </>
        )}
        <dt>{say('public.said')}</dt>
        <dd>
          {say(`public.attribution.${card.attribution}`)}
          {card.posture !== 'active' && `, ${say(`public.posture.${card.posture}`)}`}
        </dd>
        {card.question && (
          <>
            <dt>{say('public.askedBy')}</dt>
            <dd>
              <AddressName address={card.question.by} />
            </dd>
          </>
        )}
        {saidFor && (
          <>
            <dt>{say('public.hand')}</dt>
            <dd>{names.say(saidFor.by, pick, say)}</dd>
          </>
        )}
      </dl>
      {card.question && (
        <>
          <p className="ct-small">{say('public.question')}</p>
          <blockquote className="ct-quote">
            <Quoted text={card.question.text} />
          </blockquote>
        </>
      )}
      <p className="ct-small">{say(card.question ? 'public.answerWords' : 'public.words')}</p>
      <blockquote className="ct-quote">
        <Quoted text={card.text} />
      </blockquote>
      <NotYet of={[card.question?.text, card.text]} />
    </>
  );
}

function OfReport({ said: { card } }: { readonly said: Report }) {
  const { say } = useControl();
  return (
    <>
      <dl className="ct-facts">
        <dt>{say('public.outlet')}</dt>
        <dd>
          <AddressName address={card.outlet} /> <span className="ct-quiet">{say(`public.medium.${card.medium}`)}</span>
        </dd>
      </dl>
      <h3 className="ct-detail-title">
        <Said text={card.title} />
      </h3>
      <NotYet of={[card.title, card.text]} />
      {card.text && (
        <blockquote className="ct-quote">
          <Said text={card.text} />
        </blockquote>
      )}
    </>
  );
}

/** What was heard: until somebody has coded it, it enters no verdict and no condition. */
function Heard({ claims }: { readonly claims: readonly Claim[] | undefined }) {
  const { say, world, pick } = useControl();
  if (claims === undefined) return <p className="ct-small ct-quiet">{say('public.codeWhat')}</p>;
  return (
    <section>
      <h4 className="ct-eyebrow">{say('public.heard')}</h4>
      {claims.length === 0 && <p className="ct-small">{say('public.noTopic')}</p>}
      <ul className="ct-small">
        {claims.map((c) => (
          <li key={`${c.topic} ${c.term}`}>
            <SaidIcon form="bubble" stance={c.stance} />{' '}
            {pick(world.statements.topics?.list.find((t) => t.id === c.topic)?.name) || c.topic}: {say(`public.stance.${c.stance}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Flags({ id }: { readonly id: string }) {
  const { say, world, viewer, select, start } = useControl();
  const words = useSaidWords(world);
  const flags = flagsOf(world, viewer.party).filter((f) => f.said === id || f.with === id);
  return flags.map((f) => {
    const other = f.said === id ? f.with : f.said;
    return (
      <section key={f.key} className="pb-flag">
        <p>
          <b className={f.right === false ? 'ct-struck' : f.flag === 'contradictory' ? 'late' : 'soon'}>{say(`public.flag.${f.flag}`)}</b>{' '}
          <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'said', id: other })}>
            {words.called(other)}
          </button>
        </p>
        <p className="ct-small">{reasonsOf(world, f, viewer.party, words).join(' ')}</p>
        <p className="ct-small ct-quiet">
          {f.right === undefined
            ? viewer.party === undefined
              ? say('public.unjudged')
              : ''
            : say(f.right ? 'public.confirmed' : 'public.dismissed')}{' '}
          {f.closed ? say('public.closed', { time: clockWords(f.closed.at, start), what: words.called(f.closed.by) }) : say('public.open')}
        </p>
      </section>
    );
  });
}

/** What it read or set right, and what was made of it. */
function Links({ said }: { readonly said: Statement | Report }) {
  const { say, world, select } = useControl();
  const words = useSaidWords(world);
  const { statements, reports } = world.statements;
  const all = [...statements.values(), ...reports.values()];
  const own = (how: string) => said.links.filter((l) => l.how === how).map((l) => l.to);
  const others = (how: string) => all.filter((x) => x.links.some((l) => l.how === how && l.to === said.id)).map((x) => x.id);
  const line = said.links.find((l) => l.how === 'line');
  const rows = [
    ['public.reads', own('reads')],
    ['public.corrects', own('corrects')],
    ['public.correctedBy', others('corrects')],
    ['public.reports', others('reads')],
  ] as const;
  return (
    <dl className="ct-facts">
      {line && (
        <>
          <dt>{say('public.line')}</dt>
          <dd>{words.pick(world.statements.lines.get(line.to)?.card.name)}</dd>
        </>
      )}
      {rows.map(
        ([key, ids]) =>
          ids.length > 0 && (
            <div key={key} className="pb-links">
              <dt>{say(key)}</dt>
              <dd>
                {ids.map((id) => (
                  <button key={id} type="button" className="ct-rowlink" onClick={() => select({ kind: 'said', id })}>
                    {words.called(id)}
                  </button>
                ))}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
