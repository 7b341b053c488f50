import { copied } from '../copy.ts';
import { dataFileAt } from '../datafile.ts';
import { Fault, INPUT_AT_FAULT } from '../fault.ts';
import type { Result, Verb } from '../verb.ts';

/** `restore FILE --data DIR`: a data folder out of a backup; nothing is ever overwritten. */
export const restore: Verb = {
  name: 'restore',
  argument: '<file>',
  about: (t) => t('restore.about'),
  argumentAbout: (t) => t('restore.argument'),
  choices: (t) => [{ flags: '--data <dir>', about: t('restore.option.data'), required: true }],
  async run(subject, options, terminal): Promise<Result> {
    const folder = options.data as string;
    const file = dataFileAt(subject);
    if (!file) throw new Fault(INPUT_AT_FAULT, 'no-data', terminal.t('data.none', { path: subject }));
    const { restore } = await import('@entente/server');
    return copied('restore', folder, (told) => restore(file, folder, told), terminal);
  },
};
