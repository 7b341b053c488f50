import type { Capability } from '../capability.ts';

export const execution: Capability = {
  control: () => import('./control/index.ts'),
  look: () => import('./look/index.ts'),
};
