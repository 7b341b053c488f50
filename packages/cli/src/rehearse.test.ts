import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entente, started, workplace } from './testbench.ts';

const SEAT = (id: string) => `{id: ${id}, name: ${id}, cells: [{id: ${id}-home, name: ${id}, seats: [{id: ${id}-lead, name: ${id}}]}]}`;
const scenario = (rehearsal: string, more = '') => `entente: 1
id: small
title: {en: Small, ko: 작은 시나리오}
languages: [en, ko]
start: 2027-03-02T08:00+09:00
duration: PT1H
parties: [${SEAT('a')}, ${SEAT('b')}]
injects:
  - {id: i, title: {en: News, ko: 소식}, text: {en: News, ko: 소식}, at: PT1M, to: ['seat:a-lead']}
${more}rehearsal: ${rehearsal}
`;
/** In half of the runs it is acknowledged within half an hour. */
const HALF = `{uncertainties: [{id: slow, minutes: {uniform: [PT10M, 48]}}],
  behaviours: [{seat: a-lead, rules: [{on: {waits: acknowledge}, after: slow, do: settle}]}],
  measures: [{id: soon, name: {en: In time, ko: 시한 내}, holds: {inject: {id: i, is: acknowledged}}, by: PT30M}],
  assert: [{id: mostly, measure: soon, atLeast: 0.9}, {id: whole, faults: 0}]}`;
/** Each answers the other’s question with a question, in no time. */
const ASK = "{do: SendMessage, to: ['seat:a-lead', 'seat:b-lead'], text: Again, purpose: ask}";
const ENDLESS = `{behaviours: [
  {seat: a-lead, rules: [{on: {waits: acknowledge}, do: ${ASK}}, {on: {waits: answer}, do: ${ASK}}]},
  {seat: b-lead, rules: [{on: {waits: answer}, do: ${ASK}}]}]}`;

let place: ReturnType<typeof workplace>;
beforeAll(() => {
  place = workplace({
    'small/scenario.yaml': scenario(HALF),
    'endless/scenario.yaml': scenario(ENDLESS),
    'wrong/scenario.yaml': scenario('{uncertainties: [{id: x, minutes: {uniform: [12, 2]}}]}'),
    occupied: 'a file',
  });
});
afterAll(() => place.remove());
const rehearse = (...args: string[]) => entente(['rehearse', ...args]);

it('says of an assertion that fails what was asked and what was found: in words, in JUnit, in JSON and by the exit code', async () => {
  mkdirSync('out');
  writeFileSync('out/report.html', 'of an earlier rehearsal');
  const { code, out } = await rehearse('small', '--runs', '40', '--workers', '1', '--out', 'out', '--lang', 'ko');
  expect(code).toBe(1);
  expect(out).toContain('작은 시나리오 40회 시행, 시드 1');
  // Twenty of forty; Wilson’s interval.
  expect(out).toContain('이 규칙에 따른 시행의 50%(95% 구간 35~65%)에서 공동 대응 실패');
  // All twenty of the upper half against none of the lower: by Newcombe, 1 − √2 · (1 − 20 / (20 + 1.96²)).
  expect(out).toContain('결과를 가장 크게 좌우하는 가정: ‘slow’: +100%p(95% 구간 +77~+100%p)');
  expect(out).toContain('단언 2건 중 1건 충족');
  expect(out).toContain('불충족: 시한 내: 이 규칙에 따른 시행의 90% 이상, 결과 50%(95% 구간 35~65%)');
  const junit = readFileSync('out/junit.xml', 'utf8');
  expect(junit).toMatch(/tests="2" failures="1" errors="0"/);
  expect(junit).toContain('<failure message="50 % (35–65 %) / 50%(95% 구간 35~65%)"/>');
  const report = JSON.parse(readFileSync('out/report.json', 'utf8'));
  expect(report).toMatchObject({
    ok: false,
    runs: 40,
    assertions: [
      { id: 'mostly', ok: false },
      { id: 'whole', ok: true },
    ],
  });
  expect(readFileSync('out/report.html', 'utf8')).not.toContain('of an earlier rehearsal');
  expect(readdirSync('out').sort()).toEqual(['junit.xml', 'report.html', 'report.json', 'runs.csv']);
}, 60_000);

it('says one run in the singular, and its share with the interval that one run leaves', async () => {
  const { out } = await rehearse('small', '--runs', '1', '--workers', '1');
  expect(out).toContain('1 run of Small, seed 1.');
  expect(out).toMatch(/fails in (0 % \(0–79 %\)|100 % \(21–100 %\)) of the runs under these rules\./);
}, 60_000);

it('a behaviour that never ends fails the rehearsal, is told with its run, and its run opens all the same', async () => {
  const { code, out } = await rehearse('endless', '--runs', '2', '--workers', '1', '--json');
  expect(code).toBe(1);
  const report = JSON.parse(out);
  expect([report.ok, report.findings[0].kind, report.findings[0].run]).toEqual([false, 'fault', 1]);
  expect(report.findings[0].text).toEqual({
    en: 'Runs meet a fault: B b never ends by rule 1 of behaviour 2, more than 1000 acts at one moment.',
    ko: '시행 중 오류 발생: B b이(가) 행동(behaviours) 2의 규칙 1에 따라 끝없이 행동함(한 시점에 1000회 초과)',
  });
  const again = await rehearse('endless', '--runs', '2', '--run', '2', '--out', 'again', '--json');
  expect(again.code).toBe(1);
  expect(JSON.parse(again.out)).toMatchObject({ ok: false, run: 2, error: { code: 'fault-recorded' } });
  expect((await entente(['verify', 'again/record.jsonl'])).code).toBe(0);
}, 60_000);

it('refuses before any run what cannot be: a scenario with mistakes, numbers that are none, a folder that takes no files', async () => {
  const wrong = await rehearse('wrong', '--out', 'none');
  expect([wrong.code, existsSync('none')]).toEqual([1, false]);
  expect(wrong.out).toMatch(/scenario.yaml:10:\d+ error .*write the lowest first/);
  for (const [flag, value] of [
    ['--runs', '0'],
    ['--runs', '-1'],
    ['--runs', '1.5'],
    ['--runs', '1e9'],
    ['--seed', 'lucky'],
    ['--workers', '0'],
    ['--workers', '999'],
  ] as const)
    expect((await rehearse('small', flag, value)).err, `${flag} ${value}`).toMatch(/Write a whole number from \d+ to \d+/);
  // A million runs would take an hour: it answers at once.
  const file = await rehearse('small', '--runs', '1000000', '--out', 'occupied/out', '--json');
  expect([file.code, JSON.parse(file.out)]).toMatchObject([3, { ok: false, error: { message: expect.stringContaining('occupied/out') } }]);
  mkdirSync('taken/junit.xml', { recursive: true });
  const folder = await rehearse('small', '--runs', '1000000', '--out', 'taken');
  expect([folder.code, folder.out, readdirSync('taken')]).toEqual([3, '', ['junit.xml']]);
  expect(folder.err).toContain('taken/junit.xml');
});

it('Ctrl C ends it with the runs that are done, marked as cut short everywhere', async () => {
  const child = started(place.folder, ['rehearse', 'small', '--runs', '1000000', '--workers', '1', '--out', 'cut', '--json']);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  // It tells how far it has come.
  await new Promise<void>((told) => child.stderr.setEncoding('utf8').on('data', (text) => void (text.includes('%') && told())));
  child.kill('SIGINT');
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).toBe(1);
  const report = JSON.parse(out);
  expect(report).toMatchObject({ ok: false, of: 1_000_000 });
  expect(report.runs).toBeLessThan(1_000_000);
  // The assertion that fails does not hide that most runs were not played.
  expect(readFileSync('cut/junit.xml', 'utf8')).toContain(`Cancelled after ${report.runs} of 1000000 runs.`);
  expect(readFileSync('cut/runs.csv', 'utf8').trim().split('\n')).toHaveLength(report.runs + 1);
}, 120_000);
