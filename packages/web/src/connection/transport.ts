import { type Entry, Gone, type Page, type PresentPerson, type StreamListener, type Transport } from './follow.ts';

/** Three missed heartbeats: a stream that went silent (a sleeping laptop, a dead switch) counts as broken. */
const SILENCE_MS = 45_000;
/** Spread, so that forty laptops do not come back in the same instant. */
const jitter = (ms: number): number => ms * (0.75 + Math.random() * 0.5);

/** The feed of one door (`/s/DOOR`) or of an edition of it, over this browser's own fetch and EventSource. */
export function feedTransport(door: string): Transport {
  const feed = `${door}/api/feed`;
  return {
    async page(after) {
      const response = await fetch(`${feed}?after=${after}`, { headers: { Accept: 'application/json' }, cache: 'no-store' });
      if (response.status === 401 || response.status === 403 || response.status === 404) throw new Gone();
      if (!response.ok) throw new Error(`the feed answered ${response.status}`);
      const page = (await response.json()) as Page;
      // Numbers are gapless, so an entry that does not state its own has its place's.
      return { ...page, events: page.events.map((e, i) => (e.no === undefined ? { ...e, no: after + i + 1 } : e)) };
    },

    listen(after, listener) {
      const source = new EventSource(`${feed}?after=${after}`);
      let silence = setTimeout(listener.broken, SILENCE_MS);
      const heard = () => {
        clearTimeout(silence);
        silence = setTimeout(listener.broken, SILENCE_MS);
      };
      const on = (name: string, act: (data: unknown, lastId: string) => void) =>
        source.addEventListener(name, (message) => {
          heard();
          const { data, lastEventId } = message as MessageEvent<string>;
          act(data ? JSON.parse(data) : undefined, lastEventId);
        });
      on('message', (data, lastId) => {
        const entry = data as Entry;
        listener.entry(entry.no === undefined ? { ...entry, no: Number(lastId) } : entry);
      });
      on('beat', (data) => listener.beat(data as Parameters<StreamListener['beat']>[0]));
      on('presence', (data) => listener.presence((data as { people: PresentPerson[] }).people));
      on('revoked', () => listener.revoked());
      // The browser would reconnect by itself, but it cannot tell a broken line from an ended session; the next page can.
      source.onerror = () => listener.broken();
      return () => {
        clearTimeout(silence);
        source.close();
      };
    },

    wait(ms, early) {
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, jitter(ms));
        early(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}
