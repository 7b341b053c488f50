import { useCallback, useRef, useState } from 'react';

/** Something that is asked and answered, and whether it is on its way: the button that asks it waits meanwhile. */
export function useBusy<A extends readonly unknown[], R>(ask: (...args: A) => Promise<R>): readonly [(...args: A) => Promise<R>, boolean] {
  const [busy, setBusy] = useState(false);
  const last = useRef(ask);
  last.current = ask;
  const run = useCallback(async (...args: A): Promise<R> => {
    setBusy(true);
    try {
      return await last.current(...args);
    } finally {
      setBusy(false);
    }
  }, []);
  return [run, busy];
}
