import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Act, digestOf, outcomeOf, type Procedure, type Proceeding, refusedAct, refusedTime } from './procedure.ts';
import { PROCEDURES } from './procedures/index.ts';
import {
  type Answer,
  BY_CHAIR,
  type ChartName,
  clocked,
  ifNothing,
  type Matter,
  needed,
  opened,
  prolonged,
  type Step,
  stepped,
  wordsOf,
} from './reference.ts';

const LONG = process.env.ENTENTE_LONG === '1';
const RUNS = LONG ? 10_000 : Number(process.env.ENTENTE_RUNS ?? 400);
const seed = Number(process.env.ENTENTE_SEED);
console.log(`conformance of procedures: seed ${seed}, ${RUNS} sequences each (ENTENTE_SEED, ENTENTE_RUNS)`);

const NAMES = Object.keys(PROCEDURES) as ChartName[];
const DUE = 100;
const DIGESTS = ['d1', 'd2'];

/** A matter twice: as the room sees it, and as the reference does. */
interface Both {
  readonly p: Procedure;
  readonly m: Proceeding;
  readonly ref: Matter;
}

function both(
  procedure: ChartName,
  members: string[],
  chairs: string[],
  asker: string,
  due: number | undefined,
  terms: Record<string, string>,
): Both {
  const m = { members, chairs, asker, opened: 0, due, terms, acts: [] };
  return { p: PROCEDURES[procedure], m, ref: opened({ procedure, members, chairs, asker, due, terms }) };
}

/** Every act that anybody might try: those of the procedure, those of all, one of none, one by somebody who is no member. */
function tries(name: ChartName, members: readonly string[]): Omit<Step, 'at'>[] {
  const { acts, closes } = wordsOf(name);
  const [one = ''] = members;
  const own = members.flatMap((party) =>
    [...acts, ...closes, 'withdraw'].flatMap((type) =>
      type === 'sign' ? [...DIGESTS, undefined].map((on) => ({ type, party, on })) : [{ type, party }],
    ),
  );
  // Which text is meant may be said in consensus: once of each kind will do.
  const named = name === 'consensus' ? ['join', 'conclude'].flatMap((type) => DIGESTS.map((on) => ({ type, party: one, on }))) : [];
  return [
    ...own,
    ...named,
    ...['reserve', 'interpret', 'ask-time', 'wave'].map((type) => ({ type, party: one })),
    { type: acts[0] ?? '', party: 'X' },
  ];
}
/** Where a new version of the text asks again. */
const HAVE_VERSIONS: readonly string[] = ['joint-signature', 'consensus'];
const VERSIONS = DIGESTS.map((on) => ({ type: 'new-version', party: undefined, on }));
/** In consensus the digest changes no more than which names are refused: another text than the one that stands will do. */
const versionsOf = ({ p, m }: Both) => (p.name === 'consensus' ? VERSIONS.filter((v) => v.on !== digestOf(m)) : VERSIONS);
const isNamed = ({ p }: Both, { on }: Omit<Step, 'at'>): boolean => p.name === 'consensus' && on !== undefined;

const reason = (answer: Answer): string | undefined => ('refused' in answer ? answer.refused : undefined);
const told = ({ p, m }: Both): string => `${p.name}, ${JSON.stringify(m)}`;
/** Like `expect(is).toBe(should)`, which is too slow to be asked a million times. */
function same(is: unknown, should: unknown, what: () => string): void {
  if (is !== should) expect(is, what()).toBe(should);
}

/** What everybody may read of it at a moment. */
function compare(b: Both, now: number): void {
  const { p, m } = b;
  const ref = clocked(b.ref, now);
  same(outcomeOf(p, m, now), ref.outcome, () => `outcome at ${now}: ${told(b)}`);
  if (ref.outcome !== undefined) return;
  const need = p.needs(m, now);
  const should = needed(ref, now);
  same(`${need.what}: ${need.from}`, `${should?.what}: ${should?.from}`, () => `what is needed at ${now}: ${told(b)}`);
  for (const party of m.members) same(p.ifNothing(m, party), ifNothing(ref, party), () => `if ${party} does nothing: ${told(b)}`);
}

/** The same act on both: the same refusal, or the same matter one act later. */
function act(b: Both, step: Step): Both | undefined {
  const answer = stepped(b.ref, step);
  if (step.party !== undefined) same(refusedAct(b.p, b.m, step as Act), reason(answer), () => `${JSON.stringify(step)}: ${told(b)}`);
  return 'refused' in answer ? undefined : { ...b, m: { ...b.m, acts: [...b.m.acts, step as Act] }, ref: answer.matter };
}

function prolong(b: Both, party: string, due: number, now: number): Both | undefined {
  const answer = prolonged(b.ref, party, due, now);
  same(refusedTime(b.p, b.m, party, due, now), reason(answer), () => `${party} prolongs to ${due} at ${now}: ${told(b)}`);
  return 'refused' in answer ? undefined : { ...b, m: { ...b.m, due }, ref: answer.matter };
}

/** Every state that can be reached in `depth` acts, and in each whatever anybody tries next, before, at and after due. */
function enumerate(b: Both, all: readonly Omit<Step, 'at'>[], now: number, depth: number): number {
  const { due } = b.m;
  const moments = due === undefined ? [now] : [due - 1, due, due + 1].filter((t) => t >= now);
  if (moments.length === 0) moments.push(now);
  let states = 1;
  for (const at of moments) {
    compare(b, at);
    const closed = clocked(b.ref, at).outcome !== undefined;
    const go = (next: Both | undefined) => {
      if (next && depth > 0) states += enumerate(next, all, at, depth - 1);
    };
    // What changes nothing, or says what goes without saying, is tried, and is followed only where it comes first.
    for (const step of all) {
      const next = act(b, { ...step, at });
      if (b.m.acts.length === 0 || (next?.ref !== b.ref && !isNamed(b, step))) go(next);
    }
    for (const party of [...b.m.members, 'X']) for (const to of [DUE, at, DUE + 5]) go(prolong(b, party, to, at));
    if (HAVE_VERSIONS.includes(b.p.name) && !closed) for (const step of versionsOf(b)) go(act(b, { ...step, at }));
  }
  return states;
}

/** Small cases: who asks, who is in the chair, with and without a time, on which terms. */
function small(name: ChartName, members: string[]): Both[] {
  const [a = '', b = ''] = members;
  const terms =
    name === 'ad-referendum'
      ? [{}, { unconfirmed: 'stands' }]
      : name === 'joint-signature'
        ? [{ digest: 'd1' }, {}]
        : HAVE_VERSIONS.includes(name)
          ? [{ digest: 'd1' }]
          : [{}];
  const chairs = BY_CHAIR.includes(name) ? [[a], [a, b]] : [[a], [b], [a, b]];
  return terms.flatMap((t) => [...chairs.map((c) => both(name, members, c, a, DUE, t)), both(name, members, [a], a, undefined, t)]);
}

/** Which small case goes one act deeper in the short run; in the long one all do. */
const deeper = (i: number, of: number): boolean => LONG || i === seed % of;

describe.each(NAMES)('%s: every state of small cases', (name) => {
  it.each([
    [['A', 'B'], LONG ? 3 : 2],
    [['A', 'B', 'C'], LONG ? 2 : 1],
  ] as const)('%j do what the reference does, in %i acts and more', (members, depth) => {
    const cases = small(name, [...members]);
    const all = tries(name, members);
    const states = cases.map((b, i) => enumerate(b, all, 0, deeper(i, cases.length) ? depth + 1 : depth));
    expect(Math.min(...states)).toBeGreaterThan(1);
  });
});

/** One thing that happens: the clock goes on (or not, in a pause; or past due, in a jump), and then somebody does something. */
const happening = fc.record({
  wait: fc.nat({ max: 9 }),
  what: fc.nat({ max: 19 }),
  who: fc.nat({ max: 5 }),
  type: fc.nat({ max: 19 }),
  on: fc.nat({ max: 8 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;
const sequences = (names: readonly ChartName[]) =>
  fc.record({
    name: fc.constantFrom(...names),
    members: fc.integer({ min: 2, max: 5 }).map((n) => ['A', 'B', 'C', 'D', 'E'].slice(0, n)),
    asker: fc.nat({ max: 4 }),
    chairs: fc.integer({ min: 1, max: 31 }),
    due: fc.constantFrom(DUE, DUE, DUE, undefined),
    stands: fc.boolean(),
    happenings: fc.array(happening, { minLength: 5, maxLength: 40 }),
  });
type Sequence = ReturnType<typeof sequences> extends fc.Arbitrary<infer T> ? T : never;

/** What was tried, done or not, and when. */
type Tried = Step & { readonly due: number | undefined };

function begun({ name, members, asker: nth, chairs: bits, due, stands }: Sequence): Both {
  const asker = members[nth % members.length] ?? 'A';
  const chosen = members.filter((_, i) => bits & (1 << i));
  const chairs = chosen.length === 0 || BY_CHAIR.includes(name) ? [...new Set([asker, ...chosen])] : chosen;
  return both(
    name,
    members,
    chairs,
    asker,
    due,
    name === 'joint-signature' || (name === 'consensus' && stands) ? { digest: 'd1' } : stands ? { unconfirmed: 'stands' } : {},
  );
}

/** The moment of the next act: none goes by in a pause, a jump goes to due or past it. */
function later(now: number, due: number | undefined, { wait, on }: Happening): number {
  if (wait < 5) return now;
  if (wait < 7 || due === undefined || now > due) return now + 7 * on;
  return Math.max(now, due - 1 + (on % 3));
}

/** Plays it on both, and tells after each act what was tried so far and what the room says of it. */
function play(sequence: Sequence, after: (b: Both, tried: readonly Tried[], now: number) => void): void {
  const { name, members } = sequence;
  let b = begun(sequence);
  const start = b;
  const { acts, closes } = wordsOf(name);
  const tried: Tried[] = [];
  const done: ((b: Both) => Both | undefined)[] = [];
  const go = (how: (b: Both) => Both | undefined) => {
    const next = how(b);
    if (next) done.push(how);
    b = next ?? b;
  };
  let now = 0;
  for (const h of sequence.happenings) {
    now = later(now, b.m.due, h);
    const at = now;
    const party = [...members, 'X'][h.who % (members.length + 1)] ?? 'X';
    if (h.what < 15) {
      const rare = [...closes, ...closes, 'reserve', 'ask-time', 'wave', 'withdraw'];
      const often = name === 'joint-signature' ? ['sign', 'sign', 'sign', 'sign', 'sign', 'refuse'] : acts;
      const type = (h.type < 14 ? often[h.type % often.length] : rare[(h.type + h.on) % rare.length]) ?? 'wave';
      // Mostly the text that stands.
      const names = type === 'sign' || (name === 'consensus' && sequence.stands && h.on > 3);
      const step = { type, party, at, ...(names ? { on: h.on < 6 ? b.ref.text : DIGESTS[h.on % 2] } : {}) };
      // What names another text was tried on that one.
      if (type === 'sign' || step.on === undefined || step.on === b.ref.text) tried.push({ ...step, due: b.m.due });
      go((x) => act(x, step));
    } else if (h.what === 15 && clocked(b.ref, now).outcome === undefined) {
      const step = { type: 'new-version', party: undefined, on: DIGESTS[h.on % 2], at };
      tried.push({ ...step, due: b.m.due });
      if (HAVE_VERSIONS.includes(name)) go((x) => act(x, step));
    } else if (h.what < 18) {
      const to = (b.m.due ?? now) + 5 * (h.on - 2);
      go((x) => prolong(x, party, to, at));
    } else if (h.what === 18) {
      // A restart: nothing is left but what was recorded.
      b = done.reduce((x, how) => how(x) ?? x, structuredCloned(start));
    }
    compare(b, now);
    if (b.m.due !== undefined) for (const moment of [b.m.due, b.m.due + 1]) if (moment >= now) compare(b, moment);
    after(b, tried, now);
  }
}
const structuredCloned = (b: Both): Both => ({ ...b, m: structuredClone(b.m), ref: structuredClone(b.ref) });

describe('over random sequences with pauses, jumps past due, prolonging, withdrawing and restarts', () => {
  it('every procedure does what its reference does', () => {
    const ends = new Set<string>();
    fc.assert(
      fc.property(sequences(NAMES), (sequence) =>
        play(sequence, ({ p, m }, _, now) => {
          ends.add(outcomeOf(p, m, now) ?? 'open');
        }),
      ),
      { numRuns: RUNS, seed },
    );
    // Every outcome that there is was come to, so that no sequence runs in vain.
    if (RUNS >= 400) expect([...ends].sort()).toEqual(OUTCOMES);
  });

  it('nothing is adopted or agreed over an objection that was in time', () => {
    let objected = 0;
    fc.assert(
      fc.property(sequences(['silence', 'consensus', 'ad-referendum']), (sequence) => {
        let over = false;
        play(sequence, ({ p, m }, tried, now) => {
          const outcome = outcomeOf(p, m, now);
          if (over) return;
          over = outcome !== undefined;
          const objecting = m.members.filter((party) =>
            objects(
              sequence.name,
              m,
              tried.filter((a) => a.party === party),
            ),
          );
          if (objecting.length > 0) objected++;
          if (outcome === 'adopted' || outcome === 'agreed') expect(objecting, JSON.stringify(m)).toEqual([]);
        });
      }),
      { numRuns: RUNS, seed },
    );
    expect(objected).toBeGreaterThan(0);
  });

  it('nothing is signed but by every member on one digest, that of the last version', () => {
    let signed = 0;
    fc.assert(
      fc.property(sequences(['joint-signature']), (sequence) => {
        play(sequence, ({ p, m }, tried, now) => {
          if (outcomeOf(p, m, now) !== 'signed') return;
          signed++;
          const last = tried.findLastIndex((a) => a.type === 'new-version');
          const digest = tried[last]?.on ?? m.terms.digest;
          const by = tried.filter((a, i) => i > last && a.type === 'sign' && a.on === digest && (a.due === undefined || a.at <= a.due));
          expect(new Set(by.map((a) => a.party).filter((party) => party !== 'X'))).toEqual(new Set(m.members));
        });
      }),
      { numRuns: RUNS, seed },
    );
    expect(signed).toBeGreaterThan(0);
  });
});

const OUTCOMES = [
  ...['acknowledged', 'adopted', 'agreed', 'answered', 'broken', 'lapsed', 'not-agreed', 'not-signed'],
  ...['noted', 'open', 'signed', 'summarised', 'withdrawn'],
].sort();

/** Whether a member objects, by what it tried in time alone: no word of a refusal is believed. */
function objects(name: ChartName, m: Proceeding, tried: readonly Tried[]): boolean {
  const inTime = tried.filter((a) => a.due === undefined || a.at <= a.due).map((a) => a.type);
  if (name === 'silence') return inTime.includes('object') || inTime.includes('amend');
  // In consensus who objects may think better of it, before due or after.
  if (name === 'consensus')
    return tried.findLast((a) => ['join', 'abstain', 'object', 'no-instructions'].includes(a.type))?.type === 'object';
  const first = inTime.findIndex((type) => ['agree', 'agree-ad-referendum', 'object'].includes(type));
  if (first < 0 || tried[0]?.party === m.asker) return false;
  const capital = inTime.slice(first).find((type) => type === 'confirm' || type === 'decline');
  return inTime[first] === 'object' || (inTime[first] === 'agree-ad-referendum' && capital === 'decline');
}
