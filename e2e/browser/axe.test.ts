import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edit } from '../../packages/documents/src/again/edit.fixture.ts';
import { type Stage, setStage } from '../../tools/screens/stage.ts';
import { LONG, seed, WHOLE } from '../chosen.ts';
import { ask, Eye, type Screen, type Theme, watch } from './eye.ts';
import { browserOfRun, PATIENCE_MS } from './house.ts';
import { LANGUAGES, type Language, wordsOf } from './words.ts';

const SHEET = ['Event Number,Time,To,Message', '1,PT10M,Water authority,The gauge rises', '2,,,', '3,soon,Hospital,'].join('\n');

type Which = 'ready' | 'running' | 'ended';
const at =
  (which: Which, seat: string, more = '') =>
  (stage: Stage) =>
    `${stage[which].doors.get(seat)?.path}${more}`;
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();
const control = (name: string, come?: Screen['come'], which: Which = 'running'): Screen => ({
  name: `control, ${name}`,
  path: at(which, 'control'),
  ...(come ? { come } : {}),
});
const evaluation = (name: string, come?: Screen['come']): Screen => ({
  name: `evaluation, ${name}`,
  path: at('running', 'evaluators:rok'),
  ...(come ? { come } : {}),
});
const pressed =
  (key: string): NonNullable<Screen['come']> =>
  (page, say) =>
    press(page, say(key));
/** From the card, where it is open, to the inbox. */
const begun: NonNullable<Screen['come']> = async (page, say) => {
  if (await page.getByRole('button', { name: say('seat.card.begin'), exact: true }).isVisible()) await press(page, say('seat.card.begin'));
};
const pressedAfter =
  (word: string): NonNullable<Screen['come']> =>
  async (page, say) => {
    await begun(page, say);
    await press(page, say(word));
  };
const opened: NonNullable<Screen['come']> = async (page, say) => {
  await begun(page, say);
  await page.locator('button[data-item]').first().click();
};

/** The place Plan, and what of it is opened: a plan, or, last, the options. */
const planned =
  (which: number): NonNullable<Screen['come']> =>
  async (page, say) => {
    await begun(page, say);
    await page
      .locator('.rail-tab', { hasText: say('planning.place.plan') })
      .first()
      .click();
    await page.locator('.op-plans .op-item').nth(which).click();
  };

const tables = (page: Page): Promise<void> => page.locator('[data-centre=tables]').click();
/** An item of K by its name: what comes first in a list changes while the exercise runs. */
const OWN_ITEM = /Leave cancelled in the North|북측 중앙기관 휴가/;
const items = (page: Page): Promise<void> => page.locator('[data-centre=items]').click();
/** The part of it that went out, on which every act stands. */
const item = async (page: Page): Promise<void> => {
  await items(page);
  await page.locator('.ct-items tbody th button', { hasText: OWN_ITEM }).last().click();
};
const acted =
  (act: string): NonNullable<Screen['come']> =>
  async (page, say) => {
    await item(page);
    await press(page, say(`sharing.act.${act}`));
  };
/** That item opened, and an act begun on it. */
const atSeat = (act?: string): Screen => ({
  name: `seat, item${act ? `, ${act}` : ''}`,
  path: at('running', 'seat:rok-nsa'),
  come: async (page, say) => {
    await begun(page, say);
    await press(page, say('seat.place.held'));
    await page
      .getByRole('button', { name: say('sharing.filter.item') })
      .first()
      .click();
    await page.locator('button[data-item]', { hasText: OWN_ITEM }).first().click();
    if (act) await press(page, say(`sharing.act.${act}`));
  },
});

/** A workbook that was edited, beside what stands here. `at`: where it goes out, under the page’s own address if it has no slash. */
function comparedBook(at: string): NonNullable<Screen['come']> {
  return async (page) => {
    const place = at.startsWith('/') ? at : `${new URL(page.url()).pathname.replace(/\/$/, '')}/${at}`;
    const book = await (await page.request.get(new URL(place, page.url()).href)).body();
    const edited = await edit(new Uint8Array(book), (hand) => {
      hand.set(hand.ids()[0] ?? '', 'Entente ID', 'made up');
      hand.rename('Controller Notes [en]', 'Renamed');
      hand.set(hand.ids().at(-1) ?? '', 'Title [en]', 'Said anew');
    });
    await page.locator('.wb input[type=file]').setInputFiles({ name: 'msel.xlsx', mimeType: XLSX, buffer: Buffer.from(edited) });
    await page.locator('.wb-list, .wb-failure').first().waitFor();
  };
}
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const LOBBY: readonly Screen[] = [
  { name: 'lobby', path: () => '/' },
  { name: 'lobby without a director', path: () => '/#director=wrong', come: pressed('lobby.director.enter') },
  { name: 'scenario read', path: () => '/#/read/extended-deterrence' },
  { name: 'create', path: () => '/#/create' },
  { name: 'create, title', path: () => '/#/create/extended-deterrence' },
  { name: 'links', path: (s) => `/#/links/${s.ready.id}` },
  {
    name: 'links made',
    path: (s) => `/#/links/${s.ready.id}`,
    come: async (page, say) => {
      const evaluators = page.getByRole('checkbox').last();
      await evaluators.check();
      await page.locator('.lb-sticky button').first().click();
      await page
        .locator('.lb-sticky button')
        .first()
        .or(page.getByText(say('lobby.links.once')))
        .first()
        .click();
      await page.getByText(say('lobby.links.once')).waitFor();
    },
  },
  { name: 'import', path: () => '/#/import' },
  {
    name: 'import, mapping',
    path: () => '/#/import',
    come: async (page) => {
      await page.locator('input[type=file]').setInputFiles({ name: 'msel.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) });
      await page.locator('.im, [role=alert]').first().waitFor();
    },
  },
  { name: 'MSEL in Excel', path: () => '/#/workbook/river-flood', come: (page) => page.locator('.wb').waitFor() },
  { name: 'MSEL in Excel, what differs', path: () => '/#/workbook/river-flood', come: comparedBook('/api/scenarios/river-flood/msel') },
];
const SEAT: readonly Screen[] = [
  { name: 'join, dead link', path: () => '/join#AAAA' },
  { name: 'session over', path: () => '/s/nowhere/' },
  { name: 'take a seat', path: at('ready', 'seat:us-nsa') },
  { name: 'seat, card', path: at('running', 'seat:rok-nsa') },
  { name: 'seat, inbox', path: at('running', 'seat:rok-nsa'), come: begun },
  { name: 'seat, reading', path: at('running', 'seat:rok-nsa'), come: opened },
  {
    name: 'seat, writing',
    path: at('running', 'seat:rok-nsa'),
    come: async (page, say) => {
      await opened(page, say);
      await press(page, say('seat.new.open'));
      await page.getByRole('menuitem').first().click();
    },
  },
  { name: 'seat, what can be begun', path: at('running', 'seat:rok-nsa'), come: pressedAfter('seat.new.open') },
  { name: 'seat, what is held', path: at('running', 'seat:rok-nsa'), come: pressedAfter('seat.place.held') },
  { name: 'seat, options', path: at('running', 'seat:rok-nsa'), come: planned(-1) },
  { name: 'seat, plan', path: at('running', 'seat:rok-nsa'), come: planned(-2) },
  {
    name: 'seat, emergency asked',
    path: at('running', 'seat:rok-nsa'),
    come: async (page, say) => {
      await begun(page, say);
      await press(page, say('kit.emergency.button'));
    },
  },
  atSeat(),
  ...['share', 'sanitise', 'revise', 'why'].map(atSeat),
  { name: 'seat that watches', path: at('running', 'observers') },
  { name: 'public', path: at('running', 'public') },
  { name: 'public, before the start', path: at('ready', 'public') },
];
const CONTROL: readonly Screen[] = [
  control('timeline'),
  control('card selected', (page) => page.locator('[data-hand] button').first().click()),
  control('table', pressed('control.timeline.table')),
  control('improvise', pressed('control.act.improvise')),
  control('write', pressed('control.act.speakAs')),
  control('note', (page, say) =>
    page
      .getByRole('button', { name: say('control.act.note') })
      .first()
      .click(),
  ),
  control('links', pressed('control.presence.links')),
  control('milestones', pressed('control.state.short')),
  control('jump', pressed('control.clock.jump')),
  control('end', pressed('control.clock.end')),
  control('commands', (page, say) =>
    page
      .getByRole('button', { name: say('control.palette.open') })
      .first()
      .click(),
  ),
  control('Excel', pressed('control.workbook.open')),
  control('Excel, what differs', async (page, say) => {
    await press(page, say('control.workbook.open'));
    await comparedBook('api/msel')(page, say);
  }),
  control('room', (page) => page.locator('[data-centre=room]').click()),
  control('what the marks mean', pressed('control.timeline.legend')),
  control('tables', tables),
  control('options', (page) => page.locator('[data-centre=options]').click()),
  control('plan', (page) => page.locator('[data-centre=plan]').click()),
  control('tables, matter', async (page) => {
    await tables(page);
    await page.locator('.ct-tables tbody th button').first().click();
  }),
  control('items', items),
  control('item', item),
  ...(['share', 'sanitise', 'revise', 'recall', 'why'] as const).map((act) => control(`item, ${act}`, acted(act))),
  control('item written', async (page) => {
    await items(page);
    await page.locator('.ct-newitem').click();
  }),
  control('request', (page, say) => press(page, say('control.request.decideAct'))),
  control('ended', undefined, 'ended'),
  { name: 'control of a party', path: at('running', 'control:rok') },
  { name: 'evaluators of all', path: at('running', 'evaluators') },
  evaluation('timeline'),
  evaluation('line selected', (page) => page.locator('[data-mark]').first().click()),
  evaluation('note on it', async (page, say) => {
    await page.locator('[data-mark]').first().click();
    await press(page, say('control.evaluation.noteOn'));
  }),
  evaluation('table', pressed('control.timeline.table')),
  evaluation('options', (page) => page.locator('[data-centre=options]').click()),
  evaluation('briefing', (page) => page.locator('[data-centre=told]').click()),
];
const tab = (name: string): Screen => ({
  name: `review, ${name}`,
  path: at('ended', 'control', 'review'),
  come: (page) => page.locator(`#rv-tab-${name}`).click(),
});
const REVIEW: readonly Screen[] = [
  tab('happened'),
  tab('knew'),
  tab('asked'),
  tab('agreed'),
  {
    ...tab('agreed'),
    name: 'review, agreed as a list',
    come: async (page, say) => {
      await page.locator('#rv-tab-agreed').click();
      await press(page, say('matters.review.list'));
    },
  },
  tab('injects'),
  tab('expected'),
  tab('notes'),
  {
    name: 'review, table being saved',
    path: at('ended', 'control', 'review'),
    come: async (page, say) => {
      await page.getByRole('tab', { name: say('review.tabs.injects') }).click();
      await press(page, say('kit.sheet.save'));
    },
  },
  { name: 'review of a seat', path: at('ended', 'seat:rok-nsa', 'review') },
];

/**
 * In the long run every screen in both languages, one light and one dark, as the seed chooses (ENTENTE_WHOLE: each in both
 * themes); else a twelfth of the screens of control, or of the other parts, in the language and the theme that the seed chooses.
 */
const THEMES: readonly Theme[] = ['light', 'dark'];
const LOOKS = LANGUAGES.flatMap((language) => THEMES.map((theme) => ({ language, theme })));
const LONG_LOOKS = WHOLE ? LOOKS : LANGUAGES.map((language, i) => ({ language, theme: THEMES[(seed + i) % 2] as Theme }));
const inTurn = (screens: readonly Screen[]): readonly Screen[] => {
  // Of every part at least one.
  const every = Math.ceil(screens.length / Math.ceil(screens.length / 12));
  return LONG ? screens : screens.filter((_, i) => (i + Math.floor(seed / 2)) % every === 0);
};
const PARTS = [
  { part: 'the lobby', screens: LOBBY },
  { part: 'a seat', screens: SEAT },
  { part: 'control', screens: CONTROL },
  { part: 'the review', screens: REVIEW },
]
  .map(({ part, screens }, i) => ({
    part,
    screens: inTurn(screens),
    looks: LONG ? LONG_LOOKS : [LOOKS[(Math.floor(seed / 24) + i) % LOOKS.length] as (typeof LOOKS)[number]],
  }))
  .filter(({ part }) => LONG || (part === 'control') === (seed % 2 === 0));
console.log(`screens looked at: seed ${seed} (ENTENTE_SEED, ENTENTE_LONG, ENTENTE_WHOLE)`);

describe('Axe finds nothing serious', () => {
  let stage: Stage;
  let browser: Browser;
  beforeAll(async () => {
    [stage, browser] = await Promise.all([setStage(process.env.ENTENTE_WEB_ROOT), browserOfRun()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });

  it.each(PARTS)('on $part, as the seed chooses or in each language and theme', async ({ screens, looks }) => {
    // People side by side; each looks at one screen after the other, lest what one does disturb what the next shows.
    const found = await Promise.all(looks.map(({ language, theme }) => lookAt(screens, language, theme)));
    expect(found.flat()).toEqual([]);
  });

  async function lookAt(screens: readonly Screen[], language: Language, theme: Theme): Promise<string[]> {
    const context = await openContext(browser, stage, language);
    const found: string[] = [];
    const eye = await Eye.open(context, stage, wordsOf(language), theme);
    for (const screen of screens) found.push(...(await eye.look(screen)));
    await context.close();
    return found.map((line) => `${language}: ${line}`);
  }

  it('and would find a button that nobody named', async () => {
    const context = await openContext(browser, stage, 'en');
    const page = await context.newPage();
    await page.goto(`${stage.server.url}/join#AAAA`);
    await page
      .locator('main')
      .first()
      .evaluate((main) => main.append(document.createElement('button')));
    expect(await ask(page, 'join')).toEqual([expect.stringContaining('button-name')]);
    // And one that comes to a page that was looked at.
    await page.reload();
    await page.locator('main').first().waitFor();
    await watch(page);
    await page
      .locator('main')
      .first()
      .evaluate((main) => main.append(document.createElement('button')));
    expect(await ask(page, 'join', 'changed')).toEqual([expect.stringContaining('button-name')]);
    await context.close();
  });
});

async function openContext(browser: Browser, stage: Stage, language: Language): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: language, viewport: { width: 1680, height: 1050 }, reducedMotion: 'reduce' });
  const doors = [stage.director, ...[stage.ready, stage.running, stage.ended].flatMap((e) => [...e.doors.values()])];
  await context.addCookies(doors.map((d) => d.cookie));
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}
