import { afterAll, expect, vi } from 'vitest';

/** Files share a worker and its modules: what one has put in the place of something real does not outlive it. */
const env = { ...process.env };
const cwd = process.cwd();
afterAll(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  expect({ ...process.env }, 'the environment is left as it was').toEqual(env);
  expect(process.cwd()).toBe(cwd);
});
