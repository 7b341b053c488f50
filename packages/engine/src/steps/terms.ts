import type { Address } from '../audience.ts';
import type { Ms, Text } from '../fact.ts';
import type { AfterStep } from '../schedule/index.ts';

/** Steps of options and of plans: who leads what, when it begins, how long it lasts. Those who plan, agree and carry out read the same. */

/** What a step says besides its words. All times are scenario ms. */
export interface StepTerms {
  /** The seat that leads it. */
  readonly lead?: Address | undefined;
  /** Parties that support it, all of them at the table. */
  readonly support: readonly string[];
  /** Whom its lead tells: by message, since they are not at the table. */
  readonly tells: readonly Address[];
  /** Not before. */
  readonly at?: Ms | undefined;
  readonly after: readonly AfterStep[];
  /** On whose word it begins: a party’s; that of its lead: on its own decision. */
  readonly word?: string | undefined;
  readonly duration: Ms;
  /** It begins no later. */
  readonly startBy?: Ms | undefined;
  /** Its end is reported no later. */
  readonly by?: Ms | undefined;
  /** It is a decision. */
  readonly decision?: true | undefined;
  /** Under which authority. */
  readonly authority?: Text | undefined;
}
export interface Step {
  readonly id: string;
  readonly text: Text;
  readonly terms: StepTerms;
}
/** The steps of a text: those of its paragraphs that are one. */
export function stepsOf(
  paragraphs: readonly { readonly id: string; readonly text: Text; readonly step?: StepTerms | undefined }[],
): Step[] {
  return paragraphs.flatMap(({ id, text, step }) => (step ? [{ id, text, terms: step }] : []));
}

export const RELATIONS = ['FS', 'SS', 'FF'] as const;
/** So many steps a plan may have. */
export const MOST_STEPS = 200;
