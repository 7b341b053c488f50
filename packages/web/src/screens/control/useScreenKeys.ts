import { useEffect, useRef } from 'react';
import { useControl } from '../../kit/control/controlContext.ts';
import { isTyping } from './hand/typing.ts';

/** One letter, one act; Escape closes what stands beside. Never while somebody types. */
export function useScreenKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const { open } = useControl();
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey || isTyping(e.target)) return;
      const act = latest.current[e.key];
      if (act) {
        e.preventDefault();
        act();
      } else if (e.key === 'Escape' && !document.querySelector('[role=dialog]')) open(undefined);
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [open]);
}
