import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/longest-first.ts';
import { TotalLine } from './tools/total-line.ts';

const exclude = [...configDefaults.exclude, '**/dist/**'];
/** Times out so many times later: for busy machines. */
const patience = process.env.ENTENTE_LONG === '1' ? 60 : Number(process.env.ENTENTE_PATIENCE ?? 1);
/** What a test waits to see may take its time: the second that is usual is short on a busy machine. */
const waiting = { poll: { timeout: 60_000 * patience } };

/** Three files side by side on two cores: browser tests, which wait for screens half of their time, leave room for units. */
export default defineConfig({
  test: {
    reporters: ['default', new TotalLine()],
    maxWorkers: 3,
    passWithNoTests: true,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude,
          environment: 'node',
          // Modules are loaded once for each worker, not once for each file.
          isolate: false,
          setupFiles: 'tools/clean-end.ts',
          expect: waiting,
          testTimeout: 120_000 * patience,
          hookTimeout: 120_000 * patience,
        },
      },
      {
        test: {
          name: 'e2e',
          isolate: false,
          include: ['e2e/**/*.test.ts'],
          exclude,
          environment: 'node',
          expect: waiting,
          globalSetup: 'e2e/browser/chromium.ts',
          testTimeout: 300_000 * patience,
          hookTimeout: 240_000 * patience,
        },
      },
    ],
  },
});
