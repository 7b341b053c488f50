import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { audiencesIn } from './mutants/audiences.ts';
import { ENGINE, roomForCopy, sound, writeCopy } from './mutants/copy.ts';
import { numbersFrom } from './mutants/numbers.ts';
import { type Mutant, mutantsOf } from './mutants/operators.ts';
import { explained, judged, type Report, told } from './mutants/report.ts';
import type { Fate } from './mutants/run.ts';
import { Tree } from './mutants/tree.ts';
import { tried } from './mutants/work.ts';

/**
 * `npm run mutants [-- OPTIONS]`: changes every expression that makes an audience, one at a time, and asks whether the law of
 * audiences notices. Exit code 1 if a change survives that `mutants/survivors.json` does not explain.
 *   --list        only says what would be changed
 *   --file TEXT   only in files whose path has this in it
 *   --some N      only so many, drawn by --seed NUMBER (a new one each time if absent; it is printed)
 *   --json        the report as JSON
 *   --write       writes the survivors of a whole run to the list; the reasons are for a person to write
 */
const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    file: { type: 'string', default: '' },
    some: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? process.env.ENTENTE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const some = values.some === undefined ? undefined : Number(values.some);

const tree = new Tree(ENGINE);
const spots = audiencesIn(tree).filter((s) => s.source.path.includes(values.file));
const drawn = draw(mutantsOf(spots));
const folder = roomForCopy();
try {
  if (values.list) list(sound(folder, tree, drawn));
  else await run(some === undefined ? sound(folder, tree, drawn) : drawn);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function list(mutants: readonly Mutant[]): void {
  if (values.json) process.stdout.write(`${JSON.stringify(mutants, null, 2)}\n`);
  else {
    for (const m of mutants) process.stdout.write(`${m.file}:${m.line} ${m.within}: ${m.from.replace(/\s+/g, ' ')} → ${m.done}\n`);
    process.stdout.write(`${spots.length} expressions, ${mutants.length} changes\n`);
  }
}

async function run(mutants: readonly Mutant[]): Promise<void> {
  const begun = performance.now();
  const copy = join(folder, 'src');
  writeCopy(copy, tree, mutants);
  const fates = written(mutants, await tried(copy, mutants));
  const whole = values.file === '' && some === undefined;
  const report: Report = judged({
    seed: some === undefined ? undefined : seed,
    expressions: spots.length,
    fates,
    whole,
    write: values.write,
  });
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(values.json ? `${JSON.stringify({ ...report, seconds }, null, 2)}\n` : `${told(report)}${seconds} s\n`);
  process.exitCode = report.ok ? 0 : 1;
}

/** Without what survived though it does not type-check, so that nobody can write it. The compiler takes longer than a few changes. */
function written(mutants: readonly Mutant[], fates: readonly Fate[]): readonly Fate[] {
  if (some === undefined) return fates;
  const left = new Set(fates.filter((f) => f.fate !== 'killed' && f.fate !== 'void').map((f) => f.key));
  const doubtful = mutants.filter((m) => left.has(m.key));
  if (doubtful.length === 0) return fates;
  for (const { key } of sound(folder, tree, doubtful)) left.delete(key);
  return fates.filter((f) => !left.has(f.key));
}

/** All of them; or, by the seed, some of those that no one has explained. */
function draw(mutants: readonly Mutant[]): readonly Mutant[] {
  if (some === undefined) return mutants;
  const next = numbersFrom(seed);
  const known = explained();
  const left = mutants.filter((m) => !Object.hasOwn(known, m.key));
  const chosen: Mutant[] = [];
  while (chosen.length < some && left.length > 0) chosen.push(...left.splice(next() % left.length, 1));
  return chosen;
}
