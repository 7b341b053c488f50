import type { Id } from '@entente/engine';
import { type RefObject, useEffect } from 'react';

/** j and k (or arrows inside the list) go down and up, Enter opens what has the focus by itself, Esc closes. Silent while somebody types. */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  ids: readonly Id[],
  selected: Id | undefined,
  open: (id: Id | undefined) => void,
): void {
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      const target = e.target as HTMLElement;
      if (e.ctrlKey || e.metaKey || e.altKey || target.closest('input, textarea, select, [contenteditable], dialog, [role="listbox"]'))
        return;
      const inside = list.current?.contains(target) ?? false;
      const down = e.key === 'j' || (inside && e.key === 'ArrowDown');
      const up = e.key === 'k' || (inside && e.key === 'ArrowUp');
      if (e.key === 'Escape') open(undefined);
      if (!down && !up) return;
      const here = selected === undefined ? -1 : ids.indexOf(selected);
      const next = ids[down ? Math.min(here + 1, ids.length - 1) : Math.max(here - 1, 0)];
      if (next === undefined) return;
      e.preventDefault();
      open(next);
      const line = list.current?.querySelector<HTMLElement>(`[data-item="${next}"]`);
      line?.focus({ preventScroll: true });
      line?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, ids, selected, open]);
}
