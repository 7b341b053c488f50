import type { Locator } from 'playwright-core';
import { type File, Person } from './person.ts';

/** Lead control, or a party's own controller: the same screen. */
export class Controller extends Person {
  async join(link: string, name: string): Promise<void> {
    await this.follow(link);
    await this.takeSeat(name);
    await this.stream.waitFor();
  }

  get hand(): Locator {
    return this.page.getByRole('region', { name: this.say('control.hand.title') });
  }
  get stream(): Locator {
    return this.page.getByRole('region', { name: this.say('control.stream.title') });
  }
  get presence(): Locator {
    return this.page.getByRole('region', { name: this.say('control.presence.title') });
  }
  /** What stands beside the timeline. */
  get side(): Locator {
    return this.page.getByRole('complementary').filter({ has: this.page.getByRole('button', { name: this.say('control.act.close') }) });
  }
  get msel(): Locator {
    return this.page.getByRole('region', { name: 'MSEL', exact: true });
  }

  /** A card of Needs my hand. */
  card(text: string | RegExp): Locator {
    return this.hand.getByRole('listitem').filter({ hasText: text }).first();
  }

  /** Shows the MSEL as a table and selects a line of it. */
  async select(title: string): Promise<void> {
    const table = this.button('control.timeline.table', this.msel);
    if ((await table.getAttribute('aria-pressed')) !== 'true') await table.click();
    await this.msel.getByRole('row').getByRole('button', { name: title, exact: true }).click();
    await this.side.getByRole('heading', { name: title }).waitFor();
  }

  async hold(title: string): Promise<void> {
    await this.select(title);
    await this.press('control.act.hold', this.side);
    await this.sees(this.say('kit.state.held'), this.side);
  }

  async release(title: string): Promise<void> {
    await this.select(title);
    await this.press('control.act.releaseNow', this.side);
    await this.sees(this.say('kit.state.released'), this.side);
  }

  async judge(text: string, verdict: 'met' | 'partly' | 'not', note: string): Promise<void> {
    await this.select(text);
    await this.field('control.detail.judgeNote', this.side).fill(note);
    await this.press(`control.verdict.${verdict}`, this.side);
    await this.sees(note, this.side.getByRole('definition'));
  }

  /** A text of the form that stands beside the timeline. */
  textOf(key: string): Locator {
    return this.side.getByRole('form').getByRole('textbox', { name: this.say(key) });
  }

  /** Picks a recipient of the open form by the words of the list. */
  async to(name: string): Promise<void> {
    const list = this.side.getByLabel(this.say('control.write.to'), { exact: false }).and(this.page.locator('input')).first();
    await list.fill(name);
    await this.side.getByRole('option', { name }).first().click();
  }

  /** Lead control only: an inject that no scenario has. `to` is named as the list names it. */
  async improvise({ to, title, text, file }: { to: string; title: string; text: string; file?: File }): Promise<void> {
    await this.press('control.act.improvise', this.stream);
    await this.field('control.improvise.headline', this.side).fill(title);
    await this.textOf('control.write.text').fill(text);
    await this.to(to);
    if (file) await this.attach(file, this.side);
    await this.press('control.act.releaseNow', this.side);
    await this.side.getByRole('form').waitFor({ state: 'detached' });
  }

  /** Corrects the text of what was released. */
  async correct(title: string, text: string, reason: string): Promise<void> {
    await this.select(title);
    await this.press('control.amend.correctAct', this.side);
    await this.textOf('control.write.text').fill(text);
    await this.field('control.amend.reason', this.side).fill(reason);
    await this.press('control.amend.sendCorrection', this.side);
    await this.sees(reason, this.side);
  }

  /** Answers a card of Needs my hand; `voice` if not the one that the form offers. */
  async answer(card: string | RegExp, text: string, voice?: string): Promise<void> {
    await this.press('control.act.answer', this.card(card));
    if (voice) {
      await this.side.getByRole('form').locator('summary').first().click();
      await this.side.getByRole('combobox', { name: this.say('control.write.voice') }).selectOption({ label: voice });
    }
    await this.textOf('messages.compose.text').fill(text);
    await this.press('control.act.send', this.side);
    await this.sees(text, this.stream);
  }

  async note(text: string): Promise<void> {
    await this.stream.getByRole('button', { name: this.say('control.act.note') }).click();
    await this.field('control.note.text', this.side).fill(text);
    await this.press('control.note.save', this.side);
    await this.sees(text, this.side.getByRole('list'));
  }

  /** `start`, `pause` or `resume`. */
  async clock(act: 'start' | 'pause' | 'resume'): Promise<void> {
    await this.press(`control.clock.${act}`);
    await this.button(act === 'pause' ? 'control.clock.resume' : 'control.clock.pause').waitFor();
  }

  async speed(rate: number): Promise<void> {
    await this.page.getByRole('combobox', { name: this.say('control.clock.speed') }).selectOption(String(rate));
    await this.sees(`×${rate}`, this.page.getByRole('banner'));
  }

  /** Opens the jump, waits for what it shows beforehand, gives that, and jumps. `to` as a person types it: `+30`, `09:00`. */
  async jump(to: string): Promise<string> {
    await this.press('control.clock.jump');
    await this.field('control.jump.to', this.side).fill(to);
    const preview = this.side.getByRole('region', { name: this.say('control.jump.passes') });
    const shown = await preview.innerText();
    await this.side.locator('button[type=submit]').click();
    await this.side.waitFor({ state: 'detached' });
    return shown;
  }

  async callRoll(): Promise<void> {
    await this.press('control.presence.callRoll', this.presence);
  }

  async standDown(): Promise<void> {
    const card = this.card(this.say('control.hand.kind.emergency'));
    await this.press('control.emergency.standDown', this.hand);
    await this.press('control.emergency.standDown', card.or(this.hand).first());
  }

  async end(): Promise<void> {
    await this.press('control.clock.end');
    await this.press('control.end.confirm', this.side);
    await this.press('control.end.confirm', this.side.getByRole('group', { name: this.say('control.end.ask') }));
    await this.sees(this.say('control.end.ended'));
  }
}

/** The exercise director: the lobby, then lead control. */
export class Director extends Controller {
  /** From the one-time link to the lobby. */
  async enter(link: string): Promise<void> {
    await this.page.goto(link);
    await this.press('lobby.director.enter');
    await this.page.getByRole('heading', { name: this.say('lobby.scenarios.title') }).waitFor();
  }

  /** Creates an exercise in the lobby's steps; gives the page of links. */
  async create(scenario: string): Promise<Links> {
    const card = this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: scenario, exact: true }) });
    await this.press('lobby.create.button', card);
    await this.press('lobby.create.go');
    await this.page.getByText(this.say('lobby.links.once')).waitFor();
    return new Links(this);
  }

  /** From the links to lead control, and into the seat. */
  async openControl(name: string): Promise<void> {
    // The page asks; the browser does not ask once more.
    this.page.once('dialog', (asked) => {
      this.faults.push(`a dialog of the browser: ${asked.type()}`);
      void asked.accept();
    });
    await this.press('lobby.links.openControl');
    await this.press('lobby.links.leave.yes');
    await this.takeSeat(name);
    await this.stream.waitFor();
  }
}

/** The printable page of links. */
export class Links {
  readonly #director: Director;
  constructor(director: Director) {
    this.#director = director;
  }

  /** The link on the slip that carries this name, in the director's language. */
  async of(name: string): Promise<string> {
    const { page, say } = this.#director;
    const slip = page.getByRole('listitem').filter({ has: page.getByLabel(say('lobby.links.qr', { name }), { exact: true }) });
    const words = await slip.first().innerText();
    const url = /https?:\S+\/join#\S+/.exec(words)?.[0];
    if (!url) throw new Error(`no link on the slip of ${name}`);
    return url;
  }
}
