import { learn } from '../../i18n/words.ts';
import type { Capability } from '../capability.ts';

/** What review and report say of steps comes with them. */
const withPlan = async <T>(part: Promise<T>): Promise<T> => (await Promise.all([part, learn('plan')]))[0];

export const execution: Capability = {
  seat: () => import('./seat/index.ts'),
  control: () => import('./control/index.ts'),
  look: () => import('./look/index.ts'),
  review: () => withPlan(import('./review/index.ts')),
  report: () => withPlan(import('./report/index.ts')),
};
