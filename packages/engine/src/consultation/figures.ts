import { ranBetween, wasJumped } from '../clock/clock.ts';
import { lateBy } from '../deadlines.ts';
import type { Id, Ms } from '../fact.ts';
import { median } from '../median.ts';
import type { World } from '../world.ts';
import { openBrackets } from './brackets.ts';
import { type Consulted, consulted, subjectOf, takenAt } from './due.ts';
import type { Decision, Matter } from './language.ts';
import { actsOf, answerAtDue, answerOf, dueOf, isLate, isVeiled, partyOfAct, procedureOf, voidsIn } from './matters.ts';
import { AGREED } from './words.ts';

/**
 * What a world tells of consulting: how soon, how late, with what outcome. Times are scenario ms that ran; what a jump passed
 * was given to nobody, and counts in no rate. Matters, decisions and texts are named by their ids, so that each figure opens
 * its evidence; forums by the scenario’s id where there is one.
 */
export interface ConsultationFigures {
  readonly matters: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly decisions: {
    readonly taken: number;
    /** Of those on which their party was to consult. */
    readonly asked: number;
    readonly unasked: readonly Unasked[];
    /** From asking to deciding, negative where it was decided first; null if nobody asked. */
    readonly toConsult: readonly (Deciding & { readonly ms: Ms | null })[];
    readonly medianToConsult: Ms | null;
  };
  readonly answers: {
    /** One for each party that was asked and may be known to have answered; of what was withdrawn, those that had. */
    readonly asked: number;
    readonly given: number;
    /** Given after the time for it, or not given when it had passed. */
    readonly late: readonly Late[];
    /** Those whose time a jump passed. */
    readonly passed: number;
    readonly medianMs: Ms | null;
  };
  readonly agreement: {
    /** Agreed, adopted or signed. */
    readonly reached: readonly { readonly matter: Id; readonly procedure: string; readonly ms: Ms }[];
    /** Those that a jump brought. */
    readonly passed: number;
    readonly medianMs: Ms | null;
  };
  /** Silence procedures that somebody broke: after how long, and by whom, for those who were told. */
  readonly silenceBroken: readonly { readonly matter: Id; readonly by?: string; readonly ms: Ms }[];
  /** Paragraphs in which a wording of somebody still stands, and whose. */
  readonly bracketed: readonly { readonly text: Id; readonly paragraph: string; readonly parties: readonly string[] }[];
  /** Signatures on a version that another one replaced, by the time at which they were given. */
  readonly voidSignatures: readonly { readonly matter: Id; readonly party: string; readonly at: Ms }[];
}
interface Deciding {
  readonly decision: Id;
  readonly party: string;
  readonly subject: string;
}
export interface Unasked extends Deciding {
  /** By how much it was decided before asking; absent: nobody was asked. */
  readonly by?: Ms;
}
export interface Late {
  readonly matter: Id;
  readonly forum: string;
  readonly party: string;
  /** By how much, by the clock; absent: it has not answered. */
  readonly by?: Ms | undefined;
}

type Told = Pick<World, 'consultation' | 'clock'>;

/** `side`: the party whose world it is, absent for lead control: what is kept from it until the end is no answer that it missed. */
export function consultationFigures(world: Told, side?: string): ConsultationFigures {
  const { matters, texts } = world.consultation;
  const all = [...matters.values()];
  const outcomes: Record<string, number> = {};
  for (const { closed } of all) if (closed) outcomes[closed.outcome] = (outcomes[closed.outcome] ?? 0) + 1;
  return {
    matters: all.length,
    outcomes,
    decisions: decisionFigures(world),
    answers: answerFigures(world, all, side),
    agreement: agreementFigures(world, all),
    silenceBroken: all.flatMap((m) => (m.closed?.outcome === 'broken' && !m.closed.jumped ? [brokenBy(world, m, m.closed.at)] : [])),
    bracketed: [...texts.values()].flatMap((text) => {
      const open = openBrackets(text);
      return [...new Set(open.map((b) => b.wording.paragraph))].map((paragraph) => ({
        text: text.id,
        paragraph,
        parties: open.filter((b) => b.wording.paragraph === paragraph).map((b) => b.party),
      }));
    }),
    voidSignatures: all.flatMap((matter) =>
      voidsIn(matter).flatMap(({ act }) => {
        const party = partyOfAct(act);
        return party === undefined || act.type !== 'sign' ? [] : [{ matter: matter.id, party, at: act.at }];
      }),
    ),
  };
}

function decisionFigures(world: Told): ConsultationFigures['decisions'] {
  const all = [...world.consultation.decisions.values()];
  const due = all.flatMap((d) => {
    const found = consulted(world, d);
    return found ? [{ d, found }] : [];
  });
  const toConsult = due.map(({ d, found }) => ({ ...deciding(d), ms: fromAsking(world, d, found) }));
  return {
    taken: all.length,
    asked: due.filter(({ found }) => found.state === 'before').length,
    unasked: due.flatMap(({ d, found: { state, by } }) =>
      state === 'before' ? [] : [{ ...deciding(d), ...(by === undefined ? {} : { by }) }],
    ),
    toConsult,
    medianToConsult: median(toConsult.flatMap(({ ms }) => (ms === null ? [] : [ms]))) ?? null,
  };
}

const deciding = (d: Decision): Deciding => ({ decision: d.id, party: d.card.party, subject: subjectOf(d) ?? '' });

function fromAsking(world: Told, decision: Decision, { matter, by }: Consulted): Ms | null {
  if (by !== undefined) return 0 - by;
  const asked = world.consultation.matters.get(matter ?? '')?.at;
  return asked === undefined ? null : ranBetween(world, asked, takenAt(decision));
}

function answerFigures(world: Told, matters: readonly Matter[], side: string | undefined): ConsultationFigures['answers'] {
  const asked = matters
    .filter((matter) => procedureOf(matter).answers)
    .flatMap((matter) => {
      const forum = world.consultation.forums.get(matter.forum);
      const members = (forum?.card.members ?? []).map((m) => m.party);
      const parties = members.filter((p) => p !== matter.card.party && forum && !isVeiled(matter, forum, p, side));
      return parties.map((party) => ({ matter, party, forum: forum?.named?.scenario ?? matter.forum, answer: answerOf(matter, party) }));
    })
    .filter(({ matter, answer }) => answer !== undefined || matter.closed?.outcome !== 'withdrawn');
  type Asked = (typeof asked)[number];
  const isOver = ({ matter, party }: Asked): boolean => isLate(matter, party, matter.overdue?.at ?? matter.at);
  const rated = asked.filter((a) => !(isOver(a) && wasJumped(world, dueOf(a.matter) as Ms)));
  return {
    asked: asked.length,
    given: asked.filter(({ answer }) => answer !== undefined).length,
    late: rated
      .filter(isOver)
      .map(({ matter, party, forum }) => ({ matter: matter.id, forum, party, by: lateBy(dueOf(matter), answerAtDue(matter, party)?.at) })),
    passed: asked.length - rated.length,
    medianMs: median(rated.flatMap(({ matter, answer }) => (answer ? [ranBetween(world, matter.at, answer.at)] : []))) ?? null,
  };
}

function agreementFigures(world: Told, matters: readonly Matter[]): ConsultationFigures['agreement'] {
  const agreed = matters.flatMap((m) => (m.closed && AGREED.includes(m.closed.outcome) ? [{ m, closed: m.closed }] : []));
  const reached = agreed
    .filter(({ closed }) => !closed.jumped)
    .map(({ m, closed }) => ({ matter: m.id, procedure: m.card.procedure, ms: ranBetween(world, m.at, closed.at) }));
  return { reached, passed: agreed.length - reached.length, medianMs: median(reached.map(({ ms }) => ms)) ?? null };
}

function brokenBy(world: Told, matter: Matter, at: Ms): ConsultationFigures['silenceBroken'][number] {
  const act = actsOf(matter).find((a) => a.type === 'object' || a.type === 'amend');
  const by = act && partyOfAct(act);
  return { matter: matter.id, ...(by === undefined ? {} : { by }), ms: ranBetween(world, matter.at, at) };
}
