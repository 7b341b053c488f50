import type { InjectRow } from '@entente/engine';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { edit } from '../../packages/documents/src/again/edit.fixture.ts';
import type { Browser } from '../../packages/server/src/test/server.ts';
import { chosen } from '../chosen.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { directing, Person } from './person.ts';
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
    const lobby = await directing(house, context);
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
      await settlesTheFirst(page);
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
    await outAndBack(planner, exercise?.id ?? '');
    expect(planner.faults).toEqual([]);
    await context.close();
  },
);

/**
 * From the running exercise to Excel and back: what was changed is shown, and done when it is confirmed. Two rows are moved here
 * and there meanwhile: somebody decides, for all of them at once or one by one.
 */
async function outAndBack(planner: Planner, exercise: string): Promise<void> {
  const { page } = planner;
  const path = await page.getByRole('link', { name: planner.say('import.made.openControl') }).getAttribute('href');
  await page.goto(new URL(path ?? '', page.url()).href);
  await page.getByRole('button', { name: planner.say('control.workbook.open') }).click();
  const link = page.getByRole('link', { name: planner.say('workbook.out.save') });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  const book = new Uint8Array(Buffer.concat(parts));
  const [text, time] = planner.language === 'en' ? ['Message', 'Designated Scenario Time'] : ['내용', '시나리오 시각'];
  let mine: string[] = [];
  const edited = await edit(book, (hand) => {
    mine = hand
      .ids()
      .filter((id) => id.startsWith('i-'))
      .slice(-4);
    const [kept = '', taken = '', one = '', other = ''] = mine;
    for (const id of [kept, taken]) hand.set(id, `${time} (UTC+09:00)`, '2027-08-26 21:00');
    hand.set(one, text, 'Said anew in <Excel>.');
    hand.set(other, text, 'Theirs.');
  });
  for (const scenario of mine.slice(0, 2)) {
    const [inject, row] = await rowOf(exercise, scenario);
    await planner.command({ type: 'MoveInject', inject, at: dueOf(row) + 600_000 });
  }
  const [keeps, takes] = await Promise.all(mine.slice(0, 2).map(async (id) => dueOf((await rowOf(exercise, id))[1])));

  await page.locator('.wb input[type=file]').setInputFiles({ name: 'edited.xlsx', mimeType: XLSX, buffer: Buffer.from(edited) });
  await expect.poll(() => page.locator('.wb-row').count()).toBe(4);
  expect(await page.locator('.wb-row:not(.conflict)').first().innerText()).toContain('Said anew in <Excel>.');
  const take = page.locator('.wb-foot .btn.main');
  expect(await take.isDisabled()).toBe(true);
  await planner.press('workbook.diff.allOurs');
  await expect.poll(() => take.innerText()).toBe(planner.say('workbook.confirm.take_other', { count: 2 }));
  await planner.press('workbook.diff.allTheirs');
  await expect.poll(() => take.innerText()).toBe(planner.say('workbook.confirm.take_other', { count: 4 }));
  await page.locator('.wb-row.conflict').first().getByText(planner.say('workbook.row.keepOurs')).click();
  await expect.poll(() => take.innerText()).toBe(planner.say('workbook.confirm.take_other', { count: 3 }));
  await take.click();
  await planner.sees(planner.say('workbook.done.taken_other', { count: 3 }));
  expect(dueOf((await rowOf(exercise, mine[0] ?? ''))[1])).toBe(keeps);
  expect(dueOf((await rowOf(exercise, mine[1] ?? ''))[1])).toBeGreaterThan((takes ?? 0) + 3_600_000);
}
const dueOf = (row: InjectRow): number => row.timed?.due ?? row.plan?.card.at ?? Number.NaN;

/** A row of the exercise by the id that the workbook gives it, with that of the record. */
async function rowOf(exercise: string, scenario: string) {
  const live = await house.server.open(exercise);
  const found = await live?.read((world) => [...world.injects.rows].find(([, row]) => row.plan?.card.scenario === scenario));
  if (!found) throw new Error(`no row ${scenario}`);
  return found;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Says yes to what is suggested. Whose the local times are nobody knows, so nothing is suggested of that. */
async function settlesTheFirst(page: Page): Promise<void> {
  const guess = page.locator('.im-guess').first();
  const yes = guess.locator('.btn:not([aria-pressed])');
  if ((await yes.count()) > 0) return yes.first().click();
  expect(await guess.locator('select option').first().innerText()).not.toContain('UTC');
  await guess.locator('select').selectOption('+09:00');
}
const openGuess = async (page: Page): Promise<boolean> => (await page.locator('.im-guess').count()) > 0;

async function lobbyScenarios(lobby: Browser): Promise<string[]> {
  return ((await (await lobby.fetch('/api/lobby')).json()) as { scenarios: { id: string }[] }).scenarios.map((s) => s.id);
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
