import { describe, expect, it } from 'vitest';
import { smallScenario } from '../testing/fixture.ts';
import { HARBOUR_POLICY } from '../testing/labels.ts';
import { Table } from '../testing/table.ts';

/**
 * Every label × audience × standing, for two policies. The expected cells are written from the policies’ own words and
 * use nothing of the room:
 *
 * TLP 2.0 (FIRST): RED “individual recipients only, no further” · AMBER+STRICT “the organization only” · AMBER “their
 * organization and its clients” · GREEN “their community”, not public · CLEAR “no limit on disclosure”. The source decides
 * whom it addresses; a recipient who wants to go further asks the source.
 * Originator control (the exercise’s rule): passing on to another party needs the originator’s word, in each case or in
 * advance; giving it back to its originator needs none; with the own party’s discretion a seat that may release decides within the label; with free sharing every holder.
 *
 * What the originator has asked the holder to destroy goes nowhere.
 *
 * `.` goes · `L` the label keeps it · `W` needs the originator’s word · `R` the seat may not release · `C` not cleared · `D` to be destroyed
 */
const AUDIENCES = [
  'seat:a-press',
  'cell:a-cell',
  'party:a',
  'seat:c-lead',
  'party:c',
  'seat:b-lead',
  'cell:b-cell',
  'party:b',
  'everyone',
  'public',
];
const CODES: Record<string, string> = {
  L: 'label-keeps-it',
  W: 'needs-word',
  R: 'may-not-release',
  C: 'not-cleared',
  D: 'recalled',
};

interface Standing {
  readonly by: string;
  readonly originator: string;
  readonly onward: string;
  /** The originator’s word for parties b and c. */
  readonly word?: 'granted' | 'listed';
  /** The originator has asked the holder’s party to destroy it. */
  readonly recalled?: boolean;
}
const ORIGINATOR = { by: 'seat:a-lead', originator: 'party:a', onward: 'originator-approval' };
const HOLDER = { by: 'seat:a-lead', originator: 'wire', onward: 'originator-approval' };
/** A party’s clients are the third party; the other party is nobody’s client. */
const CLIENTS = { a: ['c'] };

// Columns: own seat, own cell, own party | client’s seat, client | other’s seat, other’s cell, other | everyone, public
const TLP: readonly [string, Standing, Readonly<Record<string, string>>][] = [
  [
    'the originator',
    ORIGINATOR,
    {
      'TLP:RED': '.LL .L .LL LL',
      'TLP:AMBER+STRICT': '... .. ... LL',
      'TLP:AMBER': '... .. ... LL',
      'TLP:GREEN': '... .. ... .L',
      'TLP:CLEAR': '... .. ... ..',
    },
  ],
  [
    'a seat of the originator that may not release',
    { ...ORIGINATOR, by: 'seat:a-press' },
    {
      'TLP:RED': '.LL RR RRR RR',
      'TLP:AMBER+STRICT': '... RR RRR RR',
      'TLP:AMBER': '... RR RRR RR',
      'TLP:GREEN': '... RR RRR RR',
      'TLP:CLEAR': '... RR RRR RR',
    },
  ],
  [
    'a holder, under originator control',
    HOLDER,
    {
      'TLP:RED': 'WLL WL WLL LL',
      'TLP:AMBER+STRICT': '... WW WWW LL',
      'TLP:AMBER': '... WW WWW LL',
      'TLP:GREEN': '... WW WWW WL',
      'TLP:CLEAR': '... WW WWW WW',
    },
  ],
  [
    'a holder with the originator’s word for these parties',
    { ...HOLDER, word: 'granted' },
    {
      'TLP:RED': 'WLL .L .LL LL',
      'TLP:AMBER+STRICT': '... .. ... LL',
      'TLP:AMBER': '... .. ... LL',
      'TLP:GREEN': '... .. ... WL',
      'TLP:CLEAR': '... .. ... WW',
    },
  ],
  [
    'a holder of what is releasable to these parties',
    { ...HOLDER, word: 'listed' },
    {
      'TLP:RED': 'WLL .L .LL LL',
      'TLP:AMBER+STRICT': '... .. ... LL',
      'TLP:AMBER': '... .. ... LL',
      'TLP:GREEN': '... .. ... WL',
      'TLP:CLEAR': '... .. ... WW',
    },
  ],
  [
    'a holder at its party’s discretion',
    { ...HOLDER, onward: 'own-discretion' },
    {
      'TLP:RED': 'WLL WL WLL LL',
      'TLP:AMBER+STRICT': '... WW WWW LL',
      'TLP:AMBER': '... .. WWW LL',
      'TLP:GREEN': '... .. ... .L',
      'TLP:CLEAR': '... .. ... ..',
    },
  ],
  [
    'a holder’s seat that may not release, at its party’s discretion',
    { ...HOLDER, by: 'seat:a-press', onward: 'own-discretion' },
    {
      'TLP:RED': 'WLL RR RRR RR',
      'TLP:AMBER+STRICT': '... RR RRR RR',
      'TLP:AMBER': '... RR RRR RR',
      'TLP:GREEN': '... RR RRR RR',
      'TLP:CLEAR': '... RR RRR RR',
    },
  ],
  [
    'any holder, where sharing is free',
    { ...HOLDER, by: 'seat:a-press', onward: 'free' },
    {
      'TLP:RED': 'WLL WL WLL LL',
      'TLP:AMBER+STRICT': '... WW WWW LL',
      'TLP:AMBER': '... .. WWW LL',
      'TLP:GREEN': '... .. ... .L',
      'TLP:CLEAR': '... .. ... ..',
    },
  ],
  [
    'a holder of what is the other party’s own',
    { ...HOLDER, originator: 'party:b' },
    {
      'TLP:RED': 'WLL WL .LL LL',
      'TLP:AMBER+STRICT': '... WW ... LL',
      'TLP:AMBER': '... WW ... LL',
      'TLP:GREEN': '... WW ... WL',
      'TLP:CLEAR': '... WW ... WW',
    },
  ],
  [
    'a holder with a word in advance that was then asked to destroy it',
    { ...HOLDER, word: 'listed', recalled: true },
    {
      'TLP:RED': 'DDD DD DDD DD',
      'TLP:AMBER': 'DDD DD DDD DD',
      'TLP:CLEAR': 'DDD DD DDD DD',
    },
  ],
  [
    'any holder that was asked to destroy it, where sharing is free',
    { ...HOLDER, onward: 'free', recalled: true },
    { 'TLP:GREEN': 'DDD DD DDD DD', 'TLP:CLEAR': 'DDD DD DDD DD' },
  ],
];

/**
 * The harbour policy: OPEN to everybody, HARBOUR to all parties, QUAY to one’s own house, SEALED by name. `REL` needs any
 * of its values, `NEED` all of them, `ABOUT` none. A reads NORTH, MED and CARGO; B reads SOUTH and MED; C reads WEST, and
 * nothing SEALED. The public has no values.
 */
const HARBOUR: typeof TLP = [
  [
    'the originator',
    ORIGINATOR,
    {
      OPEN: '... .. ... ..',
      HARBOUR: '... .. ... .L',
      QUAY: '... .. ... LL',
      SEALED: '.LL CL .LL LL',
      'OPEN//ABOUT TIDE': '... .. ... ..',
      'OPEN//NEED MED': '... CC ... CC',
      'OPEN//NEED CARGO': '... CC CCC CC',
      'HARBOUR//NEED MED,CARGO': '... CC CCC CL',
      'HARBOUR//REL NORTH,SOUTH': '... CC ... CL',
      'HARBOUR//REL SOUTH': 'CCC CC ... CL',
      'HARBOUR//REL SOUTH,WEST//NEED MED': 'CCC CC ... CL',
      'OPEN//REL NORTH,SOUTH,WEST': '... .. ... .C',
      'QUAY//REL WEST//ABOUT TIDE': 'CCC .. CCC LL',
      'HARBOUR//REL NONE': 'CCC CC CCC CL',
    },
  ],
  [
    'a holder, under originator control',
    HOLDER,
    {
      OPEN: '... WW WWW WW',
      HARBOUR: '... WW WWW WL',
      QUAY: '... WW WWW LL',
      SEALED: 'WLL CL WLL LL',
      'OPEN//NEED MED': '... CC WWW CC',
      'HARBOUR//REL SOUTH': 'CCC CC WWW CL',
    },
  ],
  [
    'a holder of what is releasable to these parties',
    { ...HOLDER, word: 'listed' },
    {
      OPEN: '... .. ... WW',
      QUAY: '... .. ... LL',
      SEALED: 'WLL CL .LL LL',
      'OPEN//NEED MED': '... CC ... CC',
      'HARBOUR//REL SOUTH': 'CCC CC ... CL',
    },
  ],
  [
    'any holder, where sharing is free',
    { ...HOLDER, by: 'seat:a-press', onward: 'free' },
    {
      OPEN: '... .. ... ..',
      HARBOUR: '... .. ... .L',
      QUAY: '... WW WWW LL',
      SEALED: 'WLL CL WLL LL',
      'OPEN//NEED MED': '... CC ... CC',
      'HARBOUR//REL SOUTH': 'CCC CC ... CL',
    },
  ],
  [
    'a holder of what is the other party’s own',
    { ...HOLDER, originator: 'party:b' },
    {
      OPEN: '... WW ... WW',
      QUAY: '... WW ... LL',
      SEALED: 'WLL CL .LL LL',
      'OPEN//NEED CARGO': '... CC CCC CC',
      'HARBOUR//NEED MED': '... CC ... CL',
    },
  ],
  [
    'a holder with a word in advance that was then asked to destroy it',
    { ...HOLDER, word: 'listed', recalled: true },
    { OPEN: 'DDD DD DDD DD', SEALED: 'DDD DD DDD DD', 'OPEN//NEED MED': 'DDD DD DDD DD' },
  ],
];

/** A table where the acting seat holds one item for each audience, all with one label. */
function tableOf(standing: Standing, label: string, policy: object): Table {
  const items = AUDIENCES.map((_, i) => ({
    id: `i${i}`,
    title: 'Item',
    originator: standing.originator,
    held: [standing.by],
    onward: standing.onward,
    portions: [{ text: 'Words.', label, ...(standing.word === 'listed' ? { releasableTo: ['b', 'c'] } : {}) }],
  }));
  const scenario = smallScenario({ items, ...policy });
  for (const party of scenario.parties) Object.assign(party, { clients: CLIENTS[party.id as 'a'] ?? [] });
  return new Table(scenario).start();
}

function cells(standing: Standing, label: string, policy: object): string {
  const table = tableOf(standing, label, policy);
  return AUDIENCES.map((to, i) => {
    const item = [...table.exercise.world.sharing.items.values()].find((x) => x.plan?.scenario === `i${i}`)?.id as string;
    if (standing.word === 'granted') {
      table.ok(standing.by, {
        type: 'RequestItem',
        to: 'entity:wire',
        text: 'May they?',
        about: item,
        for: ['party:b', 'party:c'],
        due: 60_000,
      });
      const request = [...table.exercise.world.sharing.requests.keys()].at(-1);
      table.ok('control', { type: 'DecideRequest', request, decision: 'grant' });
    }
    if (standing.recalled) table.ok('control', { type: 'RecallItem', item, from: ['party:a'] });
    const before = table.record.length;
    const answer = table.say(standing.by, { type: 'ReleaseItem', item, to: [to] });
    if (answer.ok) {
      const given = table.record.slice(before).filter((r) => r.event.type === 'ItemGiven');
      return given.length === 1 ? '.' : '?';
    }
    // What is refused changes nothing.
    if (table.record.slice(before).some((r) => r.event.type.startsWith('Item'))) return '!';
    return Object.entries(CODES).find(([, code]) => code === answer.rejection.code)?.[0] ?? answer.rejection.code;
  }).join('');
}

for (const [name, rows, policy] of [
  ['TLP 2.0', TLP, {}],
  ['a policy with levels and categories', HARBOUR, { labels: HARBOUR_POLICY }],
] as const)
  describe(`${name}: what`, () => {
    for (const [who, standing, expected] of rows)
      describe(`${who} may give to whom`, () => {
        for (const [label, row] of Object.entries(expected))
          it(`of ${label}: ${row}`, () => {
            expect(cells(standing, label, policy)).toBe(row.replaceAll(' ', ''));
          });
      });
  });
