import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Verdict, Verifier } from '@entente/engine';
import { dataFileAt, storedLines, withExercise } from '../datafile.ts';
import { Fault, INPUT_AT_FAULT, MACHINE_AT_FAULT, reasonIn, systemCode } from '../fault.ts';
import type { Terminal } from '../terminal.ts';
import type { Result, Verb } from '../verb.ts';

/** No line of a record is longer: an event holds at most a few long texts. */
const LONGEST_LINE_BYTES = 16 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** `verify RECORD.jsonl`: is the record whole and unchanged; if not, where does it first depart? */
export const verify: Verb = {
  name: 'verify',
  argument: '<record>',
  about: (t) => t('verify.about'),
  argumentAbout: (t) => t('argument.record'),
  choices: (t) => [{ flags: '--exercise <id>', about: t('option.exercise') }],
  async run(subject, options, terminal): Promise<Result> {
    const { t } = terminal;
    const data = dataFileAt(subject);
    const { verdict, byte } = data
      ? await verdictOnData(data, options.exercise as string | undefined, terminal)
      : await verdictOnFile(subject, terminal);
    if (verdict.ok) {
      const result = { ok: true, record: { events: verdict.events, hash: verdict.hash, edition: verdict.edition } };
      terminal.result(result, [
        t('verify.good', { events: t('count.events', { count: verdict.events }), edition: verdict.edition }),
        verdict.hash,
      ]);
      return result;
    }
    const { position, line, reason } = verdict;
    const message = t(`verify.${reason}`, { position, line });
    const result = { ok: false, position, line, ...(byte === undefined ? {} : { byte }), reason, message };
    const where =
      position === 0 || byte === undefined ? [] : [t('verify.where', { position, byte: byte.toLocaleString(terminal.language) })];
    terminal.result(result, [data ? message : `${subject}:${line} ${message}`, ...where]);
    return result;
  },
};

interface Finding {
  readonly verdict: Verdict;
  readonly byte?: number;
}

/** A server's data file: the record of one exercise, as it lies there. */
async function verdictOnData(path: string, exercise: string | undefined, terminal: Terminal): Promise<Finding> {
  const progress = terminal.progress(terminal.t('verify.progress'));
  return withExercise(path, exercise, terminal.t, async (store, row) => {
    const verifier = new Verifier();
    for await (const line of storedLines(store, row, (done) => progress.step(done))) verifier.line(line);
    progress.end();
    return { verdict: verifier.verdict() };
  });
}

/** The verdict, and the offset in bytes of the line that it rests on. */
async function verdictOnFile(path: string, terminal: Terminal): Promise<Finding> {
  const size = await sizeOf(path, terminal);
  const progress = terminal.progress(terminal.t('verify.progress'));
  const verifier = new Verifier();
  let byte = 0;
  let read = 0;
  try {
    for await (const line of linesOf(path)) {
      verifier.line(textOf(line));
      if (!verifier.verdict().ok) break;
      read += line.length + 1;
      byte = read;
      progress.step(read, size);
    }
  } catch (error) {
    throw new Fault(
      MACHINE_AT_FAULT,
      systemCode(error) ?? 'unreadable',
      terminal.t('fault.read', { path, reason: reasonIn(terminal.t, error) }),
    );
  } finally {
    progress.end();
  }
  return { verdict: verifier.verdict(), byte };
}

async function sizeOf(path: string, { t }: Terminal): Promise<number> {
  try {
    const about = await stat(path);
    if (about.isFile()) return about.size;
  } catch (error) {
    throw new Fault(INPUT_AT_FAULT, 'no-record', t('fault.read', { path, reason: reasonIn(t, error) }));
  }
  throw new Fault(INPUT_AT_FAULT, 'no-record', t('fault.notFile', { path }));
}

/** Lines as bytes: only a line feed ends one, and bytes that are no text stay what they are. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let waiting = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]);
      rest = [];
      waiting = 0;
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
    waiting += chunk.length - from;
    // Given away as it is: the verifier will not know it.
    if (waiting > LONGEST_LINE_BYTES) return yield Buffer.from('too long');
  }
  if (waiting > 0) yield Buffer.concat(rest);
}

/** Bytes that are no UTF-8 must not turn into the same replacement characters that a record might hold. */
function textOf(line: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    return 'not text';
  }
}
