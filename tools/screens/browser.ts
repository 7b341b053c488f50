import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** What Chromium needs where there is no screen, perhaps no network, and where it may run as root; it asks nobody for anything. */
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium that setup.mjs found (ENTENTE_CHROMIUM), or the system's. */
export async function startBrowser(...more: readonly string[]): Promise<Browser> {
  const found =
    process.env.ENTENTE_CHROMIUM ??
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  if (!found) throw new Error('There is no Chromium. Install it, or name one in ENTENTE_CHROMIUM.');
  return chromium.launch({ executablePath: found, args: [...QUIET, ...more] });
}
