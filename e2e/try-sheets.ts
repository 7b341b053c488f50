import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startServer, VirtualClock } from '@entente/server';
import { director } from '../packages/server/src/test/server.ts';
import { trySheet } from './server/sheet.ts';

/**
 * `node e2e/try-sheets.ts FILE…`: takes planners' sheets from anywhere the whole way, from import to a verified record,
 * on a server of its own, and says one line for each. Exit code 1 if one of them does not come through.
 */
const dataDir = mkdtempSync(join(tmpdir(), 'entente-sheets-'));
const clock = new VirtualClock(Date.UTC(2027, 2, 1));
const server = await startServer({ dataDir, clock, logLevel: 'warn' });
const lobby = await director(server);
for (const path of process.argv.slice(2)) {
  const begun = performance.now();
  try {
    const t = await trySheet({ url: server.url, lobby, clock }, readFileSync(path), basename(path));
    const errors = t.card.problems.filter((p) => p.severity === 'error').length;
    const sound = t.verdict.ok && errors === 0;
    console.log(
      `${sound ? 'ok  ' : 'FAIL'} ${basename(path)}: ${t.imported.rows.imported} of ${t.imported.rows.total} rows, ${t.imported.guesses.length} guesses, ` +
        `${errors} errors, ${t.card.problems.length - errors} warnings; ${t.seats} seats; released ${t.byTime} by time, ${t.byHand} by hand; ` +
        `${t.deliveries} deliveries, ${t.acknowledged} acknowledged; ${t.judged} judged; ` +
        `${t.verdict.ok ? `${t.verdict.events} events, ${t.verdict.hash.slice(0, 12)}` : t.verdict.message}; ${Math.round(performance.now() - begun)} ms`,
    );
    if (!sound) process.exitCode = 1;
  } catch (why) {
    console.log(`FAIL ${basename(path)}: ${(why as Error).message}`);
    process.exitCode = 1;
  }
}
await server.close();
rmSync(dataDir, { recursive: true, force: true });
