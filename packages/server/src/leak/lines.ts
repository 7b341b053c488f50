import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Browser } from './browser.ts';

/** Number of the last event that there is. */
async function lastOf({ server, cookie }: Browser): Promise<number> {
  const page = await fetch(`${server.url}/s/the-door/api/feed?after=0&limit=1`, { headers: { cookie } });
  return ((await page.json()) as { last: number }).last;
}

/** The event stream from the beginning to the last event that there is, over a real socket. */
export async function stream(browser: Browser): Promise<string> {
  const stop = new AbortController();
  const { server, cookie } = browser;
  const last = await lastOf(browser);
  const response = await fetch(`${server.url}/s/the-door/api/feed?after=0`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  let text = '';
  try {
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString();
      if (last === 0 || text.includes(`id: ${last}\n`) || text.includes(`id:${last}\n`)) break;
    }
  } finally {
    stop.abort();
  }
  // A frame that was cut by our hanging up is not part of the answer.
  return text.slice(0, text.lastIndexOf('\n\n'));
}

/** The feed over a WebSocket, from the beginning to the first beat after the last event. */
export async function socket({ server, cookie }: Browser): Promise<string> {
  const line = new WebSocket(`${server.url.replace('http', 'ws')}/s/the-door/api/feed?after=0`, {
    headers: { cookie, origin: server.url },
  });
  const messages: string[] = [];
  const beaten = new Promise<void>((done) => {
    line.on('message', (data) => {
      messages.push(String(data));
      if (messages.at(-1)?.startsWith('{"beat"')) done();
    });
    line.on('close', () => done());
  });
  await once(line, 'open');
  await beaten;
  line.terminate();
  return messages.join('\n');
}
