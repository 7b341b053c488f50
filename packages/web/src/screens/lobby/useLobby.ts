import { useCallback, useEffect, useState } from 'react';
import { ApiFailure, type Lobby, readLobby } from './api.ts';

/** The lobby asks anew this often, in ms: exercises go on without it. */
const ASK_AGAIN = 10_000;

export interface LobbyState {
  readonly lobby?: Lobby | undefined;
  readonly failure?: ApiFailure | undefined;
  readonly refreshing: boolean;
  readonly refresh: () => void;
}

/** The lobby as the server last told it; asked again by itself while the page is looked at. */
export function useLobby(): LobbyState {
  const [state, setState] = useState<{ lobby?: Lobby; failure?: ApiFailure; refreshing: boolean }>({ refreshing: true });
  const [turn, setTurn] = useState(0);
  const refresh = useCallback(() => setTurn((n) => n + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    const stop = new AbortController();
    setState((s) => ({ ...s, refreshing: true }));
    readLobby(stop.signal).then(
      (lobby) => stop.signal.aborted || setState({ lobby, refreshing: false }),
      (cause: unknown) =>
        stop.signal.aborted || setState((s) => ({ ...(s.lobby ? { lobby: s.lobby } : {}), failure: failureOf(cause), refreshing: false })),
    );
    return () => stop.abort();
  }, [turn]);

  useEffect(() => {
    const timer = setInterval(() => document.hidden || refresh(), ASK_AGAIN);
    return () => clearInterval(timer);
  }, [refresh]);
  return { ...state, refresh };
}

/** Something that is asked for once per page. */
export interface Asked<T> {
  readonly value?: T | undefined;
  readonly failure?: ApiFailure | undefined;
  readonly again: () => void;
}

/** Asks when the page opens and when `again` is called. `ask` must stay the same between renderings. */
export function useAsked<T>(ask: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ value?: T; failure?: ApiFailure }>({});
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    const stop = new AbortController();
    setState({});
    ask(stop.signal).then(
      (value) => stop.signal.aborted || setState({ value }),
      (cause: unknown) => stop.signal.aborted || setState({ failure: failureOf(cause) }),
    );
    return () => stop.abort();
  }, [ask, turn]);
  return { ...state, again: useCallback(() => setTurn((n) => n + 1), []) };
}

export function failureOf(cause: unknown): ApiFailure {
  return cause instanceof ApiFailure ? cause : new ApiFailure(0, 'network', '');
}

/** An act that is on its way, and what became of it. One at a time. */
export interface Act {
  readonly busy: boolean;
  readonly failure?: ApiFailure | undefined;
  readonly run: (act: () => Promise<void>) => void;
}

export function useAct(): Act {
  const [state, setState] = useState<{ busy: boolean; failure?: ApiFailure }>({ busy: false });
  const run = useCallback((act: () => Promise<void>) => {
    setState({ busy: true });
    act().then(
      () => setState({ busy: false }),
      (cause: unknown) => setState({ busy: false, failure: failureOf(cause) }),
    );
  }, []);
  return { ...state, run };
}
