import type { Page } from 'playwright-core';

/** Sizes at which screens are held, CSS pixels; 720 × 450 is 1440 × 900 at a zoom of 200 %. */
export const SIZES = {
  'at 1440': { width: 1440, height: 900 },
  'at 1024': { width: 1024, height: 768 },
  'at 200 %': { width: 720, height: 450 },
  'on a phone': { width: 390, height: 844 },
} as const;
export type Size = keyof typeof SIZES;

/** What a page is measured with; each is laid out in the page by itself. */
interface Ruler {
  /** True for what somebody sees, now or after scrolling. */
  shown(e: Element): boolean;
  /** The places of an element's own words; on an act without its counts and chips, which are asked by themselves. */
  words(e: Element, without: string): DOMRect[];
  lines(rects: readonly DOMRect[]): number;
  /** A short word that stands on several lines, as where a column is too narrow for it; empty if there is none. */
  spelled(node: Node): string;
  /** True if a clipping box, or the edge of the page, takes something of the words away, and nobody can scroll there. */
  cut(e: Element, rects: readonly DOMRect[]): boolean;
  /** True if nothing that scrolls or clips hides that place now. */
  inSight(e: Element, x: number, y: number): boolean;
}
interface Measured {
  ruler: Ruler;
}

/**
 * What on this page wraps, is cut, or is covered, though it must not: words of buttons, tabs, chips and counts. Titles that
 * somebody wrote are buttons too, in a list: they may take two lines there, or end in dots. And no short word, wherever it
 * stands, is broken within.
 */
export async function measure(page: Page): Promise<string[]> {
  await page.evaluate(layWords);
  await page.evaluate(layEdges);
  return page.evaluate(ask);
}

function layWords(): void {
  const page = globalThis as unknown as Measured;
  const shown = (e: Element): boolean => {
    const { width, height } = e.getBoundingClientRect();
    return e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 1 && height > 1 && !e.closest('.unseen, svg');
  };
  const words = (e: Element, without: string): DOMRect[] => {
    const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
    const rects: DOMRect[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent?.trim() || parent?.closest('.unseen, svg, .relative-exact')) continue;
      if (without !== '' && parent !== e && parent?.closest(without)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      rects.push(...[...range.getClientRects()].filter((r) => r.width > 0.5));
    }
    return rects;
  };
  const lines = (rects: readonly DOMRect[]): number => {
    let count = 0;
    let bottom = Number.NEGATIVE_INFINITY;
    for (const r of [...rects].sort((a, b) => a.top - b.top)) {
      if (r.top >= bottom - r.height / 2) count++;
      bottom = Math.max(bottom, r.bottom);
    }
    return count;
  };
  const spelled = (node: Node): string => {
    const range = document.createRange();
    for (const { 0: word, index } of node.textContent?.matchAll(/[\p{L}\p{N}]{2,12}(?![\p{L}\p{N}])/gu) ?? []) {
      if (/[\p{L}\p{N}]/u.test(node.textContent?.[index - 1] ?? '')) continue;
      // A Korean compound of many syllables may go on below, as print has it.
      if (word.length > 6 && /\p{Script=Hangul}/u.test(word)) continue;
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const rects = [...range.getClientRects()];
      // What is below the last line that is shown ends in dots above.
      const shown = node.parentElement?.getBoundingClientRect().bottom ?? 0;
      if (lines(rects) > 1 && rects.every((r) => r.top < shown)) return word;
    }
    return '';
  };
  page.ruler = { ...page.ruler, shown, words, lines, spelled };
}

function layEdges(): void {
  const page = globalThis as unknown as Measured;
  const scrolls = (e: Element, axis: 'X' | 'Y'): boolean => /auto|scroll/.test(getComputedStyle(e)[`overflow${axis}`]);
  const cut = (e: Element, rects: readonly DOMRect[]): boolean => {
    const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const sight = { left: low, right: high, top: low, bottom: high };
    let [freeX, freeY] = [false, false];
    for (let box: Element | null = e; box; box = box.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(box);
      const r = box.getBoundingClientRect();
      freeX ||= scrolls(box, 'X');
      freeY ||= scrolls(box, 'Y');
      if (!freeX && overflowX !== 'visible')
        Object.assign(sight, { left: Math.max(sight.left, r.left), right: Math.min(sight.right, r.right) });
      if (!freeY && overflowY !== 'visible')
        Object.assign(sight, { top: Math.max(sight.top, r.top), bottom: Math.min(sight.bottom, r.bottom) });
      if (position === 'fixed') break;
    }
    // What nothing scrolls sideways must end within the page.
    if (!freeX) Object.assign(sight, { left: Math.max(sight.left, 0), right: Math.min(sight.right, innerWidth) });
    const outX = (r: DOMRect): boolean => r.left < sight.left - 2 || r.right > sight.right + 2;
    const outY = (r: DOMRect): boolean => r.top < sight.top - 4 || r.bottom > sight.bottom + 4;
    const dots = !scrolls(e, 'X') && getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1;
    return dots || rects.some((r) => outX(r) || outY(r));
  };
  const inSight = (e: Element, x: number, y: number): boolean => {
    for (let box: Element | null = e; box; box = box.parentElement) {
      const r = box.getBoundingClientRect();
      if (getComputedStyle(box).overflowX !== 'visible' && (x < r.left || x > r.right || y < r.top || y > r.bottom)) return false;
    }
    return x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  };
  page.ruler = { ...page.ruler, cut, inSight };
}

function ask(): string[] {
  const ACTS = 'button, a.btn, label.btn, [role=tab], [role=menuitem]';
  const MARKS = '.chip, .label-chip, .ct-handmany .ct-when, .ct-handmany b, [class*=count], [class*=badge], kbd';
  /** Buttons whose words are what somebody wrote: titles of things, sentences with names. */
  const WRITTEN = '[data-item], .line, .ask-row, .ct-rowlink, .ct-handtext, .ct-lane-sticky, .rv-opener, .rv-k-open, .rv-c-open';
  const { ruler } = globalThis as unknown as Measured;
  const name = (e: Element): string => {
    const [within] = e.parentElement?.closest('[class]:not([class=""])')?.classList ?? [];
    const words = (e as HTMLElement).innerText?.replace(/\s+/g, ' ').trim().slice(0, 50);
    return `${within ? `.${within} ` : ''}${[e.tagName.toLowerCase(), ...e.classList].join('.')} “${words}”`;
  };
  /** True for what stays where it is while the rest scrolls away under it. */
  const stays = (e: Element): boolean => {
    for (let box: Element | null = e; box; box = box.parentElement) if (/sticky|fixed/.test(getComputedStyle(box).position)) return true;
    return false;
  };
  /** The act that stands over the middle of this one, if it is another. */
  const over = (e: Element): Element | undefined => {
    const box = e.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (!ruler.inSight(e, x, y)) return undefined;
    const top = document.elementFromPoint(x, y)?.closest(ACTS);
    const other = top && top !== e && !e.contains(top) && !top.contains(e) && !top.closest('[role=menu], [role=dialog], dialog');
    return other && !stays(top) ? top : undefined;
  };
  const found = new Set<string>();
  for (const e of document.querySelectorAll(`${ACTS}, ${MARKS}`)) {
    const act = e.matches(ACTS);
    if (!ruler.shown(e) || (act && (e.matches(WRITTEN) || e.querySelector('.cut, p, h3') !== null))) continue;
    const rects = ruler.words(e, act ? MARKS : '');
    if (rects.length === 0) continue;
    // A label of many parts may go on below; it is whole all the same.
    if (ruler.lines(rects) > 1 && !e.matches('.label-chip')) found.add(`wraps: ${name(e)}`);
    if (ruler.cut(e, rects)) found.add(`is cut: ${name(e)}`);
    const cover = act && over(e);
    if (cover) found.add(`is covered by ${name(cover)}: ${name(e)}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const within = node.parentElement;
    const word = within && ruler.shown(within) && !within.closest('script, style') ? ruler.spelled(node) : '';
    if (within && word !== '') found.add(`is spelled, “${word}”: ${name(within)}`);
  }
  return [...found];
}
