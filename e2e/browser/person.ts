import type { BrowserContext, Locator, Page } from 'playwright-core';
import { director, type Browser as Lobby } from '../../packages/server/src/test/server.ts';
import type { House } from './house.ts';
import { type Language, type Words, wordsOf } from './words.ts';

/** A file that somebody has on their machine. */
export interface File {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Somebody at a browser of their own. What they see and press is found by the words of their language. */
export class Person {
  readonly page: Page;
  say: Words;
  language: Language;
  /** Errors that the page threw or printed; a whole exercise should give none. */
  readonly faults: string[] = [];

  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
    this.say = wordsOf(language);
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
  }

  /** From now on the screen speaks that language. */
  speaks(language: Language): void {
    this.language = language;
    this.say = wordsOf(language);
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  button(key: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name: this.say(key), exact: true });
  }

  press(key: string, within: Page | Locator = this.page): Promise<void> {
    return this.hit(this.button(key, within));
  }

  /** Presses something, with the mouse; who sits at a phone taps it. */
  hit(target: Locator): Promise<void> {
    return target.click();
  }

  field(key: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('textbox', { name: this.say(key) });
  }

  /** Waits until a text stands somewhere on the screen. */
  sees(text: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    return within.getByText(text).first().waitFor();
  }

  /** Opens a join link and presses its button. */
  async follow(link: string): Promise<void> {
    await this.page.goto(link);
    await this.press('join.enter');
    await this.page.waitForURL('**/s/**');
  }

  /** Says who sits here. */
  async takeSeat(name: string): Promise<void> {
    await this.field('join.name').fill(name);
    await this.press('join.takeSeat');
  }

  /** Chooses a file for the form that is open, and waits until it is there. */
  async attach(file: File, form: Locator): Promise<void> {
    await form.locator('input[type=file]').setInputFiles(file);
    const line = form.getByRole('listitem').filter({ hasText: file.name });
    await line.waitFor();
    await line.getByRole('progressbar').waitFor({ state: 'detached' });
  }

  async raiseEmergency(words: string): Promise<void> {
    await this.press('kit.emergency.button');
    await this.field('kit.emergency.textLabel').fill(words);
    await this.press('kit.emergency.confirm');
  }

  emergency(): Locator {
    return this.page.getByRole('alert').filter({ hasText: this.say('kit.emergency.banner') });
  }

  async openReview(): Promise<void> {
    await this.page.goto(`${seatPath(this.page)}review`);
    await this.page.getByRole('tab', { name: this.say('review.tabs.happened') }).waitFor();
  }

  /** A report for an audience; without one, for the own side. Gives what stands on the page, whether or not it may be opened. */
  async openReport(edition?: string): Promise<string> {
    await this.page.goto(`${seatPath(this.page)}report${edition === undefined ? '' : `?edition=${encodeURIComponent(edition)}`}`);
    const sheets = this.page.locator('.rp-cover');
    await sheets.or(this.page.getByText(this.say('review.failedHint.unknown'))).waitFor();
    return (await this.page.locator('main').innerText()) ?? '';
  }

  /** The report as it goes to the printer: all that the page holds, with the list of every event. */
  async printReport(edition?: string): Promise<string> {
    await this.openReport(edition);
    await this.page.getByRole('checkbox', { name: this.say('report.withList') }).check();
    await this.page.emulateMedia({ media: 'print' });
    const paper = `${await this.page.locator('main').innerText()} ${await this.page.content()}`;
    await this.page.emulateMedia({ media: 'screen' });
    return paper;
  }

  /** What the server gives of an edition, as its screens ask for it: status first. */
  fetchEdition(edition: string): Promise<string> {
    return this.page.evaluate(
      (url) => fetch(url).then(async (answer) => `${answer.status} ${await answer.text()}`),
      `${seatPath(this.page)}api/editions/${encodeURIComponent(edition)}/feed?after=0&limit=1000`,
    );
  }

  /** The editions that this person may open. */
  async editions(): Promise<string[]> {
    const me = (await (await this.context.request.get(`${seatPath(this.page)}api/me`)).json()) as { editions: string[] };
    return me.editions;
  }

  /** Addresses of the files that came with anything that this person holds. */
  async files(): Promise<string[]> {
    const feed = await this.page.evaluate(async (door) => (await fetch(`${door}api/feed?after=0`)).text(), seatPath(this.page));
    return [...feed.matchAll(/"attachments":\[\{"id":"([^"]+)"/g)].map(([, id]) => id as string);
  }

  /** Asks for a file as its preview does, at the own door or another's: what is answered, status first. */
  fetchFile(id: string, door = seatPath(this.page)): Promise<string> {
    return this.page.evaluate(
      (url) => fetch(url).then(async (answer) => `${answer.status} ${await answer.text()}`),
      `${door}api/attachments/${id}`,
    );
  }

  /** The own record, as it comes by this person's door. */
  fetchRecord(): Promise<string> {
    return this.page.evaluate((url) => fetch(url).then((answer) => answer.text()), `${seatPath(this.page)}api/export`);
  }

  /** What this seat was told so far. */
  events(): Promise<{ id: string; event: { type: string } }[]> {
    return this.page.evaluate(async (door) => (await (await fetch(`${door}api/feed?after=0`)).json()).events, seatPath(this.page));
  }

  /** Does something by request, at the own door. @throws with the server's words if it refuses. */
  async command(sent: object): Promise<void> {
    const headers = { origin: new URL(this.page.url()).origin };
    const data = { id: `by-request-${++commands}-of-this`, command: sent };
    const answer = await this.context.request.post(`${seatPath(this.page)}api/commands`, { headers, data });
    if (!answer.ok()) throw new Error(await answer.text());
  }

  /** The record of the side shown, as the person downloads it. */
  async exportRecord(): Promise<string> {
    const link = this.page.getByRole('link', { name: this.say('review.export') });
    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }
}

let commands = 0;

/** `/s/DOOR/` of a page of a seat, with its origin. */
export function seatPath(page: Page): string {
  const path = /^.*\/s\/[^/]+\//.exec(page.url())?.[0];
  if (!path) throw new Error(`not at a seat: ${page.url()}`);
  return path;
}

/** Somebody new, at a browser of their own. */
export async function arrive<P extends Person>(
  house: House,
  Kind: new (page: Page, language: Language) => P,
  language: Language,
  more: Parameters<House['context']>[1] = {},
): Promise<P> {
  const context = await house.context(language, more);
  return new Kind(await context.newPage(), language);
}

/** The director comes in by request, and these pages are the director’s too. */
export async function directing(house: House, context: BrowserContext): Promise<Lobby> {
  const lobby = await director(house.server);
  const [name = '', ...value] = lobby.cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), url: house.url }]);
  return lobby;
}

/** Somebody new who sits down without the screens of the door: the link is opened and the seat taken by request, then the page; `before` that, if anything. */
export async function seated<P extends Person>(
  house: House,
  Kind: new (page: Page, language: Language) => P,
  language: Language,
  link: string,
  name?: string,
  before?: (person: P) => Promise<void>,
): Promise<P> {
  const person = await arrive(house, Kind, language);
  await before?.(person);
  const { request } = person.context;
  const headers = { origin: house.url };
  const joined = await request.post(`${house.url}/api/join`, { headers, data: { token: new URL(link).hash.slice(1) } });
  const { path } = (await joined.json()) as { path: string };
  if (name !== undefined) {
    const command = { id: `takes-the-seat-${++seats}`, command: { type: 'TakeSeat', name } };
    const answer = await request.post(`${house.url}${path}api/commands`, { headers, data: command });
    if (!answer.ok()) throw new Error(`${name} got no seat: ${answer.status()} ${await answer.text()}`);
  }
  await person.page.goto(house.url + path);
  return person;
}
let seats = 0;
