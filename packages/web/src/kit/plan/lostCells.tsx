import type { Lost } from '@entente/engine/execution';
import type { ReactNode } from 'react';
import { AddressMark } from '../Names.tsx';
import type { PlanWords } from './usePlanWords.ts';

/** What sides lost waiting, by the step that waited; what a jump left of it, seconds of play, aside. */
export function lostCells(lost: readonly Lost[], span: PlanWords['span']): ReadonlyMap<string, ReactNode> {
  const found = new Map<string, ReactNode>();
  for (const { step, party, ms } of lost) {
    if (ms < 1_000) continue;
    found.set(
      step,
      <span className="row wrap">
        {found.get(step)}
        <AddressMark address={`party:${party}`} named /> {span(ms)}
      </span>,
    );
  }
  return found;
}
