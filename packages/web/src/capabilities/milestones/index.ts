import type { Capability } from '../capability.ts';

export const milestones: Capability = {
  control: () => import('./control/index.ts'),
  look: () => import('./look/index.ts'),
  review: () => import('./review/index.ts'),
};
