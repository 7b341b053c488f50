import { ApiFailure, ask } from '../lobby/api.ts';
import type { Compared, Outcome, Step } from './compared.ts';

export const PRESETS = ['hseep', 'nato', 'uk'] as const;

/** Where a workbook goes out of, and comes back to: an exercise, or a scenario. */
export interface WorkbookPlace {
  /** Of whom or of what it is the MSEL. */
  readonly of: string;
  readonly kind: 'exercise' | 'scenario';
  /** `layout`: a preset, or `template:NAME`. */
  href(layout: string, language: string): string;
  /** Names of the offices’ templates. */
  templates(signal: AbortSignal): Promise<readonly string[]>;
  compare(file: File, signal: AbortSignal): Promise<Compared>;
  /** `tell` hears how many are done. Rejects with an `ApiFailure` where none was taken. */
  take(steps: readonly Step[], tell: (done: number) => void): Promise<readonly Outcome[]>;
}

/** The query by which a layout is asked for. */
export function asked(layout: string, language: string): string {
  const [, template] = /^template:(.*)$/s.exec(layout) ?? [];
  return String(new URLSearchParams({ ...(template === undefined ? { preset: layout } : { template }), language }));
}

/** What the server takes; a larger file is not sent at all. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Sends a workbook as it is. @throws ApiFailure */
export async function sendBook<T>(url: string, file: File, signal: AbortSignal): Promise<T> {
  if (file.size > MOST_BYTES) throw new ApiFailure(413, 'too-large', '');
  const response = await ask(url, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file, signal });
  return (await response.json()) as T;
}
