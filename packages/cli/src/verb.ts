import type { Texts } from './language.ts';
import type { Terminal } from './terminal.ts';

/** An option of a verb, as commander writes it: `--seed <n>`. */
export interface Choice {
  readonly flags: string;
  readonly about: string;
  /** Gives the value, or throws RangeError with a sentence for people. */
  readonly read?: (text: string) => unknown;
  readonly required?: boolean;
}

export type Options = Readonly<Record<string, unknown>>;

/** What a verb found: `ok` decides between exit codes 0 and 1. */
export interface Result {
  readonly ok: boolean;
  readonly [key: string]: unknown;
}

/** One verb of the command line. `run` gives the result after showing it; what it cannot do it throws as a Fault. */
export interface Verb {
  readonly name: string;
  /** As commander writes it: `<scenario>`. */
  readonly argument?: string;
  about(t: Texts): string;
  argumentAbout?(t: Texts): string;
  choices(t: Texts): readonly Choice[];
  run(subject: string, options: Options, terminal: Terminal): Promise<Result>;
}
