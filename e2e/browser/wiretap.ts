import type { Page } from 'playwright-core';

/** Hears everything that a browser's page receives, and looks through what it keeps. */
export interface Wiretap {
  /** Where the words occur: the address of what was received, or `page`, `storage`, `cookies`. */
  heard(words: string): Promise<string[]>;
  /** Characters that came over WebSockets and event streams: the ear hears those too. */
  readonly streamed: number;
  /** What the page said over WebSockets, which should be nothing. */
  readonly said: readonly string[];
}

interface Received {
  readonly from: string;
  readonly text: string;
}

/** Begins to listen; what was received before is not heard. */
export async function listenTo(page: Page): Promise<Wiretap> {
  const received: Received[] = [];
  const pending = new Set<Promise<void>>();
  const said: string[] = [];
  let streamed = 0;
  const note = (from: string, text: string): void => void received.push({ from, text });
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => hearText(`${socket.url()} (messages)`, payload.toString()));
    socket.on('framesent', ({ payload }) => said.push(payload.toString()));
  });
  page.on('download', (download) => pending.add(readAll(download.createReadStream()).then((text) => note(download.url(), text))));
  page.on('response', (response) => {
    note(`${response.url()} (head)`, JSON.stringify(response.headers()));
    // A stream's body never ends; it is heard below, as it comes.
    if (response.headers()['content-type']?.startsWith('text/event-stream')) return;
    const body = response.text().then(
      (text) => note(response.url(), text),
      () => undefined, // A redirect or an empty answer has no body.
    );
    pending.add(body);
  });
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  const streams = new Map<string, string>();
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    if (!response.mimeType.includes('event-stream')) return;
    streams.set(requestId, response.url);
    // From now on the raw bytes of this stream are handed over as they come.
    const begun = wire.send('Network.streamResourceContent', { requestId }).then(
      ({ bufferedData }) => hear(requestId, bufferedData),
      () => undefined,
    );
    pending.add(begun);
  });
  wire.on('Network.eventSourceMessageReceived', ({ requestId, data }) => hearText(`${streams.get(requestId)} (messages)`, data));
  wire.on('Network.dataReceived', ({ requestId, data }) => data !== undefined && streams.has(requestId) && hear(requestId, data));
  const hear = (requestId: string, data: string): void =>
    hearText(`${streams.get(requestId)} (bytes)`, Buffer.from(data, 'base64').toString('utf8'));
  const hearText = (from: string, text: string): void => {
    streamed += text.length;
    note(from, text);
  };
  return {
    said,
    get streamed() {
      return streamed;
    },
    async heard(words) {
      await Promise.all(pending);
      const kept = await page.evaluate(() => ({
        page: document.documentElement.outerHTML,
        storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
        fields: [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map((f) => f.value).join('\n'),
      }));
      const cookies = JSON.stringify(await page.context().cookies());
      // One event may come in two pieces of a stream: they are joined before they are searched.
      const joined = new Map<string, string>();
      for (const { from, text } of received) joined.set(from, (joined.get(from) ?? '') + text);
      const all = [...joined, ...Object.entries(kept), ['cookies', cookies] as const];
      return all.filter(([, text]) => text.includes(words)).map(([from]) => from);
    },
  };
}

async function readAll(stream: Promise<AsyncIterable<Buffer | string>>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
