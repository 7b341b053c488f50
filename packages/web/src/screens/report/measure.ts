import { type Paged, type Piece, paged } from './paging.ts';

/** What `@page` leaves of an A4 sheet on its side, px: 281 × 190 mm. */
const MM = 96 / 25.4;
const PAGE = { width: 281 * MM, height: 190 * MM };

/**
 * On which page each part of a report begins. Browsers tell nobody: Chromium knows no `target-counter`, and cuts a document into
 * pages where no script sees it. So the paper is set once more, unbroken, in a frame as wide as a page and with the rules for
 * print; where pages begin is chosen by what it measures, and said to the document (`data-break`).
 */
export async function measured(paper: HTMLElement): Promise<Paged['pages']> {
  const frame = document.createElement('iframe');
  frame.className = 'rp-measure';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  try {
    const { contentDocument: inner, contentWindow: view } = frame;
    if (!inner || !view) return {};
    dress(inner, view as Window & typeof globalThis);
    const copy = inner.importNode(paper, true);
    for (const set of copy.querySelectorAll('[data-break]')) set.removeAttribute('data-break');
    inner.body.append(copy);
    // Its fonts come only once something is set in them.
    copy.getBoundingClientRect();
    await inner.fonts.ready;
    return lay(paper, copy, view as Window & typeof globalThis);
  } finally {
    frame.remove();
  }
}

/** Gives a document this one’s styles, with those for print in force. */
function dress(inner: Document, view: Window & typeof globalThis): void {
  for (const { name, value } of document.documentElement.attributes) inner.documentElement.setAttribute(name, value);
  inner.body.style.margin = '0';
  inner.body.style.width = `${PAGE.width}px`;
  inner.adoptedStyleSheets = [...document.styleSheets].map((sheet) => {
    const copy = new view.CSSStyleSheet();
    copy.replaceSync(rulesOf(sheet.cssRules, sheet.href ?? document.baseURI));
    return copy;
  });
}

function rulesOf(rules: CSSRuleList, base: string): string {
  return [...rules]
    .map((rule) => {
      if (rule.cssText.startsWith('@page')) return '';
      if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') return rulesOf(rule.cssRules, base);
      return rule.cssText.replaceAll(/url\("([^"]+)"\)/g, (_, url: string) => `url("${new URL(url, base).href}")`);
    })
    .join('\n');
}

function lay(paper: HTMLElement, copy: HTMLElement, view: Window & typeof globalThis): Paged['pages'] {
  const content = copy.querySelector<HTMLElement>('.rp-sheet > tbody > tr > td');
  if (!content) return {};
  const marking = ['thead', 'tfoot'].map((part) => copy.querySelector(`.rp-sheet > ${part}`)?.getBoundingClientRect().height ?? 0);
  const pieces = [...piecesOf(content, view)];
  const { pages, breaks } = paged(
    pieces.map(({ piece }) => piece),
    PAGE.height - marking.reduce((sum, height) => sum + height, 0),
  );
  const [own, theirs] = [paper, copy].map((root) => [...root.querySelectorAll<HTMLElement>('*')]) as [HTMLElement[], HTMLElement[]];
  const breaking = new Set(breaks.map((i) => pieces[i]?.element));
  for (const [i, element] of theirs.entries()) {
    if (breaking.has(element)) own[i]?.setAttribute('data-break', '');
    else own[i]?.removeAttribute('data-break');
  }
  return pages;
}

interface Measured {
  readonly element: HTMLElement;
  readonly piece: Piece;
}

/** What is not cut, in order. A heading goes with what follows it. */
function* piecesOf(content: HTMLElement, view: Window & typeof globalThis): Generator<Measured> {
  let before: HTMLElement | undefined;
  for (const { element, heads = 0, begin } of leaves(content, view)) {
    const style = view.getComputedStyle(element);
    if (style.breakAfter === 'avoid' || element.matches('.rp-note')) {
      before ??= element;
      continue;
    }
    const first = before ?? begin ?? element;
    before = undefined;
    const section = first.closest<HTMLElement>('.rp-part');
    const begins = section !== null && section.querySelector('h2') === first ? section : undefined;
    yield {
      element: begins ?? first,
      piece: {
        top: (begins ?? first).getBoundingClientRect().top,
        bottom: element.getBoundingClientRect().bottom,
        part: begins?.id.replace('part-', ''),
        fresh: begins !== undefined && view.getComputedStyle(begins).breakBefore === 'page',
        heads,
      },
    };
  }
}

/** `begin`: where a page begins that begins with it, if that is not itself: the table of its first row, the term of a line. */
interface Leaf {
  readonly element: HTMLElement;
  readonly heads?: number;
  readonly begin?: HTMLElement;
}

/** Rows of tables, terms with what stands beside them, and of the rest what has no blocks within. */
function* leaves(element: HTMLElement, view: Window & typeof globalThis): Generator<Leaf> {
  if (element.matches('.rp-table')) {
    const table = element as HTMLTableElement;
    const heads = table.tHead?.getBoundingClientRect().height ?? 0;
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    for (const [i, row] of rows.entries()) yield i === 0 ? { element: row, begin: table } : { element: row, heads };
    return;
  }
  if (element.matches('dl')) {
    for (const dd of [...element.children].filter(isHtml).filter((child) => child.matches('dd')))
      yield { element: dd, begin: dd.previousElementSibling as HTMLElement };
    return;
  }
  const within = [...element.children].filter(isHtml);
  const { display, columnCount, breakInside } = view.getComputedStyle(element);
  // What stands side by side has no order from top to bottom.
  const flows = ['block', 'table-cell', 'list-item'].includes(display) && columnCount === 'auto' && breakInside === 'auto';
  const cut = flows && within.length > 0 && within.length === element.children.length;
  const blocks = cut && within.every((child) => !view.getComputedStyle(child).display.startsWith('inline'));
  if (!blocks) yield { element };
  else for (const child of within) yield* leaves(child, view);
}

const isHtml = (element: Element): element is HTMLElement => element.namespaceURI === 'http://www.w3.org/1999/xhtml';
