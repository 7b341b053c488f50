import { usePreferences } from '../../i18n/preferences.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip, StatusChip } from '../../kit/Chip.tsx';
import { momentOf } from '../../kit/calendar.ts';
import { EmptyState } from '../../kit/Panel.tsx';
import {
  type BrokenExercise,
  type DemonstrationCard,
  type ExerciseCard,
  type ExerciseRow,
  endPractice,
  goOnPractising,
  type Lobby,
  openControl,
  type ScenarioCard,
  simulateSeats,
} from './api.ts';
import { DemonstrationActs, DemonstrationHow, DemonstrationState } from './Demonstration.tsx';
import { actsOf, inOrder, type NextAct } from './exerciseLines.ts';
import { Failure } from './Failure.tsx';
import type { Place } from './place.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { type Act, useAct } from './useLobby.ts';

export interface ExerciseTableProps {
  readonly lobby: Lobby;
  readonly refreshing: boolean;
  readonly refresh: () => void;
  readonly go: (place: Place) => void;
}

/** State and next act per exercise. */
export function ExerciseTable({ lobby, refreshing, refresh, go }: ExerciseTableProps) {
  const { exercises, scenarios } = lobby;
  const t = useWords('lobby');
  const act = useAct();
  return (
    <section aria-labelledby="lb-exercises">
      <div className="lb-head">
        <h2 id="lb-exercises" className="read">
          {t('exercises.title')}
        </h2>
        <Button kind="quiet" size="small" aria-busy={refreshing || undefined} onClick={refresh}>
          {t('refresh')}
        </Button>
        <span className="grow" />
        <Button icon="note" onClick={() => go({ at: 'import' })}>
          {t('import.button')}
        </Button>
        <Button kind="main" icon="plus" onClick={() => go({ at: 'create' })}>
          {t('create.button')}
        </Button>
      </div>
      <Failure failure={act.failure} />
      <div className="lb-box">
        {exercises.length === 0 ? (
          <EmptyState title={t('exercises.none')}>{t('exercises.noneText')}</EmptyState>
        ) : (
          <Rows exercises={exercises} act={act} go={go} refresh={refresh} scenarios={scenarios} demonstration={lobby.demonstration.now} />
        )}
      </div>
    </section>
  );
}

interface RowGiven {
  readonly act: Act;
  readonly go: (place: Place) => void;
  readonly refresh: () => void;
  readonly scenarios: readonly ScenarioCard[];
  readonly demonstration: DemonstrationCard | undefined;
}

function Rows({ exercises, ...given }: RowGiven & { readonly exercises: readonly ExerciseRow[] }) {
  const t = useWords('lobby');
  return (
    <table className="lb-table">
      <thead>
        <tr>
          {['exercise', 'state', 'time', 'seats', 'hand', 'acts'].map((col) => (
            <th key={col} scope="col" className={col === 'acts' ? 'lb-acts' : ''}>
              {t(`exercises.cols.${col}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(exercises).map((row) => (isBroken(row) ? <Broken key={row.id} row={row} /> : <Row key={row.id} row={row} {...given} />))}
      </tbody>
    </table>
  );
}

const isBroken = (row: ExerciseRow): row is BrokenExercise => row.status === 'damaged' || row.status === 'stopped';

function Row({ row, ...given }: RowGiven & { readonly row: ExerciseCard }) {
  const { scenarios, demonstration } = given;
  const text = useText();
  const t = useWords('lobby');
  const ended = row.status === 'ended';
  return (
    <>
      <tr>
        <th scope="row">
          {text(row.title)}
          {row.practice && !ended && <Alone />}
          {row.demonstration && demonstration && <DemonstrationState demonstration={demonstration} scenarios={scenarios} />}
        </th>
        <td data-col={t('exercises.cols.state')}>
          <State row={row} />
        </td>
        <td data-col={t('exercises.cols.time')}>
          <TimeOf row={row} />
        </td>
        <td data-col={t('exercises.cols.seats')}>{ended ? t('exercises.tookPart', { count: peopleIn(row) }) : <SeatsIn row={row} />}</td>
        <td data-col={t('exercises.cols.hand')}>
          <Hand row={row} />
        </td>
        <td className="lb-acts">
          <Acts row={row} {...given} />
        </td>
      </tr>
      {row.demonstration && demonstration && <DemonstrationHow demonstration={demonstration} />}
    </>
  );
}

/** How its clock stands: how fast it runs, or why it does not. */
function State({ row }: { readonly row: ExerciseCard }) {
  const kit = useWords('kit');
  return (
    <span className="lb-state">
      <StatusChip state={row.status} {...(row.status === 'running' ? { detail: `×${row.rate}` } : {})} />
      {row.reason && <span className="small dim">{kit(`pause.${row.reason}`)}</span>}
    </span>
  );
}

function TimeOf({ row }: { readonly row: ExerciseCard }) {
  const t = useWords('lobby');
  const { language } = usePreferences();
  const at = momentOf(row.start, row.scenarioNow, language);
  if (row.status === 'ready') return <span className="dim">{t('exercises.startex', { time: `${at.date} ${at.time}` })}</span>;
  return (
    <span className={`lb-nowrap ${row.status === 'ended' ? 'dim' : ''}`}>
      {row.status === 'ended' ? `${at.time} ${at.day}, ${at.date}` : <b>{`${at.time} ${at.day}`}</b>}
    </span>
  );
}

const peopleIn = ({ seatsIn, simulatedIn = 0 }: ExerciseCard): number => seatsIn - simulatedIn;

/** Seats with people, and hatched those with simulated ones. */
function SeatsIn({ row }: { readonly row: ExerciseCard }) {
  const t = useWords('lobby');
  const { seatsIn, seatsOf, simulatedIn = 0 } = row;
  const part = (seats: number): string => `${seatsOf === 0 ? 0 : (seats / seatsOf) * 100}%`;
  const people = row.practice ? t('exercises.you') : t('exercises.people', { count: peopleIn(row) });
  return (
    <span className="row">
      <span className="lb-meter" aria-hidden="true">
        <span style={{ width: part(peopleIn(row)) }} />
        <span className="simulated" style={{ width: part(simulatedIn) }} />
      </span>
      <span className="lb-nowrap">
        {simulatedIn === 0
          ? t('exercises.seatsIn', { in: seatsIn, of: seatsOf })
          : [people, t('exercises.simulated', { count: simulatedIn })].join(', ')}
      </span>
    </span>
  );
}

/** Under its title: that nobody else is in it, and how one comes back to it. */
function Alone() {
  const t = useWords('lobby');
  return (
    <span className="lb-demo small dim">
      <Chip>{t('exercises.onlyYou')}</Chip>
      <span>{t('exercises.onlyYouHint')}</span>
    </span>
  );
}

function Hand({ row }: { readonly row: ExerciseCard }) {
  const t = useWords('lobby');
  // What still waited when it ended waits for nobody.
  if (row.hand.count === 0 || row.status === 'ended') return <span className="dim">{t('exercises.nothing')}</span>;
  if (row.hand.overdue > 0) return <span className="late lb-nowrap">{t('exercises.handOverdue', { ...row.hand })}</span>;
  return t('exercises.hand', { count: row.hand.count });
}

/** The next act as a button; what else can be done as quieter ones. All of them words. */
function Acts({ row, act, go, refresh, demonstration }: RowGiven & { readonly row: ExerciseCard }) {
  const t = useWords('lobby');
  const text = useText();
  const { next, others } = actsOf(row);
  const kept = useKeptFocus<HTMLFieldSetElement>('button:last-child', row.status);
  const perform = (what: NextAct): void => {
    if (what === 'links') go({ at: 'links', exercise: row.id });
    else if (what === 'goOn') act.run(async () => location.assign(await goOnPractising(row.id)));
    else if (what === 'watch') act.run(async () => location.assign(await openControl(row.id, 'public')));
    else act.run(async () => location.assign(`${await openControl(row.id)}${what === 'review' ? 'review' : ''}`));
  };
  return (
    <fieldset className="lb-act-row" {...kept} aria-label={t('exercises.more', { title: text(row.title) })}>
      {row.demonstration && <DemonstrationActs row={row} over={demonstration?.over ?? false} act={act} refresh={refresh} />}
      {row.practice && row.status !== 'ended' && (
        <Button
          kind="quiet"
          size="small"
          disabled={act.busy}
          title={t('exercises.endPracticeHint')}
          onClick={() => act.run(() => endPractice(row.id).then(refresh))}
        >
          {t('exercises.endPractice')}
        </Button>
      )}
      {!row.demonstration && !row.practice && row.status !== 'ended' && (
        <Button
          kind="quiet"
          size="small"
          disabled={act.busy}
          title={t('exercises.simulateHint')}
          onClick={() => act.run(async () => simulateSeats(row.id, row.simulated === undefined).then(refresh))}
        >
          {t(row.simulated === undefined ? 'exercises.simulate' : 'exercises.simulateNot')}
        </Button>
      )}
      {others.map((what) => (
        <Button key={what} kind="quiet" size="small" disabled={act.busy} onClick={() => perform(what)}>
          {t(`acts.${what}`)}
        </Button>
      ))}
      <Button disabled={act.busy} onClick={() => perform(next)}>
        {t(`acts.${next}`)}
      </Button>
    </fieldset>
  );
}

function Broken({ row }: { readonly row: BrokenExercise }) {
  const t = useWords('lobby');
  const text = useText();
  return (
    <tr>
      <th scope="row">{text(row.title)}</th>
      <td>
        <Chip tone="late" icon="warning">
          {t(`exercises.${row.status}`)}
        </Chip>
      </td>
      <td colSpan={4} className="dim">
        {t(`exercises.${row.status}Text`)}
      </td>
    </tr>
  );
}
