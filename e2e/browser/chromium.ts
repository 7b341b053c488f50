import type { TestProject } from 'vitest/node';
import { serveBrowser } from '../../tools/screens/browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the Chromium of this run is; empty if there is none, and why. */
    readonly chromium: { readonly endpoint: string; readonly why: string };
  }
}

/** A name that only our browser knows: it leads to this machine, and is no secure context without TLS. */
export const HOST_NAME = 'room.exercise.test';

/** One Chromium for the whole run: every person has a context of their own in it. Tests that need none run without. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  try {
    const browser = await serveBrowser(`--host-resolver-rules=MAP ${HOST_NAME} 127.0.0.1`);
    project.provide('chromium', { endpoint: browser.wsEndpoint(), why: '' });
    return () => browser.close();
  } catch (cause) {
    project.provide('chromium', { endpoint: '', why: (cause as Error).message });
    return undefined;
  }
}
