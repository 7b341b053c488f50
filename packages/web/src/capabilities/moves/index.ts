import type { Capability } from '../capability.ts';

export const moves: Capability = {
  control: () => import('./control/index.ts'),
  look: () => import('./look/index.ts'),
  report: () => import('./report/index.ts'),
};
