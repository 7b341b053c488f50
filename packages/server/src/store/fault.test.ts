import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../index.ts';
import { director, exercise, joined, Player } from '../test/server.ts';
import { tinyInput } from '../test/tiny.ts';
import type { Step } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-fault-'));
const shelf = join(folder, 'shelf');
mkdirSync(join(shelf, 'tiny'), { recursive: true });
writeFileSync(join(shelf, 'tiny', 'scenario.yaml'), JSON.stringify(tinyInput));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a server in a process of its own that kills itself at a step. */
async function victim(dataDir: string, step: Step, count: number) {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../test/victim.ts', import.meta.url)), dataDir, shelf, step, String(count)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const died = once(child, 'exit');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { server: JSON.parse(line) as RunningServer, died };
}

const AT_ONCE = 64;
const STEPS: readonly Step[] = ['taken', 'decided', 'begun', 'inserted', 'committed', 'told'];
/** Every third here, as the seed chooses; all of them in the long run. */
const seed = Number(process.env.ENTENTE_SEED);
const steps = STEPS.filter((_, i) => process.env.ENTENTE_LONG === '1' || (i + seed) % 3 === 0);
console.log(`kills at a step: seed ${seed} (ENTENTE_SEED, ENTENTE_LONG)`);
it.each(steps)('a server killed when a turn is %s loses no acknowledged command and repeats none', async (step) => {
  const dataDir = join(folder, step);
  // Two people sit down and the clock starts before the kill: three turns.
  const { server, died } = await victim(dataDir, step, 4);
  const lobby = await director(server);
  const { id, links } = await exercise(lobby);
  const control = await joined(server, links.get('control'), 'Lead');
  const one = await joined(server, links.get('seat:a-one'), 'First');
  await control.command({ type: 'StartClock' });
  const note = (i: number) => ({ type: 'WriteNote', text: `note ${i}` });
  const send = (p: Player, i: number) =>
    p.command(note(i), `fault-note-${i}`).then(
      (r) => r.status,
      () => 0,
    );
  const acknowledged = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => send(one, i)));
  await died;

  const again = await startServer({ dataDir, scenariosDirs: [shelf], logLevel: 'silent' });
  try {
    const back = Object.assign(new Player(again.url), { cookie: one.cookie, path: one.path });
    const kept = async () => (await back.events()).filter((e) => e.event.type === 'NoteWritten').map((e) => String(e.event.text));
    const survived = await kept();
    for (const [i, status] of acknowledged.entries()) if (status === 200) expect(survived).toContain(`note ${i}`);
    expect(again.exercise(id)?.status).toBe('paused');
    const repeated = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => send(back, i)));
    expect(repeated.every((status) => status === 200)).toBe(true);
    expect((await kept()).sort()).toEqual(Array.from({ length: AT_ONCE }, (_, i) => `note ${i}`).sort());
  } finally {
    await again.close();
  }
});
