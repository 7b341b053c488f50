import type { Capability } from '../capability.ts';

export const expected: Capability = {
  control: () => import('./control/index.ts'),
  look: () => import('./look/index.ts'),
  review: () => import('./review/index.ts'),
  report: () => import('./report/index.ts'),
};
