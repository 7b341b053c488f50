import { type Entry, Gone, type Page, type PresentPerson, type StreamListener, type Transport } from './follow.ts';
import { firstThatSpeaks, type Later, type Opening } from './ways.ts';

/** Three missed heartbeats: a line that went silent (a sleeping laptop, a dead switch) counts as broken. */
const SILENCE_MS = 45_000;
/** How often pages are asked for where nothing else gets through. */
const POLL_MS = 2_000;
/** After so many, about ten minutes, the better ways are tried again. */
const MOST_POLLS = 300;
/** Spread, so that a room of laptops does not come back in the same instant. */
const jitter = (ms: number): number => ms * (0.4 + Math.random() * 1.2);

const later: Later = (ms, act) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** The feed of one door (`/s/DOOR`) over this browser's own fetch, WebSocket and EventSource. */
export function feedTransport(door: string): Transport {
  const feed = `${door}/api/feed`;
  const page = (after: number) => readPage(feed, after);
  return {
    page,
    listen: firstThatSpeaks([overSocket(feed), overStream(feed), overPages(page)], later),
    later,
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

async function readPage(feed: string, after: number): Promise<Page> {
  const response = await fetch(`${feed}?after=${after}`, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  // Read to its end in any case: an answer left lying holds its connection.
  if (!response.ok) await response.text().catch(() => '');
  if (response.status === 401 || response.status === 403 || response.status === 404) throw new Gone();
  if (!response.ok) throw new Error(`the feed answered ${response.status}`);
  const page = (await response.json()) as Page;
  // Numbers are gapless, so an entry that does not state its own has its place's.
  return { ...page, events: page.events.map((e, i) => (e.no === undefined ? { ...e, no: after + i + 1 } : e)) };
}

/** Calls `broken` when nothing was heard for long; `heard` begins anew. */
function watch(broken: () => void): { heard(): void; stop(): void } {
  let stop = later(SILENCE_MS, broken);
  return {
    heard() {
      stop();
      stop = later(SILENCE_MS, broken);
    },
    stop: () => stop(),
  };
}

/** Acts on what the server says beside events. */
function notice(listener: StreamListener, name: string, data: unknown): void {
  if (name === 'beat') listener.beat(data as Parameters<StreamListener['beat']>[0]);
  else if (name === 'presence') listener.presence((data as { people: PresentPerson[] }).people);
  else if (name === 'stopped') listener.stopped((data as { stopped: boolean }).stopped);
  else if (name === 'revoked') listener.revoked();
  else if (name === 'closed') listener.broken();
}
const NOTICES = ['beat', 'presence', 'stopped', 'revoked', 'closed'];

/** A message is a list of events, or one notice by its name. */
function overSocket(feed: string): Opening {
  return (after, listener) => {
    const url = new URL(`${feed}?after=${after}`, location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    const silence = watch(() => listener.broken());
    const socket = new WebSocket(url);
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      silence.heard();
      const said = JSON.parse(data) as Entry[] | Record<string, unknown>;
      if (Array.isArray(said)) for (const entry of said) listener.entry(entry);
      else for (const [name, about] of Object.entries(said)) notice(listener, name, about);
    };
    socket.onclose = () => listener.broken();
    return () => {
      silence.stop();
      socket.onclose = null;
      socket.onmessage = null;
      socket.close();
    };
  };
}

function overStream(feed: string): Opening {
  return (after, listener) => {
    const source = new EventSource(`${feed}?after=${after}`);
    const silence = watch(() => listener.broken());
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      silence.heard();
      const entry = JSON.parse(data) as Entry;
      listener.entry(entry.no === undefined ? { ...entry, no: Number(lastEventId) } : entry);
    };
    for (const name of NOTICES)
      source.addEventListener(name, ({ data }: MessageEvent<string>) => {
        silence.heard();
        notice(listener, name, JSON.parse(data));
      });
    // The browser would reconnect by itself, but it cannot tell a broken line from an ended session; the next page can.
    source.onerror = () => listener.broken();
    return () => {
      silence.stop();
      source.close();
    };
  };
}

/** Where neither gets through: a page every two seconds. Who is there is not told this way. */
function overPages(page: (after: number) => Promise<Page>): Opening {
  return (after, listener) => {
    let at = after;
    let stop: () => void = () => {};
    let over = false;
    let left = MOST_POLLS;
    const ask = async () => {
      if (left-- === 0) return listener.broken();
      try {
        const { events, last, clock, stopped } = await page(at);
        if (over) return;
        for (const entry of events) {
          at = entry.no;
          listener.entry(entry);
        }
        listener.stopped(stopped === true);
        if (clock) listener.beat({ ...clock, last: Math.min(last, at) });
        stop = later(at < last ? 0 : POLL_MS, () => void ask());
      } catch (why) {
        if (over) return;
        if (why instanceof Gone) listener.revoked();
        else listener.broken();
      }
    };
    void ask();
    return () => {
      over = true;
      stop();
    };
  };
}
