import { expect, it } from 'vitest';
import { arrange, found, itemsOf, newSince, passes } from './inbox.ts';
import { delivered, sent, smallWorld } from './world.fixture.ts';

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
  expect(kinds('email')).toEqual([]);
  expect(kinds('sent')).toEqual(['message']);
  expect(kinds('note')).toEqual(['note']);
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
