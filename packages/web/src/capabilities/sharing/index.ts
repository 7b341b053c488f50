import type { Capability } from '../capability.ts';

export const sharing: Capability = {
  seat: () => import('./seat/index.ts'),
  control: () => import('./control/index.ts'),
  look: () => import('./look/index.ts'),
  review: () => import('./review/index.ts'),
  report: () => import('./report/index.ts'),
  public: () => import('./public/index.ts'),
};
