import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Step } from '@entente/server';

/** A server in a process of its own that will be killed. Made ahead, so that starting Node costs no round its time. */
export class Mortal {
  readonly #child: ChildProcess;
  readonly #death: Promise<unknown>;
  readonly #address: Promise<string | undefined>;

  /** `compiled`: a folder where one leaves what it compiled to the next. */
  constructor(shelf: string, compiled: string) {
    this.#child = spawn(process.execPath, [fileURLToPath(new URL('./victim.ts', import.meta.url)), shelf], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    });
    this.#child.stdin?.on('error', () => {});
    const lines = createInterface({ input: this.#child.stdout as NodeJS.ReadableStream });
    this.#death = once(this.#child, 'exit');
    this.#address = new Promise((resolve) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(undefined));
    });
  }

  /** Serves the folder until the nth occurrence of the step; gives its address, or undefined if it died before it listened. */
  serve(dataDir: string, step: Step, count: number): Promise<string | undefined> {
    this.#child.stdin?.write(`${JSON.stringify({ dataDir, step, count })}\n`);
    return this.#address;
  }

  /** When it has killed itself. */
  async death(): Promise<void> {
    await this.#death;
  }

  /** Kills it from outside, as the system would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#death;
  }
}
