import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { type Arrive, type Stage, setStage } from './stage.ts';

/**
 * `npm run screenshots`: every screen in both languages, from recorded plays, into docs/screens.
 * `-- --every --out FOLDER` adds dark and the widths 1024 and 390, to be looked at rather than kept.
 */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'docs/screens' }, every: { type: 'boolean', default: false } } });
const out = join(import.meta.dirname, '../..', values.out);
/** Long enough for fonts and for the first pages of a feed; screens say themselves when they are ready. */
const SETTLE_MS = 1_200;
const PLAYER = 'seat:rok-nsa';
const NAMES: Readonly<Record<string, string>> = { seat: 'Duty adviser', control: 'Exercise director', review: 'Exercise director' };

interface Look {
  readonly language: 'en' | 'ko';
  readonly theme: 'light' | 'dark';
  readonly width: number;
}
const plain = (['en', 'ko'] as const).map((language): Look => ({ language, theme: 'light', width: 1440 }));
const more = (['en', 'ko'] as const).flatMap((language): Look[] => [
  { language, theme: 'dark', width: 1440 },
  { language, theme: 'light', width: 1024 },
  { language, theme: 'light', width: 390 },
]);

mkdirSync(out, { recursive: true });
const browser = await startBrowser();
const context = await browser.newContext({ reducedMotion: 'reduce' });
const doors = new Map<string, string>();
const { server, director } = await setStage(arrive);
const faults: string[] = [];
try {
  const [name = '', value = ''] = director.split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  for (const look of values.every ? [...plain, ...more] : plain) await everyScreen(look);
} finally {
  await browser.close();
  await server.close();
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** Takes our own seats before the exercise begins, so that nothing in the pictures tells of it. */
async function arrive(stage: Stage, { name, link }: Parameters<Arrive>[1]): Promise<void> {
  const origin = stage.server.url;
  const seats = name === 'ended' ? [['review', 'control']] : Object.entries({ seat: PLAYER, control: 'control', public: 'public' });
  for (const [screen = '', seat = ''] of seats) {
    const joined = await context.request.post(`${origin}/api/join`, {
      data: { token: (await link(seat)).split('#')[1] },
      headers: { origin },
    });
    const { path } = (await joined.json()) as { path: string };
    doors.set(screen, origin + path + (screen === 'review' ? 'review' : ''));
    if (screen === 'public') continue;
    const command = { type: 'TakeSeat', name: NAMES[screen] };
    await context.request.post(`${origin}${path}api/commands`, { data: { id: `arrive-${screen}`, command }, headers: { origin } });
  }
}

async function everyScreen(look: Look): Promise<void> {
  await shoot(`${server.url}/`, 'lobby', look);
  await shoot(doors.get('seat'), 'seat', look, async (page) => {
    await page.getByRole('button', { name: /^(Begin|시작)$/ }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
  });
  await shoot(doors.get('control'), 'control', look, (page) => page.keyboard.press('j'));
  await shoot(doors.get('review'), 'review', look);
  await shoot(doors.get('public'), 'public', look);
}

async function shoot(
  url: string | undefined,
  screen: string,
  { language, theme, width }: Look,
  act?: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  const name = [screen, language, ...(theme === 'dark' ? ['dark'] : []), ...(width === 1440 ? [] : [String(width)])].join('.');
  listen(page, name);
  await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
  await page.addInitScript((kept) => localStorage.setItem('entente.preferences', kept), JSON.stringify({ language, theme }));
  await page.goto(url ?? '', { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  await act?.(page).catch((error: Error) => faults.push(`${name}: ${error.message.split('\n')[0]}`));
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(SETTLE_MS / 2);
  await page.screenshot({ path: join(out, `${name}.png`) });
  process.stdout.write(`${values.out}/${name}.png\n`);
  await page.close();
}

/** A picture of a page that had an error is no picture to show. */
function listen(page: Page, name: string): void {
  page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${name}: ${message.text()}`);
  });
}
