import { type ReactNode, useCallback } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { PartyMark } from '../../kit/Marks.tsx';
import { ErrorState } from '../../kit/Panel.tsx';
import { spanWords } from '../../kit/relative.ts';
import { readScenario, type ScenarioReading } from './api.ts';
import { BackToLobby } from './BackToLobby.tsx';
import { ProblemList } from './ProblemList.tsx';
import type { Place } from './place.ts';
import { CheckChip, Measures } from './ScenarioCards.tsx';
import { checkResult } from './scenarioCards.ts';
import { useAsked } from './useLobby.ts';

/** A scenario to read before an exercise is made of it: situation, parties and cells, moves, objectives. */
export function ReadScenario({ id, go }: { readonly id: string; readonly go: (place: Place) => void }) {
  const t = useWords('lobby');
  const asked = useAsked(useCallback((signal: AbortSignal) => readScenario(id, signal), [id]));
  const { value, failure } = asked;
  return (
    <main className="lb-page lb-form">
      <BackToLobby />
      {value && (
        <Reading scenario={value} create={() => go({ at: 'create', scenario: id })} workbook={() => go({ at: 'workbook', scenario: id })} />
      )}
      {!value && !failure && <div className="lb-bone tall" role="status" aria-busy="true" aria-label={t('read.wait')} />}
      {failure && (
        <ErrorState
          title={t(failure.status === 404 ? 'read.notFound' : 'failed.title')}
          again={failure.status === 404 ? undefined : asked.again}
        >
          {failure.status === 404
            ? t('read.notFoundText')
            : t(failure.status === 0 ? 'failed.network' : 'failed.other', { status: failure.status, detail: failure.message })}
        </ErrorState>
      )}
    </main>
  );
}

interface ReadingProps {
  readonly scenario: ScenarioReading;
  readonly create: () => void;
  readonly workbook: () => void;
}

function Reading({ scenario, create, workbook }: ReadingProps) {
  const t = useWords('lobby');
  const text = useText();
  const check = checkResult(scenario.problems);
  return (
    <>
      <div className="row wrap">
        <h1 className="title grow">{text(scenario.title)}</h1>
        <Button disabled={check.state === 'mistakes'} onClick={workbook}>
          {t('workbook.title')}
        </Button>
        <Button kind="main" disabled={check.state === 'mistakes'} onClick={create}>
          {t('create.button')}
        </Button>
      </div>
      {scenario.summary !== undefined && <p className="read dim">{text(scenario.summary)}</p>}
      <Measures scenario={scenario} />
      <div className="row wrap small dim">
        <CheckChip check={check} />
        {[
          t('scenarios.injects', { count: scenario.injects }),
          t('read.expected', { count: scenario.expected }),
          t('scenarios.entities', { count: scenario.entities }),
        ].join(' · ')}
      </div>
      {check.problems.length > 0 && (
        <ProblemList problems={check.problems} title={t('scenarios.problems')} open={check.state === 'mistakes'} />
      )}
      <Part title={t('read.situation')}>
        <p className="read lb-prose">
          {scenario.situation === undefined ? <span className="dim">{t('read.noSituation')}</span> : text(scenario.situation)}
        </p>
      </Part>
      <Part title={t('read.parties')}>
        <Parties scenario={scenario} />
      </Part>
      {scenario.moves.length > 0 && (
        <Part title={t('read.moves')}>
          <Moves moves={scenario.moves} duration={scenario.durationMs} />
        </Part>
      )}
      {scenario.objectives.length > 0 && (
        <Part title={t('read.objectives')}>
          <ol className="lb-numbered">
            {scenario.objectives.map((o) => (
              <li key={o.id}>{text(o.text)}</li>
            ))}
          </ol>
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="stack">
      <h2 className="read strong">{title}</h2>
      {children}
    </section>
  );
}

function Parties({ scenario }: { readonly scenario: ScenarioReading }) {
  const t = useWords('lobby');
  const text = useText();
  return (
    <ul className="lb-parties">
      {scenario.parties.map((party, order) => (
        <li key={party.id} className="lb-box lb-party">
          <div className="row wrap">
            <PartyMark order={order} letter={party.letter} />
            <span className="strong">{text(party.name)}</span>
            {party.playedByControl && <Chip>{t('read.byControl')}</Chip>}
          </div>
          <dl>
            {scenario.structure
              .find((s) => s.id === party.id)
              ?.cells.map((cell) => (
                <div key={cell.id}>
                  <dt>{text(cell.name)}</dt>
                  <dd className="small dim">{cell.seats.map((seat) => text(seat.name)).join(' · ')}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** Moves on a line as long as the exercise. */
function Moves({ moves, duration }: { readonly moves: ScenarioReading['moves']; readonly duration: number }) {
  const kit = useWords('kit');
  const text = useText();
  return (
    <ol className="lb-moves">
      {moves.map((move, i) => (
        <li key={move.id} style={{ flexGrow: Math.max(0.02, (move.to - move.from) / Math.max(duration, 1)) }}>
          <span className="strong">
            {i + 1} {text(move.name)}
          </span>
          <span className="small dim">{spanWords(kit, move.to - move.from)}</span>
        </li>
      ))}
    </ol>
  );
}
