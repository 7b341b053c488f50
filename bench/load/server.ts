import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { roomInput } from '../record.ts';
import { Heap } from './heap.ts';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLE_MS = 1_000;

/** A server in a process of its own on a throw-away data folder, with one exercise for so many seats. */
export class RealServer {
  readonly url: string;
  readonly exercise: string;
  readonly links: readonly { seat: string; url: string }[];
  readonly heap: Heap;
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #samples: { at: number; mib: number }[] = [];
  #sampling: NodeJS.Timeout | undefined;

  private constructor(
    running: ChildProcess,
    folder: string,
    heap: Heap,
    { url, exercise, links }: Pick<RealServer, 'url' | 'exercise' | 'links'>,
  ) {
    this.#process = running;
    this.#folder = folder;
    this.heap = heap;
    this.url = url;
    this.exercise = exercise;
    this.links = links;
  }

  static async start(seats: number): Promise<RealServer> {
    const folder = mkdtempSync(join(tmpdir(), 'entente-load-'));
    mkdirSync(join(folder, 'scenarios', 'room'), { recursive: true });
    writeFileSync(join(folder, 'scenarios', 'room', 'scenario.yaml'), JSON.stringify(scenarioFor(seats)));
    const args = [
      'serve',
      '--json',
      '--no-demo',
      '--port',
      '0',
      '--data',
      join(folder, 'data'),
      '--scenarios',
      join(folder, 'scenarios'),
      '--log',
      'error',
    ];
    const node = ['--inspect=127.0.0.1:0', join(ROOT, 'packages/cli/src/main.ts')];
    const running = spawn(process.execPath, [...node, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    process.on('exit', () => running.kill('SIGKILL'));
    const [opened, inspector] = await Promise.all([firstLine(running), inspectorOf(running)]);
    const cookie = await asDirector(opened.url, opened.directorLink);
    const lobby = async <T>(path: string, body: object): Promise<T> => {
      const headers = { 'content-type': 'application/json', cookie };
      const answer = await fetch(opened.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    };
    const { id } = await lobby<{ id: string }>('/api/exercises', { scenario: 'room' });
    const { links } = await lobby<{ links: { seat: string; url: string }[] }>(`/api/exercises/${id}/links`, { seats: 'all' });
    return new RealServer(running, folder, await Heap.open(inspector), { url: opened.url, exercise: id, links });
  }

  /** Looks at the process's resident memory every second from now on. */
  watchMemory(): void {
    const look = () => {
      const mib = residentMib(this.#process.pid as number);
      if (mib !== undefined) this.#samples.push({ at: Date.now() / 60_000, mib });
    };
    look();
    this.#sampling = setInterval(look, SAMPLE_MS);
  }

  /** Stops looking. `slope`: MiB a minute, by least squares over the last two thirds. */
  memory(): { first: string; last: string; slope: number } {
    clearInterval(this.#sampling);
    const late = this.#samples.slice(Math.floor(this.#samples.length / 3));
    const mean = (of: (s: { at: number; mib: number }) => number) => late.reduce((sum, s) => sum + of(s), 0) / late.length;
    const [at, mib] = [mean((s) => s.at), mean((s) => s.mib)];
    const slope = mean((s) => (s.at - at) * (s.mib - mib)) / mean((s) => (s.at - at) ** 2);
    const shown = (s: { mib: number } | undefined) => (s ? s.mib.toFixed(0) : '?');
    return { first: shown(this.#samples[0]), last: shown(this.#samples.at(-1)), slope };
  }

  async stop(): Promise<void> {
    this.heap.close();
    const ended = new Promise((done) => this.#process.on('exit', done));
    this.#process.kill('SIGTERM');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Four parties for a small room, ten for a large one; ten seats a cell. */
function scenarioFor(seats: number): object {
  const parties = seats > 100 ? 10 : Math.min(4, seats);
  const each = Math.ceil(seats / parties);
  const cells = Math.ceil(each / 10);
  return roomInput(parties, cells, Math.ceil(each / cells));
}

async function firstLine(running: ChildProcess): Promise<{ url: string; directorLink: string }> {
  const lines = createInterface({ input: running.stdout as NodeJS.ReadableStream });
  return new Promise((found, fail) => {
    lines.once('line', (line) => found(JSON.parse(line)));
    running.once('exit', (code) => fail(new Error(`the server ended with ${code} before it listened`)));
  });
}

/** The address of the process's inspector, which it tells before all else; what it says later is passed on. */
function inspectorOf(running: ChildProcess): Promise<string> {
  return new Promise((found) => {
    createInterface({ input: running.stderr as NodeJS.ReadableStream }).on('line', (line) => {
      const url = /^Debugger listening on (ws:\S+)$/.exec(line)?.[1];
      if (url !== undefined) found(url);
      else if (!/^(For help, see|Debugger )/.test(line)) console.error(line);
    });
  });
}

async function asDirector(url: string, link: string): Promise<string> {
  const token = link.split('#director=')[1];
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/director`, { method: 'POST', headers, body: JSON.stringify({ token }) });
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] as string;
}

/** Where /proc tells it. */
function residentMib(pid: number): number | undefined {
  try {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Number(line[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
}
