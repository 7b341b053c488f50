import './Demonstration.css';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Choose } from '../../kit/form/Choose.tsx';
import {
  type DemonstrationCard,
  type ExerciseCard,
  endDemonstration,
  type ScenarioCard,
  speedUpDemonstration,
  startDemonstration,
} from './api.ts';
import { Failure } from './Failure.tsx';
import { type Act, useAct } from './useLobby.ts';

const SPEEDS = [1, 5, 10, 30, 60] as const;

/** Under its title: that it plays itself, after which play, and how far it has come. */
export function DemonstrationState({
  demonstration,
  scenarios,
}: {
  readonly demonstration: DemonstrationCard;
  readonly scenarios: readonly ScenarioCard[];
}) {
  const t = useWords('lobby');
  const text = useText();
  const { done, steps, skipped } = demonstration;
  const play = scenarios.find((s) => s.id === demonstration.scenario)?.plays.find((p) => p.id === demonstration.play);
  return (
    <span className="lb-demo small dim">
      <Chip tone="act" icon="play">
        {t('demo.chip')}
      </Chip>
      <span>{[t('demo.follows', { play: text(play?.title) }), t('demo.steps', { done, steps })].join(' · ')}</span>
      {skipped > 0 && <span title={t('demo.skippedWhy')}>{t('demo.skipped', { count: skipped })}</span>}
    </span>
  );
}

/** A line of its own beneath: where to look while it plays, and once it is over. */
export function DemonstrationHow({ demonstration }: { readonly demonstration: DemonstrationCard }) {
  const t = useWords('lobby');
  return (
    <tr className="lb-demo-how small dim">
      <td colSpan={6}>{t(demonstration.over ? 'demo.over' : 'demo.how')}</td>
    </tr>
  );
}

/** How fast it plays, and its end. */
export function DemonstrationActs({
  row,
  over,
  act,
  refresh,
}: {
  readonly row: ExerciseCard;
  readonly over: boolean;
  readonly act: Act;
  readonly refresh: () => void;
}) {
  const t = useWords('lobby');
  const speeds = SPEEDS.some((s) => s === row.rate) ? SPEEDS : [...SPEEDS, row.rate].sort((a, b) => a - b);
  const run = (what: () => Promise<void>): void => act.run(() => what().then(refresh));
  return (
    <>
      {!over && row.status !== 'ended' && (
        <Choose
          bare
          title={t('demo.speed')}
          data={speeds.map((speed) => ({ value: String(speed), label: `×${speed}` }))}
          value={String(row.rate)}
          disabled={act.busy}
          change={(speed) => run(() => speedUpDemonstration(Number(speed)))}
        />
      )}
      <Button kind="quiet" size="small" disabled={act.busy} onClick={() => run(endDemonstration)}>
        {t(over ? 'demo.clear' : 'demo.end')}
      </Button>
    </>
  );
}

/** A scenario's recorded plays: one press shows the exercise playing itself. */
export function Plays({
  scenario,
  running,
  refresh,
}: {
  readonly scenario: ScenarioCard;
  readonly running: DemonstrationCard | undefined;
  readonly refresh: () => void;
}) {
  const t = useWords('lobby');
  const text = useText();
  const act = useAct();
  const [asked, ask] = useState<string>();
  const start = (play: string): void => {
    ask(undefined);
    act.run(async () => {
      await startDemonstration(scenario.id, play);
      refresh();
      document.getElementById('lb-exercises')?.scrollIntoView({ block: 'start' });
    });
  };
  return (
    <div className="lb-plays">
      <span className="small dim">{t('demo.watch')}</span>
      {scenario.plays.map((play) => (
        <Button
          key={play.id}
          size="small"
          icon="play"
          disabled={act.busy}
          title={t('demo.startHint')}
          onClick={() => (running && !running.over ? ask(play.id) : start(play.id))}
        >
          {text(play.title)}
        </Button>
      ))}
      <Failure failure={act.failure} />
      <Dialog open={asked !== undefined} close={() => ask(undefined)} title={t('demo.replace')}>
        <p>{t('demo.replaceText')}</p>
        <div className="row">
          <Button kind="main" onClick={() => asked !== undefined && start(asked)}>
            {t('demo.replaceYes')}
          </Button>
          <Button onClick={() => ask(undefined)}>{t('links.cancel')}</Button>
        </div>
      </Dialog>
    </div>
  );
}
