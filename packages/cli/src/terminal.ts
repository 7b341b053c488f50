import type { Language, Texts } from './language.ts';

interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Work that may take long: told on standard error, but only once it has taken more than a second. */
export interface Progress {
  /** So much of the whole is done; without a whole, so much in itself. */
  step(done: number, of?: number): void;
  end(): void;
}

const QUIET_MS = 1_000;
/** How often a line is written where there is no terminal to redraw a bar on. */
const LINE_EVERY_MS = 5_000;
const REDRAW_MS = 100;
const BAR_WIDTH = 24;

/** Where a verb speaks. Standard output carries its result only: sentences, or with --json one object. */
export class Terminal {
  readonly language: Language;
  readonly json: boolean;
  readonly t: Texts;
  readonly #out: Stream;
  readonly #err: Stream;

  constructor(out: Stream, err: Stream, language: Language, t: Texts, json: boolean) {
    this.#out = out;
    this.#err = err;
    this.language = language;
    this.t = t;
    this.json = json;
  }

  /** The result, in the form that was asked for. */
  result(object: object, lines: readonly string[]): void {
    if (this.json) this.#out.write(`${JSON.stringify(object)}\n`);
    else if (lines.length > 0) this.#out.write(`${lines.join('\n')}\n`);
  }

  /** Bytes of a result that is a file. */
  raw(text: string): boolean {
    return this.#out.write(text) !== false;
  }

  /** What went wrong, or what to know, beside the result. */
  aside(text: string): void {
    this.#err.write(`${text}\n`);
  }

  /** Begins to watch long work called `label`; `now` gives milliseconds. */
  progress(label: string, now: () => number = () => performance.now()): Progress {
    const begun = now();
    const bar = this.#err.isTTY === true;
    let shown = Number.NEGATIVE_INFINITY;
    let drawn = false;
    return {
      step: (done, of) => {
        const time = now();
        if (time - begun < QUIET_MS || time - shown < (bar ? REDRAW_MS : LINE_EVERY_MS)) return;
        shown = time;
        const text = this.#measure(done, of, bar);
        this.#err.write(bar ? `\r\u001b[K${label} ${text}` : `${label} ${text}\n`);
        drawn = bar;
      },
      end: () => {
        if (drawn) this.#err.write('\r\u001b[K');
      },
    };
  }

  #measure(done: number, of: number | undefined, bar: boolean): string {
    const number = (n: number): string => n.toLocaleString(this.language);
    if (of === undefined || of <= 0) return number(done);
    const share = Math.min(1, done / of);
    const percent = `${Math.floor(share * 100)} %`;
    if (!bar) return percent;
    const full = Math.round(share * BAR_WIDTH);
    return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${percent}`;
  }
}
