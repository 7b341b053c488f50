import './Rehearsal.css';
import type { Last as LastOne, Part, RehearsalCard } from '@entente/rehearsal/card';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { spanWords } from '../../kit/relative.ts';
import { cancelRehearsal, readRehearsal, rehearsalPage, type ScenarioCard, startRehearsal } from './api.ts';
import { CheckedAt } from './CheckedAt.tsx';
import { Failure } from './Failure.tsx';
import { counted, Spread, written } from './Spread.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import { useAct } from './useLobby.ts';

/** How often a running rehearsal is asked how far it has come, ms. */
const ASK_AGAIN = 1_000;

/** A scenario’s rehearsal: begun with one press, watched while it runs, and what it found. */
export function Rehearsal({ scenario }: { readonly scenario: ScenarioCard }) {
  const t = useWords('lobby');
  const text = useText();
  const act = useAct();
  const [card, setCard] = useCard(scenario);
  const { running, last, failed, cancelled } = card;
  const start = () => act.run(async () => setCard(await startRehearsal(scenario.id)));
  const cancel = () => act.run(async () => setCard(await cancelRehearsal(scenario.id)));
  const kept = useKeptFocus<HTMLDivElement>(running ? 'button' : 'a, button', running !== undefined);
  return (
    <div className="lb-rehearsal" {...kept}>
      {running ? (
        <>
          <Chip tone="act" icon="play">
            {t(running.preparing ? 'rehearsal.preparing' : 'rehearsal.running')}
          </Chip>
          <span className="grow">{t('rehearsal.done', { done: written(running.done), of: written(running.of) })}</span>
          <Left running={running} />
          <Bar part={running.preparing ?? running} name={t(running.preparing ? 'rehearsal.preparing' : 'rehearsal.title')} />
          {last && (
            <a className="grow" href={rehearsalPage(scenario.id)}>
              {t('rehearsal.before', counted(last.runs))}
            </a>
          )}
          {!running.reporting && (
            <Button size="small" disabled={act.busy} title={t('rehearsal.cancelHint')} onClick={cancel}>
              {t('rehearsal.cancel')}
            </Button>
          )}
        </>
      ) : (
        <>
          {last ? <Last last={last} href={rehearsalPage(scenario.id)} /> : <span>{t('rehearsal.none')}</span>}
          <Button size="small" disabled={act.busy} onClick={start}>
            {t(last ? 'rehearsal.again' : 'rehearsal.start')}
          </Button>
          {!last && <p className="lb-what">{t('rehearsal.what')}</p>}
        </>
      )}
      {cancelled && !running && last?.of === undefined && (
        <p role="status">
          {t(cancelled.done === 0 ? 'rehearsal.cancelledNone' : 'rehearsal.cancelled', {
            done: written(cancelled.done),
            of: written(cancelled.of),
          })}
        </p>
      )}
      {failed && !running && (
        <p className="late" role="alert">
          {t('rehearsal.failed', { why: text(failed.text) })}
        </p>
      )}
      <Failure failure={act.failure} />
    </div>
  );
}

function Last({ last, href }: { readonly last: LastOne; readonly href: string }) {
  const t = useWords('lobby');
  const text = useText();
  return (
    <>
      {last.assertions > 0 && (
        <Chip tone={last.failing > 0 ? 'late' : 'met'} icon={last.failing > 0 ? 'cross' : 'check'}>
          {last.failing > 0
            ? t('rehearsal.asserted', { failing: last.failing, all: last.assertions })
            : t('rehearsal.held', { count: last.assertions })}
        </Chip>
      )}
      <a href={href}>{last.mend > 0 ? t('rehearsal.mend', { count: last.mend }) : t('rehearsal.findings', { count: last.findings })}</a>
      {last.of !== undefined && (
        <Chip tone="soon" icon="warning">
          {t('rehearsal.part', { runs: written(last.runs), of: written(last.of) })}
        </Chip>
      )}
      <CheckedAt at={last.at} />
      {last.changed && <span className="soon">{t('rehearsal.changed')}</span>}
      {last.spread && <Spread last={last} spread={last.spread} href={href} />}
      {last.said?.map(text).map((sentence) => (
        <span key={sentence} className="lb-what">
          {sentence}
        </span>
      ))}
    </>
  );
}

function Bar({ part, name }: { readonly part: Part; readonly name: string }) {
  return <progress className="lb-progress" aria-label={name} value={part.done} max={part.of} />;
}

/** How long it will still take, judged by what it did since somebody looks on. */
function Left({ running }: { readonly running: NonNullable<RehearsalCard['running']> }) {
  const t = useWords('lobby');
  const kit = useWords('kit');
  const since = useRef({ at: Date.now(), done: running.done });
  if (running.reporting) return <span>{t('rehearsal.reporting')}</span>;
  // Threads begin before the first run does.
  if (since.current.done === 0) since.current = { at: Date.now(), done: running.done };
  const { at, done } = since.current;
  if (running.done <= done) return null;
  const left = ((running.of - running.done) * (Date.now() - at)) / (running.done - done);
  return <span>{t('rehearsal.left', { span: spanWords(kit, left) })}</span>;
}

/** The rehearsal as the lobby told it last, by whichever page it was begun; asked again each second while one runs. */
function useCard(scenario: ScenarioCard): readonly [RehearsalCard, (card: RehearsalCard) => void] {
  const [own, setOwn] = useState<RehearsalCard>();
  const told = scenario.rehearsal;
  const card = own ?? told;
  const isRunning = card.running !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the lobby tells anew is newer than what this page was answered
  useEffect(() => setOwn((mine) => (mine?.running ? mine : undefined)), [told]);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => readRehearsal(scenario.id).then(setOwn, () => {}), ASK_AGAIN);
    return () => clearInterval(timer);
  }, [isRunning, scenario.id]);
  return [card, setOwn];
}
