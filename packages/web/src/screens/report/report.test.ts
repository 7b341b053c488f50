import type { AnyEvent } from '@entente/engine';
import { expect, test } from 'vitest';
import { objectivesOf, reportExpected } from '../../capabilities/expected/report/objectives.ts';
import { reportInjects } from '../../capabilities/injects/report/reportInjects.ts';
import { reportAsked, statementsOf } from '../../capabilities/messages/report/statements.ts';
import { reportOf } from '../../kit/report/model.ts';
import { cited, happened } from '../../kit/report/numbers.ts';
import { directory, flood, opened, recordOf } from '../../kit/review/record.fixture.ts';

test('numbers are cited as ranges, and what is left out is counted', () => {
  expect(cited([3, 9, 10, 11, 14])).toEqual({ text: '3, 9–11, 14', left: 0 });
  expect(cited([1, 3, 5, 6, 8], 2)).toEqual({ text: '1, 3', left: 3 });
  expect(cited([])).toEqual({ text: '', left: 0 });
});

test('lead control’s report tells when injects were delivered, read and acknowledged, and cites what happened, not what was planned', () => {
  const report = reportOf(flood, 'control');
  const [first] = reportInjects(report);
  expect(first).toMatchObject({
    number: '10',
    delivered: [{ to: ['party:up'] }, { to: ['party:down'] }],
    readBy: [{ seat: 'seat:dam-chief', at: 720_000 }],
    acknowledgedBy: [
      { seat: 'seat:dam-chief', at: 720_000 },
      { seat: 'seat:rescue-chief', at: 960_000 },
    ],
  });
  // 3 is the plan, 9 and 11 link deliveries to it.
  expect(first?.numbers).toEqual([7, 8, 10, 13, 14, 15]);
  expect(reportExpected(report)).toMatchObject([{ number: '11', status: 'late', numbers: [12, 16, 18] }]);
});

test('a report cites no event that its edition does not hold: evidence without a number is left out', () => {
  const held = flood.filter((e) => ['d-up', 'm1'].includes(e.id) || e.no <= 2).map((e, i) => ({ ...e, no: i + 1 }));
  const report = reportOf(held, 'party:up');
  const numbers = [...reportInjects(report), ...reportAsked(report), ...reportExpected(report), ...statementsOf(report)].flatMap(
    (l) => l.numbers,
  );
  expect(numbers).toEqual([3, 4]);
  expect(report.numbersOf(['d-down', 'm3', 'no-such-event'])).toEqual([]);
});

test('planning, links, the authors’ notes and the details of a real emergency are never listed', () => {
  const types = (list: AnyEvent[]) =>
    recordOf(...list.map((e) => [0, e] as const))
      .filter(happened)
      .map((e) => e.event.type);
  expect(
    types([
      { type: 'EmergencyRaised' },
      { type: 'EmergencyDetailed', emergency: 'x', seat: 'seat:a', text: 'private' },
      { type: 'MoveBriefPlanned', move: 'm', text: 'later' },
      { type: 'SpokenFor', message: 'm', by: 'control' },
      { type: 'DeliveryLinked', inject: 'i', delivery: 'd' },
    ]),
  ).toEqual(['EmergencyRaised']);
});

test('what is said to the public is a statement, by seats and in the news, and not among the messages', () => {
  const said = (from: string, to: string[]): AnyEvent => ({
    type: 'MessageSent',
    from,
    to,
    text: `from ${from}`,
    purpose: 'inform',
    channel: 'message',
    label: 'TLP:CLEAR',
  });
  const report = reportOf(
    recordOf(
      [0, opened],
      [0, directory],
      [5, said('seat:dam-chief', ['public'])],
      [6, said('entity:wire', ['public'])],
      [7, said('seat:dam-chief', ['party:down'])],
    ),
    'public',
  );
  expect(statementsOf(report).map((s) => [s.from, s.bySeat, s.numbers])).toEqual([
    ['seat:dam-chief', true, [3]],
    ['entity:wire', false, [4]],
  ]);
  expect(reportAsked(report).map((m) => m.to)).toEqual([['party:down']]);
});

test('objectives stand with the expected actions and injects that bear on them, and those without evidence stand too', () => {
  const card = { number: '1', by: 'party:up', text: 'Warns', within: 60_000, bySight: true, controller: 'control', task: 't1' };
  const report = reportOf(
    recordOf(
      [0, opened],
      [0, directory],
      [
        0,
        {
          type: 'ObjectivesGiven',
          objectives: [
            {
              id: 'o1',
              text: 'Warn',
              tasks: [
                { id: 't1', text: 'Call' },
                { id: 't2', text: 'Write' },
              ],
            },
          ],
        },
      ],
      [0, { type: 'ExpectedPlanned', expected: 'x', card }],
      [1, { type: 'ExpectedOpened', expected: 'x', from: 60_000, deadline: 120_000 }],
      [2, { type: 'ExpectedSeen', expected: 'x', late: false }],
    ),
    'control',
  );
  expect(objectivesOf(report).map((o) => [o.task, o.expected.map((e) => e.status), o.numbers])).toEqual([
    [undefined, [], []],
    ['Call', ['met'], [5, 6]],
    ['Write', [], []],
  ]);
});
