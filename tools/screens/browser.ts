import { existsSync } from 'node:fs';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';

/** What Chromium needs where there is no screen, perhaps no network, and where it may run as root; it asks nobody for anything. */
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium that setup.mjs found (ENTENTE_CHROMIUM), or the system's. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: foundBrowser(), args: QUIET });
}

/** Starts it for others to connect to, by its `wsEndpoint`. */
export async function serveBrowser(...more: readonly string[]): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: foundBrowser(), args: [...QUIET, ...more] });
}

/** @throws if there is none. */
function foundBrowser(): string {
  const found =
    process.env.ENTENTE_CHROMIUM ??
    ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`).find(existsSync);
  if (!found) throw new Error('There is no Chromium. Install it, or name one in ENTENTE_CHROMIUM.');
  return found;
}
