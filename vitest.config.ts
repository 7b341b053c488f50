import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/longest-first.ts';
import { TotalLine } from './tools/total-line.ts';
import { resting } from './tools/turns.ts';

const exclude = [...configDefaults.exclude, '**/dist/**'];
const LONG = process.env.ENTENTE_LONG === '1';
/** One seed for all files: it chooses what is done here of what the long run does wholly. */
process.env.ENTENTE_SEED ??= String(Math.floor(Math.random() * 2 ** 31));
const named = process.argv.slice(2).some((word) => !['run', 'list'].includes(word) && !word.startsWith('-'));
const rest = LONG || named ? [] : resting(Number(process.env.ENTENTE_SEED));
if (rest.length > 0)
  console.log(`days by clicks that rest this time: seed ${process.env.ENTENTE_SEED}, ${rest.join(' ')} (ENTENTE_SEED, ENTENTE_LONG)`);
/** Times out so many times later: for busy machines. */
const patience = LONG ? 60 : Number(process.env.ENTENTE_PATIENCE ?? 1);
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
          exclude: [...exclude, ...rest],
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
