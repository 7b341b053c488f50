import { emptyWorld, evolve, type World } from '@entente/engine';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type EditionEvent, EditionFailure, editionPath, loadEdition, type Progress } from '../../../kit/review/edition.ts';
import { Replay } from './replay.ts';

/** While an exercise goes on, the review asks this often whether more has happened, in ms. */
const ASK_AGAIN = 15_000;

export interface LoadedEdition {
  readonly edition: string;
  readonly events: readonly EditionEvent[];
  /** The world after the last event. */
  readonly whole: World;
  readonly replay: Replay<World>;
}
export interface EditionLoading {
  readonly loaded?: LoadedEdition | undefined;
  readonly progress?: Progress | undefined;
  /** HTTP status; 0 if the server was not reached. */
  readonly failed?: number | undefined;
  /** How many events came since; they are shown when asked for, so that nothing moves while one reads. */
  readonly fresh: number;
  readonly takeFresh: () => void;
  readonly retry: () => void;
}

interface State {
  readonly edition: string;
  readonly events?: readonly EditionEvent[];
  readonly fresh: readonly EditionEvent[];
  readonly progress?: Progress;
  readonly failed?: number;
}

/** Loads an edition page by page, folds it, and hears of what comes after. */
export function useEdition(door: string, edition: string, own: string): EditionLoading {
  const [state, setState] = useState<State>({ edition, fresh: [] });
  const [attempt, setAttempt] = useState(0);
  const path = editionPath(door, edition, own);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again
  useEffect(() => {
    const stop = new AbortController();
    setState({ edition, fresh: [] });
    loadEdition(path, 0, (progress) => stop.signal.aborted || setState({ edition, fresh: [], progress }), stop.signal).then(
      (events) => stop.signal.aborted || setState({ edition, events, fresh: [] }),
      (cause: unknown) =>
        stop.signal.aborted || setState({ edition, fresh: [], failed: cause instanceof EditionFailure ? cause.status : 0 }),
    );
    return () => stop.abort();
  }, [path, edition, attempt]);

  const events = state.edition === edition ? state.events : undefined;
  const loaded = useMemo(() => events && { edition, events, ...folded(events) }, [events, edition]);
  const last = Math.max(events?.at(-1)?.no ?? 0, state.fresh.at(-1)?.no ?? 0);
  const ended = loaded?.whole.clock.reading?.status === 'ended';
  useEffect(() => {
    if (!events || ended) return;
    const stop = new AbortController();
    const timer = setInterval(() => {
      loadEdition(path, last, () => {}, stop.signal).then(
        (more) =>
          more.length > 0 && setState((s) => (s.edition === edition && s.events === events ? { ...s, fresh: [...s.fresh, ...more] } : s)),
        () => undefined, // not reached just now; the next time will do
      );
    }, ASK_AGAIN);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [path, edition, events, last, ended]);

  const takeFresh = useCallback(
    () => setState((s) => (s.events ? { edition: s.edition, events: [...s.events, ...s.fresh], fresh: [] } : s)),
    [],
  );
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  return { loaded, progress: state.progress, failed: state.failed, fresh: state.fresh.length, takeFresh, retry };
}

function folded(events: readonly EditionEvent[]): { whole: World; replay: Replay<World> } {
  const whole = emptyWorld();
  for (const e of events) evolve(whole, e.event, e);
  return { whole, replay: new Replay<World>(events, { empty: emptyWorld, evolve }) };
}
