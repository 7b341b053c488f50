import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { HEIGHTS } from './layout.ts';

/** The rows of a long matrix that are drawn: those in sight with some around them, and the one that has the focus. */
export interface InSight {
  readonly from: number;
  /** The first that is not. */
  readonly to: number;
  /** The step that is drawn wherever it stands. */
  readonly held: string | undefined;
}

/** Plans that are not longer are drawn whole. */
const LONG = 60;
/** Rows drawn beyond those in sight, and by how many at a time they change, so that few scrolls draw anything. */
const AROUND = 5;
const BY = 5;

/**
 * Which of `count` rows are drawn. Every row has one height, so what is in sight follows from where the first begins; that is
 * read when something scrolled, and when a gap came into sight. On paper all are drawn.
 */
export function useInSight(table: RefObject<HTMLTableElement | null>, count: number) {
  const [{ from, to, held }, draw] = useState<InSight>({ from: 0, to: LONG, held: undefined });
  const [printed, print] = useState(false);
  const isLong = count > LONG && !printed;
  const measure = useCallback(() => {
    const first = table.current?.querySelector('tbody:not(.mx-lanes)');
    if (!first) return;
    const { top } = first.getBoundingClientRect();
    const begins = Math.floor(-top / HEIGHTS.row / BY) * BY - AROUND;
    const ends = Math.ceil((window.innerHeight - top) / HEIGHTS.row / BY) * BY + AROUND;
    const next = { from: Math.max(0, Math.min(begins, count - 1)), to: Math.max(1, Math.min(ends, count)), held: focused(table.current) };
    draw((last) => (last.from === next.from && last.to === next.to && last.held === next.held ? last : next));
  }, [table, count]);

  useLayoutEffect(() => {
    if (isLong) measure();
  }, [isLong, measure]);
  useEffect(() => {
    if (!isLong) return;
    // Whatever scrolls: the page, or the place in which the matrix stands.
    const scrolled = () => measure();
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    window.addEventListener('resize', scrolled);
    return () => {
      document.removeEventListener('scroll', scrolled, { capture: true });
      window.removeEventListener('resize', scrolled);
    };
  }, [isLong, measure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are drawn, so other gaps stand between them
  useEffect(() => {
    if (!isLong || !table.current) return;
    const gaps = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && measure());
    for (const gap of table.current.querySelectorAll('.mx-gap')) gaps.observe(gap);
    return () => gaps.disconnect();
  }, [table, isLong, measure, from, to]);
  useEffect(() => {
    const [before, after] = [() => flushSync(() => print(true)), () => print(false)];
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);

  /** Draws a step that is not in sight, at once: it is to have the focus. */
  const hold = useCallback((step: string) => flushSync(() => draw((last) => ({ ...last, held: step }))), []);
  const inSight = useMemo(
    (): InSight => (isLong ? { from, to, held } : { from: 0, to: count, held: undefined }),
    [isLong, from, to, held, count],
  );
  return { inSight, hold };
}

/** The step whose row has the focus. */
const focused = (table: HTMLTableElement | null): string | undefined =>
  table?.contains(document.activeElement) === true ? document.activeElement?.closest<HTMLElement>('[data-step]')?.dataset.step : undefined;
