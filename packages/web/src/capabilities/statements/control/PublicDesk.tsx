import { Button } from '../../../kit/Button.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Quoted } from '../../../kit/Quoted.tsx';
import { PublicPlace } from '../look/PublicPlace.tsx';
import { useSaidWords } from '../said/useSaidWords.ts';
import { Conferences, Posts } from './Conferences.tsx';
import { outletsIn, speakersIn } from './speakers.ts';

/** What is said in public, and the ways to add to it: speak, report, ask; terms to tell of; after the end, codings for all. */
export function PublicDesk() {
  return (
    <>
      <Bar />
      <PublicPlace
        more={<Conferences />}
        last={
          <>
            <Terms />
            <Posts />
          </>
        }
      />
    </>
  );
}

function Bar() {
  const { world, viewer, say, open, ended, lead } = useControl();
  const codings = [...world.statements.statements.values(), ...world.statements.reports.values()].some(
    (s) => s.heard?.claims && s.released?.claims !== s.heard.claims,
  );
  if (ended)
    return lead && codings ? (
      <div className="ct-row ct-wrap pb-bar">
        <Act command={{ type: 'ReleaseCodings' } as never} ask={{ question: say('public.releaseAsk'), yes: say('public.release') }}>
          {say('public.release')}
        </Act>
      </div>
    ) : null;
  return (
    <div className="ct-row ct-wrap pb-bar">
      {speakersIn(world, viewer.address).length > 0 && (
        <Button size="small" icon="plus" onClick={() => open({ kind: 'speak' })}>
          {say('public.speakAs')}
        </Button>
      )}
      {outletsIn(world).length > 0 && (
        <>
          <Button size="small" icon="plus" onClick={() => open({ kind: 'report' })}>
            {say('public.reportAs')}
          </Button>
          <Button size="small" icon="plus" onClick={() => open({ kind: 'press-question' })}>
            {say('public.ask')}
          </Button>
          {lead && (
            <Button size="small" icon="plus" onClick={() => open({ kind: 'conference' })}>
              {say('conference.open')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

/** Terms that are easily mistaken: lead control’s alone until somebody is told. */
function Terms() {
  const { world, lead, say, open, ended, start } = useControl();
  const words = useSaidWords(world);
  const terms = [...world.statements.terms].filter(([, t]) => t.planned);
  if (!lead || terms.length === 0) return null;
  return (
    <section aria-label={say('public.terms')}>
      <h3 className="ct-eyebrow">{say('public.terms')}</h3>
      <ul className="pb-terms">
        {terms.map(([id, term]) => (
          <li key={id} className="ct-row ct-wrap">
            <b>
              <Quoted text={term.planned?.name} />
            </b>
            <span className="ct-quiet">
              {term.planned && term.planned.mistakenFor.length > 0
                ? say('public.mistakenFor', { topic: words.list(term.planned.mistakenFor.map(words.topic)) })
                : say('public.twoMeanings')}{' '}
              ·{' '}
              {term.agreed.length > 0
                ? say('public.agreedMeaning', { time: clockWords(term.agreed.at(-1)?.at ?? 0, start) })
                : term.told.length > 0
                  ? say('public.told', { count: term.told.length })
                  : say('public.toldNobody')}
            </span>
            {!ended && (
              <Button size="small" kind="quiet" onClick={() => open({ kind: 'tell-pair', about: id })}>
                {say('public.tell')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
