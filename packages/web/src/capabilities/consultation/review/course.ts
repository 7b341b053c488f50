import { type Ms, rosterOfWorld, type World } from '@entente/engine';
import {
  decisionsOn,
  dueOf,
  type Forum,
  lasted,
  type Matter,
  neverAsked,
  openBracketSteps,
  type Standing,
  standings,
  type Trouble,
  takenAt,
  troubles,
} from '@entente/engine/consultation';
import { evidenceOf } from '../../../kit/review/evidence.ts';
import type { Edition } from '../../../kit/review/side.ts';
import { versionOf } from '../matters/needs.ts';

/** The course of matters as an edition tells it: a row for each, a lane for each party, bars and marks in scenario time. */

export type BarKind = 'open' | 'awaited' | 'late' | 'silence' | 'before';
export type CourseMarkKind =
  | 'asks'
  | 'asksLate'
  | 'answers'
  | 'abstains'
  | 'against'
  | 'broken'
  | 'decides'
  | 'pin'
  | 'signs'
  | 'void'
  | 'deadline';
export interface CourseBar {
  readonly kind: BarKind;
  readonly from: Ms;
  readonly to: Ms;
}
export interface CourseMark {
  readonly kind: CourseMarkKind;
  readonly at: Ms;
  readonly src: string;
}
export interface CourseLane {
  readonly party: string;
  readonly bars: readonly CourseBar[];
  readonly marks: readonly CourseMark[];
  readonly standing: Standing | undefined;
}
export interface CourseRow {
  readonly key: string;
  readonly matter: Matter;
  readonly forum: Forum;
  readonly lanes: readonly CourseLane[];
  readonly troubles: readonly Trouble[];
  readonly said: number;
  /** How long it took, by the clock; absent while it is open. */
  readonly lasted: Ms | undefined;
  /** The version of the text that it is about. */
  readonly version: number | undefined;
  readonly evidence: readonly string[];
}

/** The party whose world an edition is; undefined for lead control’s, and nobody’s (empty) for what several held. */
export function sideOfEdition(edition: Edition, world: World): string | undefined {
  const [kind, id] = edition.split(/:(.*)/s);
  if (kind === 'control' && id === undefined) return undefined;
  if (kind === 'seat') return rosterOfWorld(world)?.partyOf(edition) ?? '';
  return kind === 'forum' ? '' : (id ?? '');
}

/** Matters by the time at which they were asked, as they stood at a moment. */
export function courseOf(world: World, now: Ms, side: string | undefined): readonly CourseRow[] {
  return [...world.consultation.matters.values()]
    .flatMap((matter): CourseRow[] => {
      const forum = world.consultation.forums.get(matter.forum);
      return forum ? [rowOf(world, matter, forum, now, side)] : [];
    })
    .sort((a, b) => a.matter.at - b.matter.at);
}

function rowOf(world: World, matter: Matter, forum: Forum, now: Ms, side: string | undefined): CourseRow {
  const stands = standings(world, matter, now, side);
  const order = (world.seats.exercise?.parties ?? []).map((p) => p.id);
  const lanes = stands.map((s) => laneOf(world, matter, s, now)).sort((a, b) => order.indexOf(a.party) - order.indexOf(b.party));
  return {
    key: `matter:${matter.id}`,
    matter,
    forum,
    lanes,
    troubles: troubles(world, matter, now, side),
    lasted: lasted(world, matter),
    version: versionOf(world, matter)?.version,
    said: stands.reduce((sum, s) => sum + s.said.length, 0),
    evidence: evidenceOfMatter(world, matter.id),
  };
}

const AGAINST: readonly string[] = ['object', 'refuse', 'decline'];

function laneOf(world: World, matter: Matter, standing: Standing, now: Ms): CourseLane {
  const { party, asks, acts, said, voids } = standing;
  const { procedure } = matter.card;
  const end = matter.closed?.at ?? now;
  const due = dueOf(matter);
  const early = asks ? decisionsOn(world, matter).filter((d) => d.by !== undefined) : [];
  const marks: CourseMark[] = [
    ...early.map(({ decision }) => ({ kind: 'decides' as const, at: takenAt(decision), src: decision.src })),
    ...(asks ? [{ kind: early.length > 0 ? ('asksLate' as const) : ('asks' as const), at: matter.at, src: matter.src }] : []),
    ...acts.map((a): CourseMark => ({ kind: markOf(a.type, procedure), at: a.at, src: a.src })),
    ...voids.map(({ act, at }) => ({ kind: 'void' as const, at, src: act.src })),
    ...said.map((a) => ({ kind: 'pin' as const, at: a.at, src: a.src })),
  ];
  const bars: CourseBar[] = early.map(({ decision }) => ({ kind: 'before', from: takenAt(decision), to: matter.at }));
  if (procedure === 'silence') bars.push({ kind: 'silence', from: matter.at, to: end });
  else if (procedure === 'joint-signature') bars.push(...signing(standing, matter, end));
  else if (asks) bars.push({ kind: 'open', from: matter.at, to: end });
  else bars.push(...awaited(standing, matter, end));
  // Who answered long before is shown no deadline that no longer matters.
  if (due !== undefined && (!asks || procedure === 'silence') && (due <= end || !matter.closed))
    marks.push({ kind: 'deadline', at: due, src: matter.src });
  return { party, bars, marks: marks.sort((a, b) => a.at - b.at), standing };
}

function markOf(act: string, procedure: string): CourseMarkKind {
  if (procedure === 'silence') return 'broken';
  if (act === 'sign') return 'signs';
  if (AGAINST.includes(act)) return 'against';
  return act === 'abstain' || act === 'no-instructions' ? 'abstains' : 'answers';
}

/**
 * The time of waiting for a party’s answer, and from its deadline on that it was late; and for an answer to a new version of the
 * text that made the former one void.
 */
function awaited({ acts, voids, lateBy, veiled }: Standing, matter: Matter, end: Ms): CourseBar[] {
  if (veiled) return [];
  const due = lateBy === undefined ? undefined : dueOf(matter);
  const again = voids.map(({ act, at }) => ({ from: at, to: acts[acts.indexOf(act) + 1]?.at ?? end }));
  return [{ from: matter.at, to: acts[0]?.at ?? end }, ...again].flatMap(({ from, to }): CourseBar[] =>
    due === undefined || due < from || due >= to
      ? [{ kind: 'awaited', from, to }]
      : [
          { kind: 'awaited', from, to: due },
          { kind: 'late', from: due, to },
        ],
  );
}

/** Until a party has signed it is awaited; what was void is awaited anew. */
function signing({ acts, voids }: Standing, matter: Matter, end: Ms): CourseBar[] {
  const bars: CourseBar[] = [];
  let from = matter.at;
  for (const act of acts.filter((a) => a.type === 'sign')) {
    bars.push({ kind: 'awaited', from, to: act.at });
    from = voids.find((v) => v.act.id === act.id)?.at ?? end;
    bars.push({ kind: 'open', from: act.at, to: from });
  }
  if (from < end) bars.push({ kind: 'awaited', from, to: end });
  return bars;
}

/** The events behind a matter: its own, those of the text that it is about, and of decisions on which it was to be asked. */
export function evidenceOfMatter(world: World, id: string): string[] {
  const matter = world.consultation.matters.get(id);
  if (!matter) return [];
  const text = matter.on && world.consultation.texts.get(matter.on.of);
  const informs = world.consultation.decisions.get(matter.informs?.decision ?? '');
  return evidenceOf(matter, text, informs, ...decisionsOn(world, matter).map((d) => d.decision));
}

/** The events behind a decision: its own, and the matters by which others were asked. */
export function evidenceOfDecision(world: World, id: string): string[] {
  const decision = world.consultation.decisions.get(id);
  if (!decision) return [];
  const on = [...world.consultation.matters.values()].filter(
    (m) => m.informs?.decision === id || decisionsOn(world, m).some((d) => d.decision.id === id),
  );
  return evidenceOf(decision, ...on);
}

/** The stretch of time that a picture of these rows needs, scenario ms: from the first thing to the last, with a margin. */
export function stretchOf(world: World, rows: readonly CourseRow[], now: Ms): { readonly from: Ms; readonly to: Ms } {
  const times = [
    ...rows.flatMap(({ lanes }) => lanes.flatMap(({ bars, marks }) => [...bars.flatMap((b) => [b.from, b.to]), ...marks.map((m) => m.at)])),
    ...openBracketSteps(world).map((s) => s.at),
    ...neverAsked(world).map((d) => takenAt(d.decision)),
  ];
  const from = Math.min(now, ...times);
  const to = Math.max(from + 60_000, ...times);
  const margin = (to - from) * 0.03;
  return { from: Math.max(0, from - margin), to: to + margin };
}
