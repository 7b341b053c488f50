import { breaches, wordsAstray } from '@entente/engine/testing';
import type { Chapter } from './corpus.ts';
import type { Mutant } from './operators.ts';
import { type Came, castOf, type Playing, replay } from './replay.ts';
import type { Script } from './scripts.ts';
import { begin, ended } from './swap.ts';

/** What became of a change. */
export interface Fate {
  readonly key: string;
  /**
   * `killed`: the law found a breach, or the engine broke; `equal`: every record was the same, viewers and all;
   * `unseen`: a record differed, and no law spoke; `unreached`: nothing came by; `void`: its text gave what the code gives.
   */
  readonly fate: 'killed' | 'equal' | 'unseen' | 'unreached' | 'void';
  /** Where it was killed and by what; of one unseen, what was different. */
  readonly by?: string;
}

interface Trial {
  readonly n: number;
  readonly mutant: Mutant;
  reached: boolean;
  changed: boolean;
  differs?: string;
}

/**
 * Tries changes on the corpus until each is killed or the corpus is at its end. `copy`: the engine in which they are woven.
 * Those that gave what the code gives all through the stories are tried no further.
 */
export function tryAll(copy: Playing, chapters: readonly Chapter[], mutants: readonly Mutant[], chosen: readonly number[]): Fate[] {
  let alive: Trial[] = chosen.map((n) => ({ n, mutant: mutants[n] as Mutant, reached: false, changed: false }));
  const fates: Fate[] = [];
  const stories = chapters.filter((c) => c.story).flatMap((c) => c.scripts());
  alive = alive.filter((trial) => !mostOften(copy, stories, trial.n).some((script) => tried(trial, copy, script, fates)));
  const unchanged = alive.filter((t) => t.reached && !t.changed);
  alive = alive.filter((t) => !unchanged.includes(t));
  for (const chapter of chapters.filter((c) => !c.story)) {
    if (alive.length === 0) break;
    process.stderr.write(`${chapter.name}: ${alive.length} not yet killed\n`);
    for (const script of chapter.scripts()) alive = alive.filter((trial) => !tried(trial, copy, script, fates));
  }
  for (const { mutant, reached, changed, differs } of [...alive, ...unchanged]) {
    const fate = !reached ? 'unreached' : differs !== undefined ? 'unseen' : changed ? 'equal' : 'void';
    fates.push({ key: mutant.key, fate, ...(differs === undefined ? {} : { by: differs }) });
  }
  return fates;
}

/** The scripts that come by a place, first those that do so most for what they cost. */
function mostOften(copy: Playing, scripts: readonly Script[], n: number): Script[] {
  const often = (script: Script): number => {
    const { passed, lines } = truthOf(copy, script);
    return (passed.get(n) ?? 0) / lines.length;
  };
  return scripts.filter((s) => often(s) > 0).sort((a, b) => often(b) - often(a));
}

interface Truth {
  /** How often the script came by each place that may be changed. */
  readonly passed: ReadonlyMap<number, number>;
  readonly lines: readonly string[];
}
const truths = new WeakMap<Script, Truth>();

/** The script as the unchanged engine plays it, and the places that it comes by. @throws Error if the law objects even so. */
function truthOf(copy: Playing, script: Script): Truth {
  const known = truths.get(script);
  if (known) return known;
  begin(-1, castOf(script.scenario));
  const came = replay(copy, script);
  const lines = came.record.map((r) => lineOf(came, r));
  const found = came.threw ?? fault(came);
  if (found !== undefined) throw new Error(`${script.name}: the unchanged engine is at fault already: ${found}`);
  const truth = { passed: ended().passed, lines };
  truths.set(script, truth);
  return truth;
}

/** True if it was killed. */
function tried(trial: Trial, copy: Playing, script: Script, fates: Fate[]): boolean {
  const truth = truthOf(copy, script);
  if (!truth.passed.has(trial.n)) return false;
  trial.reached = true;
  begin(trial.n, castOf(script.scenario));
  const { by, differs } = judgedBy(copy, script, truth);
  trial.changed ||= ended().changed;
  if (by !== undefined) fates.push({ key: trial.mutant.key, fate: 'killed', by: `${script.name}: ${by}` });
  else if (differs !== undefined) trial.differs ??= `${script.name}: ${differs}`;
  return by !== undefined;
}

/** What speaks against the script as the engine plays it now; else where it differs from the truth, if it does. */
function judgedBy(copy: Playing, script: Script, truth: Truth): { readonly by?: string | undefined; readonly differs?: string } {
  let same = 0;
  let by: string | undefined;
  let asked = false;
  const came = replay(copy, script, (now) => {
    same = sameUntil(same, now, truth.lines);
    // At the end of the turn in which the records part, mostly, the law speaks; else at the end.
    if (same === now.record.length || asked) return false;
    asked = true;
    by = fault(now);
    return by !== undefined;
  });
  if (by !== undefined) return { by };
  if (came.threw !== undefined) return { by: `broke (${came.threw})` };
  try {
    same = sameUntil(same, came, truth.lines);
    const is = came.record[same];
    const was = truth.lines[same];
    if (is === undefined && was === undefined) return {};
    return { by: fault(came), differs: `event ${same + 1}: ${is ? lineOf(came, is) : 'none'} for ${was ?? 'none'}` };
  } catch (error) {
    // Its own roster does not know whom it wrote down.
    return { by: `broke (${String(error)})` };
  }
}

/** What the law of audiences, or the law’s judge of items’ words, says against a record first; undefined if nothing. */
function fault(came: Came): string | undefined {
  const [found] = breaches(came);
  if (!found) return astray(came);
  const { n, type, beyond, lacking, carries } = found;
  const what = [beyond.length > 0 && `beyond it ${beyond.join(' ')}`, lacking.length > 0 && `lacking ${lacking.join(' ')}`, carries];
  return `event ${n}, ${type}: ${what.filter(Boolean).join('; ') || 'may not be'}`;
}
function astray({ record, turns = [] }: Came): string | undefined {
  let turn = 0;
  const lines = record.map((r) => {
    while ((turns[turn + 1]?.from ?? Number.POSITIVE_INFINITY) <= r.n) turn++;
    return { ...r, by: turns[turn]?.act?.by };
  });
  return wordsAstray(lines)[0];
}

/** What an event tells, and those who have it. Two ways to address the same viewers are one audience. */
function lineOf(came: Came, r: Came['record'][number]): string {
  return JSON.stringify([r.id, r.at, r.event, [...came.viewers(r)].sort()]);
}

/** How many events are as they are in truth, from the first on; `from` are known to be. */
function sameUntil(from: number, came: Came, truth: readonly string[]): number {
  let n = from;
  for (let r = came.record[n]; r !== undefined && truth[n] === lineOf(came, r); r = came.record[n]) n++;
  return n;
}
