import './Rehearsal.css';
import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { cancelRehearsal, type RehearsalCard, readRehearsal, rehearsalPage, type ScenarioCard, startRehearsal } from './api.ts';
import { CheckedAt } from './CheckedAt.tsx';
import { Failure } from './Failure.tsx';
import { useAct } from './useLobby.ts';

/** How often a running rehearsal is asked how far it has come, ms. */
const ASK_AGAIN = 1_000;

/** A scenario’s rehearsal: begun with one press, watched while it runs, and what it found. */
export function Rehearsal({ scenario }: { readonly scenario: ScenarioCard }) {
  const t = useWords('lobby');
  const act = useAct();
  const [card, setCard] = useCard(scenario);
  const { running, last, failed } = card;
  const start = () => act.run(async () => setCard(await startRehearsal(scenario.id)));
  const cancel = () =>
    act.run(async () => {
      await cancelRehearsal(scenario.id);
      setCard(await readRehearsal(scenario.id));
    });
  return (
    <div className="lb-rehearsal">
      {running ? (
        <>
          <Chip tone="act" icon="play">
            {t('rehearsal.running')}
          </Chip>
          <span>{t('rehearsal.done', { done: running.done.toLocaleString(), of: running.of.toLocaleString() })}</span>
          <progress className="lb-progress" aria-label={t('rehearsal.title')} value={running.done} max={running.of} />
          <Button size="small" disabled={act.busy} onClick={cancel}>
            {t('rehearsal.cancel')}
          </Button>
        </>
      ) : (
        <>
          {last ? <Last last={last} href={rehearsalPage(scenario.id)} /> : <span>{t('rehearsal.none')}</span>}
          <Button size="small" disabled={act.busy} onClick={start}>
            {t(last ? 'rehearsal.again' : 'rehearsal.start')}
          </Button>
        </>
      )}
      {failed && !running && (
        <p className="late" role="alert">
          {t('rehearsal.failed', { why: failed.message })}
        </p>
      )}
      <Failure failure={act.failure} />
    </div>
  );
}

function Last({ last, href }: { readonly last: NonNullable<RehearsalCard['last']>; readonly href: string }) {
  const t = useWords('lobby');
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
      {last.fails !== undefined && <span>{t('rehearsal.fails', { share: Math.round(last.fails * 100) })}</span>}
      <CheckedAt at={last.at} />
    </>
  );
}

/** The rehearsal as the lobby told it; asked again each second while one runs. */
function useCard(scenario: ScenarioCard): readonly [RehearsalCard, (card: RehearsalCard) => void] {
  const [own, setOwn] = useState<RehearsalCard>();
  const card = own ?? scenario.rehearsal;
  const isRunning = card.running !== undefined;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => readRehearsal(scenario.id).then(setOwn, () => {}), ASK_AGAIN);
    return () => clearInterval(timer);
  }, [isRunning, scenario.id]);
  return [card, setOwn];
}
