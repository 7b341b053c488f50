import type { Table } from '@entente/engine/testing';
import { sharingStory } from '../../packages/engine/src/testing/sharing-story.ts';
import { seated } from './setting.ts';

/** Stories of information sharing, with more than one seat that decides, holds and is told on each side. */
export const SHARED: Readonly<Record<string, () => void>> = {
  'the sharing story': () => void sharingStory(),
  written: () => written(),
  released: () => released(),
  asked: () => asked(),
  worded: () => worded(),
  recalled: () => recalled(),
  revised: () => revised(),
  partly: () => partlyPublic(),
};

const item = (id: string, originator: string, held: string[], more: object = {}): object => ({
  id,
  title: id,
  originator,
  held,
  portions: [
    { text: `One of ${id}.`, label: 'TLP:GREEN' },
    { text: `Two of ${id}.`, label: 'TLP:AMBER' },
  ],
  ...more,
});
const FILE = { attachments: ['files/gauge.png'] };
const PLAIN = { portions: [{ text: 'Plain.', label: 'TLP:CLEAR' }] };

/** The item of a title, as it first was. */
function named(table: Table, title: string): string {
  for (const { id, plan, copies } of table.exercise.world.sharing.items.values())
    if ((plan?.card ?? copies.values().next().value?.card)?.title === title) return id;
  throw new Error(`no item ${title}`);
}
const due = (table: Table, minutes: number): number => table.exercise.now(table.wall) + minutes * 60_000;
const write = (title: string, more: object = {}) => ({ type: 'WriteItem' as const, title, portions: [{ text: `${title}.` }], ...more });
const asking = (table: Table, to: string, more: object = {}) => ({
  type: 'RequestItem' as const,
  to,
  text: 'Please.',
  due: due(table, 10),
  ...more,
});

/** Items that rest on each other, held from the start and written later by seats of both cells. */
function written(): void {
  const table = seated({
    items: [
      item('base', 'party:a', ['cell:a-ops', 'seat:b-lead'], FILE),
      item('shared', 'party:a', ['cell:a-out', 'seat:b-lead', 'cell:b-out', 'seat:d-desk'], { basedOn: ['base'] }),
      item('unheld', 'party:c', [], { basedOn: ['shared'], needs: ['party:b'], keepFrom: ['d'] }),
      item('theirs', 'party:b', ['party:b', 'seat:a-desk'], { basedOn: ['base', 'shared'] }),
    ],
  });
  table.ok('seat:a-lead', write('Of a-lead', { basedOn: [named(table, 'base')], attachments: ['map'] }));
  table.ok(
    'seat:a-desk',
    write('Of a-desk', { to: ['seat:a-watch', 'cell:a-out'], basedOn: [named(table, 'shared'), named(table, 'theirs')] }),
  );
  table.ok('seat:a-press', write('Of a-press', { to: ['seat:a-watch'] }));
  table.ok('seat:d-watch', write('Of d-watch', { to: ['party:d'] }));
  table.ok('control', write('Of c', { originator: 'party:c', to: ['seat:c-lead', 'party:c'] }));
  table.ok('control', write('Of the wire', { originator: 'entity:wire', to: ['seat:a-press', 'cell:b-out'], attachments: ['note'] }));
  table.refused('control', write('Unheld', { originator: 'entity:wire' }));
  for (const to of ['party:b', 'everyone', 'public', 'control', 'control:a', 'evaluators:a', 'entity:wire', 'seat:no-such'])
    for (const seat of ['seat:a-lead', 'control'])
      table.say(seat, write('Elsewhere', { to: [to], ...(seat === 'control' ? { originator: 'party:c' } : {}) }));
  table.refused('seat:a-lead', write('Elsewhere', { to: ['party:b'] }));
  table.refused('control:a', write('By a controller'));
  table.refused('seat:a-lead', write('Listed', { portions: [{ text: 'X', releasableTo: ['no-such'] }] }));
  table.ok('seat:a-watch', {
    type: 'SanitiseItem',
    item: named(table, 'base'),
    title: 'Less',
    portions: [{ of: 1, text: 'Milder.' }],
    reason: 'Source.',
  });
  table.ok('seat:a-watch', { type: 'ReleaseItem', item: named(table, 'Less'), to: ['seat:a-press'] });
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: named(table, 'base'), to: ['seat:a-press', 'seat:d-lead'] });
}

/** Wholes, parts and files to seats, cells, parties, everyone; the same again; read and acknowledged. */
function released(): void {
  const table = seated({
    items: [
      item('whole', 'party:a', ['party:a'], FILE),
      item('few', 'party:a', ['seat:a-lead', 'seat:a-watch', 'seat:a-desk'], FILE),
      item('open', 'party:a', ['cell:a-ops'], { ...PLAIN, onward: 'free' }),
      item('foreign', 'party:b', ['cell:a-ops'], { onward: 'own-discretion', ...PLAIN }),
      item('brought', 'wire', [], FILE),
    ],
    injects: [
      {
        id: 'i1',
        title: 'Brings',
        text: 'Brings.',
        to: ['seat:a-press', 'cell:b-ops', 'party:d'],
        item: 'brought',
        manual: true,
        at: 'PT1M',
      },
      { id: 'i2', title: 'Brings again', text: 'Brings again.', to: ['cell:b-out'], item: 'whole', at: 'PT2M' },
    ],
  });
  const give = (seat: string, title: string, to: string[], more: object = {}) =>
    table.ok(seat, { type: 'ReleaseItem', item: named(table, title), to, ...more });
  give('seat:a-lead', 'whole', ['seat:b-lead', 'cell:b-out', 'seat:d-lead', 'party:c'], { note: 'For you.' });
  give('seat:a-desk', 'few', ['party:b'], { portions: [0], title: 'Part of few' });
  give('seat:a-desk', 'few', ['cell:d-ops', 'seat:a-press'], { portions: [0], title: 'Part of few' });
  give('seat:a-desk', 'few', ['seat:d-press'], { portions: [0], title: 'Part of few' });
  give('seat:a-lead', 'few', ['seat:b-lead'], { portions: [0], title: 'Another part', files: [0] });
  give('seat:a-lead', 'open', ['everyone']);
  give('control', 'open', ['public']);
  give('seat:b-press', 'open', ['seat:d-lead']);
  give('seat:a-lead', 'foreign', ['party:d', 'seat:a-press']);
  give('seat:b-lead', 'whole', ['seat:b-watch']);
  give('control', 'few', ['seat:d-desk', 'cell:b-ops']);
  for (const to of ['control:b', 'evaluators', 'observers', 'entity:wire', 'seat:no-such'])
    table.refused('seat:a-lead', { type: 'ReleaseItem', item: named(table, 'whole'), to: [to] });
  table.refused('seat:a-lead', { type: 'ReleaseItem', item: named(table, 'whole'), to: ['seat:b-lead'] });
  table.ok('control', { type: 'ReleaseInject', inject: table.inject('i1') });
  table.wait(3);
  for (const seat of ['seat:b-lead', 'seat:b-watch', 'seat:b-press', 'seat:a-press', 'seat:d-lead', 'control:b', 'control'])
    for (const title of ['whole', 'few', 'open', 'brought', 'Part of few'])
      for (const type of ['ReadItem', 'AcknowledgeItem'] as const) table.say(seat, { type, item: named(table, title) });
  for (const seat of ['seat:b-lead', 'seat:d-watch', 'seat:a-press'])
    for (const { id } of [...table.seen(seat).world.injects.deliveries.values()])
      table.ok(seat, { type: 'AcknowledgeInject', delivery: id });
}

/** Requests: about what some of each side hold, decided by one of two who may, too late and by the head, withdrawn, answered again. */
function asked(): void {
  const table = seated({
    items: [
      item('known', 'party:a', ['seat:a-lead', 'seat:b-lead', 'seat:b-press', 'seat:d-lead']),
      item('both', 'party:a', ['seat:a-lead', 'seat:a-desk', 'seat:b-lead', 'seat:d-desk']),
      item('secret', 'party:a', ['seat:a-lead', 'seat:a-desk', 'seat:a-press', 'seat:d-lead']),
      item('headed', 'party:b', ['seat:b-watch', 'seat:a-lead', 'seat:d-lead', 'seat:a-watch']),
    ],
  });
  const newest = (): string => [...table.exercise.world.sharing.requests.keys()].at(-1) as string;
  const decide = (seat: string, decision: string, more: object = {}) =>
    table.ok(seat, { type: 'DecideRequest', request: newest(), decision, ...more });
  table.ok('seat:b-lead', asking(table, 'party:a', { about: named(table, 'both') }));
  table.refused('seat:b-press', { type: 'DecideRequest', request: newest(), decision: 'refuse' });
  table.refused('seat:a-watch', { type: 'DecideRequest', request: newest(), decision: 'refuse' });
  decide('seat:a-desk', 'refuse', { reason: 'Source.', items: [{ item: named(table, 'secret') }, { item: named(table, 'both') }] });
  table.ok('seat:a-lead', {
    type: 'ReleaseItem',
    item: named(table, 'secret'),
    to: ['seat:b-lead', 'seat:b-watch'],
    portions: [0],
    title: 'After all',
    request: newest(),
  });
  table.ok('seat:a-desk', { type: 'ReleaseItem', item: named(table, 'both'), to: ['seat:b-desk', 'cell:b-ops'], request: newest() });
  table.ok('seat:a-desk', { type: 'ReleaseItem', item: named(table, 'secret'), to: ['seat:d-desk'], request: newest() });
  table.ok('seat:b-watch', asking(table, 'party:a', { about: named(table, 'both'), for: ['cell:b-ops', 'seat:b-desk'] }));
  decide('seat:a-lead', 'conditions', {
    conditions: 'Not the press.',
    items: [{ item: named(table, 'both') }, { item: named(table, 'known'), portions: [0], title: 'Half' }],
  });
  table.ok('seat:b-lead', asking(table, 'party:a', { about: named(table, 'known') }));
  decide('seat:a-lead', 'refuse', { reason: 'No.', tell: true });
  table.ok('seat:b-press', asking(table, 'party:a', { about: named(table, 'known') }));
  table.refused('seat:b-lead', { type: 'WithdrawRequest', request: newest() });
  table.ok('seat:b-press', { type: 'WithdrawRequest', request: newest() });
  for (const to of ['entity:wire', 'party:c']) {
    table.ok('seat:a-lead', asking(table, to, { about: named(table, 'known') }));
    decide('control', 'refuse', { reason: 'Nothing.', items: [{ item: named(table, 'known') }] });
  }
  for (const to of ['party:a', 'cell:b-ops', 'entity:no-such', 'entity:b', 'party:wire', 'party:no-such', 'seat:b-lead', 'control'])
    table.refused('seat:a-lead', asking(table, to));
  for (const to of ['everyone', 'control:a', 'seat:no-such'])
    table.refused('seat:a-lead', asking(table, 'party:b', { for: [to], about: named(table, 'known') }));
  table.ok('seat:b-press', asking(table, 'party:a', { for: ['seat:b-desk'] }));
  decide('seat:a-lead', 'grant', { items: [{ item: named(table, 'both') }] });
  headed(table, newest);
}

function headed(table: Table, newest: () => string): void {
  table.ok('seat:a-lead', asking(table, 'party:b', { about: named(table, 'headed') }));
  const about = newest();
  // The head hears of it, too, and has not got the item that it is about.
  table.ok('seat:a-lead', asking(table, 'party:b', { about: named(table, 'known') }));
  table.ok('seat:d-press', asking(table, 'party:b'));
  table.ok('seat:d-lead', asking(table, 'party:a', { about: named(table, 'known'), for: ['cell:d-ops'] }));
  table.ok('seat:b-lead', asking(table, 'party:d', { about: named(table, 'both') }));
  table.ok('seat:d-watch', { type: 'DecideRequest', request: newest(), decision: 'refuse', reason: 'Not ours.', tell: true });
  table.ok('seat:b-lead', asking(table, 'party:c'));
  table.wait(11);
  table.ok('seat:b-watch', {
    type: 'DecideRequest',
    request: about,
    decision: 'refuse',
    reason: 'Late.',
    items: [{ item: named(table, 'headed') }],
  });
  table.wait(1);
}

/** The originator’s word: asked by one seat of a side of which more hold the item, given by one of two, used by another. */
function worded(): void {
  const table = seated({
    items: [
      item('theirs', 'party:a', ['seat:a-lead', 'seat:a-desk', 'seat:b-lead', 'seat:b-watch', 'seat:b-desk', 'seat:d-desk']),
      item('played', 'party:c', ['seat:b-lead', 'seat:b-desk', 'seat:b-press']),
    ],
  });
  const newest = (): string => [...table.exercise.world.sharing.requests.keys()].at(-1) as string;
  table.ok('seat:b-watch', asking(table, 'party:a', { about: named(table, 'theirs'), for: ['party:d'] }));
  table.ok('seat:a-desk', { type: 'DecideRequest', request: newest(), decision: 'conditions', conditions: 'With care.' });
  table.ok('seat:b-desk', { type: 'ReleaseItem', item: named(table, 'theirs'), to: ['seat:d-lead', 'cell:d-out'] });
  table.ok('seat:b-lead', asking(table, 'party:c', { about: named(table, 'played'), for: ['party:a', 'party:d'] }));
  table.ok('control', {
    type: 'DecideRequest',
    request: newest(),
    decision: 'grant',
    items: [{ item: named(table, 'played'), portions: [0] }],
  });
  table.ok('seat:b-lead', { type: 'ReleaseItem', item: named(table, 'played'), to: ['seat:a-lead'], portions: [0], title: 'Piece' });
  table.refused('seat:b-press', { type: 'ReleaseItem', item: named(table, 'played'), to: ['seat:a-lead'] });
}

/** Recalls from several parties at once, again from those who got it since, of what went to everyone; destruction confirmed. */
function recalled(): void {
  const table = seated({
    items: [
      item('sent', 'party:a', ['seat:a-lead', 'seat:a-desk']),
      item('open', 'party:a', ['cell:a-ops'], PLAIN),
      item('played', 'party:c', ['seat:b-lead', 'cell:d-ops']),
      item('loan', 'party:a', ['seat:a-lead']),
    ],
  });
  const recall = (seat: string, title: string, more: object = {}) =>
    table.ok(seat, { type: 'RecallItem', item: named(table, title), reason: 'A mistake.', ...more });
  table.ok('seat:a-lead', {
    type: 'ReleaseItem',
    item: named(table, 'sent'),
    to: ['seat:b-lead', 'seat:b-press', 'cell:d-ops', 'seat:a-press'],
  });
  recall('seat:a-lead', 'sent');
  table.ok('seat:b-lead', { type: 'ConfirmDestroyed', item: named(table, 'sent') });
  table.ok('control', { type: 'ReleaseItem', item: named(table, 'sent'), to: ['seat:b-desk'] });
  table.refused('seat:b-desk', { type: 'ConfirmDestroyed', item: named(table, 'sent') });
  recall('seat:a-desk', 'sent', { from: ['party:b'] });
  recall('control', 'sent', { from: ['party:d', 'party:b'] });
  for (const seat of ['seat:b-desk', 'seat:d-lead', 'seat:b-press'])
    table.ok(seat, { type: 'ConfirmDestroyed', item: named(table, 'sent') });
  table.ok('seat:a-watch', { type: 'ReadItem', item: named(table, 'open') });
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: named(table, 'open'), to: ['everyone'] });
  recall('seat:a-lead', 'open');
  table.ok('seat:a-lead', { type: 'ReviseItem', item: named(table, 'open'), title: 'open', ...PLAIN });
  recall('control', 'played', { from: ['party:b', 'party:d'] });
  table.ok('seat:d-watch', { type: 'ConfirmDestroyed', item: named(table, 'played') });
  table.refused('seat:a-lead', { type: 'RecallItem', item: named(table, 'sent'), from: ['party:no-such'] });
  madeOfWhatWasRecalled(table);
  madeByOthers(table);
}

/** What others made of an item that is recalled then: its new version reaches none of those who were asked to destroy the item. */
function madeByOthers(table: Table): void {
  const loan = { item: named(table, 'loan') };
  table.ok('seat:a-lead', { type: 'ReleaseItem', ...loan, to: ['seat:b-lead', 'seat:b-press'] });
  table.ok('seat:b-lead', { type: 'SanitiseItem', ...loan, title: 'Lent', portions: [{ of: 0 }] });
  table.ok('seat:b-lead', { type: 'ReleaseItem', item: named(table, 'Lent'), to: ['seat:b-press'] });
  table.ok('seat:a-lead', { type: 'RecallItem', ...loan });
  table.wait(1);
  table.ok('control', { type: 'ReviseItem', item: named(table, 'Lent'), title: 'Lent', portions: [{ text: 'Lent, anew.' }] });
}

/** What was made of an item is given to those who were asked to destroy it, and to those who were not; then again, and revised. */
function madeOfWhatWasRecalled(table: Table): void {
  const sent = { item: named(table, 'sent') };
  const less = { type: 'SanitiseItem', ...sent, portions: [{ of: 1, text: 'Less.' }] } as const;
  table.wait(1);
  table.ok('seat:a-lead', { ...less, title: 'Less' });
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: named(table, 'Less'), to: ['seat:b-lead', 'seat:a-press', 'seat:d-lead'] });
  table.ok('seat:a-lead', { type: 'ReleaseItem', ...sent, to: ['seat:b-watch'] });
  table.ok('seat:a-lead', { ...less, title: 'Least' });
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: named(table, 'Least'), to: ['seat:b-watch', 'seat:b-press'] });
  table.wait(1);
  for (const title of ['sent', 'Less', 'Least'])
    table.ok('seat:a-lead', { type: 'ReviseItem', item: named(table, title), title, portions: [{ text: `${title}, anew.` }] });
}

/** New versions, milder and stricter, to known and unknown holders; what rests on them and was made of them. */
function revised(): void {
  const table = seated({
    items: [
      item('base', 'party:a', ['cell:a-ops', 'seat:b-lead', 'seat:d-lead']),
      item('plan', 'party:a', ['seat:a-lead', 'cell:a-out', 'seat:b-press']),
      item('other', 'party:a', ['seat:a-lead', 'seat:a-desk', 'seat:b-press', 'seat:d-lead']),
      item('quiet', 'party:a', ['cell:a-out', 'seat:b-press', 'cell:d-ops']),
      item('split', 'party:a', ['seat:a-lead', 'cell:b-ops']),
    ],
  });
  const revise = (title: string, label: string, more: object = {}) => ({
    type: 'ReviseItem' as const,
    item: named(table, title),
    title,
    portions: [{ text: `${title}, anew, ${label}.`, label }],
    ...more,
  });
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: named(table, 'base'), to: ['party:d'] });
  table.ok('seat:a-lead', revise('base', 'TLP:AMBER', { basedOn: [named(table, 'other'), named(table, 'plan')] }));
  table.ok('seat:a-lead', revise('base', 'TLP:GREEN'));
  table.ok('seat:a-lead', revise('plan', 'TLP:AMBER', { basedOn: [named(table, 'other')] }));
  table.ok('control', revise('other', 'TLP:GREEN'));
  table.ok('seat:a-lead', revise('plan', 'TLP:RED'));
  table.ok('seat:a-press', revise('quiet', 'TLP:AMBER'));
  // One of a cell has the stricter version, and so the next of its kind; the other has it not.
  table.ok('seat:a-lead', revise('split', 'TLP:RED'));
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: named(table, 'split'), to: ['seat:b-lead'] });
  table.ok('seat:a-lead', revise('split', 'TLP:RED'));
  table.wait(1);
  table.ok('seat:a-lead', { type: 'SanitiseItem', item: named(table, 'plan'), title: 'Milder', portions: [{ of: 0, label: 'TLP:CLEAR' }] });
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: named(table, 'Milder'), to: ['seat:b-press', 'seat:a-desk', 'party:d'] });
  table.ok('seat:a-lead', revise('plan', 'TLP:GREEN'));
  table.ok('seat:a-desk', { type: 'ReleaseItem', item: named(table, 'plan'), to: ['party:d'] });
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: named(table, 'other'), to: ['party:b'] });
}

/** What a whole was made public as, and one side was asked to destroy; then a part of it is made public by that side. */
function partlyPublic(): void {
  const table = seated({
    items: [
      item('whole', 'party:a', ['seat:a-lead', 'seat:d-lead'], { onward: 'free', portions: OPEN }),
      item('open', 'wire', [], { onward: 'free', portions: OPEN }),
    ],
    injects: [{ id: 'i1', title: 'Brings', text: 'Brings.', to: ['seat:a-press', 'cell:b-ops'], item: 'open', at: 'PT1M' }],
  });
  const whole = { item: named(table, 'whole') };
  table.ok('seat:a-lead', { type: 'ReleaseItem', ...whole, to: ['party:b'] });
  table.ok('seat:b-lead', { type: 'ReleaseItem', ...whole, to: ['public'] });
  table.ok('seat:a-lead', { type: 'RecallItem', ...whole, from: ['party:b'] });
  table.ok('seat:d-lead', { type: 'ReleaseItem', ...whole, portions: [0], title: 'Part of it', to: ['seat:b-lead'] });
  table.ok('seat:b-lead', { type: 'ReleaseItem', item: named(table, 'Part of it'), to: ['public'] });
  // What anybody might read goes to those of the row alone.
  table.wait(2);
}
const OPEN = [
  { text: 'One.', label: 'TLP:CLEAR' },
  { text: 'Two.', label: 'TLP:CLEAR' },
];
