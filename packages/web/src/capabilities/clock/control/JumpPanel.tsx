import { clockStatus } from '@entente/engine';
import { useMemo } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { OneOf } from '../../../kit/Choice.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { MarkIcon } from '../../../kit/control/Mark.tsx';
import { PanelForm } from '../../../kit/control/PanelForm.tsx';
import { useControlParts } from '../../../kit/control/part.ts';
import { TimeField, timeTyped } from '../../../kit/control/TimeField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { spanWords } from '../../../kit/relative.ts';
import { type Choice, carriedTo, firstInject, jumpCommands, jumpCounts, jumpPreview, type Passed } from './jumpPreview.ts';

const QUICK = [10, 30, 60];

/** A jump in scenario time: shows what it passes before it is confirmed, since nobody can act in between. */
export function JumpPanel() {
  const { say, open, start, now, world, viewer, entries, duration } = useControl();
  const parts = useControlParts();
  const ready = clockStatus(world) === 'ready';
  const { draft, change, busy, error, run, runAll, drop } = useForm('control jump', () => ({
    chosen: {} as Readonly<Record<string, Choice>>,
    typed: ready ? clockWords(firstInject(entries) ?? now, start) : '+30',
  }));
  const { typed, chosen } = draft;
  const asked = timeTyped(typed, start, now);
  const to = typeof asked === 'number' ? Math.min(asked, duration) : undefined;
  const minute = Math.floor(now / 60_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object; a preview older than a minute is made anew
  const passed = useMemo(
    () => (to === undefined ? [] : jumpPreview(parts, world, viewer, entries, now, to)),
    [parts, world, viewer, minute, typed],
  );
  const forward = to !== undefined && to > now;
  const close = (): void => open(undefined);
  const submit = async (): Promise<void> => {
    if (to === undefined) return;
    const commands = jumpCommands(parts, world, passed, chosen, now, to);
    if (ready ? (await run({ type: 'StartClock', to })).ok : commands && (await runAll(commands)).ok) close();
  };
  const unchosen = passed.some((p) => p.stops !== undefined && chosen[p.id] === undefined);
  const missing = !forward ? (to === undefined ? '' : say('jump.notBack')) : unchosen ? say('jump.chooseFirst') : undefined;
  const nextMove = world.moves.plan?.moves.find((m) => m.from > now);
  return (
    <PanelForm
      title={say(ready ? 'jump.begin' : 'jump.title')}
      go={forward ? say(ready ? 'jump.beginAt' : 'jump.confirm', { time: clockWords(to, start) }) : say('jump.title')}
      submit={submit}
      missing={missing}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        close();
      }}
    >
      <TimeField title={say('jump.to')} time={typed} change={(time) => change({ typed: time })} />
      <div className="ct-row ct-wrap">
        {QUICK.map((m) => (
          <Button key={m} size="small" onClick={() => change({ typed: `+${m}` })}>
            {say('jump.by', { count: m })}
          </Button>
        ))}
        {nextMove && (
          <Button size="small" onClick={() => change({ typed: clockWords(nextMove.from, start) })}>
            {say('jump.nextMove')}
          </Button>
        )}
      </div>
      {forward && <Stopping passed={passed} to={to} chosen={chosen} choose={(id, what) => change({ chosen: { ...chosen, [id]: what } })} />}
      {forward && <Preview passed={passed} to={to} />}
    </PanelForm>
  );
}

interface StoppingProps {
  readonly passed: readonly Passed[];
  readonly to: number;
  readonly chosen: Readonly<Record<string, Choice>>;
  readonly choose: (id: string, what: Choice) => void;
}

/** What would be decided while nobody can act: each is carried over or let fall, and what follows stands beside it. */
function Stopping({ passed, to, chosen, choose }: StoppingProps) {
  const { say, pick, start, now } = useControl();
  const kit = useWords('kit');
  const stops = passed.filter((p) => p.stops !== undefined);
  if (stops.length === 0) return null;
  return (
    <section className="ct-stops" aria-label={say('jump.stops')}>
      <p className="soon">{say('jump.stopsText', { count: stops.length })}</p>
      {stops.map((p) => (
        <OneOf
          key={p.id}
          title={`${pick(p.title)}, ${clockWords(p.at, start, true)}`}
          required
          options={[
            {
              value: 'carry' as const,
              words: say('jump.carry'),
              help: say('jump.carryTo', { time: clockWords(carriedTo(p, now, to), start, true), span: spanWords(kit, p.at - now) }),
            },
            {
              value: 'fall' as const,
              words: say('jump.fall'),
              help: say(`jump.falls.${p.stops}`, { time: clockWords(p.at, start, true) }),
            },
          ]}
          value={chosen[p.id]}
          onChange={(what) => choose(p.id, what)}
        />
      ))}
    </section>
  );
}

function Preview({ passed, to }: { passed: readonly Passed[]; to: number }) {
  const { say, pick, start, now, select } = useControl();
  const kit = useWords('kit');
  const counts = jumpCounts(passed);
  const sentence = (['release', 'hand', 'maybe', 'deadline', 'move', 'endex'] as const)
    .filter((k) => counts[k] > 0)
    .map((k) => say(`jump.count.${k}`, { count: counts[k] }));
  return (
    <section aria-label={say('jump.passes')} aria-live="polite">
      <p>{say('jump.from', { from: clockWords(now, start), to: clockWords(to, start), span: spanWords(kit, to - now) })}</p>
      <p className={counts.deadline > 0 ? 'soon' : 'ct-small'}>
        {sentence.length > 0 ? say('jump.passesWhat', { what: sentence.join(', ') }) : say('jump.nothing')}
      </p>
      <ul className="ct-passed">
        {passed.slice(0, 200).map((p) => (
          <li key={`${p.what} ${p.id}`}>
            <span className="ct-num">{clockWords(p.at, start)}</span>
            {p.entry ? (
              <MarkIcon
                kind={p.entry.kind}
                contingency={p.entry.contingency}
                waits={p.what === 'maybe'}
                status={p.what === 'deadline' ? 'missed' : 'planned'}
              />
            ) : (
              <span className="ct-markicon" />
            )}
            <span>
              {p.target ? (
                <button type="button" className="ct-rowlink" onClick={() => select(p.target)}>
                  {p.number} {pick(p.title)}
                </button>
              ) : p.what === 'endex' ? (
                'ENDEX'
              ) : (
                say('jump.move', { number: p.number, name: pick(p.title) })
              )}{' '}
              <span className={p.what === 'deadline' ? 'late' : 'ct-quiet'}>{say(`jump.what.${p.what}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
