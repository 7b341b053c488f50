import { learn } from '../../i18n/words.ts';
import type { Capability } from '../capability.ts';

/** What control, review and report say of what was said comes with them: no seat’s first screen loads it. */
const withSaid = async <T>(part: Promise<T>): Promise<T> => (await Promise.all([part, learn('said')]))[0];

export const statements: Capability = {
  seat: () => import('./seat/index.ts'),
  control: () => withSaid(import('./control/index.ts')),
  review: () => withSaid(import('./review/index.ts')),
  report: () => withSaid(import('./report/index.ts')),
  look: () => withSaid(import('./look/index.ts')),
  public: async () => (await Promise.all([import('./public/index.ts'), learn('wall')]))[0],
};
