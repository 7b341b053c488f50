import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { type ControlView, useControl } from '../../../kit/control/controlContext.ts';
import { type Happening, STREAM_GROUPS, type StreamGroup } from '../../../kit/control/happening.ts';
import { useControlParts } from '../../../kit/control/part.ts';
import { AddressMark } from '../../../kit/Names.tsx';
import { countNew, inGroup, Stream } from './stream.ts';

const PAGE = 100;

/** What happens, newest first. While I read further down, new things are counted and do not move what I read. */
export function StreamPanel({ version, acts }: { version: number; acts?: ReactNode }) {
  const { world, viewer, say } = useControl();
  const parts = useControlParts();
  const [group, setGroup] = useState<StreamGroup>('all');
  const [most, setMost] = useState(PAGE);
  const { touched } = useSeat();
  const stream = useMemo(() => new Stream(parts, world, viewer, touched), [parts, world, viewer, touched]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object; its version says when it changed
  const all = useMemo(() => stream.lines(), [stream, version]);
  const { shown, fresh, showNew, body } = useHeldStill(all, group);
  const lines = inGroup(shown, group);
  return (
    <section className="ct-panel ct-stream" aria-label={say('stream.title')}>
      <header className="ct-head">
        <h2>{say('stream.title')}</h2>
        {fresh > 0 && (
          <button type="button" className="ct-new" onClick={showNew}>
            {say('stream.new', { count: fresh })}
          </button>
        )}
        <span className="unseen" role="status">
          {fresh > 0 ? say('stream.new', { count: fresh }) : ''}
        </span>
        <fieldset className="ct-tabs" aria-label={say('stream.filter')}>
          {STREAM_GROUPS.map((g) => (
            <button key={g} type="button" aria-pressed={g === group} onClick={() => setGroup(g)}>
              {say(`stream.group.${g}`)}
            </button>
          ))}
        </fieldset>
        <span className="ct-grow" />
        {acts}
      </header>
      {/* biome-ignore lint/a11y/useSemanticElements: a group that scrolls is no set of fields */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div ref={body} className="ct-stream-body" tabIndex={0} role="group" aria-label={say('stream.title')}>
        <Lines lines={lines.slice(0, most)} />
        {lines.length === 0 && <p className="ct-empty">{say('stream.nothing')}</p>}
        {lines.length > most && (
          <button type="button" className="ct-aside" onClick={() => setMost(most + PAGE)}>
            {say('stream.more', { count: lines.length - most })}
          </button>
        )}
      </div>
    </section>
  );
}

/** At the top, lines flow in; scrolled away from it, they wait to be called. */
function useHeldStill(
  all: readonly Happening[],
  group: StreamGroup,
): {
  shown: readonly Happening[];
  fresh: number;
  showNew: () => void;
  body: React.RefObject<HTMLDivElement | null>;
} {
  const body = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<readonly Happening[] | undefined>();
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const onScroll = (): void => setHeld((h) => (element.scrollTop > 8 ? (h ?? all) : undefined));
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [all]);
  const shown = held ?? all;
  const fresh = held ? countNew(inGroup(all, group), new Set(held.map((h) => h.src + h.key))) : 0;
  const showNew = (): void => {
    setHeld(undefined);
    body.current?.scrollTo({ top: 0 });
  };
  return { shown, fresh, showNew, body };
}

function Lines({ lines }: { lines: readonly Happening[] }) {
  const { say, pick, names, start, select } = useControl();
  return (
    <ol className="ct-lines">
      {lines.map((h) => (
        <Line key={h.src + h.key} line={h} say={say} pick={pick} names={names} start={start} select={select} />
      ))}
    </ol>
  );
}

const Line = memo(function Line({
  line,
  say,
  pick,
  names,
  start,
  select,
}: { line: Happening } & Readonly<Pick<ControlView, 'say' | 'pick' | 'names' | 'start' | 'select'>>) {
  const words = lineWords(line, say, pick, names, start);
  return (
    <li className={line.tone === 'late' ? 'ct-line ct-line-late' : 'ct-line'}>
      <span className="ct-num ct-quiet">{clockWords(line.at, start, true)}</span>
      <span className="ct-line-who">
        {line.who && (
          <>
            <AddressMark address={line.who} />
            <span>{line.who === 'control' ? '' : names.say(line.who, pick, say)}</span>
          </>
        )}
      </span>
      {line.target ? (
        <button type="button" className="ct-rowlink" onClick={() => select(line.target)}>
          {words}
        </button>
      ) : (
        <span>{words}</span>
      )}
    </li>
  );
});

function lineWords(
  line: Happening,
  say: ControlView['say'],
  pick: ControlView['pick'],
  names: ControlView['names'],
  start: string,
): string {
  const texts = Object.fromEntries(Object.entries(line.texts).map(([k, t]) => [k, pick(t)]));
  const values =
    line.key === 'clock.jumped'
      ? { from: clockWords(Number(line.values.from), start), to: clockWords(Number(line.values.to), start) }
      : line.values;
  const to = line.to ? { to: toWords(line.to, names, pick, say) } : {};
  return say(`happened.${line.key}`, { ...values, ...texts, ...to });
}

/** Three recipients by name; more are counted. */
function toWords(to: readonly string[], names: ControlView['names'], pick: ControlView['pick'], say: ControlView['say']): string {
  const said = to
    .slice(0, 3)
    .map((a) => names.say(a, pick, say, true))
    .join(', ');
  return to.length > 3 ? say('stream.andMore', { who: said, count: to.length - 3 }) : said;
}
