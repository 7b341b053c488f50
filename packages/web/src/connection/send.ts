import type { Answer } from '@entente/engine';

/** How a command reaches the server once; handed in, so that retrying can be tested. */
export type Post = (body: {
  readonly id: string;
  readonly command: unknown;
}) => Promise<{ readonly status: number; readonly body: unknown }>;

const TRIES = 6;
const FIRST_WAIT_MS = 400;

/**
 * Sends one command until it is answered. The id stays the same over every try, so the server acts once.
 * A line that stays down gives a rejection `offline`; an ended session `gone`; too many at once `busy`.
 */
export async function sendCommand(command: unknown, post: Post, wait: (ms: number) => Promise<void>, id = newCommandId()): Promise<Answer> {
  let delay = FIRST_WAIT_MS;
  for (let attempt = 1; ; attempt++) {
    let code = 'offline';
    try {
      const { status, body } = await post({ id, command });
      if (status >= 200 && status < 300) return body as Answer;
      const problem = (body ?? {}) as { code?: string; detail?: string; title?: string; details?: Record<string, string | number> };
      if (status === 401 || status === 404) return rejected('gone', 'This session has ended.');
      if (status !== 503 && status !== 429 && status !== 408 && status < 500) {
        return rejected(problem.code ?? 'malformed', problem.detail ?? problem.title ?? `The server answered ${status}.`, problem.details);
      }
      code = status === 429 ? 'busy' : problem.code === 'stopped' ? 'stopped' : 'unavailable';
    } catch {
      // The line broke before an answer came: whether it was done is unknown, so ask again with the same id.
    }
    if (attempt >= TRIES) return rejected(code, 'The server could not be reached. Nothing is lost: try again.');
    await wait(delay);
    delay *= 2;
  }
}

function rejected(code: string, message: string, details?: Record<string, string | number>): Answer {
  return { ok: false, rejection: { code, message, ...(details ? { details } : {}) } };
}

/** 128 bits. `crypto.randomUUID` does not exist on plain-HTTP addresses, `getRandomValues` does. */
export function newCommandId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
}

/** Posts to a door's commands. */
export function postTo(door: string): Post {
  return async (body) => {
    const response = await fetch(`${door}/api/commands`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  };
}
