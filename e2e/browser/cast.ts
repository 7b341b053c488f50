import { expect } from 'vitest';
import { director } from '../../packages/server/src/test/server.ts';
import { Controller, Director } from './controller.ts';
import type { House } from './house.ts';
import { arrive, Person, seated } from './person.ts';
import { Player } from './player.ts';

/** Who plays: lead control and the United States in English, the Republic of Korea in Korean, the projector in Korean. */
export interface Cast<Lead extends Controller = Controller> {
  readonly lead: Lead;
  readonly rokControl: Controller;
  readonly usControl: Controller;
  readonly rok: Player;
  readonly us: Player;
  readonly screen: Person;
  /** Links, by who comes in by them. */
  readonly links: Readonly<Record<keyof typeof SEATS, string>>;
}

/** The seat of each, and the name on its slip. */
const SEATS = {
  rokControl: ['control:rok', 'Control of Republic of Korea'],
  usControl: ['control:us', 'Control of United States'],
  rok: ['seat:rok-nsa', 'Office of National Security, National Security Adviser'],
  us: ['seat:us-nsa', 'National Security Council staff, National Security Adviser'],
  screen: ['public', 'Public screen'],
} as const;
type Guest = keyof typeof SEATS;
const NAMES = { rokControl: '서울 통제관', usControl: 'Washington controller', rok: '서울 안보실장', us: 'Washington adviser' } as const;
const LEAD = 'Exercise director';

function linksBy(found: (guest: Guest) => string | undefined): Record<Guest, string> {
  const links = (Object.keys(SEATS) as Guest[]).map((guest) => [guest, found(guest)]);
  return Object.fromEntries(links) as Record<Guest, string>;
}

/** Those of the cast whom a test asks for, with lead control. */
export type Gathered<G extends Guest> = Pick<Cast, 'lead' | 'links' | G>;

/**
 * An exercise that a director has made, by request, and in their seats whom the test needs: every page costs seconds. How people
 * come in is the whole exercise's to show. `before` a guest's page is opened, if anything.
 */
export async function gather<G extends Guest>(
  house: House,
  guests: readonly G[],
  before?: (person: Person) => Promise<void>,
): Promise<Gathered<G>> {
  const lobby = await director(house.server, house.url);
  const { id } = (await (await lobby.post('/api/exercises', { scenario: 'extended-deterrence' })).json()) as { id: string };
  const seats = ['control', ...Object.values(SEATS).map(([seat]) => seat)];
  const made = (await (await lobby.post(`/api/exercises/${id}/links`, { seats })).json()) as { links: { seat: string; url: string }[] };
  const linkOf = (seat: string): string => made.links.find((link) => link.seat === seat)?.url ?? '';
  const links = linksBy((guest) => linkOf(SEATS[guest][0]));
  const sit = {
    rokControl: () => seated(house, Controller, 'ko', links.rokControl, NAMES.rokControl, before),
    usControl: () => seated(house, Controller, 'en', links.usControl, NAMES.usControl, before),
    rok: () => seated(house, Player, 'ko', links.rok, NAMES.rok, before),
    us: () => seated(house, Player, 'en', links.us, NAMES.us, before),
    screen: () => seated(house, Person, 'ko', links.screen, undefined, before),
  };
  const ready = async (guest: Guest): Promise<[Guest, Person]> => {
    const person = await sit[guest]();
    if (person instanceof Controller) await person.stream.waitFor();
    if (person instanceof Player) await person.readCard();
    return [guest, person];
  };
  const lead = await seated(house, Controller, 'en', linkOf('control'), LEAD);
  await lead.stream.waitFor();
  const there = await Promise.all(guests.map(ready));
  return { lead, links, ...Object.fromEntries(there) } as unknown as Gathered<G>;
}

/** Lead control, come from the director's link by way of the lobby, with an exercise of its own; the links are read off their slips. */
export async function fromTheLobby(house: House): Promise<{ lead: Director; links: Readonly<Record<Guest, string>> }> {
  const lead = await arrive(house, Director, 'en');
  await lead.enter(house.server.directorLink ?? '');
  const page = await lead.create('Extended deterrence consultation');
  // On paper the head of a party's slips repeats on each page that they take: whose they are, in both languages.
  await expect.poll(() => lead.page.locator('.lb-sheet-head').first().textContent()).toMatch(/Republic of Korea.*대한민국/);
  const found = new Map<Guest, string>();
  for (const guest of Object.keys(SEATS) as Guest[]) found.set(guest, await page.of(SEATS[guest][1]));
  await lead.openControl(LEAD);
  return { lead, links: linksBy((guest) => found.get(guest)) };
}

/** Somebody who has come in by the link, the name, and the card. */
export async function playerBy(house: House, links: Cast['links'], guest: 'rok' | 'us'): Promise<Player> {
  const player = await arrive(house, Player, guest === 'rok' ? 'ko' : 'en');
  await player.join(links[guest], NAMES[guest]);
  return player;
}

/** Everyone from the director's link into the exercise, each at a browser of their own, as people come in. */
export async function comeIn(house: House): Promise<Cast<Director>> {
  const { lead, links } = await fromTheLobby(house);
  const controllerBy = async (guest: 'rokControl' | 'usControl', language: 'en' | 'ko'): Promise<Controller> => {
    const controller = await arrive(house, Controller, language);
    await controller.join(links[guest], NAMES[guest]);
    return controller;
  };
  const watching = async (): Promise<Person> => {
    const person = await arrive(house, Person, 'ko');
    await person.follow(links.screen);
    return person;
  };
  const [rokControl, usControl, rok, us, screen] = await Promise.all([
    controllerBy('rokControl', 'ko'),
    controllerBy('usControl', 'en'),
    playerBy(house, links, 'rok'),
    playerBy(house, links, 'us'),
    watching(),
  ]);
  return { lead, rokControl, usControl, rok, us, screen, links };
}

/** Every page of the cast. */
export const everyone = (cast: Cast): readonly Person[] => [cast.lead, cast.rokControl, cast.usControl, cast.rok, cast.us, cast.screen];
