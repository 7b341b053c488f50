import type { ExpectedStatus } from './language.ts';

/** How many expected actions went how. */
export interface ExpectedFigures extends Readonly<Record<Exclude<ExpectedStatus, 'planned'>, number>> {
  /** Those that count: what a jump passed is in no rate. */
  readonly all: number;
}

/** The one count of expected actions; `open` holds those whose time has not begun too. */
export function expectedFigures(statuses: Iterable<ExpectedStatus>): ExpectedFigures {
  const figures = { met: 0, late: 0, partly: 0, not: 0, missed: 0, passed: 0, open: 0, all: 0 };
  for (const status of statuses) {
    figures[status === 'planned' ? 'open' : status]++;
    if (status !== 'passed') figures.all++;
  }
  return figures;
}
