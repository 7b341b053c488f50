import type { Address } from '../audience.ts';
import type { Ms } from '../fact.ts';
import { type Activity, isSchedule, type Schedule, schedule } from '../schedule/index.ts';
import { MOST_STEPS, type Step, type StepTerms } from './terms.ts';

/** Who may lead and support: the parties at the table and their seats. */
export interface AtTable {
  readonly party: string;
  readonly seats: readonly Address[];
}

/** What is wrong with steps; `grave`: nobody can agree to them so. */
export interface StepProblem {
  readonly code:
    | 'cycle'
    | 'impossible'
    | 'no-lead'
    | 'lead-not-here'
    | 'support-not-here'
    | 'word-not-here'
    | 'no-start'
    | 'after-nothing'
    | 'clash'
    | 'too-many'
    | 'same-id';
  readonly steps: readonly string[];
  readonly grave: boolean;
  /** The step, party or seat that is meant. */
  readonly meant?: string | undefined;
}

/** Checks steps before anybody agrees to them: circles, leads, impossible times, missing logic, and who leads two at once. */
export function checkSteps(steps: readonly Step[], members: readonly AtTable[]): StepProblem[] {
  if (steps.length > MOST_STEPS) return [{ code: 'too-many', steps: [], grave: true, meant: String(MOST_STEPS) }];
  const ids = new Set(steps.map((s) => s.id));
  const twice = steps.filter((s, i) => steps.findIndex((other) => other.id === s.id) < i).map((s) => s.id);
  if (twice.length > 0) return [{ code: 'same-id', steps: twice, grave: true }];
  const found = steps.flatMap((step) => [...wrongTerms(step.terms, members, ids, step.id), ...lacking(step)]);
  const times = timesOf(steps);
  if (!isSchedule(times)) {
    const { cycle, impossible = [] } = times as { readonly cycle?: readonly string[]; readonly impossible?: readonly string[] };
    found.push({ code: cycle ? 'cycle' : 'impossible', steps: cycle ?? impossible, grave: true });
  } else found.push(...clashes(steps, times));
  return found;
}

/** What of its terms names what is not there: seats and parties that are not at the table, steps that are none. */
export function wrongTerms(terms: StepTerms, members: readonly AtTable[], ids: ReadonlySet<string>, id = ''): StepProblem[] {
  const { lead, support, word, after } = terms;
  const steps = [id];
  const here = (party: string): boolean => members.some((m) => m.party === party);
  const found: StepProblem[] = [];
  if (lead !== undefined && !members.some((m) => m.seats.includes(lead)))
    found.push({ code: 'lead-not-here', steps, grave: true, meant: lead });
  for (const party of support) if (!here(party)) found.push({ code: 'support-not-here', steps, grave: true, meant: party });
  if (word !== undefined && !here(word)) found.push({ code: 'word-not-here', steps, grave: true, meant: word });
  for (const { step } of after) if (!ids.has(step)) found.push({ code: 'after-nothing', steps, grave: true, meant: step });
  return found;
}

function lacking({ id, terms }: Step): StepProblem[] {
  const found: StepProblem[] = [];
  if (terms.lead === undefined) found.push({ code: 'no-lead', steps: [id], grave: true });
  if (terms.at === undefined && terms.word === undefined && terms.after.length === 0)
    found.push({ code: 'no-start', steps: [id], grave: true });
  return found;
}

/** Steps that one seat leads at the same time: it may mean to. */
function clashes(steps: readonly Step[], times: Schedule): StepProblem[] {
  const begins = (s: Step): Ms => times[s.id]?.earliest ?? 0;
  const ordered = steps.filter((s) => s.terms.lead !== undefined && s.terms.duration > 0).sort((a, b) => begins(a) - begins(b));
  const found: StepProblem[] = [];
  const last = new Map<Address, Step>();
  for (const step of ordered) {
    const lead = step.terms.lead as Address;
    const before = last.get(lead);
    if (before && begins(step) < begins(before) + before.terms.duration)
      found.push({ code: 'clash', steps: [before.id, step.id], grave: false, meant: lead });
    if (!before || begins(step) + step.terms.duration > begins(before) + before.terms.duration) last.set(lead, step);
  }
  return found;
}

/** Steps as what is to be scheduled. `from`: nothing that waits for no time and no other step begins before. */
export function activitiesOf(steps: readonly Step[], from: Ms = 0): Activity[] {
  const ids = new Set(steps.map((s) => s.id));
  return steps.map(({ id, terms: { at, after, duration, startBy, by } }) => {
    const there = after.filter((a) => ids.has(a.step));
    return { id, duration, after: there, notBefore: at ?? (there.length === 0 ? from : 0), startBy, endBy: by };
  });
}

/** When the steps can begin, and how much time there is to their hard times; or why they cannot. */
export function timesOf(steps: readonly Step[], from: Ms = 0): ReturnType<typeof schedule> {
  return schedule(activitiesOf(steps, from));
}
