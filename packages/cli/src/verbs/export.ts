import { existsSync, statSync } from 'node:fs';
import { Verifier } from '@entente/engine';
import { dataFileAt, storedLines, withExercise } from '../datafile.ts';
import { COMMAND_LINE_WRONG, Fault, INPUT_AT_FAULT } from '../fault.ts';
import type { Texts } from '../language.ts';
import { writeLines } from '../record.ts';
import type { Result, Verb } from '../verb.ts';
import { exportMsel } from './msel.ts';
import { exportPlan } from './plan.ts';

/** `export DATA --exercise ID --out FILE`: the whole record of an exercise, as lead control may have it. */
export const exportRecord: Verb = {
  name: 'export',
  argument: '<data>',
  about: (t) => t('export.about'),
  argumentAbout: (t) => t('argument.data'),
  choices: (t) => [
    { flags: '--exercise <id>', about: t('option.exercise') },
    { flags: '--out <file>', about: t('export.option.out') },
    { flags: '--msel', about: t('export.option.msel') },
    { flags: '--preset <name>', about: t('export.option.preset'), read: (text) => presetOf(text, t) },
    { flags: '--map <file>', about: t('export.option.map') },
    { flags: '--party <id>', about: t('export.option.party') },
    { flags: '--plan [text]', about: t('export.option.plan') },
  ],
  async run(subject, options, terminal): Promise<Result> {
    const { t } = terminal;
    if (options.msel === true) return exportMsel(subject, options, terminal);
    if (options.plan !== undefined) return exportPlan(subject, options, terminal);
    const out = options.out as string | undefined;
    if (terminal.json && out === undefined) throw new Fault(COMMAND_LINE_WRONG, 'no-out', t('export.jsonNeedsOut'));
    if (out !== undefined && existsSync(out) && statSync(out).isDirectory())
      throw new Fault(COMMAND_LINE_WRONG, 'out-is-folder', t('fault.notFile', { path: out }));
    const file = dataFileAt(subject);
    if (!file) throw new Fault(INPUT_AT_FAULT, 'no-data', t('data.none', { path: subject }));
    return withExercise(file, options.exercise as string | undefined, t, async (store, exercise) => {
      const progress = terminal.progress(t('export.progress'));
      const verifier = new Verifier();
      const lines = watched(
        storedLines(store, exercise, (done) => progress.step(done)),
        verifier,
      );
      if (out === undefined) for await (const line of lines) terminal.raw(`${line}\n`);
      else await writeLines(out, lines, t);
      progress.end();
      const verdict = verifier.verdict();
      // What is on disk is given as it is; whoever reads it is told if it is not sound.
      if (!verdict.ok) throw new Fault(INPUT_AT_FAULT, 'damaged', t(`verify.${verdict.reason}`, { position: verdict.position }));
      const record = { hash: verdict.hash, events: verdict.events };
      const result = { ok: true, exercise: exercise.id, scenario: exercise.scenario, record: { ...record, ...(out ? { path: out } : {}) } };
      if (out !== undefined)
        terminal.result(result, [
          t('export.done', { events: t('count.events', { count: record.events }), path: out }),
          t('play.hash', { hash: record.hash }),
        ]);
      return result;
    });
  },
};

function presetOf(text: string, t: Texts): string {
  if (!/^(hseep|nato|uk)$/.test(text)) throw new RangeError(t('usage.choices', { choices: 'hseep, nato, uk' }));
  return text;
}

async function* watched(lines: AsyncIterable<string>, verifier: Verifier): AsyncGenerator<string> {
  for await (const line of lines) {
    verifier.line(line);
    yield line;
  }
}
