import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import type { Door } from './door.ts';
import { type Stage, setStage } from './stage.ts';

/**
 * `npm run screenshots`: every screen in both languages, light and dark, the seat on a phone too, into docs/screens.
 * `-- --every --out FOLDER` adds the width 1024 and screens that are to be looked at rather than kept; `--only NAME` those whose
 * name begins so; `--web FOLDER` shows another build.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'docs/screens' },
    every: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    web: { type: 'string' },
  },
});
const root = join(import.meta.dirname, '../..');
const out = values.out.startsWith('/') ? values.out : join(root, values.out);

/** The words on the buttons that a picture needs pressed. */
const WORDS = {
  en: {
    act: { share: 'Share…', sanitise: 'Sanitised version…', revise: 'New version…', recall: 'Recall…', why: 'Who sees it…' },
    decide: 'Decide…',
    grant: 'Release',
  },
  ko: {
    act: { share: '제공…', sanitise: '편집본…', revise: '개정본…', recall: '회수…', why: '열람 여부…' },
    decide: '결정…',
    grant: '제공한다',
  },
} as const;

/** What lies on the tables. */
const TITLES = {
  hearing: /When the others hear|조치의 사전 통보/,
  notice: /Notice to shipping|선박·항공기 안전/,
  line: /Joint line on the measure|조치에 관한 공동/,
} as const;
/** An item of which a part went out. */
const OUT = /Leave cancelled in the North|북측 중앙기관 휴가/;

interface Look {
  readonly language: 'en' | 'ko';
  readonly theme: 'light' | 'dark';
  readonly size: 'wide' | 'narrow' | 'phone';
}
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 1024, height: 768 }, phone: { width: 390, height: 844 } } as const;

/** A screen: how to come to it, and what to do there before the picture is taken. */
interface Shot {
  readonly name: string;
  readonly path: (stage: Stage) => string;
  readonly phone?: boolean;
  /** To be looked at only, with `--every`. */
  readonly extra?: boolean;
  /** Kept in light alone. */
  readonly light?: boolean;
  readonly before?: (page: Page, look: Look) => Promise<void>;
}
const seat = (stage: Stage, address: string, of: 'ready' | 'running' | 'ended' = 'running'): string => door(stage[of].doors, address).path;

const SHOTS: readonly Shot[] = [
  { name: 'lobby', path: () => '/' },
  { name: 'seat', path: (s) => seat(s, 'seat:rok-nsa'), phone: true, before: openLatest },
  { name: 'control', path: (s) => seat(s, 'control'), before: selectCard },
  { name: 'review', path: (s) => `${seat(s, 'control', 'ended')}review` },
  { name: 'table', path: (s) => seat(s, 'seat:rok-nsa'), light: true, before: (page, look) => onTable(page, look, TITLES.hearing) },
  {
    name: 'silence',
    path: (s) => seat(s, 'seat:rok-mofa-vice'),
    light: true,
    phone: true,
    before: (page, look) => onTable(page, look, TITLES.notice),
  },
  { name: 'text', path: (s) => seat(s, 'seat:rok-nsa'), light: true, before: (page, look) => onTable(page, look, TITLES.line) },
  { name: 'tables', path: (s) => seat(s, 'control'), light: true, before: onTables },
  { name: 'agreed', path: (s) => `${seat(s, 'control', 'ended')}review`, light: true, before: asked },
  { name: 'evaluation', path: (s) => seat(s, 'evaluators:rok'), phone: true, before: (page) => page.locator('[data-mark]').nth(3).click() },
  { name: 'public', path: (s) => seat(s, 'public') },
  { name: 'lobby-read', path: () => '/#/read/extended-deterrence', extra: true },
  { name: 'lobby-create', path: () => '/#/create/extended-deterrence', extra: true },
  { name: 'lobby-links', path: (s) => `/#/links/${s.ready.id}`, extra: true },
  { name: 'seat-card', path: (s) => seat(s, 'seat:us-nsa'), phone: true, extra: true },
  { name: 'seat-held', path: (s) => seat(s, 'seat:rok-nsa'), phone: true, extra: true, before: openHeld },
  { name: 'seat-new', path: (s) => seat(s, 'seat:rok-nsa'), extra: true, before: openNew },
  { name: 'seat-us', path: (s) => seat(s, 'seat:us-nsa'), extra: true, before: openLatest },
  { name: 'control-ready', path: (s) => seat(s, 'control', 'ready'), extra: true },
  { name: 'control-party', path: (s) => seat(s, 'control:rok'), extra: true },
  {
    name: 'control-table',
    path: (s) => seat(s, 'control'),
    extra: true,
    before: (page, { language }) => press(page, language === 'ko' ? '표' : 'Table'),
  },
  {
    name: 'control-jump',
    path: (s) => seat(s, 'control'),
    extra: true,
    before: (page, { language }) => press(page, language === 'ko' ? /건너뛰기|이동/ : 'Jump…'),
  },
  ...['', 'share', 'sanitise', 'revise', 'recall', 'why'].map(
    (act): Shot => ({
      name: `control-item-${act || 'detail'}`,
      path: (s) => seat(s, 'control'),
      extra: true,
      before: (page, { language }) => actOnItem(page, act && WORDS[language].act[act as 'share']),
    }),
  ),
  { name: 'control-item-new', path: (s) => seat(s, 'control'), extra: true, before: (page) => newItem(page) },
  { name: 'control-room', path: (s) => seat(s, 'control'), extra: true, before: (page) => centre(page, 'room') },
  { name: 'control-request', path: (s) => seat(s, 'control'), extra: true, before: decide },
  { name: 'knew', path: (s) => `${seat(s, 'control', 'ended')}review`, before: (page) => tab(page, 'knew') },
  { name: 'review-questions', path: (s) => `${seat(s, 'control', 'ended')}review`, extra: true, before: (page) => tab(page, 'asked') },
  { name: 'review-injects', path: (s) => `${seat(s, 'control', 'ended')}review`, extra: true, before: (page) => tab(page, 'injects') },
  { name: 'review-expected', path: (s) => `${seat(s, 'control', 'ended')}review`, extra: true, before: (page) => tab(page, 'expected') },
  { name: 'review-notes', path: (s) => `${seat(s, 'control', 'ended')}review`, extra: true, before: (page) => tab(page, 'notes') },
  { name: 'review-seat', path: (s) => `${seat(s, 'seat:rok-nsa', 'ended')}review`, extra: true },
  { name: 'report', path: (s) => `${seat(s, 'control', 'ended')}report`, phone: true, extra: true },
  { name: 'public-ready', path: (s) => seat(s, 'public', 'ready'), extra: true },
];

mkdirSync(out, { recursive: true });
const faults: string[] = [];
const stage = await setStage(values.web);
const browser = await startBrowser();
try {
  for (const language of ['en', 'ko'] as const)
    for (const theme of ['light', 'dark'] as const)
      for (const size of ['wide', 'narrow', 'phone'] as const) await take(browser, stage, { language, theme, size });
} finally {
  await browser.close();
  await stage.close();
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** All shots of one look, each in a browser of its own. */
async function take(browser: Browser, stage: Stage, look: Look): Promise<void> {
  const wanted = SHOTS.filter((shot) => {
    if (!shot.name.startsWith(values.only)) return false;
    if (shot.extra && (!values.every || look.theme === 'dark')) return false;
    if (shot.light && look.theme === 'dark') return false;
    if (look.size === 'phone') return look.theme === 'light' && (shot.phone || (values.every && !shot.extra));
    return look.size === 'wide' || (values.every && look.theme === 'light' && !shot.extra);
  });
  for (const shot of wanted) {
    const context = await openContext(browser, look, stage);
    await shoot(context, stage, shot, look);
    await context.close();
  }
}

async function openContext(browser: Browser, { language, theme, size }: Look, stage: Stage): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: SIZES[size], locale: language, colorScheme: theme, reducedMotion: 'reduce' });
  const doors = [stage.director, ...[stage.ready, stage.running, stage.ended].flatMap((e) => [...e.doors.values()])];
  await context.addCookies(doors.map((d) => d.cookie));
  await context.addInitScript((kept) => localStorage.setItem('entente.preferences', kept), JSON.stringify({ language, theme }));
  context.setDefaultTimeout(8_000);
  // To take a picture changes nothing: what it opens is not read on the record, and who looks is not seen coming and going.
  await context.route('**/api/commands', (route) => route.fulfill({ json: { ok: true, at: 0, events: [] } }));
  await context.route('**/api/presence', (route) => route.fulfill({ status: 204 }));
  return context;
}

async function shoot(context: BrowserContext, stage: Stage, shot: Shot, look: Look): Promise<void> {
  const { language, theme, size } = look;
  const name = [shot.name, language, ...(theme === 'dark' ? ['dark'] : []), ...(size === 'wide' ? [] : [size])].join('.');
  const page = await context.newPage();
  listen(page, name);
  try {
    await page.goto(stage.server.url + shot.path(stage));
    await page.locator('main').first().waitFor();
    await loaded(page);
    await page.evaluate(() => document.fonts.ready);
    await shot.before?.(page, look);
    await loaded(page);
    // What was loaded or pressed is drawn.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await page.screenshot({ path: join(out, `${name}.png`), animations: 'disabled' });
    process.stdout.write(`${name}.png\n`);
  } catch (cause) {
    faults.push(`${name}: ${(cause as Error).message.split('\n')[0]}`);
  }
}

/** Each screen, and each part of one, says that it is still loading until it is not. */
async function loaded(page: Page): Promise<void> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** From the card into the inbox, and the first line opened. */
async function openLatest(page: Page, { size }: Look): Promise<void> {
  await page.locator('.card-foot button').first().click();
  if (size === 'phone') {
    await page.locator('nav.places button').nth(1).click();
    return;
  }
  await page.locator('.inbox button[data-item]').first().click();
  await page.locator('.reading h2').first().waitFor();
}

/** A matter in the place Table. */
async function onTable(page: Page, { size }: Look, title: RegExp): Promise<void> {
  await page.locator('.card-foot button').first().click();
  await page
    .locator(size === 'phone' ? 'nav.places button' : 'nav.rail > button')
    .filter({ hasText: /Table|협의/ })
    .click();
  await page.locator('.cs-table button.cs-row').filter({ hasText: title }).first().click();
  await page.locator('.cs-clock').waitFor();
}

/** Control’s Tables, and the silence beside them. */
async function onTables(page: Page): Promise<void> {
  await centre(page, 'tables');
  await page.locator('.ct-tables tbody th button').filter({ hasText: TITLES.notice }).first().click();
}

/** Who was asked, who agreed, and the matter on which a side had decided before. */
async function asked(page: Page): Promise<void> {
  await tab(page, 'agreed');
  await page.locator('.rv-c-row:has(.rv-c-decides) button').first().click();
}

/** All that the seat holds. */
async function openHeld(page: Page, { size }: Look): Promise<void> {
  await page.locator('.card-foot button').first().click();
  await page
    .locator(size === 'phone' ? 'nav.places button' : 'nav.rail > button')
    .nth(size === 'phone' ? 2 : 1)
    .click();
}

/** What a seat may begin. */
async function openNew(page: Page): Promise<void> {
  await page.locator('.card-foot button').first().click();
  await page.locator('.rail-new button').first().click();
}

/** Selects the first card that waits for a hand, as a controller would. */
async function selectCard(page: Page): Promise<void> {
  await page.locator('[data-hand] button').first().click();
}

/** One of the review's questions; which of them there are depends on the record. */
async function tab(page: Page, name: string): Promise<void> {
  await page.locator(`#rv-tab-${name}`).click();
}

/** Opens an item at lead control that has several portions, was released and has not expired, so that every act stands there. */
async function actOnItem(page: Page, act: string | undefined): Promise<void> {
  await centre(page, 'items');
  await page.locator('.ct-items tbody tr th button').filter({ hasText: OUT }).last().click();
  if (act) await press(page, act);
}

async function centre(page: Page, name: string): Promise<void> {
  await page.locator(`[data-centre=${name}]`).click();
}

async function newItem(page: Page): Promise<void> {
  await centre(page, 'items');
  await page.locator('.ct-newitem').click();
}

/** The request that waits for control’s decision, and the decision begun. */
async function decide(page: Page, { language }: Look): Promise<void> {
  await page.getByRole('button', { name: WORDS[language].decide, exact: true }).first().click();
  await page.getByText(WORDS[language].grant, { exact: true }).first().click();
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .first()
    .click();
}

function door(doors: ReadonlyMap<string, Door>, address: string): Door {
  const found = doors.get(address);
  if (!found) throw new Error(`nobody was given a link to ${address}`);
  return found;
}

/** A picture of a page that had an error is no picture to show. */
function listen(page: Page, name: string): void {
  page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${name}: ${message.text()}`);
  });
}
