// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of the engine’s own source

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audiencesIn } from './audiences.ts';
import { ENGINE } from './copy.ts';
import { type Mutant, mutantsOf } from './operators.ts';
import type { Report } from './report.ts';
import { Tree } from './tree.ts';

/**
 * Every expression that makes an audience, changed in turn: the law of audiences must notice. All of them if nothing is capped,
 * a fifth in the long run; eight every third time otherwise, since the stories are played for eight as for one.
 */
const seed = Number(process.env.ENTENTE_SEED);
const LONG = process.env.ENTENTE_LONG === '1';
const WHOLE = LONG && process.env.ENTENTE_WHOLE === '1';
const SOME = LONG ? 480 : 8;
const turn = LONG || seed % 3 === 0;
/** All of them take half an hour of a core; a busy machine may need longer for a few. */
const PATIENCE = LONG ? 3_600_000 : 120_000;
console.log(
  `mutants of audiences: seed ${seed}, ${WHOLE ? 'all' : turn ? SOME : 'none this time'} (ENTENTE_SEED, ENTENTE_LONG, ENTENTE_WHOLE)`,
);

const mutants = mutantsOf(audiencesIn(new Tree(ENGINE)));

it.runIf(turn)('the law of audiences notices every change of an audience but those that are explained', { timeout: PATIENCE }, async () => {
  const args = WHOLE ? [] : ['--some', String(SOME), '--seed', String(seed)];
  const report = await reported(args);
  expect(report.survivors.filter((s) => s.why === undefined)).toEqual([]);
  expect(report.outdated).toEqual([]);
  expect(report.ok, `${report.killed} of ${report.counted} killed`).toBe(true);
  if (!WHOLE) return;
  const survived = new Set(report.survivors.map((s) => s.key));
  for (const [what, same] of Object.entries(ONCE_UNNOTICED))
    expect(
      mutants.filter((m) => same(m) && survived.has(m.key)).map((m) => m.key),
      what,
    ).toEqual([]);
});

/** Changes that nothing noticed once: where each is now among those that are tried. */
const ONCE_UNNOTICED: Readonly<Record<string, (m: Mutant) => boolean>> = {
  'notes to the whole party': is('messages/messages.ts', 'decide', '[by.seat]', 'the party in place of a seat or cell'),
  'rows to all evaluators': is('injects/brief.ts', 'briefInjects', '`evaluators:${party}`', 'all evaluators'),
  'InjectLapsed to all of the row’s controllers': is('injects/release.ts', 'arrive', 'openTo(ctx, row)', 'always true'),
  'InjectDue to all of the row’s controllers': is('injects/release.ts', 'arrive', 'handOf(ctx, row)', 'always true'),
  'RollAnswered to everyone': is('seats/seats.ts', 'decide', '[seat]', 'everyone'),
  'control’s note on shared rows': is('injects/brief.ts', 'cardFor', 'own && note !== undefined', 'without own'),
  'foreign message conditions readable': is('messages/atoms.ts', 'readable', 'ours && about === undefined', 'without ours'),
  'foreign marks readable': is('injects/status.ts', 'readable', "is === 'released'", 'true'),
  'milestones known to all parties': is('after.ts', 'toldTo', 'event !== undefined', 'true'),
  'objectives to players': is('seats/seats.ts', 'brief', "['control', 'evaluators', ...controllers]", 'everyone'),
  'move schedule to everyone': is('moves/moves.ts', 'brief', "['control', ...controllers]", 'everyone'),
  'entity messages to the whole party': is('messages/messages.ts', 'send', 'audience', 'the party in place of a seat or cell'),
  'MSEL numbers on a party’s row': is('injects/brief.ts', 'cardFor', 'number', 'number as it is'),
  'seat cards to the whole party': is('seats/seats.ts', 'brief', '`seat:${s.id}`', 'the party in its place'),
  'writing to another party’s controllers': is('messages/messages.ts', 'reaches', 'id === undefined || id === party', 'true'),
};

describe('what nothing noticed once is among the changes:', () => {
  for (const [what, same] of Object.entries(ONCE_UNNOTICED)) it(what, () => expect(mutants.filter(same).map((m) => m.key)).not.toEqual([]));
});

function is(file: string, within: string, from: string, done: string): (m: Mutant) => boolean {
  return (m) => m.file === file && m.within === within && m.from.includes(from) && m.done === done;
}

function reported(args: readonly string[]): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'mutants.ts'), '--json', ...args]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('error', reject);
    child.on('close', () => (out === '' ? reject(new Error(err)) : resolve(JSON.parse(out) as Report)));
  });
}
