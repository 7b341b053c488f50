import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command } from './command.ts';
import { type Finding, met } from './contest.ts';
import { durable } from './durable.ts';
import { fanOut } from './fan-out.ts';
import { fold } from './fold.ts';
import { history } from './history.ts';
import { type Houses, houseIn } from './house.ts';
import { matrix } from './matrix.ts';
import { plans } from './plans.ts';
import { rehearsal } from './rehearsal.ts';
import { rooms } from './rooms.ts';
import { start } from './start.ts';
import { story } from './story.ts';
import { weight } from './weight.ts';

/**
 * `npm run bench [-- NAME… --rounds N --against FOLDER]`: how fast, as ratios to something that everybody has, taken in the
 * same run. `--against`: also against an older version of Entente in a folder that has been made ready, in the same process.
 * Each line: what, against what, the median ratio (lowest–highest), the target, ok or missed.
 */
const benches: Readonly<Record<string, (rounds: number, houses: Houses) => Promise<Finding[]>>> = {
  story,
  rooms,
  command,
  durable,
  'fan-out': fanOut,
  fold,
  history,
  rehearsal,
  start: (rounds) => start(rounds),
  plans,
  weight,
  matrix: () => matrix(),
};

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '11' }, against: { type: 'string' } },
});
const rounds = Number(values.rounds);
const wrong = names.find((name) => !(name in benches));
if (wrong !== undefined || !Number.isInteger(rounds)) {
  console.error(`There is no bench “${wrong ?? ''}”. There are: ${Object.keys(benches).join(', ')}. --rounds takes a number.`);
  process.exit(2);
}
const own = await houseIn(join(import.meta.dirname, '..'));
const before = values.against === undefined ? undefined : { house: await houseIn(values.against), name: values.against };

console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.versions.node}`,
);
console.log(`Median of ${Math.max(7, rounds)} interleaved rounds (lowest–highest).\n`);
let missed = 0;
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  for (const finding of await bench(rounds, { own, before })) {
    console.log(line(finding));
    if (met(finding) === false) missed++;
  }
}
console.log(missed === 0 ? '\nEvery target was met.' : `\nMissed: ${missed}.`);
// Sockets and threads of the benches may linger.
process.exit(0);

function line(finding: Finding): string {
  const { what, anchor, ratio, target, note } = finding;
  const verdict = { true: 'ok    ', false: 'MISSED', undefined: '      ' }[String(met(finding)) as 'true' | 'false' | 'undefined'];
  const bound = target === undefined ? '' : 'atLeast' in target ? `≥ ${target.atLeast}×` : `≤ ${target.atMost}×`;
  const figure = `${ratio.median.toFixed(2)}×`.padStart(8);
  return `${verdict} ${figure}  ${bound.padEnd(8)} (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)})  ${what}, against ${anchor}${note ? `; ${note}` : ''}`;
}
