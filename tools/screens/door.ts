import type { Answer, Command } from '@entente/engine';

/** One person's browser without a screen: keeps its cookie, speaks JSON. */
export class Door {
  readonly #url: string;
  #cookie = '';
  /** `/s/DOOR/` of the seat that was joined. */
  path = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** The cookie, as a browser context takes it. */
  get cookie(): { name: string; value: string; domain: string; path: string } {
    const [name = '', value = ''] = this.#cookie.split('=');
    return { name, value, domain: new URL(this.#url).hostname, path: this.path.replace(/\/$/, '') || '/' };
  }

  /** @throws with the server's words if it refuses. */
  async post<T>(path: string, body: object): Promise<T> {
    const response = await this.#send(path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async command(id: string, command: Command): Promise<Answer> {
    const response = await this.#send(`${this.path}api/commands`, { id, command });
    const answer = (await response.json()) as Answer & { code: string; detail: string };
    if (response.status !== 200 && response.status !== 409) throw new Error(`${command.type}: ${response.status} ${answer.detail}`);
    return response.ok ? answer : { ok: false, rejection: { code: answer.code, message: answer.detail } };
  }

  /** Keeps a page open, so that others see somebody here. */
  async stay(until: AbortSignal): Promise<void> {
    const stream = await fetch(`${this.#url}${this.path}api/feed?after=0`, {
      headers: { accept: 'text/event-stream', cookie: this.#cookie },
      signal: until,
    });
    const reader = stream.body?.getReader();
    const drain = async (): Promise<void> => {
      while (reader && !(await reader.read()).done);
    };
    // It ends when the stage is struck.
    drain().catch(() => undefined);
  }

  async #send(path: string, body: object): Promise<Response> {
    const response = await fetch(this.#url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#url, ...(this.#cookie ? { cookie: this.#cookie } : {}) },
      body: JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) this.#cookie = line.split(';')[0] ?? '';
    return response;
  }
}
