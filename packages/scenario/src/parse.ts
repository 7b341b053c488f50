import { type Scenario, scenarioSchema } from '@entente/engine';
import { Checker } from './checker.ts';
import { checkCoverage, idleFiles } from './coverage.ts';
import type { ScenarioFile } from './files/folder.ts';
import { checkDelegations, checkForums } from './forums.ts';
import { checkHolders } from './holders.ts';
import { checkItems } from './items.ts';
import { Names } from './names.ts';
import { checkOptions, checkPlans } from './plans.ts';
import { type Play, readPlay } from './play.ts';
import { checkDesks, checkPress } from './press.ts';
import { inOrder, type Path, type Place, type Problem, problem } from './problem.ts';
import { checkReach } from './reach.ts';
import { checkReferences } from './references.ts';
import { checkPlaysNamed } from './rehearsal.ts';
import { checkRuleSteps } from './rule-steps.ts';
import { type Places, shapeProblems, valueAt } from './shape.ts';
import { LIMITS, readSource, type Source } from './source.ts';
import { checkTexts } from './texts.ts';

export interface Checked {
  /** Present only if nothing is an error. */
  readonly scenario?: Scenario;
  /** The plays that are free of errors, by their order and name. */
  readonly plays: readonly Play[];
  readonly problems: readonly Problem[];
  /** Files that injects and items bring, by their path in the folder. */
  readonly files?: ReadonlyMap<string, ScenarioFile>;
}

const MAIN = 'scenario.yaml';
const NONE: ReadonlyMap<string, ScenarioFile> = new Map();
const LISTS = { 'items.yaml': 'items', 'injects.yaml': 'injects', 'expects.yaml': 'expects', 'plans.yaml': 'plans' } as const;

/**
 * Checks a scenario folder: file name (`scenario.yaml`, `items.yaml`, `injects.yaml`, `expects.yaml`, `plans.yaml`, `plays/NAME.yaml`) → text.
 * `attachments`: files beside them that injects and items may name. Gives every problem at once, in order of file and line.
 * Never throws, whatever the texts are.
 */
export function parseScenario(files: ReadonlyMap<string, string>, attachments: ReadonlyMap<string, ScenarioFile> = NONE): Checked {
  const text = files.get(MAIN);
  const top = { file: MAIN, line: 1, column: 1 };
  if (text === undefined) return { plays: [], problems: [problem('file-missing', top, [], { name: MAIN })] };
  if (files.size > LIMITS.files) return { plays: [], problems: [problem('too-many-files', top, [], { limit: LIMITS.files })] };
  const material = new Material(readSource(MAIN, text), files);
  const problems: Problem[] = [...material.problems];
  let scenario: Scenario | undefined;
  const { plays, problems: ofPlays } = readPlays(files, isKeyed(material.value) ? new Names(material.value) : undefined);
  if (isKeyed(material.value)) {
    const parsed = scenarioSchema.safeParse(material.value);
    if (!parsed.success) problems.push(...shapeProblems(parsed.error.issues, scenarioSchema, material.value, material));
    const tooLong = parsed.success ? false : parsed.error.issues.some((i) => i.code === 'too_big' && i.origin === 'array');
    // Lists beyond their bounds are not looked into.
    const known = new Names(material.value);
    const there = new Set(attachments.keys());
    const found = tooLong
      ? []
      : [
          checkReferences(material.value, known, material, there),
          checkItems(material.value, known, material, there),
          checkForums(material.value, known, material),
          checkPress(material.value, known, material),
          checkPlans(material.value, known, material),
          checkTexts(material.value, material),
          playsNamed(material.value, files.keys(), material),
          checkRuleSteps(material.value, known, plays, material),
        ];
    for (const list of found) for (const p of list) problems.push(p);
    if (parsed.success) {
      const broken = problems.some((p) => p.severity === 'error');
      if (!broken) {
        problems.push(
          ...checkReach(parsed.data, material),
          ...checkCoverage(parsed.data, material),
          ...checkHolders(parsed.data, material),
          ...checkDelegations(parsed.data, material),
          ...checkDesks(parsed.data, material),
          ...checkOptions(parsed.data, material),
          ...idleFiles(parsed.data, attachments),
        );
        if (!problems.some((p) => p.severity === 'error')) scenario = parsed.data;
      }
    }
  } else if (material.value !== undefined) {
    problems.push(...shapeProblems(scenarioSchema.safeParse(material.value).error?.issues ?? [], scenarioSchema, material.value, material));
  }
  return { ...(scenario ? { scenario } : {}), plays, problems: inOrder([...problems, ...ofPlays]), files: attachments };
}

/** The plays beside a scenario that are free of errors, in their order. */
function readPlays(files: ReadonlyMap<string, string>, names: Names | undefined): Pick<Checked, 'plays' | 'problems'> {
  const problems: Problem[] = [];
  const plays: Play[] = [];
  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!/^plays\/[^/]+\.ya?ml$/.test(file)) continue;
    const read = readPlay(file, text, names);
    for (const p of read.problems) problems.push(p);
    if (read.play) plays.push(read.play);
  }
  return { plays: plays.sort(byOrder), problems };
}

/** Scenarios, and the plays of one, stand by the place that they give themselves; those that give none come after, as they were. */
export function byOrder(a: { readonly order?: number | undefined }, b: { readonly order?: number | undefined }): number {
  return (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER);
}

function playsNamed(value: Record<string, unknown>, files: Iterable<string>, at: Places): Problem[] {
  const check = new Checker(at);
  checkPlaysNamed(value, files, check);
  return check.problems;
}

const isKeyed = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

/** scenario.yaml with the lists beside it joined on, and for every path the file and line it came from. */
class Material implements Places {
  readonly value: unknown;
  readonly problems: Problem[];
  readonly #main: Source;
  readonly #lists: { key: string; from: number; within: Path; source: Source }[] = [];

  constructor(main: Source, files: ReadonlyMap<string, string>) {
    this.#main = main;
    this.problems = [...main.problems];
    this.value = main.value;
    for (const [file, key] of Object.entries(LISTS)) {
      const text = files.get(file);
      if (text === undefined) continue;
      const source = readSource(file, text);
      this.problems.push(...source.problems);
      if (source.value === undefined || !isKeyed(this.value)) continue;
      const given: unknown = valueAt(this.value, [key]);
      // A bare list, or the list under its own key, as it would stand in scenario.yaml.
      const keyed = isKeyed(source.value) && Object.keys(source.value).length === 1 && Object.hasOwn(source.value, key);
      const within = keyed ? [key] : [];
      const rows = valueAt(source.value, within);
      if (!Array.isArray(rows) || (given !== undefined && !Array.isArray(given))) {
        this.problems.push(
          problem('wrong-type', source.place([]), [], {
            expected: { en: 'a list', ko: '목록' },
            found: { en: 'something else', ko: '다른 형식' },
            example: ', - id: …',
          }),
        );
        continue;
      }
      this.#lists.push({ key, from: given?.length ?? 0, within, source });
      this.value = { ...this.value, [key]: [...(given ?? []), ...rows] };
    }
  }

  place(path: Path): Place {
    const [source, inner] = this.#sourceOf(path);
    return source.place(inner);
  }

  keyPlace(path: Path): Place {
    const [source, inner] = this.#sourceOf(path);
    return source.keyPlace(inner);
  }

  #sourceOf(path: Path): [Source, Path] {
    const [key, index, ...rest] = path;
    for (const list of this.#lists)
      if (key === list.key && typeof index === 'number' && index >= list.from)
        return [list.source, [...list.within, index - list.from, ...rest]];
    return [this.#main, path];
  }
}
