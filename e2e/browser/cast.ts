import { Controller, Director } from './controller.ts';
import type { House } from './house.ts';
import { arrive, Person } from './person.ts';
import { Player } from './player.ts';

export const SCENARIO = 'Extended deterrence consultation';

/** Who plays: lead control and the United States in English, the Republic of Korea in Korean, the projector in Korean. */
export interface Cast {
  readonly lead: Director;
  readonly rokControl: Controller;
  readonly usControl: Controller;
  readonly rok: Player;
  readonly us: Player;
  readonly screen: Person;
  /** Links of further seats, by the name on their slip. */
  readonly links: ReadonlyMap<string, string>;
}

const SLIPS = {
  rokControl: 'Control of Republic of Korea',
  usControl: 'Control of United States',
  rok: 'Office of National Security, National Security Adviser',
  rokSpokesperson: 'Public affairs, Seoul, Spokesperson of the Office of the President',
  us: 'National Security Council staff, National Security Adviser',
  screen: 'Public screen',
} as const;

/** Brings everyone from the director's link into the exercise, each at a browser of their own. */
export async function gather(house: House): Promise<Cast> {
  const lead = await arrive(house, Director, 'en');
  await lead.enter(house.server.directorLink ?? '');
  const page = await lead.create(SCENARIO);
  const links = new Map<string, string>();
  for (const [who, name] of Object.entries(SLIPS)) links.set(who, await page.of(name));
  const link = (who: keyof typeof SLIPS): string => links.get(who) as string;
  const [rokControl, usControl, rok, us, screen] = await Promise.all([
    arrive(house, Controller, 'ko'),
    arrive(house, Controller, 'en'),
    arrive(house, Player, 'ko'),
    arrive(house, Player, 'en'),
    arrive(house, Person, 'ko'),
  ]);
  await lead.openControl('Exercise director');
  await Promise.all([
    rokControl.join(link('rokControl'), '서울 통제관'),
    usControl.join(link('usControl'), 'Washington controller'),
    rok.join(link('rok'), '서울 안보실장'),
    us.join(link('us'), 'Washington adviser'),
    screen.follow(link('screen')),
  ]);
  return { lead, rokControl, usControl, rok, us, screen, links };
}

/** Every page of the cast. */
export const everyone = (cast: Cast): readonly Person[] => [cast.lead, cast.rokControl, cast.usControl, cast.rok, cast.us, cast.screen];
