import { learn } from '../../i18n/words.ts';
import type { Capability } from '../capability.ts';

/** What control, review and report say of matters comes with them, and what they say of steps: no seat’s first screen loads it. */
const withWords = async <T>(part: Promise<T>): Promise<T> => {
  const words = [
    learn('matters'), //
    learn('plan'),
  ];
  await Promise.all(words);
  return part;
};

export const consultation: Capability = {
  seat: () => import('./seat/index.ts'),
  control: () => withWords(import('./control/index.ts')),
  review: () => withWords(import('./review/index.ts')),
  report: () => withWords(import('./report/index.ts')),
  look: () => withWords(import('./look/index.ts')),
};
