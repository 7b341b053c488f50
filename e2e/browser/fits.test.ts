import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chosen, LONG, seed } from '../chosen.ts';
import { type Crowd, gatherCrowd } from './crowd.ts';
import { browserOfRun, PATIENCE_MS } from './house.ts';
import { measure, SIZES, type Size } from './ruler.ts';
import { LANGUAGES, type Language, type Words, wordsOf } from './words.ts';

const ONLY = process.env.ENTENTE_SCREEN;
console.log(`screens measured: seed ${seed} (ENTENTE_SEED, ENTENTE_LONG, ENTENTE_SCREEN)`);

interface Screen {
  readonly name: string;
  /** Whose door, and what stands behind it; without a door, an address. */
  readonly at: string | readonly [seat: string, more: string];
  readonly come?: (page: Page, say: Words) => Promise<void>;
}
const K = 'seat:k-policy-1';
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();
const pressed =
  (word: string): NonNullable<Screen['come']> =>
  (page, say) =>
    press(page, say(word));
const begun: NonNullable<Screen['come']> = (page) => page.locator('.card-foot button').first().click();
const seat = (name: string, then?: NonNullable<Screen['come']>): Screen => ({
  name: `seat, ${name}`,
  at: [K, ''],
  come: async (page, say) => {
    await begun(page, say);
    await then?.(page, say);
  },
});
/** A place whose name a count stands beside. */
const toTable: NonNullable<Screen['come']> = (page, say) =>
  page
    .locator('.rail-tab', { hasText: say('consultation.place.table') })
    .first()
    .click();
/** A matter in the place Table, by its place in the list: those of one deadline in the order in which they were opened. */
const onTable =
  (n: number): NonNullable<Screen['come']> =>
  async (page, say) => {
    await toTable(page, say);
    await page.locator('.cs-table button.cs-row').nth(n).click();
    await page.locator('.cs-clock').waitFor();
  };
const control = (name: string, come?: Screen['come']): Screen => ({
  name: `control, ${name}`,
  at: ['control', ''],
  ...(come ? { come } : {}),
});
const centre =
  (which: string): NonNullable<Screen['come']> =>
  (page) =>
    page.locator(`[data-centre=${which}]`).first().click();
const tab = (which: string): Screen => ({
  name: `review, ${which}`,
  at: ['control', 'review'],
  come: (page) => page.locator(`#rv-tab-${which}`).click(),
});

const SCREENS: readonly Screen[] = [
  { name: 'lobby', at: '/' },
  { name: 'create', at: '/#/create/crowd' },
  { name: 'links', at: '/#/links/EXERCISE' },
  { name: 'import', at: '/#/import' },
  { name: 'nowhere', at: '/nowhere' },
  { name: 'join', at: '/join#AAAA' },
  { name: 'take a seat', at: ['seat:h-voice-5', ''] },
  { name: 'seat, card', at: [K, ''] },
  seat('inbox'),
  seat('reading', (page) => page.locator('button[data-item]').first().click()),
  seat('what can be begun', pressed('seat.new.open')),
  seat('writing', async (page, say) => {
    await press(page, say('seat.new.open'));
    await page.getByRole('menuitem').first().click();
  }),
  seat('what is held', pressed('seat.place.held')),
  seat('table', toTable),
  seat('translations', (page, say) =>
    page
      .locator('.rail-tab', { hasText: say('translations.place.translations') })
      .first()
      .click(),
  ),
  seat('matter', onTable(1)),
  seat('silence', onTable(0)),
  seat('object or amend', async (page, say) => {
    await onTable(0)(page, say);
    await press(page, say('table.act.break'));
  }),
  seat('position', async (page, say) => {
    await onTable(1)(page, say);
    await press(page, say('table.act.position'));
  }),
  seat('emergency asked', pressed('kit.emergency.button')),
  { name: 'seat that watches', at: ['observers', ''] },
  { name: 'evaluators of all', at: ['evaluators', ''] },
  { name: 'evaluator', at: ['evaluators:k', ''] },
  { name: 'evaluator, selected', at: ['evaluators:k', ''], come: (page) => page.locator('[data-mark]').first().click() },
  { name: 'public', at: ['public', ''] },
  control('timeline'),
  control('card selected', (page) => page.locator('[data-hand] button').first().click()),
  control('table', pressed('control.timeline.table')),
  control('legend', pressed('control.timeline.legend')),
  control('improvise', pressed('control.act.improvise')),
  control('write', pressed('control.act.speakAs')),
  control('links', pressed('control.presence.links')),
  control('jump', pressed('control.clock.jump')),
  control('end', pressed('control.clock.end')),
  control('room', centre('room')),
  control('items', centre('items')),
  control('tables', centre('tables')),
  control('translations', centre('translations')),
  { name: 'control of a party', at: ['control:k', ''] },
  tab('happened'),
  tab('knew'),
  tab('asked'),
  tab('agreed'),
  tab('injects'),
  tab('expected'),
  tab('notes'),
  { name: 'report', at: ['control', 'report'] },
];

/** All in the long run; here every twelfth, in one language: others in another run. */
const wanted: readonly Screen[] = SCREENS.filter((screen, i) =>
  ONLY !== undefined ? screen.name.startsWith(ONLY) : LONG || (Math.floor(seed / LANGUAGES.length) + i) % 12 === 0,
);

let crowd: Crowd;
let browser: Browser;
beforeAll(async () => {
  [crowd, browser] = await Promise.all([gatherCrowd(process.env.ENTENTE_WEB_ROOT), browserOfRun()]);
});
afterAll(async () => {
  await browser?.close();
  await crowd?.close();
});

it.each(chosen('sizes', LANGUAGES))(
  'no button, tab, chip or count wraps or is cut at any size, with long names and forty seats (%s)',
  async (language) => {
    const found: string[] = [];
    for (const screen of wanted) found.push(...(await measured(screen, language)));
    if (process.env.ENTENTE_FOUND) console.log(found.join('\n'));
    expect(found).toEqual([]);
  },
);

it('and a word that wraps, is cut or is covered would be found', async () => {
  const page = await open('/join#AAAA', 'en');
  // The page's policy takes no style that is written in the markup.
  await page.locator('main').evaluate((main) => {
    const put = (tag: string, words: string, style: Partial<CSSStyleDeclaration>, within: Element = main): HTMLElement => {
      const e = document.createElement(tag);
      e.textContent = words;
      Object.assign(e.style, style);
      within.append(e);
      return e;
    };
    put('button', 'wraps in two', { width: '60px' });
    put('button', 'cut at the end', { whiteSpace: 'nowrap' }, put('div', '', { width: '40px', overflow: 'hidden' }));
    const both = put('div', '', { position: 'relative', height: '40px' });
    put('button', 'below', {}, both);
    put('button', 'above it', { position: 'absolute', left: '0' }, both);
    put('p', '여섯글자단어', { width: '3em', overflowWrap: 'anywhere' });
  });
  const found = await measure(page);
  expect(found).toEqual([
    expect.stringMatching(/^wraps: .*wraps in two/),
    expect.stringMatching(/^is cut: .*cut at the end/),
    expect.stringMatching(/^is covered by .*above it.*: .*below/),
    expect.stringMatching(/^is spelled, “여섯글자단어”: /),
  ]);
  await page.context().close();
});

it('on a phone, Back goes one view back within the seat, and the tab says how much waits for which seat', async () => {
  const page = await open(`${crowd.doors.get(K)?.path}`, 'ko');
  await page.setViewportSize(SIZES['on a phone']);
  await begun(page, wordsOf('ko'));
  await page.waitForFunction(() => /^\(\d+\) 정책조정총괄국장 · 북방 접근해역.* · Entente$/.test(document.title));
  const at = page.url();
  const view = (name: string) => page.locator(`main.seat[data-place=${name}]`).waitFor();
  await page.locator('nav.places button').nth(1).click();
  await view('inbox');
  await page.locator('.inbox button[data-item]').first().click();
  await view('read');
  await page.goBack();
  await view('inbox');
  await page.goBack();
  await view('asked');
  expect(page.url()).toBe(at);
  await page.context().close();
});

it('an address of nothing is a page in the language of the browser, which leads on', async () => {
  const page = await open('/nothing/here', 'ko');
  await page.getByRole('heading', { name: '없는 페이지입니다' }).waitFor();
  expect(await page.title()).toBe('없는 페이지입니다 · Entente');
  await page.getByRole('link', { name: '로비 (연습 책임자용)' }).click();
  await page
    .getByRole('heading', { name: wordsOf('ko')('lobby.exercises.title') })
    .first()
    .waitFor();
  await page.context().close();
});

/** A screen is opened once, and measured at one size after the other. */
async function measured(screen: Screen, language: Language): Promise<string[]> {
  const { at } = screen;
  const page = await open(typeof at === 'string' ? at.replace('EXERCISE', crowd.id) : `${crowd.doors.get(at[0])?.path}${at[1]}`, language);
  try {
    await screen.come?.(page, wordsOf(language));
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    const found: string[] = [];
    for (const size of Object.keys(SIZES) as Size[]) {
      await page.setViewportSize(SIZES[size]);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      found.push(...(await atRest(page)).map((line) => `${screen.name}, ${size}, ${language}: ${line}`));
      if (process.env.ENTENTE_SHOTS)
        await page.screenshot({
          path: `${process.env.ENTENTE_SHOTS}/${screen.name}.${language}.${SIZES[size].width}.png`
            .replaceAll(', ', '-')
            .replaceAll(' ', '_'),
        });
    }
    return found;
  } catch (cause) {
    return [`${screen.name}, ${language}: could not be measured: ${(cause as Error).message.split('\n')[0]}`];
  } finally {
    await page.context().close();
  }
}

/** What is found and is still found when the page has nothing more to do: on a busy machine something may be on its way. */
async function atRest(page: Page): Promise<string[]> {
  let found = await measure(page);
  for (let again = 0; found.length > 0 && again < 3; again++) {
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle, { timeout: 1_000 })));
    found = await measure(page);
  }
  return found;
}

async function open(path: string, language: Language): Promise<Page> {
  const context = await browser.newContext({ locale: language, viewport: SIZES['at 1440'], reducedMotion: 'reduce' });
  await context.addCookies([crowd.director, ...crowd.doors.values()].map((d) => d.cookie));
  await context.addInitScript((kept) => localStorage.setItem('entente.preferences', kept), JSON.stringify({ language }));
  context.setDefaultTimeout(PATIENCE_MS / 2);
  // To look changes nothing.
  await context.route('**/api/commands', (route) => route.fulfill({ json: { ok: true, at: 0, events: [] } }));
  const page = await context.newPage();
  await page.goto(crowd.server.url + path);
  await page.locator('main').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
  return page;
}
