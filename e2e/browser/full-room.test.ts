import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosen } from '../chosen.ts';
import { type Crowd, gatherCrowd } from './crowd.ts';
import { browserOfRun, PATIENCE_MS } from './house.ts';
import { measure, SIZES } from './ruler.ts';
import { LANGUAGES } from './words.ts';

/** Every seat that is taken has asked control so many times. */
const EACH = 4;
/**
 * All but one of the 64 seats are taken. What the first side asks waits for its own controllers first, since they are seated:
 * lead control has the questions of two full sides and of one where a seat is empty.
 */
const ASKED = [15 * EACH, 16 * EACH, 16 * EACH];

describe.each(chosen('a full room', LANGUAGES))(
  'lead control of a full room: 64 seats in four parties, eight to a cell (%s)',
  (language) => {
    let crowd: Crowd;
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      [crowd, browser] = await Promise.all([
        gatherCrowd(process.env.ENTENTE_WEB_ROOT, { seatsOfACell: 8, questions: EACH }),
        browserOfRun(),
      ]);
      const context = await browser.newContext({ locale: language, viewport: SIZES['at 1440'], reducedMotion: 'reduce' });
      const control = crowd.doors.get('control');
      if (!control) throw new Error('nobody is at lead control');
      await context.addCookies([control.cookie, crowd.director.cookie]);
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
    const counted = async (): Promise<number[]> =>
      (await rows().locator('b').allTextContents()).map((words) => Number(/\d+/.exec(words)?.[0]));

    it('folds what one side asks into one row, counted, so that 188 questions are three rows', async () => {
      expect((await counted()).toSorted((a, b) => a - b)).toEqual(ASKED);
    });

    it('counts seats, and what needs a hand, alike wherever they are counted', async () => {
      const numbers = (words: string | undefined): number[] => (words?.match(/\d+/g) ?? []).map(Number);
      const sorted = (all: number[]): number[] => all.toSorted((a, b) => a - b);
      // Of the 64 seats all but one are taken: Presence, its cells, and the room that names everybody.
      const presence = page.locator('.ct-presence');
      expect(sorted(numbers(await presence.locator('.ct-head .ct-small').innerText()))).toEqual([63, 64]);
      // A cell’s name, which is spoken there, may have digits too.
      const cells = (await presence.locator('.ct-seatcount').allInnerTexts()).map((words) => numbers(/\d+\/\d+/.exec(words)?.[0]));
      expect([0, 1].map((i) => cells.reduce((sum, cell) => sum + (cell[i] ?? 0), 0))).toEqual([63, 64]);
      await page.locator('[data-centre=room]').first().click();
      await page.locator('.room-table tbody').first().waitFor();
      const people = await page.locator('.room-table tbody td:nth-of-type(2)').allInnerTexts();
      expect(people.filter((names) => names.includes('황보연구관')).length).toBe(63);
      await page.locator('[data-centre=msel]').first().click();

      // What needs a hand: the column, its rows, the browser’s tab, and the lobby.
      const hand = page.locator('.ct-hand');
      const [all = 0] = numbers(await hand.locator('.ct-head .chip').innerText());
      expect(all).toBeGreaterThanOrEqual(ASKED.reduce((sum, n) => sum + n, 0));
      const alone = await hand.locator('[data-hand]').count();
      expect((await counted()).reduce((sum, n) => sum + n, alone)).toBe(all);
      // A tab has no room for three digits.
      expect(await page.title()).toMatch(/^\(99\+\) /);
      const lobby = await page.context().newPage();
      await lobby.goto(crowd.server.url);
      const row = lobby.locator('tr').filter({ has: lobby.locator('.lb-meter') });
      expect(sorted(numbers(await row.locator('.lb-meter + .lb-nowrap').innerText()))).toEqual([63, 64]);
      expect(numbers(await row.locator('td').nth(3).innerText())[0]).toBe(all);
      await lobby.close();
    });

    it.each(['at 1440', 'at 1024'] as const)(
      'names every cell of the room in words that nobody must spell, and cuts nothing, %s',
      async (size) => {
        await page.setViewportSize(SIZES[size]);
        if (process.env.ENTENTE_SHOTS)
          await page.screenshot({ path: `${process.env.ENTENTE_SHOTS}/full-room.${language}.${SIZES[size].width}.png` });
        expect(await measure(page)).toEqual([]);
        // Four capitals leave the bar in one row, and four sides stand where nothing scrolls sideways.
        expect(await page.locator('.top-bar').evaluate((bar) => bar.clientHeight)).toBeLessThan(64);
        const wide = await page.locator('.ct-presence-body').evaluate((body) => body.scrollWidth - body.clientWidth);
        expect(wide).toBeLessThanOrEqual(0);
        const lines = await page.locator('.ct-presence-name').evaluateAll((names) =>
          names.map((name) => {
            const range = document.createRange();
            range.selectNodeContents(name);
            const lines = new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size;
            return { words: name.textContent ?? '', lines };
          }),
        );
        expect(lines).not.toEqual([]);
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
      // Of no world while a commit is under way: asked again.
      const messages = () => crowd.server.exercise(crowd.id)?.world.messages.messages ?? new Map();
      const answers = () => [...messages().values()].filter((m) => JSON.stringify(m.text).includes('All of it at noon.'));
      await expect.poll(() => answers().length).toBe(first);
      // Each goes to whoever asked, and no two answer one question.
      for (const { to, about } of answers()) expect(to).toEqual([messages().get(about?.id)?.from]);
      expect(new Set(answers().map((m) => m.about?.id)).size).toBe(first);
      await expect.poll(async () => (await counted()).length).toBe(2);
    });
  },
);
