import type { Bounds, Condition } from '@entente/engine';
import { expect, it } from 'vitest';
import { canFail, canHold, flaws } from './logic.ts';

const setting: Bounds = {
  end: 7_200_000,
  variables: new Map<string, string | number | boolean>([
    ['alert', 0],
    ['open', true],
    ['mood', 'calm'],
  ]),
};
const alert = (asked: { is?: number; atLeast?: number; atMost?: number }): Condition => ({ variable: { id: 'alert', ...asked } });
const m: Condition = { milestone: 'm' };
const inject = (is: 'released' | 'read' | 'acknowledged' | 'skipped', by?: string): Condition => ({
  inject: { id: 'i', is, ...(by ? { by } : {}) },
});
type ItemIs = 'held' | 'released' | 'requested' | 'refused' | 'acknowledged' | 'recalled';
const item = (is: ItemIs, by?: string): Condition => ({ item: { id: 'x', is, ...(by ? { by } : {}) } });
const request = (is: 'made' | 'granted' | 'refused' | 'overdue', more: { from?: string; to?: string } = {}): Condition => ({
  request: { is, ...more },
});
const both = (...all: Condition[]): Condition => ({ all });
const not = (c: Condition): Condition => ({ not: c });

const NEVER: [string, Condition][] = [
  ['a milestone and its opposite', both(m, not(m))],
  ['a variable of two values', both(alert({ is: 1 }), alert({ is: 2 }))],
  ['a variable at least 5 and at most 3', both(alert({ atLeast: 5 }), alert({ atMost: 3 }))],
  [
    'a truth that is neither true nor false',
    both(not({ variable: { id: 'open', is: true } }), not({ variable: { id: 'open', is: false } })),
  ],
  ['a time after the end', { time: 9_000_000 }],
  ['later than one hour and earlier than half', both({ time: 3_600_000 }, not({ time: 1_800_000 }))],
  ['read but not released', both(inject('read', 'seat:a'), not(inject('released')))],
  ['released and skipped', both(inject('released'), inject('skipped'))],
  ['met and missed', both({ expected: { id: 'e', is: 'met' } }, { expected: { id: 'e', is: 'missed' } })],
  ['late but not met', both({ expected: { id: 'e', is: 'late' } }, not({ expected: { id: 'e', is: 'met' } }))],
  [
    'a message of one purpose but none at all',
    both({ message: { from: 'party:a', purpose: 'ask' } }, not({ message: { from: 'party:a' } })),
  ],
  ['released to a party that does not hold it', both(item('released', 'party:b'), not(item('held', 'party:b')))],
  ['acknowledged by somebody, held by nobody', both(item('acknowledged', 'seat:b-lead'), not(item('held')))],
  ['asked back from a party that never had it', both(item('recalled', 'party:b'), not(item('held', 'party:b')))],
  ['refused without having been asked for', both(item('refused', 'party:b'), not(item('requested', 'party:b')))],
  ['a request refused that was not made', both(request('refused', { from: 'party:b' }), not(request('made')))],
  ['a request of one desk but none at all', both(request('overdue', { to: 'party:a' }), not(request('overdue')))],
  ['answered in time and by nobody', both({ matter: { is: 'in-time', by: 'b' } }, not({ matter: { is: 'answered', by: 'b' } }))],
  [
    'closed as agreed and never opened by its asker',
    both({ matter: { forum: 'f', is: 'closed', by: 'a', outcome: 'agreed' } }, not({ matter: { is: 'opened', by: 'a' } })),
  ],
  [
    'decided before asking, but not decided',
    both({ decision: { is: 'unasked', by: 'a', subject: 's' } }, not({ decision: { is: 'taken', by: 'a' } })),
  ],
  ['contradictions on every branch', both({ any: [both(m, not(m)), alert({ is: 1 })] }, alert({ atLeast: 2 }))],
];
const SOMETIMES: [string, Condition][] = [
  ['a number between two others', both(not(alert({ atMost: 1 })), not(alert({ atLeast: 2 })))],
  ['late and met', both({ expected: { id: 'e', is: 'late' } }, { expected: { id: 'e', is: 'met' } })],
  ['another word than those named', not({ variable: { id: 'mood', is: 'calm' } })],
  ['released but not read by one cell', both(inject('released'), not(inject('read', 'cell:a')))],
  [
    'the broader message without the narrower',
    both({ message: { from: 'party:a' } }, not({ message: { from: 'party:a', purpose: 'ask' } })),
  ],
  ['answered by who did not ask', both({ matter: { is: 'answered', by: 'b' } }, not({ matter: { is: 'opened', by: 'b' } }))],
  ['late, and in time in another matter', both({ matter: { is: 'late', by: 'b' } }, { matter: { is: 'in-time', by: 'b' } })],
  ['one decision after consulting and one before', both({ decision: { is: 'asked' } }, { decision: { is: 'unasked' } })],
  ['held by one party and not by another', both(item('held', 'party:a'), not(item('held', 'party:b')))],
  ['held without having been released', both(item('held', 'party:b'), not(item('released', 'party:b')))],
  ['asked back from a seat’s party, but not from that seat', both(item('recalled', 'seat:b-lead'), not(item('held', 'seat:b-lead')))],
  ['one request granted and another refused', both(request('granted'), request('refused'))],
  ['asked for, and neither granted nor refused', both(request('made'), not(request('granted')), not(request('refused')))],
  ['exactly at the end', { time: 7_200_000 }],
];

for (const [name, when] of NEVER) {
  it(`can never hold: ${name}`, () => expect(canHold(when, setting)).toBe('no'));
  it(`always fails, so its opposite always holds: ${name}`, () => expect(canFail(not(when), setting)).toBe('no'));
}
for (const [name, when] of SOMETIMES) {
  it(`may hold and may fail: ${name}`, () => expect([canHold(when, setting), canFail(when, setting)]).toEqual(['yes', 'yes']));
}

it('names the smallest part at fault', () => {
  expect(flaws({ any: [m, both(inject('read'), both(m, not(m)))] }, setting)).toEqual([{ path: ['any', 1, 'all', 1], flaw: 'never' }]);
  expect(flaws(both(m, { time: 0 }), setting)).toEqual([{ path: ['all', 1], flaw: 'always' }]);
});

it('says perhaps when a condition is too large to go through, and says it soon', () => {
  // Pigeons and holes: without a way to hold, and without a short proof.
  const pigeons = 9;
  const at = (p: number, h: number): Condition => ({ milestone: `${p}-${h}` });
  const holes = [...Array(pigeons - 1).keys()];
  const somewhere = [...Array(pigeons).keys()].map((p): Condition => ({ any: holes.map((h) => at(p, h)) }));
  const alone = holes.flatMap((h) =>
    [...Array(pigeons).keys()].flatMap((p) => [...Array(p).keys()].map((q) => not(both(at(p, h), at(q, h))))),
  );
  expect(canHold({ all: [...somewhere, ...alone] }, setting)).toBe('perhaps');
});
