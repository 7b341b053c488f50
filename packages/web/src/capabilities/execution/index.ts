import type { Capability } from '../capability.ts';

export const execution: Capability = {
  seat: () => import('./seat/index.ts'),
  control: () => import('./control/index.ts'),
  look: () => import('./look/index.ts'),
};
