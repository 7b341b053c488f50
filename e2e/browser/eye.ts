import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import type { Stage } from '../../tools/screens/stage.ts';
import { WHOLE } from '../chosen.ts';
import { PATIENCE_MS } from './house.ts';
import type { Words } from './words.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A screen in one of its states: how to come to it. */
export interface Screen {
  readonly name: string;
  readonly path: (stage: Stage) => string;
  readonly come?: (page: Page, say: Words) => Promise<void>;
}
export type Theme = 'light' | 'dark';

/** On a page where something else is open, what leads to the next screen may be covered: then the page is opened anew. */
const COVERED_MS = 5_000;

/**
 * Looks at one screen after the other, on one page: as a whole when an address is opened, and after that at what an act has
 * changed there. If nothing is capped (ENTENTE_WHOLE), each is opened anew and looked at as a whole.
 */
export class Eye {
  readonly #page: Page;
  readonly #stage: Stage;
  readonly #say: Words;
  readonly #theme: Theme;
  #at = '';
  readonly #seen = new Set<string>();

  private constructor(page: Page, stage: Stage, say: Words, theme: Theme) {
    this.#page = page;
    this.#stage = stage;
    this.#say = say;
    this.#theme = theme;
  }

  static async open(context: BrowserContext, stage: Stage, say: Words, theme: Theme): Promise<Eye> {
    const page = await context.newPage();
    await page.addInitScript((kept) => localStorage.setItem('entente.preferences', kept), JSON.stringify({ theme }));
    return new Eye(page, stage, say, theme);
  }

  /** What axe finds on a screen. A screen that cannot be reached is a finding too. */
  async look(screen: Screen): Promise<string[]> {
    const at = screen.path(this.#stage);
    try {
      if (!(await this.#goOn(screen, at))) await this.#open(screen, at);
      const found = await ask(
        this.#page,
        `${screen.name}, ${this.#theme}`,
        screen.come && !WHOLE && this.#seen.has(at) ? 'changed' : 'whole',
      );
      this.#seen.add(at);
      this.#at = at;
      return found;
    } catch (cause) {
      this.#at = '';
      return [`${screen.name}: could not be looked at: ${(cause as Error).message.split('\n').slice(0, 4).join(' ')}`];
    }
  }

  /** From the screen before, if it is one of the same address and nothing is in the way. */
  async #goOn({ come }: Screen, at: string): Promise<boolean> {
    if (WHOLE || !come || this.#at !== at) return false;
    const page = this.#page;
    await watch(page);
    await page.keyboard.press('Escape');
    page.setDefaultTimeout(COVERED_MS);
    return come(page, this.#say).then(
      () => true,
      () => false,
    );
  }

  async #open(screen: Screen, at: string): Promise<void> {
    const page = this.#page;
    page.setDefaultTimeout(PATIENCE_MS);
    // An address that differs behind its # alone would be no new page.
    await page.goto('about:blank');
    await page.goto(this.#stage.server.url + at);
    await page.locator('main').first().waitFor();
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await watch(page);
    await screen.come?.(page, this.#say);
  }
}

interface Watched {
  axe: {
    run(context: { include: Element[] }, options: RunOptions): Promise<AxeResults>;
    /** A rule’s own impact is that of all it finds. */
    _audit: { rules: readonly { readonly id: string; readonly impact?: string }[] };
  };
  changed?: Set<Element>;
}

/** From now on the page keeps in mind which of its elements are new, or changed themselves. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const page = globalThis as unknown as Watched;
    if (page.changed) return page.changed.clear();
    const changed = new Set<Element>();
    page.changed = changed;
    const add = (node: Node | null): void => {
      const element = node instanceof Element ? node : node?.parentElement;
      if (element) changed.add(element);
    };
    // What holds much is not new because it was marked: what it holds was looked at.
    const small = (node: Node): boolean => node instanceof Element && node.querySelectorAll('*').length < 40;
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        if (type === 'childList') for (const node of addedNodes) add(node);
        else if (small(target) || type === 'characterData') add(target);
      }
    }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

/**
 * One line per serious or critical violation: the rule, and the first places where it is broken. Rules that find nothing so grave
 * are not asked: they take half of the time.
 */
export async function ask(page: Page, name: string, what: 'whole' | 'changed' = 'whole'): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined))));
  // The page's policy allows no inline script, so axe comes by the inspector's own way in: once to each page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (all) => {
    const { axe, changed = new Set() } = globalThis as unknown as Watched;
    const there = [...changed].filter((e) => e.isConnected);
    const include = there.filter((e) => !there.some((other) => other !== e && other.contains(e)));
    if (!all && include.length === 0) throw new Error('nothing has changed there');
    const mild = axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate');
    const rules = Object.fromEntries(mild.map(({ id }) => [id, { enabled: false }]));
    return (await axe.run({ include: all ? [document.documentElement] : include }, { resultTypes: ['violations'], rules })).violations;
  }, what === 'whole');
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${name}: ${v.id}: ${v.help}: ${v.nodes
          .slice(0, 4)
          .map((n) => n.target.join(' '))
          .join(' | ')} (${v.nodes.length})`,
    );
}
