import { cpus, release, totalmem } from 'node:os';
import { type Finding, met } from './contest.ts';
import { durable } from './durable.ts';
import { fanOut } from './fan-out.ts';
import { fold } from './fold.ts';
import { history } from './history.ts';
import { story } from './story.ts';

/**
 * `npm run bench [-- NAME… --rounds N]`: how fast, as ratios to something that everybody has, taken in the same run.
 * Each line: what, against what, the median ratio (lowest–highest), the target, ok or missed.
 */
const benches: Readonly<Record<string, (rounds: number) => Promise<Finding[]>>> = { story, 'fan-out': fanOut, durable, fold, history };

const args = process.argv.slice(2);
const at = args.indexOf('--rounds');
const rounds = at < 0 ? 11 : Number(args[at + 1]);
const names = args.filter((a, i) => !a.startsWith('--') && (at < 0 || i !== at + 1));
const wrong = names.find((name) => !(name in benches));
if (wrong !== undefined || !Number.isInteger(rounds)) {
  console.error(`There is no bench “${wrong ?? args.join(' ')}”. There are: ${Object.keys(benches).join(', ')}. --rounds takes a number.`);
  process.exit(2);
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.versions.node}`,
);
console.log(`Median of ${Math.max(7, rounds)} interleaved rounds (lowest–highest).\n`);
let missed = 0;
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  for (const finding of await bench(rounds)) {
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
