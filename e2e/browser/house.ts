import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, type ServerOptions, startServer } from '@entente/server';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { HOST_NAME } from './chromium.ts';
import type { Language } from './words.ts';

const root = join(import.meta.dirname, '../..');
/** `ENTENTE_WEB_ROOT` names another build of the web app, for those who work on it. */
const webRoot = process.env.ENTENTE_WEB_ROOT ?? join(root, 'packages/web/dist');

/** A screen that does not come on a busy machine is late, not wrong. */
export const PATIENCE_MS = 60_000 * Number(process.env.ENTENTE_PATIENCE ?? 1);

/** How people reach the server: by which name, with TLS or without. */
export interface Way {
  readonly name: string;
  readonly hostName: boolean;
  readonly tls: boolean;
}
export const WAYS: readonly Way[] = [
  { name: 'http on this machine', hostName: false, tls: false },
  { name: 'https under a host name', hostName: true, tls: true },
  { name: 'http under a host name', hostName: true, tls: false },
  { name: 'https on this machine', hostName: false, tls: true },
];
export const ON_THIS_MACHINE = WAYS[0] as Way;

/** As many pixels to a point as a phone has make four times as much to draw, which only a picture shows. */
const PHONE_PIXELS = process.env.ENTENTE_PICTURES === undefined ? 1 : 2;

export interface Look {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** A phone held upright: fingers instead of a mouse. */
  readonly phone?: boolean;
}

/** A server on a data file of its own and browsers beside it. `close` ends them and forgets the file. */
export interface House {
  readonly server: RunningServer;
  readonly url: string;
  /** A browser of one person: nothing is shared with the others. */
  context(language: Language, more?: Look): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** The Chromium of this run. To close it closes what was opened by way of it, and nothing of others. @throws if there is none. */
export async function browserOfRun(): Promise<Browser> {
  const { endpoint, why } = inject('chromium');
  if (endpoint === '') throw new Error(why);
  return chromium.connect(endpoint);
}

export async function openHouse(way: Way, more: Partial<ServerOptions> = {}): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-browser-'));
  const port = await freePort();
  const server = await startServer({
    dataDir,
    port,
    logLevel: 'silent',
    scenariosDirs: [join(root, 'scenarios')],
    webRoot,
    ...(way.tls ? { selfSigned: true } : {}),
    ...(way.hostName ? { url: `${way.tls ? 'https' : 'http'}://${HOST_NAME}:${port}` } : {}),
    ...more,
  });
  const browser = await browserOfRun();
  return {
    server,
    url: server.url,
    async context(language, { theme = 'light', phone = false, width = phone ? 390 : 1440, height = phone ? 844 : 900 } = {}) {
      const context = await browser.newContext({
        locale: language === 'ko' ? 'ko-KR' : 'en-GB',
        colorScheme: theme,
        viewport: { width, height },
        ...(phone ? { hasTouch: true, isMobile: true, deviceScaleFactor: PHONE_PIXELS } : {}),
        ignoreHTTPSErrors: way.tls,
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(PATIENCE_MS);
      return context;
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A published address names its port, so the port is chosen beforehand. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
