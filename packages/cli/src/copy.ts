import type { Kept } from '@entente/server';
import { Fault, INPUT_AT_FAULT, MACHINE_AT_FAULT, reasonIn, systemCode } from './fault.ts';
import type { Terminal } from './terminal.ts';
import type { Result } from './verb.ts';

type Copy = (told: (done: number, of: number) => void) => Promise<Kept[]>;

/** Runs a backup or a restore: progress while it copies, then what was verified. `path`: what was written. */
export async function copied(what: 'backup' | 'restore', path: string, copy: Copy, terminal: Terminal): Promise<Result> {
  const { t } = terminal;
  const { StoreUnusable } = await import('@entente/server');
  const progress = terminal.progress(t(`${what}.progress`));
  try {
    const exercises = await copy((done, of) => progress.step(done, of));
    progress.end();
    const events = exercises.reduce((sum, e) => sum + e.events, 0);
    const result = { ok: true, path, events, exercises };
    terminal.result(result, [
      t(`${what}.done`, {
        path,
        exercises: t('count.exercises', { count: exercises.length }),
        events: t('count.events', { count: events }),
      }),
      ...exercises.map((e) => `  ${e.id}  ${e.scenario}  ${t('count.events', { count: e.events })}  ${e.hash}`),
    ]);
    return result;
  } catch (error) {
    progress.end();
    if (error instanceof StoreUnusable)
      throw new Fault(INPUT_AT_FAULT, 'unusable-data', t(`${what}.refused`, { path, reason: error.message }));
    throw new Fault(MACHINE_AT_FAULT, systemCode(error) ?? 'unwritable', t('fault.write', { path, reason: reasonIn(t, error) }));
  }
}
