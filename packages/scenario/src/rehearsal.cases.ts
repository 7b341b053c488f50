import type { Case } from './check.cases.ts';

/** What a scenario says of its rehearsal: of each problem, what causes it. */
export const REHEARSAL_CASES: readonly Case[] = [
  ...(
    [
      // Where a time is meant, a bare number would count milliseconds, and a duration where a number is meant, too.
      ['bad-duration', '82:90', 'behaviours: [{default: true, rules: [{on: {waits: decide}, after: {uniform: [2, 12]}, do: settle}]}]'],
      ['wrong-type', '82:56', 'uncertainties: [{id: x, number: {uniform: [PT2M, PT3M]}}]'],
      ['wrong-type', '82:46', 'uncertainties: [{id: x, minutes: 5}]'],
      ['wrong-type', '82:57', 'uncertainties: [{id: x, minutes: {uniform: [.nan, 3]}}]'],
      ['bad-duration', '82:57', 'uncertainties: [{id: x, minutes: {uniform: [low, 3]}}]'],
      ['unknown-distribution', '82:47', 'uncertainties: [{id: x, minutes: {gaussian: [1, 2]}}]'],
      ['distribution-keys', '82:46', 'uncertainties: [{id: x, minutes: {uniform: [1, 2], normal: [1, 2]}}]'],
      ['wrong-type', '82:79', 'behaviours: [{default: true, rules: [{on: {waits: decide}, after: 5, do: settle}]}]'],
      ['negative-time', '82:79', 'behaviours: [{default: true, rules: [{on: {waits: decide}, after: -PT5M, do: settle}]}]'],
      ['after-end', '82:62', 'behaviours: [{default: true, rules: [{on: {time: PT9H}, do: {do: WriteNote, text: T}}]}]'],
      ['after-end', '82:67', 'measures: [{id: m, holds: {milestone: consulted}, by: PT9H}]'],
      [
        'no-delay',
        '82:118',
        'uncertainties: [{id: x, chance: 0.5}], behaviours: [{default: true, rules: [{on: {waits: decide}, after: x, do: settle}]}]',
      ],
      [
        'no-chance',
        '82:134',
        'uncertainties: [{id: x, minutes: {uniform: [1, 2]}}], behaviours: [{default: true, rules: [{on: {waits: decide}, chance: x, do: settle}]}]',
      ],
      [
        'no-chance',
        '82:133',
        'uncertainties: [{id: x, number: {uniform: [0, 2]}}], behaviours: [{default: true, rules: [{on: {waits: decide}, chance: x, do: settle}]}]',
      ],
      ['nothing-to-settle', '82:73', 'behaviours: [{default: true, rules: [{on: {time: PT5M}, do: settle}]}]'],
      [
        'nothing-to-settle',
        '82:110',
        'behaviours: [{default: true, rules: [{on: {delivery: i-010}, do: {do: WriteNote, text: T}, else: {decision: refuse}}]}]',
      ],
      ['missing-key', '82:73', 'behaviours: [{default: true, rules: [{on: {time: PT5M}, do: {do: WriteNote}}]}]'],
      ['unknown-command', '82:78', 'behaviours: [{default: true, rules: [{on: {time: PT5M}, do: {do: WriteNotes, text: T}}]}]'],
      [
        'unknown-address',
        '82:96',
        "behaviours: [{default: true, rules: [{on: {time: PT5M}, do: {do: SendMessage, to: ['seat:nobody'], text: T}}]}]",
      ],
      ['not-for-seat', '82:77', 'behaviours: [{seat: a-lead, rules: [{on: {time: PT5M}, do: {do: JumpClock, to: PT1H}}]}]'],
      ['clock-in-rule', '82:78', 'behaviours: [{control: true, rules: [{on: {time: PT5M}, do: {do: JumpClock, to: PT1H}}]}]'],
      ['clock-in-rule', '82:93', 'behaviours: [{control: true, rules: [{on: {time: PT5M}, do: nothing, else: {do: SetRate, rate: 2}}]}]'],
      [
        'unknown-label',
        '82:134',
        'levers: [{id: x, options: [{id: a, behaviours: [{party: a, rules: [{on: {time: PT5M}, do: {do: WithdrawRequest, request: asked}}]}]}, {id: b}]}]',
      ],
      [
        'set-twice',
        '82:127',
        'uncertainties: [{id: x, number: {uniform: [1, 2]}, variable: alert}, {id: y, number: {uniform: [1, 2]}, variable: alert}]',
      ],
      [
        'set-twice',
        '82:130',
        'uncertainties: [{id: x, number: {uniform: [1, 2]}, variable: alert}], levers: [{id: l, options: [{id: a, variables: {alert: 1}}, {id: b}]}]',
      ],
      [
        'set-twice',
        '82:100',
        'levers: [{id: l, options: [{id: a, onward: free}, {id: b}]}, {id: k, options: [{id: a, onward: free}, {id: b}]}]',
      ],
      ['duplicate-id', '82:54', 'levers: [{id: l, options: [{id: a}, {id: a, variables: {alert: 1}}]}]'],
      [
        'duplicate-id',
        '82:97',
        'uncertainties: [{id: x, number: {uniform: [1, 2]}, variable: alert}], levers: [{id: x, options: [{id: a}, {id: b}]}]',
      ],
      ['duplicate-id', '82:34', 'uncertainties: [{id: run, number: {uniform: [1, 2]}, variable: alert}]'],
      [
        'out-of-bounds',
        '82:123',
        'uncertainties: [{id: x, chance: 0.5, variable: alert}], levers: [{id: l, options: [{id: a, uncertainties: {x: 7}}, {id: b}]}]',
      ],
      [
        'no-joint-measure',
        '82:101',
        'measures: [{id: m, party: a, holds: {milestone: consulted}}], assert: [{id: x, measure: response, atLeast: 0.5}]',
      ],
      ['measure-response', '82:29', 'measures: [{id: response, holds: {milestone: consulted}}]'],
      ['bad-value', '82:22', 'assert: [{id: x, inject: i-010, atLeast: 0.9, atMost: 0.1}]'],
      ['bad-value', '82:22', 'assert: [{id: x, waiting: 3, atLeast: 0.5}]'],
      ['bad-value', '82:22', 'assert: [{id: x, inject: i-010, inHalf: true, atLeast: 0.5}]'],
      ['bad-duration', '82:28', 'limits: {idle: 5}'],
      ['out-of-bounds', '82:31', 'limits: {waiting: 31}'],
      ['out-of-bounds', '82:39', 'assert: [{id: x, waiting: 31}]'],
      ['uncertainty-idle', '82:34', 'uncertainties: [{id: x, chance: 0.5}]'],
    ] as const
  ).map(([code, at, of]): Case => [code, at, ['labels: tlp\n', `labels: tlp\nrehearsal: {${of}}\n`]]),
];
