import { answersOf } from '@entente/engine';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Crowd, gatherCrowd } from './crowd.ts';
import { browserOfRun, PATIENCE_MS } from './house.ts';
import { measure, SIZES } from './ruler.ts';
import { LANGUAGES } from './words.ts';

/** A full room: 64 seats in four parties, eight to a cell, and every seat that is taken has asked control four times. */
const seed = Number(process.env.ENTENTE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const language = LANGUAGES[seed % LANGUAGES.length] ?? 'en';
console.log(`a full room: seed ${seed}, ${language} (ENTENTE_SEED)`);
const EACH = 4;
/**
 * All but one of the 64 seats are taken. What the first side asks waits for its own controllers first, since they are seated:
 * lead control has the questions of two full sides and of one where a seat is empty.
 */
const ASKED = (16 + 16 + 15) * EACH;

let crowd: Crowd;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [crowd, browser] = await Promise.all([gatherCrowd(process.env.ENTENTE_WEB_ROOT, { seatsOfACell: 8, questions: EACH }), browserOfRun()]);
  const context = await browser.newContext({ locale: language, viewport: SIZES['at 1440'], reducedMotion: 'reduce' });
  const control = crowd.doors.get('control');
  if (!control) throw new Error('nobody is at lead control');
  await context.addCookies([control.cookie]);
  await context.addInitScript((kept) => localStorage.setItem('entente.preferences', kept), JSON.stringify({ language }));
  context.setDefaultTimeout(PATIENCE_MS);
  page = await context.newPage();
  await page.goto(crowd.server.url + control.path);
  await page.locator('.ct-handmany').first().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await crowd?.close();
});

const rows = () => page.locator('.ct-handmany');
/** How many each row says. */
const counted = async (): Promise<number[]> => (await rows().locator('b').allTextContents()).map((words) => Number(/\d+/.exec(words)?.[0]));

it('folds what one side asks into one row, counted, so that 188 questions are three rows', async () => {
  const counts = await counted();
  expect(counts).toHaveLength(3);
  expect(counts.reduce((a, b) => a + b)).toBe(ASKED);
});

it.each(['at 1440', 'at 1024'] as const)(
  'names every cell of the room in words that nobody must spell, and cuts nothing, %s',
  async (size) => {
    await page.setViewportSize(SIZES[size]);
    if (process.env.ENTENTE_SHOTS)
      await page.screenshot({ path: `${process.env.ENTENTE_SHOTS}/full-room.${language}.${SIZES[size].width}.png` });
    expect(await measure(page)).toEqual([]);
    const lines = await page.locator('.ct-presence-name').evaluateAll((names) =>
      names.map((name) => {
        const range = document.createRange();
        range.selectNodeContents(name);
        const lines = new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size;
        return { words: name.textContent ?? '', lines };
      }),
    );
    // At most a word a line: a name of one word stands on one.
    expect(lines.filter(({ words, lines }) => lines > words.split(' ').length)).toEqual([]);
  },
);

it('answers all that one side asks with one text, each for itself', async () => {
  await page.setViewportSize(SIZES['at 1440']);
  const [first = 0] = await counted();
  await rows().first().locator('.btn').click();
  await page.getByRole('complementary').getByRole('textbox').first().fill('All of it at noon.');
  await page.keyboard.press('Control+Enter');
  const world = crowd.server.exercise(crowd.id)?.world;
  if (!world) throw new Error('the exercise is not there');
  await expect.poll(() => answersOf(world).size).toBe(first);
  const answers = [...answersOf(world)];
  for (const [question, [answer, ...more]] of answers) {
    expect(more).toEqual([]);
    expect(answer?.to).toEqual([world.messages.messages.get(question)?.from]);
  }
  await expect.poll(async () => (await counted()).length).toBe(2);
});
