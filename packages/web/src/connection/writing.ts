import { keptWords } from './drafts.ts';

/** While somebody writes it is told at most this often, ms. */
const EVERY = 15_000;
/** Who has written nothing for so long has put the draft aside, ms. */
const ASIDE = 5 * 60_000;

/**
 * Tells, now and then, that a text is under way at a door: while keys are pressed, and while words stand unsent in a form. Nobody
 * should pass over the time of whoever thinks about a sentence. Gives what ends it.
 */
export function whileWriting(door: string, tell: () => void): () => void {
  let written = Number.NEGATIVE_INFINITY;
  let told = Number.NEGATIVE_INFINITY;
  const say = (): void => {
    told = Date.now();
    tell();
  };
  const write = (): void => {
    written = Date.now();
    if (written - told >= EVERY) say();
  };
  const timer = setInterval(() => {
    const open = Date.now() - written < ASIDE && !document.hidden;
    if (open && Date.now() - told >= EVERY && keptWords(door).length > 0) say();
  }, EVERY);
  document.addEventListener('input', write);
  return () => {
    clearInterval(timer);
    document.removeEventListener('input', write);
  };
}
