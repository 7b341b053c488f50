import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../packages/server/src/test/server.ts';
import { chosen } from '../chosen.ts';
import { ask } from './eye.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { directing, Person } from './person.ts';
import { LANGUAGES } from './words.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse(ON_THIS_MACHINE);
});
afterAll(() => house.close());

/** A scenario of which something is found. */
const AT = '/api/scenarios/river-flood/rehearsal';
const FEW = 24;
const TITLE = /^River flood$|^국경하천 홍수 대응 연습$/;

it.each(chosen('rehearsal', LANGUAGES))(
  'A planner rehearses from the lobby, comes from the report to the minute of the run that shows a problem in two presses, practises alone with nothing of it in sight, and rehearses on from a moment (%s)',
  async (language) => {
    const context = await house.context(language);
    const planner = new Person(await context.newPage(), language);
    const { page } = planner;
    const lobby = await directing(house, context);
    const card = page.locator('.lb-card').filter({ has: page.locator('h3', { hasText: TITLE }) });

    // Begun with one press and ended with another: what was done by then is reported, and said to be part of it.
    // A phone has room for the cards, too.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(house.url);
    // By keys alone: where a button goes, the next one has the focus, and at the end the report does.
    await planner.button('lobby.rehearsal.start', card).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe(planner.say('lobby.rehearsal.cancel'));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(`${AT}/page`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await planner.button('lobby.rehearsal.again', card).waitFor();
    await card.getByText(/^\d+ of 2,000 runs$|^2,000회 중 \d+회$/).waitFor();
    await rehearsed(lobby, { runs: FEW, seed: 7 });
    // Begun elsewhere: the page learns of it by the lobby's next answer, though it had begun one itself.
    await planner.press('lobby.refresh');
    await card.getByText(/^\d+ of 2,000 runs$|^2,000회 중 \d+회$/).waitFor({ state: 'detached' });
    // The picture of how its runs spread leads to the report, too.
    expect(await card.locator('.lb-spread').getAttribute('href')).toBe(`${AT}/page`);
    expect(await ask(page, 'lobby, rehearsed', 'whole')).toEqual([]);
    await picture(page, 'lobby');
    await card.locator('.lb-rehearsal a').first().click();

    const report = page.locator('section.findings');
    await report.waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await ask(page, 'report', 'whole')).toEqual([]);
    await picture(page, 'report');
    const shown = report.locator('a[data-run]:visible').first();
    const minute = Number(await shown.getAttribute('data-at'));
    const why = await shown.locator('xpath=ancestor::tr').locator('[data-why]').innerText();
    await shown.click();
    await page.waitForURL('**/review**');
    expect(page.url()).toContain(minute > 0 ? `#at=${minute}` : '/review');
    // The review says what it was opened for, and knows the way back.
    await page.locator('.rv-opened').getByText(why).waitFor();
    expect(await page.locator('.rv-opened a').getAttribute('href')).toBe(`${AT}/page`);

    await alone(planner, lobby);
    await onward(planner);
    expect(planner.faults).toEqual([]);
    await context.close();
  },
);

/** One press, and the own card is there; what the rehearsal found and what is planned is not. */
async function alone(planner: Person, lobby: Browser): Promise<void> {
  const { page } = planner;
  const texts: string[] = [];
  page.on('response', async (answer) => {
    if (answer.url().includes('/s/')) texts.push(await answer.text().catch(() => ''));
  });
  await page.goto(house.url);
  const began = Date.now();
  await page
    .locator('.lb-practise')
    .first()
    .getByRole('button', { name: planner.say('lobby.practice.start') })
    .click();
  await page.waitForURL('**/s/**');
  await planner.takeSeat('One');
  await planner.button('seat.card.begin').waitFor();
  expect(Date.now() - began).toBeLessThan(60_000);
  expect(await ask(page, 'practice, card', 'whole')).toEqual([]);
  await picture(page, 'practice');
  const findings = await lobby.json<{ findings: { text: { en: string; ko: string } }[] }>(`${AT}/report`);
  const everything = texts.join('\n') + (await page.content());
  for (const { text } of findings.findings) for (const words of [text.en, text.ko]) expect(everything).not.toContain(words);
  expect(everything).not.toMatch(/InjectPlanned|"behaviours"|"rehearsal":\{/);
  const path = new URL(page.url()).pathname;
  for (const there of ['api/rehearsal', 'api/rehearsal/report', 'api/rehearsal/page'])
    expect((await page.request.get(`${house.url}${path}${there}`)).status()).toBe(404);
}

/** Lead control of another exercise looks at what may still come. */
async function onward(planner: Person): Promise<void> {
  const { page } = planner;
  await page.goto(house.url);
  const path = await page.evaluate(async () => {
    const post = async (at: string, body: object) =>
      (await fetch(at, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json();
    const { id } = await post('/api/exercises', { scenario: 'press-day' });
    return ((await post(`/api/exercises/${id}/start`, { name: 'Lead' })) as { path: string }).path;
  });
  await page.goto(`${house.url}${path}api/rehearsal/page`);
  const form = page.locator('#begin-form');
  await form.waitFor();
  expect(await ask(page, 'rehearse from here', 'whole')).toEqual([]);
  await picture(page, 'from-here');
  await form.locator('input[name=runs]').fill(String(FEW));
  await form.locator('button.main').click();
  await page.locator('section.onward').waitFor();
  expect(await ask(page, 'rehearsed from here', 'whole')).toEqual([]);
  await picture(page, 'onward');
}

async function rehearsed(lobby: Browser, wanted: object): Promise<void> {
  expect((await lobby.post(AT, wanted)).status).toBe(202);
  await expect.poll(async () => (await lobby.json<{ last?: object }>(AT)).last, { timeout: 60_000 }).toBeDefined();
}

const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.textContent?.trim());

const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.ENTENTE_PICTURES !== undefined)
    await page.screenshot({ path: `${process.env.ENTENTE_PICTURES}/rehearsal-${name}.png`, fullPage: true });
};
