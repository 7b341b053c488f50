/** One act at a time that nobody may look into; whoever looks waits until it is done. */
export class Exclusive {
  #underWay: Promise<void> | undefined;

  get taken(): boolean {
    return this.#underWay !== undefined;
  }

  /** Resolves when the act that is under way is done; another may have begun when that is heard: ask again. */
  async free(): Promise<void> {
    await this.#underWay;
  }

  /** Lets nobody look in while `act` runs. */
  async take(act: () => Promise<void>): Promise<void> {
    let done = () => {};
    this.#underWay = new Promise((resolve) => {
      done = resolve;
    });
    try {
      await act();
    } finally {
      this.#underWay = undefined;
      done();
    }
  }
}
