import { Roster } from '@entente/engine';
import { expect, it } from 'vitest';
import { Presence } from './presence.ts';

const SEAT = 'seat:a-one';
function visited(streams: number): Presence {
  const presence = new Presence(
    new Roster(
      [{ id: 'a', playedByControl: false }],
      [{ id: 'a-cell', party: 'a' }],
      [{ id: 'a-one', cell: 'a-cell', party: 'a', may: [] }],
      [],
    ),
  );
  for (let i = 0; i < streams; i++) presence.arrive('session', SEAT, 'p1');
  return presence;
}
const here = (presence: Presence): string | undefined => presence.shownTo('control')[0]?.here;

it('takes nobody for away while another page of theirs is open', () => {
  const presence = visited(2);
  presence.say('session', 'away');
  expect(here(presence)).toBe('present');
  presence.depart('session');
  expect(here(presence)).toBe('present');
});

it('believes the last open page, away as back', () => {
  const presence = visited(1);
  presence.say('session', 'away');
  expect(here(presence)).toBe('away');
  presence.say('session', 'present');
  expect(here(presence)).toBe('present');
});
