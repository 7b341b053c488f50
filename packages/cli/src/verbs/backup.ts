import { copied } from '../copy.ts';
import { dataFileAt } from '../datafile.ts';
import { Fault, INPUT_AT_FAULT } from '../fault.ts';
import { DATA } from '../home.ts';
import type { Result, Verb } from '../verb.ts';

/** `backup FILE`: everything that a server keeps, in one verified file, also while it runs. */
export const backup: Verb = {
  name: 'backup',
  argument: '<file>',
  about: (t) => t('backup.about'),
  argumentAbout: (t) => t('backup.argument'),
  choices: (t) => [{ flags: '--data <dir>', about: t('serve.option.data') }],
  async run(subject, options, terminal): Promise<Result> {
    const data = (options.data as string | undefined) ?? DATA;
    const file = dataFileAt(data);
    if (!file) throw new Fault(INPUT_AT_FAULT, 'no-data', terminal.t('data.none', { path: data }));
    const { backUp } = await import('@entente/server');
    return copied('backup', subject, (told) => backUp(file, subject, told), terminal);
  },
};
