import { vi } from 'vitest';
import type { Store } from '../store/store.ts';
import { Pace } from './pace.ts';

/** Sixteen bytes count for each that is kept, so that a room is full after a sixteenth of what it holds. */
export const SMALL = 16;
export function weigh(store: Store): void {
  const { waitingBytes, fileBytes } = store;
  vi.spyOn(store, 'waitingBytes').mockImplementation(async (...asked) => SMALL * (await waitingBytes.apply(store, asked)));
  vi.spyOn(store, 'fileBytes').mockImplementation(async (...asked) => SMALL * (await fileBytes.apply(store, asked)));
}

/** Eight bytes count for each that comes, so that who may send sixty megabytes at once has sent them after less than eight. */
export const QUICK = 8;
export function hurry(): void {
  const { wait, spend } = Pace.prototype;
  vi.spyOn(Pace.prototype, 'wait').mockImplementation(function (this: Pace, who, bytes) {
    return wait.call(this, who, QUICK * bytes);
  });
  vi.spyOn(Pace.prototype, 'spend').mockImplementation(function (this: Pace, who, bytes) {
    spend.call(this, who, QUICK * bytes);
  });
}
