import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { type Step, startServer } from '@entente/server';

/**
 * A server that dies as in a power cut: `node victim.ts SHELF`. It loads everything, then waits for one line
 * `{dataDir, step, count}`, serves, says its address, and kills itself at that occurrence of that step.
 * It ends with whoever started it.
 */
const shelf = process.argv[2] as string;
// Whoever is killed writes nothing at the end.
flushCompileCache();
const lines = createInterface({ input: process.stdin });
lines.once('close', () => process.exit());
lines.once('line', async (line) => {
  const { dataDir, step, count } = JSON.parse(line) as { dataDir: string; step: Step; count: number };
  let left = count;
  const server = await startServer({
    dataDir,
    scenariosDirs: [shelf],
    logLevel: 'error',
    onStep: (at) => {
      if (at === step && --left === 0) process.kill(process.pid, 'SIGKILL');
    },
  });
  process.stdout.write(`${server.url}\n`);
});
