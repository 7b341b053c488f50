import type { Id } from '@entente/engine';
import type { Claim } from '@entente/engine/statements';
import { useSyncExternalStore } from 'react';

/** What this controller has coded last, so that it can be taken back: for ten seconds by the clock on the wall. */
export interface Coded {
  readonly said: Id;
  readonly claims: readonly Claim[];
  /** What was heard before; absent: nothing yet. */
  readonly before: readonly Claim[] | undefined;
}
export const UNDO_MS = 10_000;

let last: Coded | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(coded: Coded | undefined): void {
  last = coded;
  for (const listener of listeners) listener();
}

/** Keeps it in sight for ten seconds. */
export function hasCoded(coded: Coded): void {
  clearTimeout(timer);
  set(coded);
  timer = setTimeout(() => set(undefined), UNDO_MS);
}
/** Keeps it in sight until something else is coded: another topic of the same is being chosen. */
export function keepCoded(): void {
  clearTimeout(timer);
}
export function forgetCoded(): void {
  clearTimeout(timer);
  set(undefined);
}
export const useCoded = (): Coded | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
  );
