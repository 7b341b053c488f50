import { useCallback } from 'react';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { useChosen } from '../../../kit/review/tables.tsx';
import { type Scene, useSceneOf } from '../said/scene.ts';
import { sideOfEdition } from '../said/side.ts';

/** The edition under review, at the chosen moment or as it ended. */
export function useReviewScene(which: 'moment' | 'whole'): Scene {
  const { world, whole, moment, end, events, edition, open } = useReview();
  const chosen = useChosen();
  const go = useCallback((key: string) => open({ key }), [open]);
  const now = which === 'moment' ? { world, count: moment.count, at: moment.at } : { world: whole, count: events.length, at: end };
  return useSceneOf(now.world, now.count, now.at, sideOfEdition(edition, whole), { open: go, chosen });
}
