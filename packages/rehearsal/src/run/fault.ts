import { type Address, type Ms, overflowOf, type Scenario } from '@entente/engine';
import { type Both, Naming, ruleWords } from '../report/words.ts';

/** A run that could not go on, and why; its other figures stand as far as it came. */
export interface RunFault {
  readonly run: number;
  readonly at: Ms;
  /** As the program says it. */
  readonly what: string;
  /** A behaviour that never ends: more acts than there may be, `atOnce` or in all. */
  readonly endless?: { readonly seat: Address; readonly rule: string; readonly most: number; readonly atOnce: boolean };
}

/** The code of an act that was none: the fields that a rule gives do not fit it. */
export const UNFIT = 'unfit';

/** What happened, in the planner’s words. */
export function faultWords({ what, endless }: RunFault, naming: Naming): Both {
  const most = overflowOf(what);
  if (most !== undefined) return { en: `more than ${most} events at one moment`, ko: `한 시점에 이벤트 ${most}건 초과` };
  if (!endless) return { en: what, ko: what };
  const { seat, rule, most: acts, atOnce } = endless;
  return {
    en: `${naming.post(seat).en} never ends by ${ruleWords(rule).en}, more than ${acts} acts${atOnce ? ' at one moment' : ''}`,
    ko: `${naming.post(seat).ko}이(가) ${ruleWords(rule).ko}에 따라 끝없이 행동함(${atOnce ? '한 시점에 ' : ''}${acts}회 초과)`,
  };
}

/** The same for whoever has no names at hand. */
export const faultText = (fault: RunFault, scenario: Scenario): Both => faultWords(fault, new Naming(scenario));
