import { clockStatus } from '@entente/engine';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { Problem } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { MarkIcon } from '../../../kit/control/Mark.tsx';
import { useControlParts } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { clockWords, minutes, parseClock } from '../../../kit/control/scenarioTime.ts';
import { useSend } from '../../../kit/control/sending.ts';
import { firstInject, jumpCounts, jumpPreview, type Passed } from './jumpPreview.ts';

const QUICK = [10, 30, 60];

/** A jump in scenario time: shows what it passes before it is confirmed, since nobody can act in between. */
export function JumpPanel() {
  const { say, open, start, now, world, viewer, entries, duration } = useControl();
  const parts = useControlParts();
  const ready = clockStatus(world) === 'ready';
  const [typed, setTyped] = useState(() => (ready ? clockWords(firstInject(entries) ?? now, start) : '+30'));
  const { send, busy, problem } = useSend();
  const id = useId();
  const asked = parseClock(typed, start, now);
  const to = asked === undefined ? undefined : Math.min(Math.round(asked), duration);
  const minute = Math.floor(now / 60_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object; a preview older than a minute is made anew
  const passed = useMemo(
    () => (to === undefined ? [] : jumpPreview(parts, world, viewer, entries, now, to)),
    [parts, world, viewer, minute, typed],
  );
  const forward = to !== undefined && to > now;
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if (to !== undefined && (await send(ready ? { type: 'StartClock', to } : { type: 'JumpClock', to }))) open(undefined);
  };
  const nextMove = world.moves.plan?.moves.find((m) => m.from > now);
  return (
    <SidePanel title={say(ready ? 'jump.begin' : 'jump.title')} focus>
      <form className="ct-form" onSubmit={submit}>
        <div className="ct-field">
          <label htmlFor={id}>{say('jump.to')}</label>
          <input id={id} className="ct-input short" value={typed} onChange={(e) => setTyped(e.target.value)} aria-describedby={`${id}h`} />
          <span id={`${id}h`} className="ct-small">
            {say('detail.timeHint')}
          </span>
        </div>
        <div className="ct-row ct-wrap">
          {QUICK.map((m) => (
            <Button key={m} size="small" onClick={() => setTyped(`+${m}`)}>
              {say('jump.by', { count: m })}
            </Button>
          ))}
          {nextMove && (
            <Button size="small" onClick={() => setTyped(clockWords(nextMove.from, start))}>
              {say('jump.nextMove')}
            </Button>
          )}
        </div>
        {!forward ? (
          <p className="ct-problem">{say(to === undefined ? 'detail.timeHint' : 'jump.notBack')}</p>
        ) : (
          <Preview passed={passed} to={to} />
        )}
        <div className="ct-row ct-wrap">
          <Button type="submit" kind="main" busy={busy} disabled={!forward}>
            {forward ? say(ready ? 'jump.beginAt' : 'jump.confirm', { time: clockWords(to, start) }) : say('jump.title')}
          </Button>
          <Button kind="quiet" onClick={() => open(undefined)}>
            {say('act.no')}
          </Button>
        </div>
        {problem && <Problem words={problem} />}
      </form>
    </SidePanel>
  );
}

function Preview({ passed, to }: { passed: readonly Passed[]; to: number }) {
  const { say, pick, start, now, select } = useControl();
  const counts = jumpCounts(passed);
  const sentence = (['release', 'hand', 'maybe', 'deadline', 'move', 'endex'] as const)
    .filter((k) => counts[k] > 0)
    .map((k) => say(`jump.count.${k}`, { count: counts[k] }));
  return (
    <section aria-label={say('jump.passes')} aria-live="polite">
      <p>{say('jump.from', { from: clockWords(now, start), to: clockWords(to, start), count: minutes(to - now) })}</p>
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
