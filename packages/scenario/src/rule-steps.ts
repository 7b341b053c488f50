import { type Names, rowsOf } from './names.ts';
import { COMMANDS, type Play } from './play.ts';
import { type Path, type Problem, pathText } from './problem.ts';
import type { Places } from './shape.ts';
import { StepCheck } from './steps.ts';

type Raw = Record<string, unknown>;
const isKeyed = (v: unknown): v is Raw => typeof v === 'object' && v !== null && !Array.isArray(v);

/** What a rule does by a command, with where that stands. */
interface Given {
  readonly path: Path;
  readonly row: Raw;
}

/**
 * The commands that rules give are held against the same as the steps of a play: what does not fit there would be left undone without
 * a word. `plays`: whose labels rules may name.
 */
export function checkRuleSteps({ rehearsal }: Raw, names: Names, plays: readonly Play[], at: Places): Problem[] {
  if (!isKeyed(rehearsal)) return [];
  const made = new Map<string, string>(plays.flatMap((p) => p.steps.flatMap((s) => (s.as === undefined ? [] : [[s.as, s.do] as const]))));
  const anything = new Set(['it']);
  const given: Given[] = [];
  const behaviours = (of: Raw, path: Path): void => {
    for (const { row, index } of rowsOf(of, 'behaviours'))
      for (const rule of rowsOf(row, 'rules')) {
        const here = [...path, 'behaviours', index, 'rules', rule.index];
        const { as } = rule.row;
        for (const key of ['do', 'else']) {
          const what = rule.row[key];
          const isGiven = isKeyed(what) && what.do !== undefined;
          if (isGiven) given.push({ path: [...here, key], row: { ...what, seat: actorOf(row, names) } });
          if (typeof as !== 'string') continue;
          if (isGiven) made.set(as, String(what.do));
          else if (what !== undefined && what !== 'nothing') anything.add(as);
        }
      }
  };
  behaviours(rehearsal, ['rehearsal']);
  for (const lever of rowsOf(rehearsal, 'levers'))
    for (const option of rowsOf(lever.row, 'options'))
      behaviours(option.row, ['rehearsal', 'levers', lever.index, 'options', option.index]);
  const there = ([, n, ...rest]: Path): Path => [...(given[Number(n)]?.path ?? []), ...rest];
  const source = {
    value: { steps: given.map(({ row }) => row) },
    place: (path: Path) => at.place(there(path)),
    keyPlace: (path: Path) => at.keyPlace(there(path)),
  };
  return new StepCheck(source, COMMANDS, names, { made, anything }).problems.map((p) => {
    const [, n = '', rest = ''] = /^steps\[(\d+)\](.*)$/.exec(p.path) ?? [];
    return { ...p, path: `${pathText(given[Number(n)]?.path ?? [])}${rest}` };
  });
}

/** Who gives the commands of a behaviour, as a step of a play says it; of several seats, nobody by name. */
function actorOf({ seat, cell, party, control }: Raw, names: Names): string {
  if (control === true) return 'control';
  if (typeof seat === 'string') return seat;
  const [one] = [...names.seats].find(([, s]) => s.cell === cell || s.party === party) ?? [];
  return one ?? 'everybody';
}
