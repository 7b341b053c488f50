import { type ComponentType, createContext, useContext } from 'react';
import type { Sentence } from '../review/figures.ts';
import type { Wording } from '../review/wording.ts';
import type { Report } from './model.ts';

/** What a capability gives to the report. It leaves out what it has not. */
export interface ReportPart {
  /** The room that it shows. */
  readonly room: string;
  readonly sheets?: readonly SheetGiven[];
  /** Figures in sentences, each group a line of its own. */
  readonly figures?: readonly { readonly order: number; sentences(report: Report, wording: Wording): readonly Sentence[] }[];
}

/** A part of the report on paper. */
export interface SheetGiven {
  readonly order: number;
  /** `parts.NAME` in the report’s words, or in those of `words`. */
  readonly name: string;
  readonly words?: string;
  /** Another key of those words, below the title. */
  note?(report: Report): string | undefined;
  /** Begins on a new page. */
  readonly fresh?: true;
  /** What an edition does not hold has no part. */
  shows(report: Report): boolean;
  readonly Sheet: ComponentType<{ readonly report: Report }>;
}

const Current = createContext<readonly ReportPart[]>([]);
export const ReportPartsProvider = Current.Provider;

/** What all capabilities give to the report. */
export function useReportParts(): readonly ReportPart[] {
  return useContext(Current);
}
