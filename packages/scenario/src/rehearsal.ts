import { durationMs, durationText, waitingKinds } from '@entente/engine';
import type { Checker } from './checker.ts';
import { bounds } from './kinds.ts';
import { type Names, rowsOf } from './names.ts';
import { type Path, pathText } from './problem.ts';

type Raw = Record<string, unknown>;
const isKeyed = (v: unknown): v is Raw => typeof v === 'object' && v !== null && !Array.isArray(v);
interface Conditions extends Checker {
  condition(value: unknown, path: Path): void;
  variable(id: string, values: readonly unknown[], path: Path, key?: boolean): void;
}

const TOP: Path = ['rehearsal'];
/** Columns of the table of runs that are its own. */
const COLUMNS = ['run', 'sample', 'play', 'refused', 'events', 'fault'];

/** What a scenario says of its rehearsal names what there is: seats, injects, uncertainties, measures. */
export function checkRehearsal(value: Raw, names: Names, check: Conditions): void {
  const { rehearsal } = value;
  if (!isKeyed(rehearsal)) return;
  for (const keys of [['uncertainties', 'levers'], ['measures'], ['assert']]) {
    // What is uncertain and what is compared stand side by side in the table of runs.
    const taken = new Map<string, Path>(keys.length > 1 ? COLUMNS.map((id) => [id, ['runs.csv']]) : []);
    for (const key of keys) for (const { row, index } of rowsOf(rehearsal, key)) check.once(row, [...TOP, key, index], taken);
  }
  const uncertainties = new Map(rowsOf(rehearsal, 'uncertainties').map(({ row }) => [String(row.id), row]));
  const known: Known = { names, uncertainties, kinds: kindsOfWaits(), end: durationMs(String(value.duration)) };
  ofUncertainties(rehearsal, known, check);
  behaviours(rehearsal, TOP, known, check);
  for (const { row, index } of rowsOf(rehearsal, 'measures')) {
    const path = [...TOP, 'measures', index];
    if (row.id === 'response') check.say('measure-response', [...path, 'id'], {});
    check.known('unknown-party', row.party, new Set(names.parties.keys()), [...path, 'party']);
    check.condition(row.holds, [...path, 'holds']);
    inTime(row.by, [...path, 'by'], known, check);
  }
  levers(rehearsal, known, check);
  assertions(rehearsal, names, check);
  const { limits } = rehearsal;
  if (isKeyed(limits)) inTime(limits.idle, [...TOP, 'limits', 'idle'], { ...known, end: undefined }, check);
}

/** Each begins what it may, and something depends on it. */
function ofUncertainties(rehearsal: Raw, { names }: Known, check: Conditions): void {
  const begun = new Map<string, Path>();
  const asked = namedByRules(rehearsal);
  for (const { row, index } of rowsOf(rehearsal, 'uncertainties')) {
    const path = [...TOP, 'uncertainties', index];
    const { id, variable } = row;
    if (typeof variable === 'string') {
      // What is so or is not may begin a variable that is true or false.
      const begins = row.chance !== undefined && typeof names.variables.get(variable) === 'boolean' ? true : 0;
      check.variable(variable, [begins], [...path, 'variable']);
      setOnce(variable, [...path, 'variable'], begun, check);
    } else if (variable === undefined && typeof id === 'string' && !asked.has(id))
      check.say('uncertainty-idle', [...path, 'id'], { value: id });
  }
}

/** Uncertainties on which a rule depends, of the scenario and of the options of levers. */
function namedByRules(rehearsal: Raw): Set<unknown> {
  const within = (of: Raw): unknown[] =>
    rowsOf(of, 'behaviours').flatMap((b) => rowsOf(b.row, 'rules').flatMap(({ row }) => [row.after, row.chance]));
  const options = rowsOf(rehearsal, 'levers').flatMap((lever) => rowsOf(lever.row, 'options').map((o) => o.row));
  return new Set([rehearsal, ...options].flatMap(within));
}

/** What two set, only the later would set. */
function setOnce(value: string, path: Path, before: Map<string, Path>, check: Checker): void {
  const other = before.get(value);
  if (!other) before.set(value, path);
  else check.say('set-twice', path, { value, where: pathText(other) });
}

function assertions(rehearsal: Raw, names: Names, check: Conditions): void {
  const measures = rowsOf(rehearsal, 'measures').map(({ row }) => row);
  const known = new Set(['response', ...measures.map((m) => String(m.id))]);
  for (const { row, index } of rowsOf(rehearsal, 'assert')) {
    const path = [...TOP, 'assert', index];
    check.known('unknown-measure', row.measure, known, [...path, 'measure']);
    if (row.measure === 'response' && measures.every((m) => m.party !== undefined)) check.say('no-joint-measure', [...path, 'measure'], {});
    check.known('unknown-inject', row.inject, names.injects, [...path, 'inject']);
    check.known('unknown-milestone', row.milestone, names.milestones, [...path, 'milestone']);
    check.known('unknown-expected', row.expected, names.expects, [...path, 'expected']);
  }
}

/** Plays that are named as behaviour are there; `files`: those of the scenario’s folder. */
export function checkPlaysNamed(value: Raw, files: Iterable<string>, check: Checker): void {
  const plays = new Set([...files].flatMap((f) => /^plays\/([^/]+)\.ya?ml$/.exec(f)?.[1] ?? []));
  const { rehearsal } = value;
  const named = (of: unknown, at: Path): void => {
    for (const { row, index } of rowsOf(of, 'behaviours'))
      check.known('unknown-play', row.play, plays, [...at, 'behaviours', index, 'play']);
  };
  named(rehearsal, ['rehearsal']);
  for (const lever of rowsOf(rehearsal, 'levers'))
    for (const option of rowsOf(lever.row, 'options')) named(option.row, ['rehearsal', 'levers', lever.index, 'options', option.index]);
}

interface Known {
  readonly names: Names;
  readonly uncertainties: ReadonlyMap<string, Raw>;
  readonly kinds: ReadonlySet<string>;
  /** ENDEX, ms; undefined if nobody can say. */
  readonly end: number | undefined;
}

/** `acknowledge` and `injects.acknowledge` both say what waits. */
const kindsOfWaits = (): Set<string> => new Set(waitingKinds().flatMap((kind) => [kind, kind.split('.')[1] as string]));

/** A time between STARTEX and ENDEX. */
function inTime(value: unknown, path: Path, { end }: Pick<Known, 'end'>, check: Checker): void {
  const ms = typeof value === 'string' ? durationMs(value) : undefined;
  if (ms === undefined) return;
  if (ms < 0) check.say('negative-time', path, {});
  else if (end !== undefined && end > 0 && ms > end) check.say('after-end', path, { end: durationText(end) });
}

/** An uncertainty that a rule names is one of the kind that is needed there. */
function ofKind(code: 'no-delay' | 'no-chance', value: unknown, { uncertainties }: Known, path: Path, check: Checker): void {
  if (typeof value !== 'string') return;
  const fits = code === 'no-delay' ? (u: Raw) => u.minutes !== undefined : isShare;
  const known = [...uncertainties].flatMap(([id, u]) => (fits(u) ? [id] : []));
  const named = uncertainties.get(value);
  if (!named) check.known('unknown-uncertainty', value, new Set(known), path);
  else if (!fits(named)) check.say(code, path, { value, known: known.join(', ') || '–' });
}

/** Whether what is drawn of it may be a chance; what is unbounded is cut off at 0 and 1. */
function isShare({ chance, number }: Raw): boolean {
  if (chance !== undefined) return true;
  if (!isKeyed(number)) return false;
  const bounds = [number.uniform, number.triangular, number.oneOf].find((b) => b !== undefined);
  return !Array.isArray(bounds) || bounds.every((b) => typeof b !== 'number' || (b >= 0 && b <= 1));
}

/** What moves the clock. Time runs through in a rehearsal; to end the exercise is another matter. */
const CLOCK: ReadonlySet<unknown> = new Set(['StartClock', 'PauseClock', 'SetRate', 'JumpClock']);

function behaviours(of: Raw, at: Path, known: Known, check: Conditions): void {
  const { names, kinds } = known;
  for (const { row, index } of rowsOf(of, 'behaviours')) {
    const path = [...at, 'behaviours', index];
    check.known('unknown-address', row.seat, new Set(names.seats.keys()), [...path, 'seat']);
    check.known('unknown-address', row.cell, new Set(names.cells.keys()), [...path, 'cell']);
    check.known('unknown-party', row.party, new Set(names.parties.keys()), [...path, 'party']);
    for (const rule of rowsOf(row, 'rules')) {
      const here = [...path, 'rules', rule.index];
      const { on, after, chance, do: doing, else: otherwise } = rule.row;
      if (isKeyed(on)) {
        check.known('unknown-waits', on.waits, kinds, [...here, 'on', 'waits']);
        check.known('unknown-inject', on.delivery, names.injects, [...here, 'on', 'delivery']);
        if (on.holds !== undefined) check.condition(on.holds, [...here, 'on', 'holds']);
        inTime(on.time, [...here, 'on', 'time'], known, check);
        const [set] = Object.keys(on);
        for (const [key, what] of Object.entries({ do: doing, else: otherwise }))
          if (set !== undefined && on.waits === undefined && (what === 'settle' || (isKeyed(what) && what.do === undefined)))
            check.say('nothing-to-settle', [...here, key], { on: set });
      }
      for (const [key, what] of Object.entries({ do: doing, else: otherwise }))
        if (row.control === true && isKeyed(what) && CLOCK.has(what.do))
          check.say('clock-in-rule', [...here, key, 'do'], { do: String(what.do) });
      if (typeof after === 'string' && /^-?P/.test(after)) inTime(after, [...here, 'after'], { end: undefined }, check);
      else ofKind('no-delay', after, known, [...here, 'after'], check);
      ofKind('no-chance', chance, known, [...here, 'chance'], check);
    }
  }
}

/** The options of a lever differ by name, and no two levers set the same thing. */
function levers(rehearsal: Raw, known: Known, check: Conditions): void {
  // What uncertainties begin, they begin after whatever an option says.
  const set = new Map<string, Path>();
  for (const { row, index } of rowsOf(rehearsal, 'uncertainties'))
    if (typeof row.variable === 'string') set.set(`variables ${row.variable}`, [...TOP, 'uncertainties', index, 'variable']);
  for (const { row, index } of rowsOf(rehearsal, 'levers')) {
    const own = new Map<string, Path>();
    const taken = new Map<string, Path>();
    for (const option of rowsOf(row, 'options')) {
      const path = [...TOP, 'levers', index, 'options', option.index];
      check.once(option.row, path, taken);
      optionOf(option.row, path, known, check);
      for (const [what, where] of setBy(option.row, path)) {
        const before = set.get(what);
        if (before && !own.has(what))
          check.sayAtKey('set-twice', where, { value: what.split(' ').at(-1) ?? what, where: pathText(before) });
        own.set(what, where);
      }
    }
    for (const [what, where] of own) if (!set.has(what)) set.set(what, where);
  }
}

/** What an option sets, each with where it does. */
function setBy(option: Raw, path: Path): [string, Path][] {
  const keyed = ['variables', 'rights', 'procedures', 'plans', 'uncertainties'].flatMap((key): [string, Path][] => {
    const there = option[key];
    return isKeyed(there) ? Object.keys(there).map((id) => [`${key} ${id}`, [...path, key, id]]) : [];
  });
  return option.onward === undefined ? keyed : [['onward', [...path, 'onward']], ...keyed];
}

function optionOf(option: Raw, path: Path, known: Known, check: Conditions): void {
  const { names, uncertainties } = known;
  const keys = (key: string, code: Parameters<Checker['unknownKey']>[0], all: ReadonlySet<string>): void => {
    const there = option[key];
    if (isKeyed(there)) for (const id of Object.keys(there)) if (!all.has(id)) check.unknownKey(code, id, all, [...path, key, id]);
  };
  if (isKeyed(option.variables))
    for (const [id, begins] of Object.entries(option.variables)) check.variable(id, [begins], [...path, 'variables', id], true);
  keys('rights', 'unknown-address', new Set(names.seats.keys()));
  keys('procedures', 'unknown-forum', new Set(names.forums.keys()));
  keys('uncertainties', 'unknown-uncertainty', new Set(uncertainties.keys()));
  if (isKeyed(option.uncertainties))
    for (const [id, fixed] of Object.entries(option.uncertainties)) {
      const least = uncertainties.get(id)?.number === undefined ? 0 : Number.NEGATIVE_INFINITY;
      const most = uncertainties.get(id)?.chance === undefined ? Number.POSITIVE_INFINITY : 1;
      const here = [...path, 'uncertainties', id];
      if (typeof fixed === 'number' && (fixed < least || fixed > most))
        check.problems.push(bounds('number', fixed < least ? least : most, fixed > most, here, check.at.place(here)));
    }
  keys('plans', 'unknown-plan', names.plans);
  if (isKeyed(option.plans))
    for (const [plan, taken] of Object.entries(option.plans))
      if (names.plans.has(plan)) check.known('unknown-option', taken, names.optionsOf(plan), [...path, 'plans', plan]);
  behaviours(option, path, known, check);
}
