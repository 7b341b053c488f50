import type { StreamListener } from './follow.ts';

/** How a line that was tried came to its end before it said anything, or after. */
export type Opening = (after: number, listener: StreamListener) => () => void;

/** A way that says nothing for so long is blocked: something between here and the server lets it open and holds it back. */
const SILENT_MS = 6_000;
export type Later = (ms: number, act: () => void) => () => void;

/**
 * Listens by the first way that works, best first. A way that ends before it has said a word is blocked, as upgrades
 * are in some networks, and the next is tried at once; the best one, once it has spoken, is never blamed: it is only
 * broken. When a lesser way breaks, or none says a word, the search begins anew with the next listening.
 */
export function firstThatSpeaks(ways: readonly Opening[], later: Later): Opening {
  let chosen = 0;
  let proven = false;

  return (after, listener) => {
    let close: () => void = () => {};
    let over = false;
    let reached = after;

    const open = (): void => {
      let spoken = false;
      let done = false;
      const speaks = () => {
        spoken = true;
        proven = true;
        stopWaiting();
      };
      const broken = () => {
        if (done || over) return;
        done = true;
        stopWaiting();
        close();
        if (!spoken && !proven && chosen < ways.length - 1) {
          chosen++;
          open();
          return;
        }
        if (chosen > 0) {
          chosen = 0;
          proven = false;
        }
        listener.broken();
      };
      const stopWaiting = later(SILENT_MS, () => {
        if (!spoken) broken();
      });
      const heard =
        <A>(act: (given: A) => void) =>
        (given: A): void => {
          if (done || over) return;
          speaks();
          act(given);
        };
      const shut = (ways[chosen] as Opening)(reached, {
        entry: heard((e) => {
          reached = Math.max(reached, e.no);
          listener.entry(e);
        }),
        beat: heard(listener.beat),
        presence: heard(listener.presence),
        stopped: heard(listener.stopped),
        revoked: heard<void>(listener.revoked),
        broken,
      });
      close = () => {
        stopWaiting();
        shut();
      };
      if (done) shut();
    };

    open();
    return () => {
      over = true;
      close();
    };
  };
}
