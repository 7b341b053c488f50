import './Paged.css';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../kit/icons.tsx';
import { useFontArrivals } from '../../kit/useFontArrivals.ts';

/** How long a page stands: the first longer, for it is the newest. */
const FIRST_MS = 20_000;
const PAGE_MS = 12_000;

/**
 * What is longer than its place, page by page and by itself: nobody scrolls a projector. The browser's own columns make the
 * pages, so that no line is cut. `anew`: what, when it changes, brings the first page back.
 */
export function Paged({ anew, children }: { readonly anew: unknown; readonly children: ReactNode }) {
  const t = useWords('public');
  const box = useRef<HTMLDivElement>(null);
  const pages = usePages(box);
  const [page, turn] = useState(0);
  const [still, stand] = useState(false);
  const shown = Math.min(page, pages - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => turn(0), [anew]);
  useEffect(() => {
    if (pages < 2 || still) return;
    const timer = setTimeout(() => turn((shown + 1) % pages), shown === 0 ? FIRST_MS : PAGE_MS);
    return () => clearTimeout(timer);
  }, [pages, shown, still]);
  return (
    <div className="paged">
      <div className="paged-sight">
        <div ref={box} className="paged-pages" style={{ transform: `translateX(calc(${-shown} * (100% + var(--gap))))` }}>
          {children}
        </div>
      </div>
      {pages > 1 && (
        <button
          type="button"
          className="paged-where"
          aria-pressed={still}
          title={t(still ? 'page.on' : 'page.stand')}
          onClick={() => stand(!still)}
        >
          <Icon name={still ? 'play' : 'pause'} size={28} />
          {t('page.of', { page: shown + 1, pages })}
        </button>
      )}
    </div>
  );
}

/** How many columns as wide as the box its content takes. */
function usePages(box: React.RefObject<HTMLDivElement | null>): number {
  const [pages, set] = useState(1);
  useFontArrivals();
  // After every rendering: what is shown may have grown. The same number changes nothing.
  useLayoutEffect(() => measure(box.current, set));
  useEffect(() => {
    const watch = new ResizeObserver(() => measure(box.current, set));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, [box]);
  return pages;
}

function measure(box: HTMLElement | null, set: (pages: number) => void): void {
  if (!box || box.clientWidth === 0) return;
  const gap = Number.parseFloat(getComputedStyle(box).columnGap) || 0;
  set(Math.max(1, Math.round((box.scrollWidth + gap) / (box.clientWidth + gap))));
}
