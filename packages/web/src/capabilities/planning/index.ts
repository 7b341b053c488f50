import type { Capability } from '../capability.ts';

export const planning: Capability = {
  control: () => import('./control/index.ts'),
  look: () => import('./look/index.ts'),
};
