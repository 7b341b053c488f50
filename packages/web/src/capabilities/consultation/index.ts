import type { Capability } from '../capability.ts';

export const consultation: Capability = {
  seat: () => import('./seat/index.ts'),
};
