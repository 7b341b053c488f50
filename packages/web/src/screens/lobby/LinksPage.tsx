import type { Text } from '@entente/engine';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Icon } from '../../kit/icons.tsx';
import { ErrorState } from '../../kit/Panel.tsx';
import {
  ApiFailure,
  type ExerciseReading,
  type ExerciseSeat,
  type JoinLink,
  makeLinks,
  openControl,
  readExercise,
  readScenario,
  type ScenarioReading,
} from './api.ts';
import { BackToLobby } from './BackToLobby.tsx';
import { Failure } from './Failure.tsx';
import { useHold } from './held.ts';
import { GroupName, LinkSheet, SlipTitle } from './LinkSheet.tsx';
import { type SlipGroup, slipGroups, usualSeats, withLinks } from './linkSheet.ts';
import { useAct, useAsked } from './useLobby.ts';

interface Known {
  readonly exercise: ExerciseReading;
  readonly scenario: ScenarioReading | undefined;
}

/** The exercise says which seats there are; its scenario, unless it is gone, says what they are called. */
async function readBoth(id: string, signal: AbortSignal): Promise<Known> {
  const exercise = await readExercise(id, signal);
  const scenario = await readScenario(exercise.scenario, signal).catch((cause: unknown) => {
    if (cause instanceof ApiFailure && cause.status === 404) return undefined;
    throw cause;
  });
  return { exercise, scenario };
}

/** Links of an exercise that exists: choose for whom, make them, print them. */
export function LinksPage({ exercise }: { readonly exercise: string }) {
  return (
    <main className="lb-page lb-form">
      <BackToLobby />
      <WithKnown id={exercise}>{(known) => <Links known={known} />}</WithKnown>
    </main>
  );
}

/** The third step of creating: links for everyone who usually gets one, made at once. */
export function NewLinks({ exercise }: { readonly exercise: string }) {
  return <WithKnown id={exercise}>{(known) => <Links known={known} atOnce />}</WithKnown>;
}

function WithKnown({ id, children }: { readonly id: string; readonly children: (known: Known) => ReactNode }) {
  const t = useWords('lobby');
  const asked = useAsked(useCallback((signal: AbortSignal) => readBoth(id, signal), [id]));
  if (asked.value) return children(asked.value);
  if (asked.failure?.status === 404) return <ErrorState title={t('links.notFound')}>{t('links.notFoundText')}</ErrorState>;
  if (asked.failure)
    return (
      <ErrorState title={t('failed.title')} again={asked.again}>
        {t(asked.failure.status === 0 ? 'failed.network' : 'failed.other', { status: asked.failure.status, detail: asked.failure.message })}
      </ErrorState>
    );
  return <div className="lb-bone tall" aria-busy="true" role="status" aria-label={t('loading')} />;
}

function Links({ known, atOnce = false }: { readonly known: Known; readonly atOnce?: boolean }) {
  const { exercise, scenario } = known;
  const t = useWords('lobby');
  const text = useText();
  const act = useAct();
  const [links, setLinks] = useState<readonly JoinLink[]>();
  const groups = useMemo(() => slipGroups(exercise.seats, scenario), [exercise, scenario]);
  const make = (seats: readonly string[]): void => act.run(async () => setLinks(await makeLinks(exercise.id, seats)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step opens
  useEffect(() => {
    if (atOnce) make(usualSeats(exercise.seats));
  }, []);
  const title = text(exercise.title);
  return (
    <>
      <h1 className="title lb-screen-only">{t('links.title', { exercise: title })}</h1>
      {links ? (
        <Made exercise={exercise.id} groups={withLinks(groups, links)} title={exercise.title} />
      ) : atOnce && !act.failure ? (
        <p className="dim" role="status">
          {t('links.making')}
        </p>
      ) : (
        <>
          <Choose groups={groups} seats={exercise.seats} busy={act.busy} make={make} />
          <p>
            <Button disabled={act.busy} onClick={() => act.run(async () => location.assign(await openControl(exercise.id)))}>
              {t('links.openControl')}
            </Button>
          </p>
        </>
      )}
      <Failure failure={act.failure} />
    </>
  );
}

function Made({ exercise, groups, title }: { readonly exercise: string; readonly groups: readonly SlipGroup[]; readonly title: Text }) {
  const t = useWords('lobby');
  const act = useAct();
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set());
  const [printed, setPrinted] = useState(false);
  const [leaving, wantControl] = useState(false);
  useEffect(() => {
    const done = (): void => setPrinted(true);
    window.addEventListener('afterprint', done);
    return () => window.removeEventListener('afterprint', done);
  }, []);
  const kept = printed || groups.every((group) => group.slips.every((slip) => copied.has(slip.seat)));
  const { wants, stay, leave } = useHold(!kept);
  const control = (): void =>
    act.run(async () => {
      const path = await openControl(exercise);
      leave();
      location.assign(path);
    });
  const stayHere = (): void => {
    wantControl(false);
    stay();
  };
  const go = (): void => {
    if (leaving) control();
    else leave();
    wantControl(false);
  };
  return (
    <>
      <div className="lb-once lb-screen-only" role="status">
        <Icon name="warning" />
        <div className="grow">
          <p className="strong">{t('links.once')}</p>
          <p>{t('links.onceText')}</p>
        </div>
        <Button kind="main" icon="print" onClick={() => window.print()}>
          {t('links.print')}
        </Button>
        <Button disabled={act.busy} onClick={() => (kept ? control() : wantControl(true))}>
          {t('links.openControl')}
        </Button>
      </div>
      <Failure failure={act.failure} />
      <LinkSheet
        groups={groups}
        title={title}
        copied={(slips) => setCopied((before) => new Set([...before, ...slips.map((s) => s.seat)]))}
      />
      <Dialog open={leaving || wants !== undefined} close={stayHere} title={t('links.leave.title')}>
        <div className="stack">
          <p className="read">{t('links.leave.text')}</p>
          <div className="row wrap">
            <Button kind="main" onClick={stayHere}>
              {t('links.leave.no')}
            </Button>
            <Button onClick={go}>{t('links.leave.yes')}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

interface ChooseProps {
  readonly groups: readonly SlipGroup[];
  readonly seats: readonly ExerciseSeat[];
  readonly busy: boolean;
  readonly make: (seats: readonly string[]) => void;
}

/** For whom? Seats without a link are chosen beforehand; replacing one that is out is asked about. */
function Choose({ groups, seats, busy, make }: ChooseProps) {
  const t = useWords('lobby');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(usualSeats(seats.filter((s) => !taken(s)))));
  const [sure, setSure] = useState(false);
  const replaced = seats.filter((s) => chosen.has(s.seat) && taken(s)).length;
  const set = (of: readonly string[], on: boolean): void => {
    setSure(false);
    setChosen(new Set(seats.map((s) => s.seat).filter((seat) => (of.includes(seat) ? on : chosen.has(seat)))));
  };
  const go = (): void => (replaced > 0 && !sure ? setSure(true) : make([...chosen]));
  return (
    <div className="stack">
      <p className="read strong">{t('links.choose')}</p>
      <p className="dim">{t('links.chooseText')}</p>
      {groups.map((group) => (
        <ChooseGroup key={group.party?.id ?? 'own'} group={group} seats={seats} chosen={chosen} set={set} />
      ))}
      {sure && (
        <p className="lb-failure" role="alert">
          <Icon name="warning" />
          {t('links.sure', { count: replaced })}
        </p>
      )}
      <div className="row lb-sticky">
        <Button kind={sure ? 'danger' : 'main'} busy={busy} disabled={chosen.size === 0} onClick={go}>
          {sure ? t('links.sureYes') : t('links.make', { count: chosen.size })}
        </Button>
        {sure && <Button onClick={() => setSure(false)}>{t('links.cancel')}</Button>}
      </div>
    </div>
  );
}

const taken = (seat: ExerciseSeat): boolean => seat.linked || seat.sessions > 0;

interface ChooseGroupProps extends Pick<ChooseProps, 'seats'> {
  readonly group: SlipGroup;
  readonly chosen: ReadonlySet<string>;
  readonly set: (seats: readonly string[], on: boolean) => void;
}

function ChooseGroup({ group, seats, chosen, set }: ChooseGroupProps) {
  const t = useWords('lobby');
  const all = group.slips.map((s) => s.seat);
  return (
    <fieldset className="lb-box lb-group">
      <legend className="unseen">
        <GroupName group={group} />
      </legend>
      <div className="row">
        <GroupName group={group} />
        <span className="grow" />
        <Button kind="quiet" size="small" onClick={() => set(all, true)}>
          {t('links.all')}
        </Button>
        <Button kind="quiet" size="small" onClick={() => set(all, false)}>
          {t('links.none')}
        </Button>
      </div>
      <ul className="lb-picks">
        {group.slips.map((slip) => (
          <li key={slip.seat}>
            <label className="row">
              <input type="checkbox" checked={chosen.has(slip.seat)} onChange={(e) => set([slip.seat], e.target.checked)} />
              <SlipTitle slip={slip} group={group} />
              <SeatState seat={seats.find((s) => s.seat === slip.seat)} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function SeatState({ seat }: { readonly seat: ExerciseSeat | undefined }) {
  const t = useWords('lobby');
  if (!seat) return null;
  if (seat.sessions > 0)
    return (
      <Chip tone="met" icon="dot">
        {t('links.in', { count: seat.sessions })}
      </Chip>
    );
  return seat.linked ? <Chip icon="link">{t('links.out')}</Chip> : <span className="small faint">{t('links.noLink')}</span>;
}
