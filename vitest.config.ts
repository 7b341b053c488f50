import { configDefaults, defineConfig } from 'vitest/config';
import { TotalLine } from './tools/total-line.ts';

const exclude = [...configDefaults.exclude, '**/dist/**'];
const patience = process.env.ENTENTE_LONG === '1' ? 60 : 1;

/** Units run side by side; browser tests follow, one file at a time, since each starts servers and a browser. */
export default defineConfig({
  test: {
    reporters: ['default', new TotalLine()],
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude,
          environment: 'node',
          testTimeout: 60_000 * patience,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude,
          environment: 'node',
          testTimeout: 300_000 * patience,
          hookTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
