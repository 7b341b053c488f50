import { waitingKinds } from '@entente/engine';
import type { Checker } from './checker.ts';
import { type Names, rowsOf } from './names.ts';
import { COMMANDS } from './play.ts';
import type { Path } from './problem.ts';

type Raw = Record<string, unknown>;
const isKeyed = (v: unknown): v is Raw => typeof v === 'object' && v !== null && !Array.isArray(v);
interface Conditions extends Checker {
  condition(value: unknown, path: Path): void;
  variable(id: string, values: readonly unknown[], path: Path, key?: boolean): void;
}

/** What a scenario says of its rehearsal names what there is: seats, injects, uncertainties, measures. */
export function checkRehearsal(value: Raw, names: Names, check: Conditions): void {
  const { rehearsal } = value;
  if (!isKeyed(rehearsal)) return;
  const top: Path = ['rehearsal'];
  const ids = (key: string): Set<string> => {
    const taken = new Map<string, Path>();
    for (const { row, index } of rowsOf(rehearsal, key)) check.once(row, [...top, key, index], taken);
    return new Set(taken.keys());
  };
  const uncertainties = ids('uncertainties');
  const measures = ids('measures');
  ids('levers');
  ids('assert');
  const known: Known = { names, uncertainties, measures, kinds: kindsOfWaits() };
  for (const { row, index } of rowsOf(rehearsal, 'uncertainties'))
    if (typeof row.variable === 'string') {
      // What is so or is not may begin a variable that is true or false.
      const begins = row.chance !== undefined && typeof names.variables.get(row.variable) === 'boolean' ? true : 0;
      check.variable(row.variable, [begins], [...top, 'uncertainties', index, 'variable']);
    }
  behaviours(rehearsal, top, known, check);
  for (const { row, index } of rowsOf(rehearsal, 'measures')) {
    const path = [...top, 'measures', index];
    check.known('unknown-party', row.party, new Set(names.parties.keys()), [...path, 'party']);
    check.condition(row.holds, [...path, 'holds']);
  }
  for (const { row, index } of rowsOf(rehearsal, 'levers'))
    for (const option of rowsOf(row, 'options')) optionOf(option.row, [...top, 'levers', index, 'options', option.index], known, check);
  for (const { row, index } of rowsOf(rehearsal, 'assert')) {
    const path = [...top, 'assert', index];
    check.known('unknown-measure', row.measure, new Set(['response', ...measures]), [...path, 'measure']);
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
  readonly uncertainties: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
}

/** `acknowledge` and `injects.acknowledge` both say what waits. */
const kindsOfWaits = (): Set<string> => new Set(waitingKinds().flatMap((kind) => [kind, kind.split('.')[1] as string]));

function behaviours(of: Raw, at: Path, { names, uncertainties, kinds }: Known, check: Conditions): void {
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
      }
      if (typeof after === 'string' && !/^P/.test(after)) check.known('unknown-uncertainty', after, uncertainties, [...here, 'after']);
      check.known('unknown-uncertainty', chance, uncertainties, [...here, 'chance']);
      for (const [key, what] of Object.entries({ do: doing, else: otherwise }))
        if (isKeyed(what)) check.known('unknown-command', what.do, new Set(COMMANDS.keys()), [...here, key, 'do']);
    }
  }
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
  keys('uncertainties', 'unknown-uncertainty', uncertainties);
  keys('plans', 'unknown-plan', names.plans);
  if (isKeyed(option.plans))
    for (const [plan, taken] of Object.entries(option.plans))
      if (names.plans.has(plan)) check.known('unknown-option', taken, names.optionsOf(plan), [...path, 'plans', plan]);
  behaviours(option, path, known, check);
}
