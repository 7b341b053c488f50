import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EXAMPLE, ended, entente, workplace } from './testbench.ts';

/** One of many injects of one moment. */
const load = (i: number) => `  - {id: load-${i}, at: PT2M, to: ['party:north', 'party:south'], title: Load, text: One of many.}\n`;
const { folder, remove } = workplace({
  'broken/scenario.yaml': EXAMPLE.replace('to: [party:north]', 'to: [party:nroth]'),
  'stuck/scenario.yaml': EXAMPLE,
  'stuck/plays/early.yaml':
    'play: early\ntitle: Too early\nsteps:\n  - {at: PT1M, seat: north-captain, do: AcknowledgeInject, delivery: i-010}\n',
  'silent/scenario.yaml': EXAMPLE,
  'loaded/scenario.yaml': EXAMPLE.replace('injects:\n', `injects:\n${Array.from({ length: 1_001 }, (_, i) => load(i)).join('')}`),
  'loaded/plays/once.yaml': 'play: once\ntitle: All at once\nsteps:\n  - {at: PT10M, seat: north-captain, do: WriteNote, text: Here.}\n',
  'not.jsonl': 'hello\n',
  'empty.jsonl': '',
});
afterAll(remove);
const say = (...args: string[]) => entente(args);
/** One JSON object on standard output, and nothing else. */
const object = (out: string): Record<string, unknown> => {
  expect(out.endsWith('\n')).toBe(true);
  expect(out.trimEnd()).not.toContain('\n');
  return JSON.parse(out);
};

describe('check', () => {
  test('a good scenario has no problems and exit code 0', async () => {
    expect(await say('check', 'harbour')).toEqual({ code: 0, out: 'No problems.\n', err: '' });
  });

  test('a problem is named with file, line, column and what to do, and the exit code is 1', async () => {
    const { code, out } = await say('check', 'broken');
    const line = EXAMPLE.split('\n').findIndex((l) => l.includes('to: [party:north]')) + 1;
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^broken/scenario\\.yaml:${line}:\\d+ error .*nroth.*party:north`, 'm'));
  });

  test('--json gives one object with the problems, their places and codes', async () => {
    const { code, out } = await say('check', 'broken', '--json');
    expect(code).toBe(1);
    expect(object(out)).toMatchObject({
      ok: false,
      problems: [expect.objectContaining({ file: 'scenario.yaml', code: 'unknown-address', severity: 'error' })],
    });
  });

  test('warnings are good', async () => {
    writeFileSync(
      join(folder, 'silent/scenario.yaml'),
      EXAMPLE.replace('tasks: [{id: o1-t1', 'tasks: [{id: o1-t9, text: Nothing}, {id: o1-t1').replace(
        'languages: [en, ko]',
        'languages: [en, ko, ja]',
      ),
    );
    const { code, out } = await say('check', 'silent', '--json');
    const found = object(out);
    expect(found.warnings).toBeGreaterThan(0);
    expect(code).toBe(0);
  });

  test('a folder that is not there is the input’s fault', async () => {
    expect(await say('check', 'nowhere')).toMatchObject({ code: 1 });
  });
});

describe('play', () => {
  test('the same seed gives the same record, another seed another', async () => {
    const [one, again, other] = await Promise.all([
      say('play', 'harbour', '--json'),
      say('play', 'harbour', '--seed', '1', '--json'),
      say('play', 'harbour', '--seed', '2', '--json'),
    ]);
    expect(one.out).toBe(again.out);
    const found = object(one.out) as { record: { hash: string; events: number } };
    expect(found).toMatchObject({
      ok: true,
      play: 'calm',
      seed: 1,
      record: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      metrics: { messages: { total: 1 } },
    });
    expect((object(other.out) as typeof found).record.hash).not.toBe(found.record.hash);
  });

  test('an unknown play and a seed that is no number are faults of the command line', async () => {
    const [unknown, seed] = await Promise.all([say('play', 'harbour', '--play', 'storm'), say('play', 'harbour', '--seed', 'x')]);
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('There are: calm.');
    expect(seed).toMatchObject({ code: 2, out: '' });
    expect(seed.err).toContain('whole number');
  });

  test('a play that cannot go on names its line', async () => {
    const { code, err } = await say('play', 'stuck');
    expect(code).toBe(1);
    expect(err).toContain('stuck/plays/early.yaml:4');
  });

  test('a play in which a fault was recorded is not good: exit code 1, the fault and its time named', async () => {
    const [words, json] = await Promise.all([say('play', 'loaded', '--lang', 'ko'), say('play', 'loaded', '--json')]);
    expect([words.code, json.code]).toEqual([1, 1]);
    expect(words.out).toMatch(/연습 개시 후 00:02:00에 장애가 기록.*5000/);
    expect(object(json.out)).toMatchObject({
      ok: false,
      error: { code: 'fault-recorded', message: expect.stringContaining('5000') },
      faults: [{ at: 120_000, what: expect.stringContaining('5000') }],
    });
  }, 60_000);

  test('a scenario with errors is not played, and its problems are told', async () => {
    const { code, out } = await say('play', 'broken', '--json');
    expect(code).toBe(1);
    expect(object(out)).toMatchObject({ ok: false, problems: [{ code: 'unknown-address' }] });
  });
});

describe('verify', () => {
  test('accepts what play wrote, and names the event and line of any changed byte', async () => {
    const played = object((await say('play', 'harbour', '--out', 'out', '--json')).out) as { record: { hash: string; events: number } };
    const file = join(folder, 'out/record.jsonl');
    const sound = await say('verify', 'out/record.jsonl', '--json');
    expect(sound.code).toBe(0);
    expect(object(sound.out)).toMatchObject({ ok: true, record: { hash: played.record.hash, events: played.record.events } });

    const bytes = readFileSync(file);
    const lines = bytes.toString().split('\n');
    const start = (line: number) => Buffer.byteLength(lines.slice(0, line - 1).join('\n')) + 1;
    // In the middle of a line, in its hash, its line feed, its last byte.
    const spots = [start(5) + 300, start(9) + 12, start(20) - 1, bytes.length - 2];
    const verdicts = await Promise.all(
      spots.map(async (spot, i) => {
        const changed = Buffer.from(bytes);
        changed[spot] = (changed[spot] as number) ^ 1;
        writeFileSync(join(folder, `changed-${i}.jsonl`), changed);
        return say('verify', `changed-${i}.jsonl`, '--json');
      }),
    );
    expect(verdicts.map((v) => v.code)).toEqual([1, 1, 1, 1]);
    expect(verdicts.map((v) => object(v.out).line)).toEqual([5, 9, 19, lines.length - 1]);
    expect(object(verdicts[0]?.out ?? '')).toMatchObject({ position: 4, byte: start(5), reason: 'hash' });
  });

  test.each([['not.jsonl'], ['empty.jsonl'], ['nowhere.jsonl'], ['harbour']])('%s is no record: exit code 1', async (name) => {
    const { code, out } = await say('verify', name, '--json');
    expect(code).toBe(1);
    expect(object(out).ok).toBe(false);
  });
});

describe('the command line itself', () => {
  test('started as a person starts it, it says and ends as it does here', async () => {
    const all = [['check', 'harbour'], ['check', 'broken', '--json'], ['chek']];
    // A process costs a second: here one of them, as the seed chooses.
    const asked = process.env.ENTENTE_LONG === '1' ? all : all.filter((_, i) => i === Number(process.env.ENTENTE_SEED) % all.length);
    for (const args of asked) expect(await ended(folder, args), args.join(' ')).toEqual(await say(...args));
  });

  test('a wrong verb, option or argument is exit code 2 and says what was meant', async () => {
    const [verb, option, missing, none] = await Promise.all([
      say('chek'),
      say('check', 'harbour', '--jsn'),
      say('verify', '--json'),
      say(),
    ]);
    expect(verb).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Did you mean check?') });
    expect(option).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--json') });
    expect(missing.code).toBe(2);
    expect(object(missing.out)).toMatchObject({ ok: false, error: { code: 'missingArgument' } });
    expect(none.code).toBe(2);
  });

  test('speaks Korean when asked, and where the environment does', async () => {
    const [asked, by] = await Promise.all([say('verify', 'not.jsonl', '--lang', 'ko'), entente(['chek'], { LANG: 'ko_KR.UTF-8' })]);
    expect(asked.out).toContain('기록의 첫 줄이 아닙니다');
    expect(by.err).toContain('없는 명령입니다: chek');
    expect(`${asked.out}${by.err}`).not.toMatch(/\b(error|missing|unknown)\b/);
  });

  test('help lists every verb', async () => {
    const { code, out } = await say('--help');
    expect(code).toBe(0);
    for (const verb of ['serve', 'check', 'play', 'import', 'verify', 'export', 'backup', 'restore'])
      expect(out).toMatch(new RegExp(`^  ${verb} `, 'm'));
  });
});
