import { expect, test } from 'vitest';
import type { ExerciseRow, ExerciseSeat, Problem, ScenarioCard } from './api.ts';
import { actsOf, inOrder } from './exerciseLines.ts';
import { asText, slipGroups, usualSeats, withLinks } from './linkSheet.ts';
import { hashOf, placeFrom } from './place.ts';
import { checkResult, firstUsable, freeTitle, languageName, placeOf } from './scenarioCards.ts';
import en from './text.en.json' with { type: 'json' };
import ko from './text.ko.json' with { type: 'json' };

const row = (id: string, status: ExerciseRow['status']): ExerciseRow =>
  status === 'damaged' || status === 'stopped'
    ? { id, title: id, scenario: 's', status }
    : {
        id,
        title: id,
        scenario: 's',
        status,
        rate: 1,
        scenarioNow: 0,
        start: '2027-03-02T08:00+09:00',
        seatsIn: 0,
        seatsOf: 3,
        hand: { count: 0, overdue: 0 },
      };
const problem = (severity: Problem['severity'], file: string, line?: number): Problem => ({
  severity,
  file,
  line,
  column: line === undefined ? undefined : 3,
  message: 'm',
});
const card = (id: string, problems: Problem[]): ScenarioCard => ({
  id,
  title: id,
  parties: [],
  entities: 0,
  seats: 0,
  injects: 0,
  durationMs: 0,
  plays: [],
  languages: [],
  problems,
  rehearsal: {},
  practice: [],
  checkedAt: 0,
});

test('running exercises stand first, ended ones last, each with its next act', () => {
  const rows = [row('a', 'ended'), row('b', 'damaged'), row('c', 'running'), row('d', 'ready'), row('e', 'paused'), row('f', 'running')];
  expect(inOrder(rows).map((r) => r.id)).toEqual(['c', 'f', 'e', 'd', 'b', 'a']);
  expect(['running', 'paused', 'ready', 'ended'].map((s) => actsOf(row('x', s as 'ready') as never).next)).toEqual([
    'openControl',
    'seeWhy',
    'links',
    'review',
  ]);
});

test('a demonstration is watched until it has ended: whoever opened control would take it out of its own hands', () => {
  const next = (status: 'running' | 'paused' | 'ended') => actsOf({ ...row('x', status), demonstration: true } as never).next;
  expect([next('running'), next('paused'), next('ended')]).toEqual(['watch', 'watch', 'review']);
});

test('a practice goes on at its own seat, whatever stands still, and its control is opened by nobody until it has ended', () => {
  const acts = (status: 'ready' | 'running' | 'paused' | 'ended') => actsOf({ ...row('x', status), practice: true } as never);
  expect((['ready', 'running', 'paused'] as const).map((s) => acts(s).next)).toEqual(['goOn', 'goOn', 'goOn']);
  expect(acts('paused').others).not.toContain('openControl');
  expect(acts('ended').next).toBe('review');
});

test('whoever paused by hand goes on in Control; any other pause has a why', () => {
  const paused = (reason: 'control' | 'restart') => actsOf({ ...row('x', 'paused'), reason } as never).next;
  expect([paused('control'), paused('restart')]).toEqual(['openControl', 'seeWhy']);
});

test('a check counts mistakes and warnings and shows mistakes first', () => {
  const result = checkResult([problem('warning', 'a.yaml', 1), problem('error', 'b.yaml', 9), problem('error', 'b.yaml', 2)]);
  expect(result).toMatchObject({ state: 'mistakes', mistakes: 2, warnings: 1 });
  expect(result.problems.map(placeOf)).toEqual(['b.yaml:2:3', 'b.yaml:9:3', 'a.yaml:1:3']);
  expect(checkResult([]).state).toBe('good');
  expect(checkResult([problem('warning', 'a.yaml')]).state).toBe('warnings');
  expect(placeOf(problem('error', 'a.yaml'))).toBe('a.yaml');
});

test('creating starts with a scenario that can be run and a title that is free', () => {
  expect(firstUsable([card('bad', [problem('error', 'x')]), card('good', [problem('warning', 'x')])])?.id).toBe('good');
  expect(firstUsable([card('bad', [problem('error', 'x')])])).toBeUndefined();
  expect(freeTitle('Flood', ['Flood', 'Flood 2'])).toBe('Flood 3');
  expect(freeTitle('Flood', [])).toBe('Flood');
});

test('languages are named in themselves, and an unknown code stays as it is', () => {
  expect([languageName('en'), languageName('ko'), languageName('??')]).toEqual(['English', '한국어', '??']);
});

const seats: ExerciseSeat[] = [
  { seat: 'control', linked: false, sessions: 0, people: 0 },
  { seat: 'control:up', party: 'up', playedByControl: false, linked: false, sessions: 0, people: 0 },
  { seat: 'evaluators:up', party: 'up', playedByControl: false, linked: false, sessions: 0, people: 0 },
  { seat: 'seat:dam', party: 'up', playedByControl: false, linked: false, sessions: 0, people: 0 },
  { seat: 'seat:third', party: 'sim', playedByControl: true, linked: false, sessions: 0, people: 0 },
  { seat: 'public', linked: false, sessions: 0, people: 0 },
];
const scenario = {
  parties: [
    { id: 'up', name: 'Upstream', letter: 'U', playedByControl: false },
    { id: 'sim', name: 'Third', letter: 'T', playedByControl: true },
  ],
  structure: [{ id: 'up', name: 'Upstream', cells: [{ id: 'c', name: 'Dam', seats: [{ id: 'dam', name: 'Chief' }] }] }],
};

test('the sheet of links is grouped by party, seats before controllers, the exercise’s own posts last', () => {
  const groups = slipGroups(seats, scenario);
  expect(groups.map((g) => [g.party?.id, g.slips.map((s) => s.seat)])).toEqual([
    ['up', ['seat:dam', 'control:up', 'evaluators:up']],
    ['sim', ['seat:third']],
    [undefined, ['control', 'public']],
  ]);
  expect(groups[0]?.slips[0]).toMatchObject({ name: 'Chief', cell: 'Dam', post: 'seat' });
});

test('only slips with a link are printed, and the director’s own post gets none unless asked', () => {
  expect(usualSeats(seats)).toEqual(['control:up', 'evaluators:up', 'seat:dam', 'public']);
  const [first, ...rest] = withLinks(slipGroups(seats, scenario), [{ seat: 'seat:dam', url: 'http://h/join#x' }]);
  expect(rest).toEqual([]);
  expect(asText(first as never, (s) => s.seat)).toBe('seat:dam\thttp://h/join#x');
});

test('a scenario that is gone leaves the places with their addresses', () => {
  expect(slipGroups(seats, undefined).flatMap((g) => g.slips)).toHaveLength(6);
});

test('every place of the lobby has an address of its own, and Back finds it again', () => {
  for (const place of [
    { at: 'lobby' },
    { at: 'create', scenario: 'a b' },
    { at: 'create', scenario: undefined },
    { at: 'links', exercise: 'x/1' },
    { at: 'read', scenario: '홍수' },
    { at: 'import' },
  ] as const)
    expect(placeFrom(hashOf(place))).toEqual(place);
  expect(placeFrom('#director=abc-1')).toEqual({ at: 'director', token: 'abc-1' });
  expect(placeFrom('#director=50%')).toEqual({ at: 'director', token: '50%' });
  expect(placeFrom('#/nowhere')).toEqual({ at: 'lobby' });
});

test('both catalogues have the same keys', () => {
  const keys = (words: object, path = ''): string[] =>
    Object.entries(words).flatMap(([k, v]) =>
      typeof v === 'object' ? keys(v as object, `${path}${k}.`) : [`${path}${k}`.replace(/_(one|other)$/, '')],
    );
  expect([...new Set(keys(ko))].sort()).toEqual([...new Set(keys(en))].sort());
});
