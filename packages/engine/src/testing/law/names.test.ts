import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOMS } from '../../rooms.ts';
import { smallScenario } from '../fixture.ts';
import { playSome } from '../generate.ts';
import { begin, first } from '../holdings.ts';
import { Table } from '../table.ts';
import { Tape } from '../tape.ts';
import { breaches } from './breaches.ts';
import { NAMES } from './names.ts';
import type { Play } from './watch.ts';

/** What an event may name to those who rightly have it: the second column of docs/audiences.md. */

it('says of every event what it may name', () => {
  const events = Object.values(ROOMS).flatMap((room) => Object.keys(room.events));
  expect(events.filter((type) => !Object.hasOwn(NAMES, type))).toEqual([]);
  expect(Object.keys(NAMES).filter((type) => !events.includes(type))).toEqual([]);
});

describe('finds what an event tells the right audience too much', () => {
  const table = begin([
    { id: 'ours', title: 'Ours', originator: 'party:a', held: ['cell:a-cell'], portions: [{ text: 'One.', label: 'TLP:GREEN' }] },
  ]);
  const item = first(table);
  table.ok('seat:a-lead', { type: 'ReleaseItem', item, to: ['party:b', 'seat:c-lead'] });
  table.ok('seat:b-lead', { type: 'AcknowledgeItem', item });
  table.ok('seat:a-lead', { type: 'ReviseItem', item, title: 'Ours', portions: [{ text: 'Two.', label: 'TLP:GREEN' }] });
  table.ok('seat:a-lead', { type: 'RecallItem', item, reason: 'It was wrong.' });
  table.ok('seat:b-lead', { type: 'ConfirmDestroyed', item });
  table.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'Again?', due: 600_000 });
  const request = [...table.exercise.world.sharing.requests.keys()][0] as string;
  table.ok('seat:a-lead', { type: 'DecideRequest', request, decision: 'refuse', reason: 'Not yet.', tell: true });
  table.ok('control', { type: 'CallRoll' });
  table.ok('seat:a-lead', { type: 'SendMessage', to: ['seat:b-lead'], text: 'Hello.' });
  table.ok('seat:b-press', { type: 'RaiseEmergency', text: 'Smoke.' });
  const shared = table.play();
  const generated = playSome(
    new Tape(fc.sample(fc.array(fc.nat({ max: 5039 }), { minLength: 400, maxLength: 400 }), { seed: 11, numRuns: 1 })[0] as number[]),
    60,
  ).play();

  const begun = new Table(
    smallScenario({ injects: [{ id: 'news', title: 'News', text: 'It rains.', to: ['party:a'], from: 'wire', at: 'PT10M' }] }),
  );
  begun.sit('control');
  begun.ok('control', { type: 'StartClock', to: 3_600_000 });
  const jumped = begun.play();

  /** The first event of a kind says something else, or more. */
  const planted = (play: Play, type: string, more: (event: Record<string, unknown>) => object): Play => {
    const n = play.record.find((r) => r.event.type === type)?.n;
    expect(n, type).toBeDefined();
    return {
      ...play,
      record: play.record.map((r) => (r.n === n ? { ...r, event: { ...r.event, ...more(r.event as never) } as never } : r)),
    };
  };

  it('and nothing where none does', () => expect([shared, generated, jumped].flatMap((play) => breaches(play))).toEqual([]));

  const card = (event: Record<string, unknown>): object => event.card as object;
  it.each<[string, Play, string, (event: Record<string, unknown>) => object, string]>([
    [
      'who is present, to everyone',
      shared,
      'RollCalled',
      () => ({ present: ['seat:a-lead', 'seat:b-lead'] }),
      'it says “present”, of which the law says nothing',
    ],
    [
      'a reason that names others who were asked',
      shared,
      'ItemRecalled',
      () => ({ reason: 'It was wrong. (Also asked: C)' }),
      '“reason” says what nobody wrote',
    ],
    ['words of nobody’s, where a jump brings them', jumped, 'InjectDelivered', () => ({ text: 'Hurry.' }), '“text” says what nobody wrote'],
    ['another party than the reader’s', shared, 'ItemRecalled', () => ({ party: 'c' }), '“party” names c to control:b'],
    [
      'all of whom it was recalled, to one of them',
      shared,
      'ItemRecalled',
      () => ({ from: ['b', 'c'] }),
      'it says “from”, of which the law says nothing',
    ],
    ['to whom else an item went', shared, 'ItemGiven', () => ({ to: ['party:b', 'seat:c-lead'] }), 'names'],
    ['how many hold an item', shared, 'ItemRevised', () => ({ holders: 3 }), 'it says “holders”, of which the law says nothing'],
    [
      'how many versions there were, in the card',
      shared,
      'ItemRevised',
      (e) => ({ card: { ...card(e), versions: 2 } }),
      'it says “card.versions”, of which the law says nothing',
    ],
    ['how many requests wait', shared, 'RequestDecided', () => ({ waiting: 4 }), 'it says “waiting”, of which the law says nothing'],
    [
      'who decides beside the one that did',
      shared,
      'RequestDecided',
      () => ({ by: 'seat:a-press' }),
      '“by” names seat:a-press to control:b',
    ],
    [
      'when others acknowledged',
      shared,
      'ItemAcknowledged',
      () => ({ before: [60_000] }),
      'it says “before”, of which the law says nothing',
    ],
    ['a seat that did not act', shared, 'DestructionConfirmed', () => ({ seat: 'seat:b-press' }), '“seat” names seat:b-press to control:a'],
    ['a recipient to whom nobody wrote', shared, 'MessageSent', () => ({ to: ['seat:b-lead', 'seat:c-lead'] }), '“to” names seat:c-lead'],
    [
      'where an emergency is, to all',
      shared,
      'EmergencyRaised',
      () => ({ seat: 'seat:b-press' }),
      'it says “seat”, of which the law says nothing',
    ],
    [
      'all recipients of an inject, to those of one party',
      generated,
      'InjectDelivered',
      () => ({ to: ['party:a', 'party:b', 'party:c'] }),
      '“to” names party:',
    ],
    [
      'an address in a word of the language',
      generated,
      'InjectShown',
      (e) => ({ card: { ...card(e), channel: 'seat:b-lead' } }),
      '“card.channel” names seat:b-lead',
    ],
    [
      'from what a file was copied',
      generated,
      'MessageSent',
      () => ({ attachments: [{ id: 'x', name: 'a', size: 1, type: 't', digest: 'd', content: 'c' }] }),
      'it says “attachments.content” of a file',
    ],
    ['how many rows others have', generated, 'ExpectedShown', () => ({ total: 9 }), 'it says “total”, of which the law says nothing'],
    [
      'whose controllers judge another side',
      generated,
      'ExpectedShown',
      (e) => ({ card: { ...card(e), controller: `control:${e.party === 'a' ? 'b' : 'a'}` } }),
      '“card.controller” names control:',
    ],
  ])('%s', (_, play, type, more, says) => {
    const found = breaches(planted(play, type, more)).flatMap((b) => (b.type === type ? [b.carries ?? ''] : []));
    expect(
      found.some((carries) => carries.includes(says)),
      found.join('; '),
    ).toBe(true);
  });
});
