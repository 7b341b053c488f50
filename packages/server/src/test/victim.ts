import { flushCompileCache } from 'node:module';
import { startServer } from '../index.ts';
import type { Step } from '../store/store.ts';

/**
 * A server that kills itself at the nth occurrence of a step, as a power cut would: `node victim.ts FOLDER SCENARIOS STEP N`.
 * Its address and director link are its first line of output.
 */
// Whoever is killed writes nothing at the end.
flushCompileCache();
const [dataDir, scenarios, step, count] = process.argv.slice(2) as [string, string, Step, string];
let left = Number(count);
const server = await startServer({
  dataDir,
  scenariosDirs: [scenarios],
  logLevel: 'silent',
  onStep: (at) => {
    if (at === step && --left === 0) process.kill(process.pid, 'SIGKILL');
  },
});
console.log(JSON.stringify({ url: server.url, directorLink: server.directorLink, routes: [], app: {} }));
