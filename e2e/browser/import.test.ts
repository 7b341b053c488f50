import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { edit } from '../../packages/documents/src/again/edit.fixture.ts';
import { director } from '../../packages/server/src/test/server.ts';
import { chosen } from '../chosen.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { Person } from './person.ts';
import { LANGUAGES } from './words.ts';
import { ROWS, WEST_ONLY, workbook } from './workbook.ts';

const MOST_ACTS = 25;
let house: House;
beforeAll(async () => {
  house = await openHouse(ON_THIS_MACHINE);
});
afterAll(() => house.close());

/** A planner who counts every press, choice and word. */
class Planner extends Person {
  acts = 0;
  async does(key: string, values: Record<string, string | number> = {}): Promise<void> {
    this.acts++;
    await this.page
      .getByRole('button', { name: this.say(key, values) })
      .first()
      .click();
  }
  async writes(key: string, words: string): Promise<void> {
    this.acts++;
    await this.page.getByRole('textbox', { name: this.say(key) }).fill(words);
  }
}

it.each(chosen('import', LANGUAGES))(
  'A planner with a workbook of eight sheets, three of them days, and two sides with cells of the same names comes to a running exercise in few acts on one page (%s)',
  async (language) => {
    const context = await house.context(language);
    const planner = new Planner(await context.newPage(), language);
    const { page } = planner;
    const lobby = await director(house.server);
    await context.addCookies(cookiesOf(lobby, house.url));
    await page.goto(`${house.url}/#/import`);
    planner.acts++;
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Harbour Light.xlsx', mimeType: XLSX, buffer: Buffer.from(await workbook()) });
    await page.locator('.im').waitFor();

    // Read before anybody has said anything: three days of eight sheets, the sides, and nobody for what is not understood.
    expect(await page.locator('.im-left input[type=checkbox]:checked').count()).toBe(3);
    expect(await page.locator('.im-sides > li').count()).toBe(2);
    expect(await page.locator('.im-nobody').innerText()).toContain('tbc');
    expect(await lobbyScenarios(lobby)).not.toContain('harbour-light');

    // Whoever is meant by it: the operations of the row’s own side; then every guess.
    await planner.does('import.nobody.choose');
    planner.acts += 2;
    await page.getByRole('checkbox', { name: 'Westland: Operations' }).check();
    await page.locator('.im-whom .btn.main').click();
    await expect.poll(() => page.locator('.im-nobody').count()).toBe(0);
    while (await openGuess(page)) {
      planner.acts++;
      const before = await page.locator('.im-guess').count();
      await page.locator('.im-guess .btn').first().click();
      await expect.poll(() => page.locator('.im-guess').count()).toBeLessThan(before);
    }
    planner.acts++;
    await page.locator('.im-foot .btn.main').click();
    await planner.does('import.made.create');
    await planner.sees(planner.say('lobby.links.once'));
    await planner.writes('import.made.name', 'Lead planner');
    await planner.does('import.made.start');
    await planner.sees(planner.say('import.made.running'));
    console.log(`import: ${planner.acts} acts`);
    expect(planner.acts).toBeLessThanOrEqual(MOST_ACTS);
    expect(new URL(page.url()).pathname).toBe('/');

    const [exercise] = (await (await lobby.fetch('/api/lobby')).json()).exercises as { id: string; status: string }[];
    expect(exercise?.status).toBe('running');
    await eachSideReadsItsOwn(exercise?.id ?? '');
    await outAndBack(planner);
    expect(planner.faults).toEqual([]);
    await context.close();
  },
);

/** From the running exercise to Excel and back: what was changed is shown, and done when it is confirmed. */
async function outAndBack(planner: Planner): Promise<void> {
  const { page } = planner;
  const path = await page.getByRole('link', { name: planner.say('import.made.openControl') }).getAttribute('href');
  await page.goto(new URL(path ?? '', page.url()).href);
  await page.getByRole('button', { name: planner.say('control.workbook.open') }).click();
  const link = page.getByRole('link', { name: planner.say('workbook.out.save') });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  const book = new Uint8Array(Buffer.concat(parts));
  const text = planner.language === 'en' ? 'Message' : '내용';
  const edited = await edit(book, (hand) => {
    const [one = '', other = ''] = hand
      .ids()
      .filter((id) => id.startsWith('i-'))
      .slice(-2);
    hand.set(one, text, 'Said anew in <Excel>.');
    hand.set(other, text, 'Theirs.');
  });
  await page.locator('.wb input[type=file]').setInputFiles({ name: 'edited.xlsx', mimeType: XLSX, buffer: Buffer.from(edited) });
  await expect.poll(() => page.locator('.wb-row').count()).toBe(2);
  expect(await page.locator('.wb-row').first().innerText()).toContain('Said anew in <Excel>.');
  await page.locator('.wb-foot .btn.main').click();
  await planner.sees(planner.say('workbook.done.taken_other', { count: 2 }));
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const openGuess = async (page: Page): Promise<boolean> => (await page.locator('.im-guess').count()) > 0;

async function lobbyScenarios(lobby: Awaited<ReturnType<typeof director>>): Promise<string[]> {
  return ((await (await lobby.fetch('/api/lobby')).json()) as { scenarios: { id: string }[] }).scenarios.map((s) => s.id);
}

/** The session of one who came in by request, for a browser. */
function cookiesOf(lobby: { readonly cookie?: string }, url: string) {
  return (lobby.cookie ?? '').split('; ').map((pair) => {
    const [name, ...value] = pair.split('=');
    return { name: name ?? '', value: value.join('='), url };
  });
}

/** Both sides have Operations; what only Westland’s rows say is in no feed of Eastland’s. */
async function eachSideReadsItsOwn(id: string): Promise<void> {
  const live = await house.server.open(id);
  const injects = await live?.read((world) => [...world.injects.rows.values()].flatMap((r) => r.plan?.card ?? []));
  expect(injects?.length).toBe(ROWS - 2);
  const west = injects?.find((card) => JSON.stringify(card.text).includes(WEST_ONLY));
  expect(west?.to.length).toBe(1);
  const parties = await live?.read((world) =>
    world.seats.directory?.cells.filter((c) => `cell:${c.id}` === west?.to[0]).map((c) => c.party),
  );
  expect(parties).toEqual(['westland']);
}
