import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/icons.tsx';
import type { ApiFailure } from '../lobby/api.ts';
import { failureOf } from '../lobby/useLobby.ts';
import { type Choice, type Compared, counted, type Outcome, type Step, suggested } from './compared.ts';
import { Difference } from './Difference.tsx';
import type { WorkbookPlace } from './place.ts';
import { WhyNot } from './WhyNot.tsx';

/** So many are drawn at once. */
const SHOWN = 100;

interface Props {
  readonly place: WorkbookPlace;
  readonly compared: Compared;
  readonly again: () => void;
}

/** Every row that differs, with what taking it over does; where both sides changed it, somebody decides before anything is taken. */
export function Differences({ place, compared, again }: Props) {
  const t = useWords('workbook');
  const { steps, cannot } = compared;
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [most, setMost] = useState(SHOWN);
  const taking = useTaking(place);
  const choiceOf = (s: Step): Choice => (choices.has(s.key) ? choices.get(s.key) : suggested(s));
  const choose = (of: readonly Step[], choice: Choice): void =>
    setChoices(new Map([...choices, ...of.map((s) => [s.key, choice] as const)]));
  const settled = taking.outcomes !== undefined || taking.done !== undefined || cannot !== undefined;
  if (steps.length === 0)
    return (
      <>
        <Beside compared={compared} />
        <p className="wb-none" role="status">
          <Icon name="check" /> {t('diff.none')}
        </p>
      </>
    );
  return (
    <>
      <Beside compared={compared} />
      <Head steps={steps} choose={settled ? undefined : choose} />
      <ol className="wb-list">
        {steps.slice(0, most).map((s) => (
          <Difference
            key={s.key}
            step={s}
            choice={choiceOf(s)}
            outcome={taking.outcomes?.get(s.key)}
            choose={settled ? undefined : (choice) => choose([s], choice)}
          />
        ))}
      </ol>
      {steps.length > most && (
        <Button size="small" onClick={() => setMost(most + SHOWN * 5)}>
          {t('diff.more', { count: steps.length - most })}
        </Button>
      )}
      {taking.failure && <WhyNot failure={taking.failure} />}
      <footer className="wb-foot">
        {cannot !== undefined ? (
          <p className="dim">{cannot}</p>
        ) : taking.outcomes ? (
          <Taken outcomes={taking.outcomes} again={again} />
        ) : (
          <Confirm
            kind={place.kind}
            done={taking.done}
            {...counted(steps, choices)}
            take={() => taking.take(steps.filter((s) => s.takes && choiceOf(s) === 'take'))}
          />
        )}
      </footer>
    </>
  );
}

interface Taking {
  /** How many are done; absent while nothing is under way. */
  readonly done?: number | undefined;
  readonly outcomes?: ReadonlyMap<string, Outcome> | undefined;
  readonly failure?: ApiFailure | undefined;
}

function useTaking(place: WorkbookPlace): Taking & { readonly take: (steps: readonly Step[]) => void } {
  const [state, setState] = useState<Taking>({});
  const take = (steps: readonly Step[]): void => {
    setState({ done: 0 });
    place
      .take(steps, (done) => setState({ done }))
      .then(
        (all) => setState({ outcomes: new Map(all.map((o) => [o.key, o])) }),
        (cause: unknown) => setState({ failure: failureOf(cause) }),
      );
  };
  return { ...state, take };
}

/** How many differ, how many on both sides, and one press for all of these. */
function Head({
  steps,
  choose,
}: {
  readonly steps: readonly Step[];
  readonly choose: ((of: readonly Step[], choice: Choice) => void) | undefined;
}) {
  const t = useWords('workbook');
  const conflicts = steps.filter((s) => s.takes && s.change.conflict);
  const unable = steps.filter((s) => !s.takes).length;
  return (
    <div className="wb-head">
      <p className="grow" role="status">
        <span className="strong">{t('diff.changes', { count: steps.length })}</span>
        {conflicts.length > 0 && <span className="soon"> · {t('diff.conflicts', { count: conflicts.length })}</span>}
        {unable > 0 && <span className="dim"> · {t('diff.unable', { count: unable })}</span>}
      </p>
      {conflicts.length > 1 && choose && (
        <>
          <Button size="small" onClick={() => choose(conflicts, 'take')}>
            {t('diff.allTheirs')}
          </Button>
          <Button size="small" onClick={() => choose(conflicts, 'keep')}>
            {t('diff.allOurs')}
          </Button>
        </>
      )}
    </div>
  );
}

interface ConfirmProps {
  readonly kind: WorkbookPlace['kind'];
  readonly takes: number;
  readonly open: number;
  readonly done: number | undefined;
  readonly take: () => void;
}

function Confirm({ kind, takes, open, done, take }: ConfirmProps) {
  const t = useWords('workbook');
  return (
    <>
      {done === undefined ? (
        <p className="grow dim">{open > 0 ? t('diff.decide', { count: open }) : t(`confirm.${kind}`)}</p>
      ) : (
        <progress className="wb-progress grow" aria-label={t('done.taking')} value={done} max={takes} />
      )}
      <Button kind="main" disabled={takes === 0 || open > 0} busy={done !== undefined} onClick={take}>
        {t('confirm.take', { count: takes })}
      </Button>
    </>
  );
}

function Taken({ outcomes, again }: { readonly outcomes: ReadonlyMap<string, Outcome>; readonly again: () => void }) {
  const t = useWords('workbook');
  const refused = [...outcomes.values()].filter((o) => o.refused !== undefined).length;
  return (
    <>
      <p className="grow" role="status">
        {t('done.taken', { count: outcomes.size - refused })}
        {refused > 0 && <span className="late"> {t('done.refused', { count: refused })}</span>}
      </p>
      <Button onClick={again}>{t('back.again')}</Button>
    </>
  );
}

/** Rows and columns of which nothing is taken, each with what to do. */
function Beside({ compared: { notTaken, columns, sheet } }: { readonly compared: Compared }) {
  const t = useWords('workbook');
  const text = useText();
  if (notTaken.length + columns.length === 0) return null;
  return (
    <div className="wb-beside">
      <p className="strong">
        <Icon name="warning" /> {t('diff.beside', { sheet })}
      </p>
      <ul>
        {[...columns, ...notTaken.map((row) => row.said)].slice(0, SHOWN).map((said) => (
          <li key={text(said)}>{text(said)}</li>
        ))}
      </ul>
    </div>
  );
}
