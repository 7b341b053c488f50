/** Scrolls the nearest part of the page that scrolls, so that `element` begins below its edge (by its `scroll-margin-top`); nothing around it moves. */
export function intoSight(element: HTMLElement | null): void {
  if (!element) return;
  let around = element.parentElement;
  while (around && !/auto|scroll/.test(getComputedStyle(around).overflowY)) around = around.parentElement;
  if (!around || around === document.documentElement || around === document.body) element.scrollIntoView({ block: 'start' });
  else {
    const edge = around.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(around).paddingTop);
    const margin = Number.parseFloat(getComputedStyle(element).scrollMarginTop);
    around.scrollTop += element.getBoundingClientRect().top - edge - margin;
  }
}
