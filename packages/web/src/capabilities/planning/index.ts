import type { Capability } from '../capability.ts';

export const planning: Capability = {
  seat: () => import('./seat/index.ts'),
  control: () => import('./control/index.ts'),
  look: () => import('./look/index.ts'),
  review: () => import('./review/index.ts'),
};
