/** Wakes one waiting reader. Rung while nobody waits, it is heard at the next wait: nothing is missed between reading and waiting. */
export class Bell {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  async wait(): Promise<void> {
    if (!this.#rung) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#rung = false;
    this.#wake = undefined;
  }
}
