import type { Case } from './check.cases.ts';

/** The same of topics, terms, lines, press desks, and of what is planned to be said. */
export const PRESS_CASES: readonly Case[] = [
  ['unknown-topic', '96:12', ['    topic: drill\n', '    topic: dril\n']],
  ['unknown-topic', '97:19', ['mistakenFor: [plan]', 'mistakenFor: [plane]']],
  ['unknown-topic', '100:109', ['[{topic: plan, stance', '[{topic: plane, stance']],
  ['mistaken-for-itself', '97:25', ['mistakenFor: [plan]', 'mistakenFor: [plan, drill]']],
  ['unknown-party', '98:57', ['b: {en: In the field', 'c: {en: In the field']],
  ['text-lacks-language', '98:60', ['{en: In the field., ko: 현장에서.}', '{en: In the field.}']],
  ['not-of-topic', '100:124', ['claims: [{topic: plan, stance: affirmed}]', 'claims: [{topic: drill, stance: open}]']],
  ['claimed-twice', '100:142', ['stance: affirmed}]}', 'stance: affirmed}, {topic: plan, stance: denied}]}']],
  ['unknown-term', '100:139', ['{topic: plan, stance: affirmed}', '{topic: plan, stance: affirmed, term: drill}']],
  ['unknown-party', '100:88', ['agreed: [a, b]', 'agreed: [a, c]']],
  ['duplicate-id', '93:10', ['terms:\n', '  - {id: plan, name: {en: P, ko: P}}\nterms:\n']],
  ['duplicate-id', '101:10', ['press:\n', '  - {id: agreed, name: {en: L, ko: L}, text: {en: L., ko: L.}, agreed: [a]}\npress:\n']],
  ['unknown-party', '102:13', ['{party: a, clear', '{party: aa, clear']],
  ['unknown-address', '102:27', ["['seat:a-desk'], ex", "['seat:a-dask'], ex"]],
  ['seat-of-another', '102:27', ["['seat:a-desk'], ex", "['seat:b-lead'], ex"]],
  ['clearer-twice', '102:42', ["['seat:a-desk'], ex", "['seat:a-desk', 'seat:a-desk'], ex"]],
  ['desk-twice', '103:13', ['expired: blocks}\n', 'expired: blocks}\n  - {party: a}\n']],
  ['passes-nowhere', '102:52', ['expired: blocks', 'expired: passes-up']],
  ['unknown-seat', '102:68', ['expired: blocks', 'expired: blocks, ranks: {b-lead: senior}']],
  ['clears-own', '102:26', ["['seat:a-desk'], ex", "['seat:a-lead'], ex"]],
  ['nobody-speaks', '102:13', ["{party: a, clearers: ['seat:a-desk']", "{party: b, clearers: ['seat:b-lead']"]],
  ['outlet-speaks', '24:74', ['kind: media}', 'kind: media, speaksFor: a}']],
  ['no-outlet', '24:71', ['kind: media}', 'kind: other, medium: wire}']],
  ['rank-of-nobody', '24:69', ['kind: media}', 'kind: other, rank: head}']],
  ['unknown-party', '24:74', ['kind: media}', 'kind: other, speaksFor: c}']],
  [
    'unknown-speaker',
    '105:22',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-desk', claims: [{topic: drill, stance: denied, term: drills}]}\n",
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: word\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'unknown-outlet',
    '105:52',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-lead', question: {by: wires, text: {en: Q?, ko: Q?}}, claims: [{topic: drill, stance: denied, term: drills}]}\n",
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: word\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'unknown-outlet',
    '105:25',
    [
      'expired: blocks}\n',
      'expired: blocks}\nreports:\n  - {id: story, outlet: wires, reads: [], claims: [{topic: plan, stance: denied}]}\n',
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: story\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'unknown-outlet',
    '105:19',
    ['expired: blocks}\n', 'expired: blocks}\nquestions:\n  - {id: why, by: wires}\n'],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: why\n    to: [party:b]\n    title: {en: A reminder'],
  ],
  [
    'unknown-line',
    '105:43',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-lead', line: agred, claims: [{topic: drill, stance: denied, term: drills}]}\n",
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: word\n    to: [public]\n    title: {en: A reminder'],
  ],
  // What corrects is in every language in which the first was.
  [
    'text-lacks-language',
    '106:59',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-lead', text: {en: No., ko: 아닙니다.}}\n  - {id: anew, from: 'seat:a-lead', corrects: word, text: {en: Yes.}}\n",
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: word\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'unknown-topic',
    '105:54',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-lead', claims: [{topic: drills, stance: denied, term: drills}]}\n",
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: word\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'unknown-said',
    '107:39',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-lead', claims: [{topic: drill, stance: denied, term: drills}]}\nreports:\n  - {id: story, outlet: wire, reads: [wrod], claims: [{topic: plan, stance: denied}]}\n",
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: story\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'unknown-said',
    '105:47',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-lead', corrects: story, claims: [{topic: drill, stance: denied, term: drills}]}\nreports:\n  - {id: story, outlet: wire, reads: [], claims: [{topic: plan, stance: denied}]}\n",
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: word\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'unknown-said',
    '54:11',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-lead', claims: [{topic: drill, stance: denied, term: drills}]}\n",
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: wrod\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'reads-cycle',
    '105:38',
    [
      'expired: blocks}\n',
      'expired: blocks}\nreports:\n  - {id: story, outlet: wire, reads: [story], claims: [{topic: plan, stance: denied}]}\n',
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: story\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'duplicate-id',
    '107:10',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-lead', claims: [{topic: drill, stance: denied, term: drills}]}\nreports:\n  - {id: word, outlet: wire, reads: [], claims: [{topic: plan, stance: denied}]}\n",
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: word\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'asks-nobody',
    '54:11',
    ['expired: blocks}\n', 'expired: blocks}\nquestions:\n  - {id: why, by: wire}\n'],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: why\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'says-to-some',
    '54:11',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-lead', claims: [{topic: drill, stance: denied, term: drills}]}\n",
    ],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: word\n    to: [party:b]\n    title: {en: A reminder'],
  ],
  [
    'said-twice',
    '55:11',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-lead', claims: [{topic: drill, stance: denied, term: drills}]}\n",
    ],
    ['    to: [party:a]\n    title: {en: A question', '    says: word\n    to: [public]\n    title: {en: A question'],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: word\n    to: [public]\n    title: {en: A reminder'],
  ],
  [
    'said-idle',
    '104:5',
    [
      'expired: blocks}\n',
      "expired: blocks}\nstatements:\n  - {id: word, from: 'seat:a-lead', claims: [{topic: drill, stance: denied, term: drills}]}\n",
    ],
  ],
  [
    'unknown-term',
    '54:13',
    ['    to: [party:b]\n    title: {en: A reminder', '    tells: [drill]\n    to: [party:b]\n    title: {en: A reminder'],
  ],
  ['unknown-sender', '104:15', ['expired: blocks}\n', 'expired: blocks}\nposts:\n  list: [{by: wires, text: {en: T, ko: T}}]\n']],
  [
    'negative-time',
    '105:33',
    ['expired: blocks}\n', 'expired: blocks}\nquestions:\n  - {id: why, by: wire, within: -PT5M}\n'],
    ['    to: [party:b]\n    title: {en: A reminder', '    says: why\n    to: [party:b]\n    title: {en: A reminder'],
  ],
  ['off-grain', '100:83', ['agreed: [a, b]', 'until: PT10M5S, agreed: [a, b]']],
  ['unknown-topic', '64:31', ['seen: {milestone: consulted}', 'seen: {statement: {topic: plans}}']],
  ['not-of-topic', '64:46', ['seen: {milestone: consulted}', 'seen: {statement: {topic: drill, stance: open}}']],
  ['unknown-line', '64:30', ['seen: {milestone: consulted}', 'seen: {statement: {line: agred}}']],
  ['unknown-said', '64:34', ['seen: {milestone: consulted}', 'seen: {statement: {corrects: word}}']],
  ['unknown-outlet', '64:29', ['seen: {milestone: consulted}', 'seen: {report: {outlet: wires}}']],
  ['unknown-party', '64:44', ['seen: {milestone: consulted}', 'seen: {topic: {is: ambiguous, between: [a, c]}}']],
  ['message-in-public', '64:26', ['seen: {milestone: consulted}', 'seen: {message: {to: public}}']],
  ['message-to-outlet', '64:26', ['seen: {milestone: consulted}', "seen: {message: {to: 'entity:wire'}}"]],
  ['says-nothing', '54:9', ['    to: [party:b]\n    title: {en: A reminder', '    to: [public]\n    title: {en: A reminder']],
];
