import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useControl } from '../../kit/control/controlContext.ts';
import { useControlParts } from '../../kit/control/part.ts';
import { useBackCloses } from '../../kit/useBackCloses.ts';
import type { Filter } from './msel/msel.ts';
import type { View } from './msel/Toolbar.tsx';
import type { TimeWindow } from './msel/timeWindow.ts';
import type { Place } from './Places.tsx';

/** What somebody has before them: which place, which lines of the MSEL, how, and how much time of it. */
export interface Desk {
  /** No room for lanes: the same lines as a table. */
  readonly phone: boolean;
  readonly place: Place;
  readonly centre: string;
  readonly go: (place: Place) => void;
  readonly goMsel: (view: View) => void;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly window: TimeWindow;
  readonly setWindow: (window: TimeWindow) => void;
  /** Lanes that are folded, by their id. */
  readonly folded: ReadonlySet<string>;
  readonly fold: (lane: string) => void;
}

/** `first`: the place that a phone opens with, and to which its Back leads. */
export function useDesk(first: Place): Desk {
  const { side, open, world, selection } = useControl();
  const opens = useControlParts().find(({ centre }) => selection && centre?.opens === selection.kind)?.centre?.name;
  const [filter, setFilter] = useState<Filter>({ mine: false });
  const [view, setView] = useState<View>('timeline');
  const [place, setPlace] = useState<Place>(first);
  const [centre, setCentre] = useState('msel');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const phone = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  const [window, setWindow] = useState<TimeWindow>({ span: 2 * 3_600_000 });
  // Wherever one has looked: after a jump the picture is where the story is.
  const jumps = world.clock.jumps.length;
  const seen = useRef(jumps);
  useEffect(() => {
    if (seen.current === jumps) return;
    seen.current = jumps;
    setWindow(({ span }) => ({ span }));
  }, [jumps]);
  const go = (next: Place): void => {
    setPlace(next);
    if (next !== 'hand' && next !== 'stream') setCentre(next);
  };
  // A thing that a place shows leads to that place, also when it is selected once more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a selection leads there
  useEffect(() => {
    if (opens) go(opens);
  }, [selection]);
  useBackCloses(phone && place !== first, () => go(first));
  useBackCloses(phone && side !== undefined, () => open(undefined));
  const goMsel = (next: View): void => {
    setView(next);
    go('msel');
  };
  const fold = (lane: string): void => {
    const next = new Set(folded);
    if (!next.delete(lane)) next.add(lane);
    setFolded(next);
  };
  return { phone, place, centre, go, goMsel, view, setView, filter, setFilter, window, setWindow, folded, fold };
}
