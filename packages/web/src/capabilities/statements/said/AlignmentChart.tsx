import './said.css';
import './chart.css';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { usePreferences } from '../../../i18n/preferences.ts';
import { momentOf } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { AddressMark } from '../../../kit/Names.tsx';
import { ticks } from '../../../kit/review/moment.ts';
import { useFontArrivals } from '../../../kit/useFontArrivals.ts';
import { axisOf, BETWEEN, type Layout, layoutOf, type PlacedGroup, type PlacedMark } from './layout.ts';
import { Picture } from './Picture.tsx';
import { useScene } from './scene.ts';

/** The alignment chart: topics down, a lane for each party and outlet, scenario time across; what is open at the end on the right. */
export function AlignmentChart() {
  const { ref, width } = useElementSize();
  const { t, chart, labels, open } = useScene();
  const fonts = useFontArrivals();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words are measured anew when their fonts have come
  const layout = useMemo(() => (width > 0 ? layoutOf(chart, width, labels) : undefined), [chart, width, labels, fonts]);
  return (
    <div className="sd-chart">
      <div className="sd-head">
        <span />
        <div ref={ref}>{layout && <Times layout={layout} width={width} />}</div>
        <strong>{t('review.atEnd')}</strong>
      </div>
      {layout && (
        <div className="sd-sheet" style={{ height: layout.height }}>
          <div className="sd-left">
            <Name top={0} height={BETWEEN} text={t('review.between')} />
            {layout.groups.map((g) => (
              <GroupName key={g.group?.topic ?? ''} placed={g} />
            ))}
          </div>
          <div className="sd-plot">
            <Picture layout={layout} width={width} />
            {open && <Marks layout={layout} />}
          </div>
          <div className="sd-right">
            {layout.groups.map((g) => (
              <Ends key={g.group?.topic ?? ''} placed={g} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

/** The axis: times of day, and the day where it changes or time was cut short. */
function Times({ layout: { scale }, width }: { readonly layout: Layout; readonly width: number }) {
  const { start } = useDirectory();
  const { language } = usePreferences();
  const { t } = useScene();
  const [hours = 0, minutes = 0] = start ? momentOf(start, 0, language).time.split(':').map(Number) : [];
  const times = axisOf(scale, hours * 60 + minutes, width, ticks);
  let day = '';
  let right = -1;
  return (
    <svg width={width} height={24} role="img" aria-label={t('review.axis')}>
      {times.map((at) => {
        const { day: named, time } = start ? momentOf(start, at, language) : { day: '', time: '' };
        const text = day === named ? time : `${named} ${time}`;
        const x = Math.min(Math.max(scale.x(at), text.length * 3.4), width - text.length * 3.4);
        if (x - text.length * 3.4 < right + 4) return null;
        day = named;
        right = x + text.length * 3.4;
        return (
          <text key={at} x={x} y={16} textAnchor="middle" className="rv-tick">
            {text}
          </text>
        );
      })}
      {scale.cuts.map((c) => (
        <text key={c.from} x={(c.from + c.to) / 2} y={16} textAnchor="middle" className="rv-tick">
          ≈
        </text>
      ))}
    </svg>
  );
}

function Name({ top, height, text }: { readonly top: number; readonly height: number; readonly text: string }) {
  return (
    <div className="sd-name" style={{ top, height }}>
      <strong>{text}</strong>
    </div>
  );
}

function GroupName({ placed: { group, top, height, lanes } }: { readonly placed: PlacedGroup }) {
  const { t, topic, who } = useScene();
  return (
    <>
      <Name top={top} height={height} text={group ? topic(group.topic) : t('review.uncoded')} />
      {lanes.map(({ lane, y }) => (
        <span key={lane.key} className="sd-whose" style={{ top: y - 10 }}>
          {lane.of.startsWith('party:') ? <AddressMark address={lane.of} named /> : <span className="sd-outlet">{who(lane.of)}</span>}
        </span>
      ))}
    </>
  );
}

function Ends({ placed: { group, top, height } }: { readonly placed: PlacedGroup }) {
  const { t, labels, chart } = useScene();
  const count = chart.uncoded.reduce((sum, l) => sum + l.marks.length, 0);
  return (
    <div className="sd-end" style={{ top, height }}>
      {group ? (
        group.ends.map((e) => {
          const { text, tone } = labels.topicEnd(e);
          return (
            <span key={e.kind} className={`sd-${tone}`}>
              {text}
            </span>
          );
        })
      ) : (
        <span className="dim">{t('review.uncodedCount', { count })}</span>
      )}
    </div>
  );
}

/** A button on each mark: one stop of the keyboard, arrows from mark to mark and from lane to lane. */
function Marks({ layout }: { readonly layout: Layout }) {
  const { open, labels, t, chosen } = useScene();
  const box = useRef<HTMLDivElement>(null);
  const lanes = useMemo(() => byLane(layout.marks), [layout]);
  const first = layout.marks.find((m) => `said:${m.mark.said}` === chosen) ?? layout.marks[0];
  const go = (event: KeyboardEvent): void => {
    const keys = lanes.map((l) => l.map((m) => keyOf(m)));
    const now = (event.target as HTMLElement).dataset.mark;
    const lane = keys.findIndex((l) => l.includes(now ?? ''));
    const at = keys[lane]?.indexOf(now ?? '') ?? -1;
    const ways: Readonly<Record<string, () => string | undefined>> = {
      ArrowRight: () => keys[lane]?.[at + 1],
      ArrowLeft: () => keys[lane]?.[at - 1],
      Home: () => keys[lane]?.[0],
      End: () => keys[lane]?.at(-1),
      ArrowDown: () => nearest(lanes[lane + 1], lanes[lane]?.[at]),
      ArrowUp: () => nearest(lanes[lane - 1], lanes[lane]?.[at]),
    };
    const to = ways[event.key]?.();
    if (to === undefined) return;
    event.preventDefault();
    box.current?.querySelector<HTMLElement>(`[data-mark="${CSS.escape(to)}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div ref={box} role="group" aria-label={t('review.marks')} onKeyDown={go}>
      {layout.marks.map((m) => {
        const key = `said:${m.mark.said}`;
        return (
          <button
            key={keyOf(m)}
            type="button"
            data-mark={keyOf(m)}
            tabIndex={m === first ? 0 : -1}
            className="sd-press"
            style={{ left: m.x - 13, top: m.y - 13 }}
            aria-label={labels.sentence(m.mark, m.lane)}
            aria-current={key === chosen ? 'true' : undefined}
            title={labels.sentence(m.mark, m.lane)}
            onClick={() => open?.(key)}
          />
        );
      })}
    </div>
  );
}

const keyOf = ({ lane, mark }: PlacedMark): string => `${lane.key} ${mark.said}`;

function byLane(marks: readonly PlacedMark[]): PlacedMark[][] {
  const lanes = new Map<string, PlacedMark[]>();
  for (const m of marks) lanes.set(m.lane.key, [...(lanes.get(m.lane.key) ?? []), m]);
  return [...lanes.values()];
}

function nearest(lane: readonly PlacedMark[] | undefined, from: PlacedMark | undefined): string | undefined {
  const found = lane && from && [...lane].sort((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x))[0];
  return found && keyOf(found);
}
