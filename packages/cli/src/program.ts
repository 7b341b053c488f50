import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { COMMAND_LINE_WRONG, type ExitCode, Fault, GOOD, INPUT_AT_FAULT, MACHINE_AT_FAULT, reasonIn, systemCode } from './fault.ts';
import { languageOf, type Texts, textsIn } from './language.ts';
import { Terminal } from './terminal.ts';
import type { Choice, Options, Verb } from './verb.ts';
import { backup } from './verbs/backup.ts';
import { check } from './verbs/check.ts';
import { exportRecord } from './verbs/export.ts';
import { importSheet } from './verbs/import.ts';
import { play } from './verbs/play.ts';
import { rehearse } from './verbs/rehearse.ts';
import { restore } from './verbs/restore.ts';
import { serve } from './verbs/serve.ts';
import { verify } from './verbs/verify.ts';

const VERBS: readonly Verb[] = [serve, check, play, rehearse, importSheet, verify, exportRecord, backup, restore];

interface Surroundings {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly env: NodeJS.ProcessEnv;
}

/** Runs one command line and gives its exit code. Everything it says goes to the two streams handed in. */
export async function run(argv: readonly string[], { stdout, stderr, env }: Surroundings): Promise<ExitCode> {
  const language = languageOf(argv, env);
  const t = textsIn(language);
  const terminal = new Terminal(stdout, stderr, language, t, argv.includes('--json'));
  let exit: ExitCode = GOOD;
  const program = programOf(
    t,
    (text) => stdout.write(text),
    async (verb, subject, options) => {
      const result = await verb.run(subject, options, terminal);
      exit = result.ok ? GOOD : INPUT_AT_FAULT;
    },
  );
  try {
    if (argv.length === 0) throw new Fault(COMMAND_LINE_WRONG, 'no-verb', t('usage.noVerb'));
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return GOOD;
    return tell(asFault(error, t), terminal);
  }
}

function tell(fault: Fault, terminal: Terminal): ExitCode {
  if (terminal.json && !fault.shown) terminal.result({ ok: false, error: { code: fault.code, message: fault.message } }, []);
  terminal.aside(fault.message);
  if (fault.exit === COMMAND_LINE_WRONG) terminal.aside(terminal.t('usage.seeHelp'));
  return fault.exit;
}

function programOf(
  t: Texts,
  write: (text: string) => void,
  act: (verb: Verb, subject: string, options: Options) => Promise<void>,
): Command {
  const titles: Record<string, string> = {
    'Usage:': t('help.usage'),
    'Options:': t('help.options'),
    'Commands:': t('help.verbs'),
    'Arguments:': t('help.arguments'),
  };
  const program = new Command('entente')
    .description(t('program.about'))
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (c) => `${c.name()} ${c.usage().replace('[options] ', '')}`.trim(),
    })
    .helpOption('-h, --help', t('help.help'))
    .helpCommand(false)
    .usage(t('help.synopsis'))
    // Before any verb is added: verbs take these over.
    .configureOutput({ writeOut: write, writeErr: () => {} })
    .exitOverride();
  for (const verb of VERBS) {
    const command = program.command(verb.argument ? `${verb.name} ${verb.argument}` : verb.name).description(verb.about(t));
    command.summary(verb.about(t)).helpOption('-h, --help', t('help.help')).allowExcessArguments(false);
    if (verb.argumentAbout && command.registeredArguments[0]) command.registeredArguments[0].description = verb.argumentAbout(t);
    for (const choice of verb.choices(t)) command.addOption(optionOf(choice));
    addCommon(command, t);
    command.action((...given: unknown[]) => act(verb, verb.argument ? String(given[0]) : '', given[verb.argument ? 1 : 0] as Options));
  }
  addCommon(program, t);
  return program.allowExcessArguments(false);
}

function addCommon(command: Command, t: Texts): void {
  command.option('--json', t('option.json'));
  command.addOption(
    optionOf({
      flags: '--lang <en|ko>',
      about: t('option.lang'),
      read: (text) => {
        if (text !== 'en' && text !== 'ko') throw new RangeError(t('usage.choices', { choices: 'en, ko' }));
        return text;
      },
    }),
  );
}

function optionOf({ flags, about, read, required }: Choice): Option {
  const option = new Option(flags, about);
  if (required) option.makeOptionMandatory();
  if (read) {
    option.argParser((text: string) => {
      try {
        return read(text);
      } catch (error) {
        throw new InvalidArgumentError(error instanceof RangeError ? error.message : String(error));
      }
    });
  }
  return option;
}

function asFault(error: unknown, t: Texts): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof CommanderError) return new Fault(COMMAND_LINE_WRONG, error.code.replace('commander.', ''), usage(error, t));
  const code = systemCode(error);
  const reason = error instanceof Error ? error.message : String(error);
  return new Fault(
    MACHINE_AT_FAULT,
    code ?? 'unexpected',
    t(code ? 'fault.machine' : 'fault.unexpected', { reason: code ? reasonIn(t, error) : reason }),
  );
}

/** Commander speaks English; we say the same in the person's language. */
function usage(error: CommanderError, t: Texts): string {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const meant = /Did you mean (?:one of )?(.+)\?/.exec(error.message)?.[1];
  const hint = meant ? ` ${t('usage.meant', { meant })}` : '';
  switch (error.code) {
    case 'commander.unknownOption':
      return t('usage.unknownOption', { name }) + hint;
    case 'commander.unknownCommand':
      return t('usage.unknownVerb', { name }) + hint;
    case 'commander.missingArgument':
      return t('usage.missingArgument', { name });
    case 'commander.excessArguments':
      return t('usage.excessArguments');
    case 'commander.optionMissingArgument':
      return t('usage.missingValue', { name });
    case 'commander.missingMandatoryOptionValue':
      return t('usage.missingOption', { name });
    case 'commander.invalidArgument': {
      const why = /is invalid\. ([\s\S]*)$/.exec(error.message)?.[1] ?? '';
      return t('usage.badValue', {
        name,
        why: why.startsWith('Allowed choices are')
          ? t('usage.choices', { choices: why.replace('Allowed choices are ', '').replace(/\.$/, '') })
          : why,
      });
    }
    default:
      return error.message.replace(/^error: /, '');
  }
}
