import type { Capability } from '../capability.ts';

export const emergency: Capability = {
  control: () => import('./control/index.ts'),
  review: () => import('./review/index.ts'),
};
