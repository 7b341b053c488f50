import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '@entente/server';
import type { Page } from 'playwright-core';
import { director, Player } from '../packages/server/src/test/server.ts';
import { startBrowser } from '../tools/screens/browser.ts';
import { type Finding, spread } from './contest.ts';

/** Steps of the plan, inputs that somebody makes in its matrix, and how long one may take to be drawn, ms. */
const STEPS = 200;
const INPUTS = 200;
const MOST_MS = 100;
const SHARE = 0.98;

/** The matrix of a plan of two hundred steps: how many of two hundred inputs are drawn within a tenth of a second, by event timing. */
export async function matrix(): Promise<Finding[]> {
  const shelf = mkdtempSync(join(tmpdir(), 'entente-matrix-'));
  mkdirSync(join(shelf, 'long-plan'));
  writeFileSync(join(shelf, 'long-plan', 'scenario.yaml'), JSON.stringify(scenario()));
  const server = await startServer({
    dataDir: ':memory:',
    port: 0,
    logLevel: 'silent',
    scenariosDirs: [shelf],
    webRoot: join(import.meta.dirname, '../packages/web/dist'),
  });
  const browser = await startBrowser();
  try {
    const lobby = await director(server, server.url);
    const { id } = (await (await lobby.post('/api/exercises', { scenario: 'long-plan' })).json()) as { id: string };
    const made = await (await lobby.post(`/api/exercises/${id}/links`, { seats: ['control', 'seat:a-lead'] })).json();
    const { links } = made as { links: readonly { readonly seat: string; readonly url: string }[] };
    const sit = async (seat: string) => {
      const door = new Player(server.url, { origin: server.url });
      const token = new URL(links.find((l) => l.seat === seat)?.url ?? '').hash.slice(1);
      const joined = await door.post('/api/join', { token });
      door.path = ((await joined.json()) as { path: string }).path;
      await door.command({ type: 'TakeSeat', name: seat });
      return { door, cookie: joined.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
    };
    const [control, seat] = [await sit('control'), await sit('seat:a-lead')];
    await control.door.command({ type: 'StartClock' });
    const option = (await seat.door.events()).find((e) => e.event.type === 'OptionTabled')?.id;
    await seat.door.command({ type: 'TablePlan', option, title: 'Everything' });
    const of = (await seat.door.events()).find((e) => e.event.type === 'TextTabled')?.id;
    await control.door.command({ type: 'ActivatePlan', of });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' });
    const [name = '', value = ''] = seat.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url + seat.door.path }]);
    const page = await context.newPage();
    await page.goto(server.url + seat.door.path);
    const slow = await worked(page);
    const share = (INPUTS - slow) / INPUTS;
    return [
      {
        what: `inputs in the matrix of ${STEPS} steps drawn within ${MOST_MS} ms`,
        anchor: `${SHARE * 100} of 100`,
        ratio: spread([share / SHARE]),
        target: { atLeast: 1 },
        note: `${INPUTS - slow} of ${INPUTS}`,
      },
    ];
  } finally {
    await browser.close();
    await server.close();
    rmSync(shelf, { recursive: true, force: true });
  }
}

/** Opens the plan and works in it: steps chosen by mouse and by key, filters, arrows. Gives how many inputs took longer than they may. */
async function worked(page: Page): Promise<number> {
  await page.locator('.card-foot button').first().click();
  await page.locator('nav.rail > button').filter({ hasText: 'Plan' }).click();
  await page.locator('.op-plans .op-item').filter({ hasText: 'Everything' }).click();
  const steps = page.locator('button.mx-step');
  await page.locator('table.mx').waitFor();
  // Inputs are told by event timing: from the press to the next picture.
  await page.evaluate(`
    globalThis.late = new Set();
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.interactionId && entry.duration > ${MOST_MS}) globalThis.late.add(entry.interactionId);
    }).observe({ type: 'event', durationThreshold: 16 });
  `);
  await steps.first().focus();
  for (let n = 0; n < INPUTS; n++) {
    if (n % 10 === 0)
      await page
        .locator('.px-head button')
        .nth([0, 1, 0, 3, 3][(n / 10) % 5] ?? 0)
        .click();
    else if (n % 10 === 1) await steps.nth((n * 7) % 20).click();
    else await page.keyboard.press(n % 3 === 2 ? 'Enter' : 'ArrowDown');
  }
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 200)))');
  return page.evaluate<number>('globalThis.late.size');
}

/** Two sides, and a plan whose every step waits for two earlier ones. */
function scenario(): object {
  const seat = (id: string) => ({ id, name: { en: id }, may: ['sign', 'consult'], card: { en: 'You plan.' } });
  const party = (id: string) => ({
    id,
    name: { en: id.toUpperCase() },
    letter: id.toUpperCase(),
    capital: { name: { en: id === 'a' ? 'Seoul' : 'Washington' }, zone: id === 'a' ? 'Asia/Seoul' : 'America/New_York' },
    head: `${id}-lead`,
    situation: { en: 'You plan.' },
    cells: [{ id: `${id}-cell`, name: { en: `${id} cell` }, seats: [seat(`${id}-lead`)] }],
  });
  const steps = Array.from({ length: STEPS }, (_, n) => ({
    id: `s${n}`,
    text: { en: `Step number ${n + 1} of a long plan` },
    lead: `seat:${n % 2 === 0 ? 'a' : 'b'}-lead`,
    support: [n % 2 === 0 ? 'b' : 'a'],
    ...(n < 8 ? { at: `PT${10 + n}M` } : { after: [{ step: `s${n - 8}` }, { step: `s${n - 5}` }] }),
    duration: `PT${2 + (n % 5)}M`,
    ...(n % 20 === 19 ? { by: `PT${120 + n}M` } : {}),
  }));
  return {
    entente: 1,
    id: 'long-plan',
    title: { en: 'A long plan' },
    summary: { en: 'A plan of many steps.' },
    situation: { en: 'It is noon.' },
    start: '2027-03-02T12:00+09:00',
    duration: 'PT8H',
    languages: ['en'],
    parties: [party('a'), party('b')],
    forums: [{ id: 'group', name: { en: 'Group' }, members: ['a', 'b'], chairs: ['a', 'b'], procedures: ['joint-signature'] }],
    plans: [{ id: 'plan', forum: 'group', name: { en: 'Options' }, options: [{ id: 'long', name: { en: 'Long' }, steps }] }],
  };
}
