import { type FormEvent, useCallback, useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { createExercise, readScenario } from '../api.ts';
import { Failure } from '../Failure.tsx';
import { NewLinks } from '../LinksPage.tsx';
import { ProblemList } from '../ProblemList.tsx';
import { checkResult } from '../scenarioCards.ts';
import { useAct, useAsked } from '../useLobby.ts';
import { startExercise } from './api.ts';
import type { ImportedSheet } from './reading.ts';

/** From the scenario to a running exercise: a title, the links for its seats, the clock. */
export function MadeOfIt({ imported, another }: { readonly imported: ImportedSheet; readonly another: () => void }) {
  const t = useWords('import');
  const [exercise, setExercise] = useState<string>();
  const { counts, scenario, problems } = imported;
  const check = checkResult(problems);
  return (
    <div className="lb-body scroll">
      <main className="lb-page lb-form">
        <p className="read strong row" role="status">
          <Icon name="check" />
          {t('made.done', { count: counts.plays + counts.waits })}
        </p>
        {counts.nobody > 0 && <p className="dim">{t('made.nobody', { count: counts.nobody })}</p>}
        {exercise === undefined ? (
          <>
            <NameIt scenario={scenario} made={setExercise} can={check.state !== 'mistakes'} />
            <div className="row wrap">
              <a className="btn quiet" href={`#/read/${encodeURIComponent(scenario)}`}>
                {t('made.read')}
              </a>
              <Button kind="quiet" onClick={another}>
                {t('another')}
              </Button>
            </div>
            {check.problems.length > 0 && (
              <ProblemList problems={check.problems} title={t('made.problems')} open={check.state === 'mistakes'} />
            )}
          </>
        ) : (
          <>
            <Start exercise={exercise} />
            <NewLinks exercise={exercise} />
          </>
        )}
      </main>
    </div>
  );
}

function NameIt({ scenario, made, can }: { readonly scenario: string; readonly made: (id: string) => void; readonly can: boolean }) {
  const t = useWords('import');
  const text = useText();
  const act = useAct();
  const asked = useAsked(useCallback((signal: AbortSignal) => readScenario(scenario, signal), [scenario]));
  const own = text(asked.value?.title);
  const [written, write] = useState<string>();
  const title = written ?? own;
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    if (title.trim() !== '') act.run(async () => made(await createExercise(scenario, title.trim() === own ? undefined : title.trim())));
  };
  return (
    <form className="stack" onSubmit={submit}>
      {!can && <p className="late">{t('made.cannot')}</p>}
      <TextField title={t('made.called')} rows={1} most={200} value={title} change={write} />
      <Failure failure={act.failure ?? asked.failure} />
      <div className="row">
        <Button kind="main" type="submit" busy={act.busy} disabled={!can || title.trim() === ''}>
          {t('made.create')}
        </Button>
      </div>
    </form>
  );
}

/** The clock can be started from here, or from control. */
function Start({ exercise }: { readonly exercise: string }) {
  const t = useWords('import');
  const act = useAct();
  const [name, setName] = useState('');
  const [path, setPath] = useState<string>();
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    if (name.trim() !== '') act.run(async () => setPath(await startExercise(exercise, name.trim())));
  };
  if (path !== undefined)
    return (
      <p className="row wrap lb-screen-only" role="status">
        <Chip tone="met" icon="play">
          {t('made.running')}
        </Chip>
        <a className="btn main" href={path} target="_blank" rel="noreferrer">
          {t('made.openControl')}
        </a>
      </p>
    );
  return (
    <form className="stack lb-screen-only" onSubmit={submit}>
      <TextField title={t('made.name')} help={t('made.nameHelp')} rows={1} most={100} value={name} change={setName} />
      <Failure failure={act.failure} />
      <div className="row">
        <Button type="submit" icon="play" busy={act.busy} disabled={name.trim() === ''}>
          {t('made.start')}
        </Button>
      </div>
    </form>
  );
}
