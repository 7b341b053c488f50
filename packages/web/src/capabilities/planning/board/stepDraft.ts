import type { Address, Ms, Text } from '@entente/engine';
import type { Step, StepTerms } from '@entente/engine/steps';
import { isBlank, sentText } from '../../../kit/form/TextField.tsx';
import { clockMs } from '../../../kit/plan/ClockField.tsx';

/** A step as it is being written: times and numbers as people type them. */
export interface StepDraft {
  readonly text: Text;
  readonly lead: string;
  readonly support: readonly string[];
  /** Not before. */
  readonly at: string;
  /** The numbers of the steps after which it comes: “1, 2”. */
  readonly after: string;
  readonly word: string;
  readonly minutes: string;
  readonly by: string;
  readonly startBy: string;
  readonly decision: boolean;
  readonly authority: Text;
}

const MINUTE = 60_000;
export const EMPTY: StepDraft = {
  text: '',
  lead: '',
  support: [],
  at: '',
  after: '',
  word: '',
  minutes: '10',
  by: '',
  startBy: '',
  decision: false,
  authority: '',
};

/** What a step says, to be changed. `time` gives a scenario time as people type it. */
export function draftOf({ text, terms }: Step, steps: readonly Step[], time: (at: Ms) => string): StepDraft {
  const shown = (at: Ms | undefined): string => (at === undefined ? '' : time(at));
  return {
    text,
    lead: terms.lead ?? '',
    support: terms.support,
    at: shown(terms.at),
    after: terms.after
      .map((a) => steps.findIndex((s) => s.id === a.step) + 1)
      .filter((n) => n > 0)
      .join(', '),
    word: terms.word ?? '',
    minutes: String(terms.duration / MINUTE),
    by: shown(terms.by),
    startBy: shown(terms.startBy),
    decision: terms.decision === true,
    authority: terms.authority ?? '',
  };
}

/** What keeps what was typed from being a step: the field that is meant. */
export type Wrong = 'text' | 'after' | 'minutes' | 'time';

/** The step that was typed; or what is wrong. What the form does not show stays as it was (`before`). */
export function stepOf(
  draft: StepDraft,
  before: Step | undefined,
  steps: readonly Step[],
  clock: { readonly start: string | undefined; readonly now: Ms },
): { readonly text: Text; readonly terms: StepTerms } | { readonly wrong: Wrong } {
  if (isBlank(draft.text)) return { wrong: 'text' };
  const minutes = Number(draft.minutes.trim().replace(',', '.'));
  if (draft.minutes.trim() === '' || !Number.isFinite(minutes) || minutes < 0) return { wrong: 'minutes' };
  const times = [draft.at, draft.by, draft.startBy].map((typed) =>
    typed.trim() === '' ? undefined : (clockMs(typed, clock.start, clock.now) ?? 'wrong'),
  );
  if (times.includes('wrong')) return { wrong: 'time' };
  const [at, by, startBy] = times as (Ms | undefined)[];
  const numbers = draft.after.split(/[\s,;]+/).filter((n) => n !== '');
  const after = numbers.map((n) => steps[Number(n) - 1]);
  if (after.some((s) => s === undefined || s.id === before?.id)) return { wrong: 'after' };
  const relations = (after as Step[]).map(
    ({ id }) => before?.terms.after.find((a) => a.step === id) ?? ({ step: id, kind: 'FS', min: 0 } as const),
  );
  return {
    text: sentText(draft.text),
    terms: {
      ...(draft.lead === '' ? {} : { lead: draft.lead as Address }),
      support: draft.support,
      tells: before?.terms.tells ?? [],
      ...(at === undefined ? {} : { at }),
      after: relations,
      ...(draft.word === '' ? {} : { word: draft.word }),
      duration: Math.round((minutes * MINUTE) / 10_000) * 10_000,
      ...(startBy === undefined ? {} : { startBy }),
      ...(by === undefined ? {} : { by }),
      ...(draft.decision ? { decision: true as const } : {}),
      ...(isBlank(draft.authority) ? {} : { authority: sentText(draft.authority) }),
    },
  };
}

/** An id that no step has yet. */
export function freshId(steps: readonly Step[]): string {
  for (let n = steps.length + 1; ; n++) if (!steps.some((s) => s.id === `s${n}`)) return `s${n}`;
}
