import type { TextKey, Texts } from './language.ts';

/** Exit codes for scripts. Warnings are good. */
export const GOOD = 0;
export const INPUT_AT_FAULT = 1;
export const COMMAND_LINE_WRONG = 2;
export const MACHINE_AT_FAULT = 3;
export type ExitCode = typeof GOOD | typeof INPUT_AT_FAULT | typeof COMMAND_LINE_WRONG | typeof MACHINE_AT_FAULT;

/** Why a verb could not do its work: whose fault, a stable name, and a sentence for people that says what to do. */
export class Fault extends Error {
  readonly exit: ExitCode;
  readonly code: string;
  /** The result that was shown says it already, where standard output carries one object. */
  shown = false;

  constructor(exit: ExitCode, code: string, message: string) {
    super(message);
    this.exit = exit;
    this.code = code;
  }
}

/** The system's code of an error (ENOENT, EACCES, …), if it has one. */
export function systemCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

const REASONS = [
  'ENOENT',
  'EACCES',
  'EPERM',
  'EISDIR',
  'ENOTDIR',
  'EEXIST',
  'ENOSPC',
  'EROFS',
  'EADDRINUSE',
  'EADDRNOTAVAIL',
  'EMFILE',
] as const;

/** Why the system refused, in the person's words. */
export function reasonIn(t: Texts, error: unknown): string {
  const code = systemCode(error);
  const known = REASONS.find((r) => r === code);
  if (known) return t(`reason.${known}` satisfies TextKey);
  return code ?? (error instanceof Error ? error.message : String(error));
}
