import { type RefObject, useLayoutEffect } from 'react';
import { HEIGHTS } from './layout.ts';

/**
 * Brings the row of the chosen step into sight, wherever it was chosen: in a sentence, in the list, on the timeline. What lies over the
 * matrix, its head above and the step’s cards below, covers nothing that is in sight. Where the row stands follows from its place:
 * in a long matrix it may not be drawn yet.
 */
export function useChosenInSight(table: RefObject<HTMLTableElement | null>, step: string | undefined, place: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it stands changes as time goes by, and that scrolls nothing
  useLayoutEffect(() => {
    const first = place < 0 ? undefined : table.current?.querySelector('tbody:not(.mx-lanes)');
    const around = table.current && scrollsAround(table.current);
    // A phone leaves the head away; a matrix without a place to scroll in is on paper.
    if (!first || !around || !table.current) return;
    const top = first.getBoundingClientRect().top + place * HEIGHTS.row;
    const edge = around.getBoundingClientRect();
    const head = table.current.tHead?.getBoundingClientRect().height ?? 0;
    const above = Math.max(edge.top, 0) + head;
    const below = Math.min(edge.bottom, window.innerHeight) - covered(table.current);
    if (top < above) around.scrollTop -= above - top;
    else if (top + HEIGHTS.row > below) around.scrollTop += Math.min(top + HEIGHTS.row - below, top - above);
  }, [table, step]);
}

function scrollsAround(table: HTMLElement): HTMLElement | undefined {
  let around = table.parentElement;
  while (around && !/auto|scroll/.test(getComputedStyle(around).overflowY)) around = around.parentElement;
  return around ?? undefined;
}

/** How much of the foot of the place is covered by the cards of the chosen step, px. */
function covered(table: HTMLElement): number {
  const cards = table.closest('.px-plan')?.querySelector<HTMLElement>('.px-step');
  return cards && getComputedStyle(cards).position === 'sticky' ? cards.getBoundingClientRect().height : 0;
}
