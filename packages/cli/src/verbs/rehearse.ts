import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Recorded } from '@entente/engine';
import {
  type Asked,
  broke,
  clockAt,
  csvOf,
  faultText,
  htmlOf,
  junitOf,
  junitOfNone,
  NoRehearsal,
  planOf,
  playAll,
  playRun,
  type Report,
  type Runs,
  reportOf,
} from '@entente/rehearsal';
import { loadFolder } from '@entente/scenario';
import { COMMAND_LINE_WRONG, Fault, INPUT_AT_FAULT, MACHINE_AT_FAULT } from '../fault.ts';
import type { Texts } from '../language.ts';
import { recordLines, tryFolder, writeLines, writeTogether } from '../record.ts';
import type { Terminal } from '../terminal.ts';
import type { Result, Verb } from '../verb.ts';
import { folderOf, problemLines, problemsAsJson } from './check.ts';

const USUAL_RUNS = 1_000;
const MOST_RUNS = 1_000_000;
const MOST_WORKERS = 256;
const LARGEST_SEED = 0xffffffff;

/** `rehearse SCENARIO`: thousands of runs with simulated seats; the same seed gives the same report, byte for byte. */
export const rehearse: Verb = {
  name: 'rehearse',
  argument: '<scenario>',
  about: (t) => t('rehearse.about'),
  argumentAbout: (t) => t('argument.scenario'),
  choices: (t) => [
    { flags: '--runs <n>', about: t('rehearse.option.runs'), read: (text) => whole(text, 1, MOST_RUNS, t) },
    { flags: '--seed <n>', about: t('rehearse.option.seed'), read: (text) => whole(text, 0, LARGEST_SEED, t) },
    { flags: '--workers <n>', about: t('rehearse.option.workers'), read: (text) => whole(text, 1, MOST_WORKERS, t) },
    { flags: '--out <dir>', about: t('rehearse.option.out') },
    { flags: '--run <n>', about: t('rehearse.option.run'), read: (text) => whole(text, 1, MOST_RUNS, t) },
  ],
  async run(subject, options, terminal): Promise<Result> {
    const { t } = terminal;
    const folder = folderOf(subject);
    const { scenario, plays, problems, files } = await loadFolder(folder);
    const broken = problems.filter((p) => p.severity === 'error');
    if (!scenario || broken.length > 0) {
      const result = { ok: false, errors: broken.length, problems: problemsAsJson(broken, terminal) };
      terminal.result(result, problemLines(broken, folder, terminal));
      return result;
    }
    const runs = (options.runs as number | undefined) ?? scenario.rehearsal?.runs ?? USUAL_RUNS;
    const asked: Asked = { scenario, plays, runs, seed: (options.seed as number | undefined) ?? 1, files };
    const out = options.out as string | undefined;
    if (options.run !== undefined) return one(asked, options.run as number, out, terminal);
    // Before the runs, which may take an hour.
    if (out !== undefined) await tryFolder(out, FILES, t);
    const preparing = terminal.progress(t('rehearse.preparing'));
    const progress = terminal.progress(t('rehearse.progress'));
    const [stop, enough] = [new AbortController(), new AbortController()];
    // Once: what is done is reported. Twice: nothing is.
    const cancel = () => (enough.signal.aborted ? stop : enough).abort();
    process.on('SIGINT', cancel);
    let played: Runs;
    try {
      const workers = (options.workers as number | undefined) ?? availableParallelism();
      const told = (done: number, of: number) => {
        preparing.end();
        progress.step(done, of);
      };
      const prepared = (done: number, of: number) => preparing.step(done, of);
      played = await playAll(asked, { workers, progress: told, preparing: prepared, signal: stop.signal, enough: enough.signal });
    } catch (why) {
      if (!(why instanceof NoRehearsal)) throw why;
      // What stands there of an earlier one would pass for the answer of this.
      if (out !== undefined) await writeLines(join(out, 'junit.xml'), [junitOfNone(scenario.id, asked, why)], t);
      throw asFault(why, terminal);
    } finally {
      process.removeListener('SIGINT', cancel);
      preparing.end();
      progress.end();
    }
    const report = reportOf(played);
    const written = out === undefined ? [] : await write(out, report, played, t).catch((why) => unwritten(why, report, terminal));
    terminal.result(report, [...lines(report, terminal), ...written.map((path) => t('rehearse.written', { path }))]);
    return { ...report };
  },
};

const FILES = ['report.html', 'report.json', 'runs.csv', 'junit.xml'] as const;

async function write(out: string, report: Report, runs: Runs, t: Texts): Promise<string[]> {
  const contents: Record<(typeof FILES)[number], Iterable<string>> = {
    'report.html': [htmlOf(report)],
    'report.json': [JSON.stringify(report)],
    'runs.csv': csvOf(runs),
    'junit.xml': [junitOf(report)],
  };
  await writeTogether(
    FILES.map((name) => [join(out, name), contents[name]]),
    t,
  );
  return FILES.map((name) => join(out, name));
}

/** What was found is shown all the same: it took long. @throws the same fault */
function unwritten(why: unknown, report: Report, terminal: Terminal): never {
  if (why instanceof Fault) {
    terminal.result({ ...report, ok: false, error: { code: why.code, message: why.message } }, lines(report, terminal));
    why.shown = true;
  }
  throw why;
}

function asFault({ code, text }: NoRehearsal, { language }: Terminal): Fault {
  return new Fault(code === 'worker-died' ? MACHINE_AT_FAULT : INPUT_AT_FAULT, code, text[language]);
}

/** Plays one run again, whole: its record opens in the ordinary review. */
async function one(asked: Asked, run: number, out: string | undefined, terminal: Terminal): Promise<Result> {
  const { t } = terminal;
  if (run > asked.runs) throw new Fault(COMMAND_LINE_WRONG, 'no-such-run', t('rehearse.noSuchRun', { runs: asked.runs, run }));
  if (out === undefined) throw new Fault(COMMAND_LINE_WRONG, 'out-needed', t('rehearse.outNeeded'));
  const records: Recorded[] = [];
  const { exercise, fault } = again(asked, run, records, terminal);
  const why = fault && faultText(fault, asked.scenario)[terminal.language];
  const path = join(out, 'record.jsonl');
  await writeLines(path, recordLines(records), t);
  const result = {
    ok: fault === undefined,
    run,
    seed: asked.seed,
    ...(why === undefined ? {} : { error: { code: 'fault-recorded', message: why } }),
    record: { hash: exercise.hash, events: exercise.position, path },
  };
  terminal.result(result, [
    t('rehearse.runDone', { run, seed: asked.seed, events: t('count.events', { count: exercise.position }) }),
    ...(why === undefined ? [] : [t('rehearse.fault', { why })]),
    t('rehearse.written', { path }),
  ]);
  return result;
}

function again(asked: Asked, run: number, records: Recorded[], terminal: Terminal): ReturnType<typeof playRun> {
  try {
    return playRun(planOf(asked), run, undefined, { whole: true, watch: { made: (events) => void records.push(...events) } });
  } catch (why) {
    throw asFault(broke(asked.seed, run, why instanceof Error ? why.message : String(why)), terminal);
  }
}

function lines(report: Report, { t, language }: Terminal): string[] {
  const { verdict, findings, assertions } = report;
  return [
    ...(report.of === undefined ? [] : [t('rehearse.cancelled', { runs: report.runs, of: report.of })]),
    t('rehearse.done', { count: report.runs, scenario: report.scenario.title[language], seed: report.seed }),
    ...(verdict ? verdict.said.map((s) => s[language]) : [t('rehearse.noMeasure')]),
    ...(report.enough
      ? [t(report.enough.yes ? 'rehearse.enough' : 'rehearse.notEnough', { why: report.enough.said.map((s) => s[language]).join(' ') })]
      : []),
    t('rehearse.findings', { count: findings.length }),
    ...findings.map((f) =>
      t('rehearse.finding', {
        call: t(`rehearse.call.${f.call}`),
        text: f.text[language],
        evidence: f.evidence[language],
        run: f.run,
        time: clockAt(report.scenario, f.at),
      }),
    ),
    ...(assertions.length === 0
      ? []
      : [
          t('rehearse.asserted', { held: assertions.filter((a) => a.ok).length, all: assertions.length }),
          ...assertions.filter((a) => !a.ok).map((a) => t('rehearse.failed', { text: a.text[language], found: a.found[language] })),
        ]),
  ];
}

function whole(text: string, least: number, most: number, t: Texts): number {
  const n = Number(text);
  if (!/^\d{1,10}$/.test(text) || n < least || n > most) throw new RangeError(t('rehearse.badNumber', { least, most }));
  return n;
}
