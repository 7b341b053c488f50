import type { Locator } from 'playwright-core';
import { type File, Person } from './person.ts';

export interface Written {
  /** Names of recipients as the list shows them, or the beginning of them. */
  readonly to?: readonly string[];
  readonly purpose?: 'ask';
  readonly subject?: string;
  readonly text: string;
  readonly file?: File;
}

/** A player in a seat. */
export class Player extends Person {
  /** From the join link to the inbox: name, card, begin. */
  async join(link: string, name: string): Promise<void> {
    await this.follow(link);
    await this.takeSeat(name);
    await this.readCard();
  }

  /** The seat opens on the card; `Begin` leads to the inbox. */
  async readCard(): Promise<void> {
    await this.page.getByRole('heading', { name: this.say('seat.card.situation') }).waitFor();
    await this.press('seat.card.begin');
    await this.inbox.waitFor();
  }

  get inbox(): Locator {
    return this.page.getByRole('region', { name: this.say('seat.place.inbox') }).first();
  }

  get reading(): Locator {
    return this.page.getByRole('region', { name: this.say('seat.place.read') }).first();
  }

  get asked(): Locator {
    return this.page.getByRole('region', { name: this.say('seat.place.asked') }).first();
  }

  /** A line of the inbox. What came in meanwhile is counted first and shown when asked for. */
  async line(title: string): Promise<Locator> {
    const line = this.inbox.locator('button[data-item]').filter({ hasText: title });
    const fresh = this.inbox.getByRole('status').getByRole('button');
    for (;;) {
      await line.or(fresh).first().waitFor();
      if (await line.count()) return line;
      await this.hit(fresh).catch(() => undefined);
    }
  }

  async open(title: string): Promise<void> {
    await this.hit((await this.line(title)).first());
    // What has no subject is known by its first words, which stand in its text alone.
    const text = this.reading.locator('.letter-text').filter({ hasText: title });
    await this.reading.getByRole('heading', { name: title }).or(text).first().waitFor();
  }

  /** Opens a thing and acknowledges it. */
  async acknowledge(title: string): Promise<void> {
    await this.open(title);
    await this.press('seat.acknowledge', this.reading);
    await this.sees(this.say('kit.state.acknowledged'), this.reading);
  }

  /** Hands the seat over to somebody who goes on from this device, and goes back to the inbox. */
  async handOver(name: string): Promise<void> {
    await this.hit(this.page.locator('button.who'));
    await this.press('seats.hands.handOver');
    await this.field('seats.hands.nextName').fill(name);
    await this.press('seats.hands.handOver');
    await this.field('seats.hands.nextName').waitFor({ state: 'detached' });
    await this.page
      .getByRole('listitem')
      .filter({ hasText: name })
      .filter({ hasText: this.say('seats.hands.you') })
      .first()
      .waitFor();
    await this.press('seat.card.back');
    await this.inbox.waitFor();
  }

  async answerRoll(): Promise<void> {
    await this.press('seats.roll.here', this.asked);
  }

  /** Begins something new by its verb, as New… names it. */
  async begin(verb: string): Promise<void> {
    await this.press('seat.new.open');
    await this.hit(this.page.getByRole('menuitem', { name: this.say(verb), exact: true }));
  }

  /** Writes a message; then it stands where it was written, and says that it was sent. */
  async write(message: Written): Promise<void> {
    await this.begin('messages.write.message');
    await this.fill(message);
    await this.press('messages.compose.send', this.form);
    await this.form.waitFor({ state: 'detached' });
  }

  async askControl(text: string): Promise<void> {
    await this.press('seat.askControl');
    await this.fill({ text });
    await this.press('messages.compose.send', this.form);
    await this.form.waitFor({ state: 'detached' });
  }

  /** Speaks in public by the one form; then what was said stands there as all read it. */
  async announce(text: string): Promise<void> {
    await this.begin('statements.write.statement');
    await this.field('press.speak.text', this.form).fill(text);
    await this.press(`press.speak.go.${this.language}`, this.form);
    await this.form.waitFor({ state: 'detached' });
  }

  /** Agrees to what is open. */
  async agree(text: string): Promise<void> {
    await this.press('seat.yes', this.reading);
    await this.fill({ text });
    await this.press('messages.compose.send', this.form);
    await this.form.waitFor({ state: 'detached' });
  }

  async note(text: string): Promise<void> {
    await this.press('seat.note.write', this.reading);
    await this.field('messages.note.label').fill(text);
    await this.press('messages.note.keep');
    await this.sees(text, this.reading);
  }

  get form(): Locator {
    return this.reading.getByRole('form');
  }

  async fill({ to = [], purpose, subject, text, file }: Written): Promise<void> {
    await this.form.waitFor();
    // What is seldom changed is folded; for a reply, whom it is for too.
    const unfold = async (field: Locator): Promise<void> => {
      if (!(await field.isVisible())) await this.hit(this.form.locator('details:not([open]) summary').first());
    };
    if (to.length > 0) await unfold(this.form.getByLabel(this.say('messages.compose.to')).first());
    for (const name of to) await this.choose('messages.compose.to', name);
    if (purpose === 'ask') {
      // A new message has a tick for it; in an answer it stands among what is folded.
      const tick = this.form.getByText(this.say('messages.compose.asks'), { exact: true });
      const what = this.form.getByRole('combobox', { name: this.say('messages.compose.purpose') });
      if (await tick.isVisible()) await this.hit(tick);
      else {
        await unfold(what);
        await what.selectOption(purpose);
      }
    }
    // Of an answer it stands in each language of what is answered, until it is written anew.
    const head = this.form.getByRole('textbox', { name: this.say('messages.compose.subject'), exact: true });
    if (subject) await unfold(head);
    if (subject) await head.fill(subject);
    await this.field('messages.compose.text', this.form).fill(text);
    if (file) await this.attach(file, this.form);
  }

  /** Opens a list of the form and picks an option by its words. */
  async choose(label: string, option: string): Promise<void> {
    const box = this.form.getByLabel(this.say(label), { exact: false }).and(this.page.locator('input')).first();
    await this.hit(box);
    const searched = label === 'messages.compose.to' || label === 'forms.share.to';
    if (searched) await box.fill(option);
    await this.hit(this.page.getByRole('option', { name: option }).first());
    if (searched) await box.press('Tab');
  }
}
