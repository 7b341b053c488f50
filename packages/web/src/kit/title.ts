import { useEffect } from 'react';

/** The name of the browser's tab: how much waits, where one is, in which exercise: `(3) Deputy minister · River flood · Entente`. */
export function titleOf(waiting: number, ...names: readonly string[]): string {
  const count = waiting > 0 ? `(${waiting > 99 ? '99+' : waiting}) ` : '';
  return `${count}${[...names.filter(Boolean), 'Entente'].join(' · ')}`;
}

/** Names the tab as long as this screen stands. */
export function useTitle(waiting: number, ...names: readonly string[]): void {
  const title = titleOf(waiting, ...names);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
