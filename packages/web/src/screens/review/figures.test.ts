import { emptyWorld, evolve, type World } from '@entente/engine';
import { expect, test } from 'vitest';
import { expectedLines } from '../../capabilities/expected/review/expectedLines.ts';
import { expectedSentences } from '../../capabilities/expected/review/sentences.ts';
import { partsOf } from '../../capabilities/index.ts';
import { injectLines } from '../../capabilities/injects/review/injectLines.ts';
import { injectSentences } from '../../capabilities/injects/review/sentences.ts';
import { askedLines } from '../../capabilities/messages/review/askedLines.ts';
import { askedSentences } from '../../capabilities/messages/review/sentences.ts';
import { eventsOf, evidenceOf } from '../../kit/review/evidence.ts';
import { flood } from '../../kit/review/record.fixture.ts';
import { choices } from '../../kit/review/side.ts';
import { evidenceOfKey, lanesOf, marksOf } from './happened/timeline.ts';

const parts = await partsOf('review');
const MINUTE = 60_000;

function worldAt(minutes: number, events = flood): World {
  const world = emptyWorld();
  for (const e of events) if (e.at <= minutes * MINUTE) evolve(world, e.event, e);
  return world;
}

test('an inject counts the seats it reached, without those of a party that control plays', () => {
  const line = injectLines(worldAt(240), 'control').find((l) => l.number === '10');
  expect(line?.reach).toEqual({ seats: 3, read: 2, acknowledged: 2, before: 0 });
  expect(line?.waits).toEqual([2 * MINUTE, 6 * MINUTE]);
});

test('before its release an inject is planned and reached nobody', () => {
  const line = injectLines(worldAt(5), 'control').find((l) => l.number === '10');
  expect(line).toMatchObject({ status: 'planned', planned: 10 * MINUTE, reach: { seats: 0, read: 0, acknowledged: 0 } });
  expect(line?.released).toBeUndefined();
});

test('a side without an MSEL has what was delivered to it and nothing more', () => {
  const own = flood.filter(
    (e) =>
      e.id === 'e1' ||
      e.id === 'e2' ||
      e.id === 'd-up' ||
      ('delivery' in e.event && e.event.delivery === 'd-up' && e.event.type !== 'DeliveryLinked'),
  );
  const world = worldAt(240, own);
  const lines = injectLines(world, 'party:up');
  expect(lines.map((l) => [l.key, l.number, l.reach.seats, l.reach.acknowledged])).toEqual([['delivery:d-up', undefined, 2, 1]]);
  expect(expectedLines(world, 'party:up')).toEqual([]);
  expect(lanesOf(world, marksOf(parts, { world, edition: 'party:up', events: own, end: 240 * MINUTE }))).toEqual(['up']);
});

test('a party’s controllers see only cards cut to their party', () => {
  expect(injectLines(worldAt(240), 'control:up')).toEqual([]);
});

test('an expected action is open, then missed, then met late by the time past its deadline', () => {
  const at = (minutes: number) => expectedLines(worldAt(minutes), 'control')[0];
  expect(at(5)?.status).toBe('planned');
  expect(at(15)?.status).toBe('open');
  expect(at(31)?.status).toBe('missed');
  expect(at(40)).toMatchObject({ status: 'late', lateBy: 5 * MINUTE, judge: 'record', deadline: 30 * MINUTE });
});

test('an answer comes from somebody else; what the asker adds is none', () => {
  const [first, second] = askedLines(worldAt(240), 'questions');
  expect(first).toMatchObject({ after: 10 * MINUTE, answer: { id: 'm3', from: 'seat:rescue-chief' } });
  expect(second?.answer).toBeUndefined();
});

test('every figure carries the events behind it', () => {
  const world = worldAt(240);
  const [met, ...rest] = expectedSentences(expectedLines(world, 'control'));
  expect(met).toMatchObject({ key: 'expectedMetLate', figures: { met: { value: 1 }, late: { value: 1 }, all: { value: 1 } } });
  expect(rest).toEqual([]);
  expect(eventsOf(flood, met?.figures.late?.evidence ?? []).map((e) => e.event.type)).toEqual([
    'ExpectedPlanned',
    'ExpectedOpened',
    'ExpectedMissed',
    'ExpectedSeen',
  ]);
  expect(injectSentences(injectLines(world, 'control'), true).map((s) => [s.key, ...Object.values(s.figures).map((f) => f.value)])).toEqual(
    [
      ['injectsReleased', 1, 2],
      ['acknowledged', 2, 3],
      ['acknowledgedAfter', 4 * MINUTE],
    ],
  );
  expect(askedSentences(askedLines(world, 'all')).map((s) => [s.key, ...Object.values(s.figures).map((f) => f.value)])).toEqual([
    ['answered', 1, 2],
    ['answeredAfter', 10 * MINUTE],
  ]);
});

test('without lines there are no sentences', () => {
  expect([expectedSentences([]), injectSentences([], true), askedSentences([])]).toEqual([[], [], []]);
});

test('what was expected adds up: what has not begun is counted apart from what is open', () => {
  const [line] = expectedLines(worldAt(240), 'control');
  if (!line) throw new Error('the record expects nothing');
  const day = (['met', 'late', 'partly', 'missed', 'not', 'open', 'open', 'planned', 'planned', 'planned', 'passed'] as const).map(
    (status) => ({ ...line, status }),
  );
  expect(expectedSentences(day).map(({ key, figures }) => [key, Object.values(figures).map((f) => f.value)])).toEqual([
    ['expectedMetLate', [2, 10, 1]],
    ['expectedPartly', [1]],
    ['expectedMissed', [1]],
    ['expectedNot', [1]],
    ['expectedOpen', [2]],
    ['expectedPlanned', [3]],
    ['expectedPassed', [1]],
  ]);
});

test('one inject to two parties stands on both lanes and is one thing with one body of evidence', () => {
  const world = worldAt(240);
  const marks = marksOf(parts, { world, edition: 'control', events: flood, end: 240 * MINUTE }).filter((m) => m.key === 'inject:i1');
  expect(marks.map((m) => m.lane)).toEqual(['up', 'down', 'sim']);
  expect(eventsOf(flood, evidenceOfKey(parts, world, 'inject:i1')).map((e) => e.event.type)).toContain('InjectAcknowledged');
  expect(evidenceOfKey(parts, world, 'inject:nothing')).toEqual([]);
});

test('facts are found in maps and lists, each event once', () => {
  expect(evidenceOf({ src: 'a', of: new Map([['x', { src: 'b' }]]), also: [{ src: 'a' }, { deep: { src: 'c' } }] }, undefined)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('the own record comes first among the choices, seats last', () => {
  expect(choices('control', ['control', 'party:up', 'joint', 'seat:dam-chief', 'public'])).toEqual([
    'control',
    'joint',
    'party:up',
    'public',
    'seat:dam-chief',
  ]);
});
