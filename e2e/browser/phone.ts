import type { Locator } from 'playwright-core';
import { Player, type Written } from './player.ts';

/** A player at a phone: one of three places at a time, everything by tapping. */
export class PhonePlayer extends Player {
  override hit(target: Locator): Promise<void> {
    return target.tap();
  }

  /** On a phone the seat opens on what is asked of me. `look` is taken at the card. */
  override async readCard(look?: (me: this) => Promise<void>): Promise<void> {
    await this.page.getByRole('heading', { name: this.say('seat.card.situation') }).waitFor();
    // Who I am, what I do first and whom I turn to stand on one screen.
    const turnTo = await this.page.getByRole('heading', { name: this.say('seat.card.turnTo') }).boundingBox();
    const begin = await this.page.getByRole('button', { name: this.say('seat.card.begin') }).boundingBox();
    if (!turnTo || !begin || turnTo.y + turnTo.height > begin.y) throw new Error('the card does not fit the phone');
    await look?.(this);
    await this.press('seat.card.begin');
    await this.asked.waitFor();
  }

  /** One of the tabs at the foot, by the name that stands on it. */
  async go(place: 'asked' | 'inbox' | 'held' | 'more'): Promise<void> {
    const tab = this.tabs.getByRole('button', { name: this.say(`seat.place.${place}`) });
    await this.hit(tab);
    await this.page.locator(`.seat[data-place=${place}]`).waitFor();
  }

  get tabs(): Locator {
    return this.page.getByRole('navigation', { name: this.say('seat.places') });
  }

  override async line(title: string): Promise<Locator> {
    await this.go('inbox');
    return super.line(title);
  }

  /** What can be begun stands behind More. */
  override async begin(verb: string): Promise<void> {
    await this.go('more');
    await this.hit(this.page.getByRole('button', { name: this.say(verb), exact: true }));
  }

  override async answerRoll(): Promise<void> {
    await this.go('asked');
    await super.answerRoll();
    await this.page.getByText(this.say('seats.roll.title')).waitFor({ state: 'detached' });
  }

  /** What waits for me under a title, in Asked of me. */
  async ask(title: string): Promise<Locator> {
    await this.go('asked');
    // What only wants a word stands behind one line.
    const folded = this.asked.locator('.ask-fold[aria-expanded=false]');
    await this.asked.locator('.ask').first().waitFor();
    if (await folded.count()) await this.hit(folded);
    const ask = this.asked.getByRole('listitem').filter({ hasText: title });
    await ask.first().waitFor();
    return ask.first();
  }

  /** Acknowledges without opening it; then it waits no more. */
  async acknowledgeAsked(title: string): Promise<void> {
    const ask = await this.ask(title);
    await this.press('seat.ask.acknowledgeNow', ask);
    await ask.waitFor({ state: 'detached' });
  }

  async openAsked(title: string): Promise<void> {
    await this.hit((await this.ask(title)).getByRole('button').first());
  }

  /** Opens from Asked of me and acknowledges at its foot. */
  async readAsked(title: string): Promise<void> {
    await this.openAsked(title);
    await this.press('seat.acknowledge', this.reading);
    await this.sees(this.say('kit.state.acknowledged'), this.reading);
  }

  /** Answers a message that waits for an answer, from Asked of me. */
  async answerAsked(title: string, message: Omit<Written, 'to'>): Promise<void> {
    await this.openAsked(title);
    await this.press('seat.answer', this.reading);
    await this.fill(message);
    await this.send();
  }

  /** Answers, or passes on, what is open. */
  async reply(message: Written): Promise<void> {
    await this.press('seat.reply', this.reading);
    await this.fill(message);
    await this.send();
  }

  async send(): Promise<void> {
    await this.press('messages.compose.send', this.form);
    await this.form.waitFor({ state: 'detached' });
  }

  /** After ENDEX the screen itself leads to the review. */
  override async openReview(): Promise<void> {
    await this.hit(this.page.getByRole('link', { name: this.say('seat.ended.review') }));
    await this.page.getByRole('tab', { name: this.say('review.tabs.happened') }).waitFor();
  }
}
