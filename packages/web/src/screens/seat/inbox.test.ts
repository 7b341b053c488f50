import { expect, it } from 'vitest';
import { partsOf } from '../../capabilities/index.ts';
import { asked, delivered, given, sent, smallWorld } from '../../kit/seat/world.fixture.ts';
import { arrange, found, linesOf, lookOf, newSince, passes } from './inbox.ts';

const parts = await partsOf('seat');
const itemsOf = (...[world, seat, seen]: Parameters<typeof lookOf>) => linesOf(parts, lookOf(world, seat, seen));

const ME = 'seat:a-one';

it('merges injects and messages into one stream, newest first', () => {
  const { world, happen } = smallWorld();
  const first = happen(delivered(['party:a']), 1_000);
  const second = happen(delivered(['party:a']), 2_000);
  const third = happen(delivered(['party:a']), 2_000);
  const fourth = happen(sent('seat:b-one', [ME]), 3_000);
  expect(itemsOf(world, ME).map((i) => i.id)).toEqual([fourth, third, second, first]);
});

it('names an entity of the scenario by its address, so that it can be answered', () => {
  const { world, happen } = smallWorld();
  happen(delivered(['party:a']));
  expect(itemsOf(world, ME)[0]?.from).toBe('entity:wire');
});

it('counts a thing as read only when this seat has read it, and never what it wrote itself', () => {
  const { world, happen } = smallWorld();
  const mail = happen(delivered(['party:a']));
  happen(sent(ME, ['seat:b-one']));
  happen({ type: 'InjectRead', delivery: mail, seat: 'seat:a-two' });
  expect(itemsOf(world, ME).map((i) => i.unread)).toEqual([false, true]);
  happen({ type: 'InjectRead', delivery: mail, seat: ME });
  expect(itemsOf(world, ME).map((i) => i.unread)).toEqual([false, false]);
});

it('holds nothing unread for those who only watch', () => {
  const { world, happen } = smallWorld();
  happen(delivered(['party:a']));
  expect(itemsOf(world, 'evaluators:a')[0]?.unread).toBe(false);
});

it('keeps sent messages and notes out of what came in', () => {
  const { world, happen } = smallWorld();
  happen(delivered(['party:a'], { channel: 'news' }));
  happen(sent(ME, ['seat:b-one']));
  happen({ type: 'NoteWritten', seat: ME, text: 'Mine' });
  happen({ type: 'NoteWritten', seat: 'seat:a-two', text: 'Not mine' });
  const items = itemsOf(world, ME);
  const kinds = (filter: Parameters<typeof passes>[1]) => items.filter((i) => passes(i, filter)).map((i) => i.kind);
  expect(kinds('all')).toEqual(['delivery']);
  expect(kinds('news')).toEqual(['delivery']);
  expect(kinds('me')).toEqual([]);
  expect(kinds('held')).toEqual(['note', 'message', 'delivery']);
  expect(kinds('sent')).toEqual(['message']);
  expect(kinds('note')).toEqual(['note']);
});

it('is to me what names my seat, my cell or my party, and not what goes to all the world or stands in the papers', () => {
  const { world, happen } = smallWorld();
  const mail = happen(delivered(['party:a'], { channel: 'email' }));
  const letter = happen(sent('seat:b-one', [ME]));
  happen(delivered(['party:a'], { channel: 'social' }));
  happen(sent('control', ['everyone']));
  const lines = itemsOf(world, ME);
  expect(lines.filter((l) => passes(l, 'me')).map((l) => l.id)).toEqual([letter, mail]);
});

it('leaves the list as it stands while things arrive, and counts them', () => {
  const { world, happen } = smallWorld();
  const old = happen(delivered(['party:a']));
  const arrangement = arrange(itemsOf(world, ME));
  happen(delivered(['party:a']));
  happen(sent(ME, ['seat:b-one']));
  expect(arrangement.unread).toEqual([old]);
  expect(newSince(arrangement, itemsOf(world, ME))).toBe(1);
});

it('finds every word of a search in any order, whatever the case or the composition of Korean letters', () => {
  expect(found('Wire agency: Markets open calm', 'calm wire')).toBe(true);
  expect(found('Wire agency: Markets open calm', 'calm storm')).toBe(false);
  expect(found('외교부 경보', '경보'.normalize('NFD'))).toBe(true);
});

it('shows the text that stands, with what stood before, after a correction; and that a thing was taken back', () => {
  const { world, happen } = smallWorld();
  const card = { id: 'a1', name: 'map.png', type: 'image/png', size: 10, digest: 'd' };
  const mail = happen(delivered(['party:a'], { attachments: [card] }), 1_000);
  expect(itemsOf(world, ME)[0]).toMatchObject({ text: 'Text', attachments: [card], corrected: undefined, withdrawn: undefined });
  happen({ type: 'DeliveryCorrected', delivery: mail, version: 1, title: 'Title', text: 'Second', reason: 'A slip.' }, 2_000);
  happen({ type: 'DeliveryCorrected', delivery: mail, version: 2, title: 'New title', text: 'Third' }, 3_000);
  expect(itemsOf(world, ME)[0]).toMatchObject({
    title: 'New title',
    text: 'Third',
    attachments: [card],
    corrected: {
      at: 3_000,
      version: 2,
      before: [
        { version: 0, at: 1_000, text: 'Text' },
        { version: 1, at: 2_000, text: 'Second' },
      ],
    },
  });
  happen({ type: 'DeliveryWithdrawn', delivery: mail, reason: 'Not for you.' }, 4_000);
  expect(itemsOf(world, ME)[0]?.withdrawn).toEqual({ at: 4_000, reason: 'Not for you.' });
});

it('shows an item as one line, and one that a letter brought only within that letter and among the items', () => {
  const { world, happen } = smallWorld();
  happen(given('i-given', ['party:a'], { by: 'seat:b-one' }));
  const letter = happen(delivered(['party:a']));
  happen(given('i-brought', ['party:a'], { delivery: letter }));
  const items = itemsOf(world, ME);
  const ids = (filter: Parameters<typeof passes>[1]) => items.filter((i) => passes(i, filter)).map((i) => i.id);
  expect(ids('all')).toEqual([letter, 'i-given']);
  expect(ids('item')).toEqual(['i-brought', 'i-given']);
  expect(items.find((i) => i.id === letter)?.brought).toBe('i-brought');
  expect(newSince({ unread: [letter], read: [] }, items)).toBe(1);
  happen({ type: 'ItemRead', item: 'i-given', seat: ME });
  expect(itemsOf(world, ME).find((i) => i.id === 'i-given')?.unread).toBe(false);
});

it('keeps what I made of an item among the items: it is no news to me', () => {
  const { world, happen } = smallWorld();
  happen(given('i-whole', [ME]));
  happen(given('i-part', [ME]));
  happen({ type: 'ItemDerived', item: 'i-part', from: 'i-whole', how: 'part', portions: [0], removed: [] });
  const items = itemsOf(world, ME);
  expect(items.filter((i) => passes(i, 'all')).map((i) => i.id)).toEqual(['i-whole']);
  expect(items.filter((i) => passes(i, 'item'))).toHaveLength(2);
  expect(newSince({ unread: [], read: ['i-whole'] }, items)).toBe(0);
});

it('takes the answer to my request for news, and the request itself for mine', () => {
  const { world, happen } = smallWorld();
  happen(asked('r-mine', ME, 600_000));
  happen(asked('r-theirs', 'seat:b-one', 600_000));
  const decided = happen({ type: 'RequestDecided', request: 'r-mine', decision: 'refuse', by: 'seat:b-one' });
  const lines = (seen?: ReadonlySet<string>) => itemsOf(world, ME, seen).map((i) => `${i.kind} ${i.id}${i.unread ? ' unread' : ''}`);
  expect(lines()).toEqual([`answer ${decided} unread`, 'request r-theirs unread', 'request r-mine']);
  expect(lines(new Set([decided]))[0]).toBe(`answer ${decided}`);
});
