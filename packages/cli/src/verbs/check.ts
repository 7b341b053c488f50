import { basename, dirname, join } from 'node:path';
import { explain, loadFolder, type Problem } from '@entente/scenario';
import type { Texts } from '../language.ts';
import type { Terminal } from '../terminal.ts';
import type { Result, Verb } from '../verb.ts';

/** `check SCENARIO`: every problem at once, each with its place and what to do. Warnings alone are good. */
export const check: Verb = {
  name: 'check',
  argument: '<scenario>',
  about: (t) => t('check.about'),
  argumentAbout: (t) => t('argument.scenario'),
  choices: () => [],
  async run(subject, _options, terminal): Promise<Result> {
    const folder = folderOf(subject);
    const { scenario, plays, problems } = await loadFolder(folder);
    const { t } = terminal;
    const errors = problems.filter((p) => p.severity === 'error').length;
    const warnings = problems.length - errors;
    const result = {
      ok: errors === 0,
      errors,
      warnings,
      problems: problemsAsJson(problems, terminal),
      ...(scenario
        ? {
            scenario: {
              id: scenario.id,
              items: scenario.items.length,
              injects: scenario.injects.length,
              expects: scenario.expects.length,
              plays: plays.map((p) => p.play),
            },
          }
        : {}),
    };
    terminal.result(result, [...problemLines(problems, folder, terminal), summary(errors, warnings, t)]);
    return result;
  },
};

/** A scenario is its folder; its main file names it too. */
export function folderOf(subject: string): string {
  return basename(subject) === 'scenario.yaml' ? dirname(subject) : subject;
}

/** One line per problem, with a path that an editor or terminal can open. */
export function problemLines(problems: readonly Problem[], folder: string, { language }: Terminal): string[] {
  return problems.map((p) => explain({ ...p, file: p.file === folder ? folder : join(folder, p.file) }, language));
}

/** Problems in the language of the terminal; `code` and place are stable for scripts. */
export function problemsAsJson(problems: readonly Problem[], { language }: Terminal): object[] {
  return problems.map((p) => ({ ...p, message: p.message[language], hint: p.hint[language] }));
}

function summary(errors: number, warnings: number, t: Texts): string {
  if (errors + warnings === 0) return t('check.clean');
  return t('check.summary', { errors: t('count.errors', { count: errors }), warnings: t('count.warnings', { count: warnings }) });
}
