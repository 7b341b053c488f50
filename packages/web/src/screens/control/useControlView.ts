import { clockStatus } from '@entente/engine';
import { useCallback, useMemo, useState } from 'react';
import { useNow, useSeat } from '../../connection/SeatProvider.tsx';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { type ControlView, type Side, useControl } from '../../kit/control/controlContext.ts';
import type { Entry, Viewer } from '../../kit/control/entry.ts';
import type { Target } from '../../kit/control/happening.ts';
import { Names } from '../../kit/control/names.ts';
import { type ControlLook, useControlParts } from '../../kit/control/part.ts';
import { presenceView } from '../../kit/control/presenceView.ts';
import { termsOf, waitsForWords } from '../../kit/control/waitsFor.ts';
import { entriesOf } from './msel/msel.ts';

/** What the parts of this screen share, made anew when the world, the minute-hand or the language changes. */
export function useControlView(parts: readonly ControlLook[]): ControlView {
  const { world, me, version, presence } = useSeat();
  const now = useNow(handMs(world.clock.reading?.rate ?? 1));
  const say = useWords('control');
  const pick = useText();
  const [selection, setSelection] = useState<Target>();
  const [side, setSide] = useState<Side>();
  const viewer = useMemo<Viewer>(() => ({ address: me.seat, party: me.party }), [me.seat, me.party]);
  const lead = me.kind === 'control' && me.party === undefined;
  const { exercise, directory } = world.seats;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names change only with these two facts
  const names = useMemo(() => new Names(world.seats), [exercise, directory]);
  // Statuses move by events; the clock alone only decides what is past, so every ten seconds is enough.
  const beat = Math.floor(now / 10_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object; its version says when it changed
  const entries = useMemo(() => entriesOf(parts, world, viewer, names, now), [parts, world, version, viewer, names, beat]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const present = useMemo(
    () =>
      presenceView(
        world,
        names,
        presence,
        names.parties.filter((p) => lead || p.id === viewer.party).map((p) => p.id),
      ),
    [world, version, names, presence, viewer, lead],
  );
  const select = useCallback(
    (target: Target | undefined) => {
      setSelection(target);
      setSide(target && !parts.some((part) => part.centre?.opens === target.kind) ? { kind: 'detail' } : undefined);
    },
    [parts],
  );
  const open = useCallback((next: Side | undefined) => {
    setSide(next);
    if (next === undefined) setSelection(undefined);
  }, []);
  return {
    world,
    viewer,
    lead,
    acts: me.kind === 'control',
    names,
    now,
    start: exercise?.start ?? '',
    duration: exercise?.duration ?? 0,
    ended: clockStatus(world) === 'ended',
    entries,
    present,
    selection,
    side,
    say,
    pick,
    select,
    open,
  };
}

/** Wall ms between two moves of the now-line: ten seconds of the scenario, but no longer than five of the wall. The clock ticks by itself. */
const handMs = (rate: number): number => Math.max(1_000, Math.min(5_000, 10_000 / rate));

/** What a line waits for, in words. */
export function useWaitsFor(): (entry: Entry) => string {
  const { world, viewer, names, start, say, pick } = useControl();
  const { version } = useSeat();
  const parts = useControlParts();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object; its version says when it changed
  const terms = useMemo(
    () => termsOf(parts, world, names, start, viewer.party, pick, say),
    [parts, world, version, names, start, viewer, pick, say],
  );
  return useCallback((entry: Entry) => waitsForWords(entry, terms, say), [terms, say]);
}
