import { type Act, actOf, durationMs, type Leaf, leavesOf, type RefKind } from '@entente/engine';
import type { z } from 'zod';
import { labelIn, meantLabel } from './labels.ts';
import { type Names, rowsOf } from './names.ts';
import { nearest } from './nearest.ts';
import { type Code, type Facts, type Path, type Problem, problem } from './problem.ts';
import { type Places, shapeProblems } from './shape.ts';
import type { Source } from './source.ts';
import { assumeVersion } from './versions.ts';

/** Keys of a step that are no fields of its command. */
const OWN = new Set(['at', 'seat', 'do', 'as', 'rejected']);
/** What only a step of the play makes, so that it is named by that step’s label. */
const MADE: ReadonlySet<RefKind> = new Set([
  'request',
  'matter',
  'stop',
  'draft',
  'decision',
  'table-text',
  'bracket',
  'press-draft',
  'own-step',
]);
const PLACEHOLDER = `e${'0'.repeat(20)}`;

/** A step's key for a command's field: `at` is taken by the step itself, so a command's own time is `time`. */
export const stepKey = (field: string): string => (field === 'at' ? 'time' : field);

/** One place in a command that names something of the record (in a play by a scenario's id or a label), and how to put the record's own id there. */
export interface Named {
  readonly to: RefKind;
  readonly name: string;
  /** Where it stands in the step. */
  readonly path: Path;
  put(id: string): void;
}

const fields = new WeakMap<z.ZodObject, readonly Leaf[]>();
/** A command's fields; a long play has thousands of steps of a few commands. */
function fieldsOf(schema: z.ZodObject): readonly Leaf[] {
  const found = fields.get(schema) ?? leavesOf(schema);
  fields.set(schema, found);
  return found;
}

/** The values that stand at a leaf's path, each with where it stands and how to put another there. */
function* valuesAt(
  within: unknown,
  [step, ...rest]: readonly string[],
  path: Path = [],
): Generator<readonly [value: unknown, path: Path, put: (value: unknown) => void]> {
  if (typeof within !== 'object' || within === null) return;
  const own = within as Record<string | number, unknown>;
  const keys = step === '[]' ? Array.from(within as { length: number }, (_, i) => i) : [step as string];
  for (const key of keys) {
    if (rest.length > 0) yield* valuesAt(own[key], rest, [...path, key]);
    else
      yield [
        own[key],
        [...path, key],
        (value) => {
          own[key] = value;
        },
      ];
  }
}

/** Everything that a command's fields name: `item: ID`, `items: [{item: ID}]`, `basedOn: [ID]` … Put in place by `put`. */
export function namedIn(schema: z.ZodObject, command: Record<string, unknown>): Named[] {
  const refs = fieldsOf(schema).flatMap(({ path, means }) => (means?.is === 'ref' ? [{ path, to: means.to }] : []));
  for (const key of new Set(refs.map(({ path }) => path[0] as string)))
    if (typeof command[key] === 'object') command[key] = structuredClone(command[key]);
  return refs.flatMap(({ to, path: leaf }) =>
    [...valuesAt(command, leaf)].flatMap(([name, path, put]) => (typeof name === 'string' ? [{ to, name, path, put }] : [])),
  );
}

/** A command's own times, by its fields. */
export function timesOf(schema: z.ZodObject): readonly string[] {
  return fieldsOf(schema).flatMap(({ path, means }) => (means?.is === 'moment' && path.length === 1 ? path : []));
}

/** One portion that a command names by its word in the scenario, and how to put its number there. */
export interface NamedPortion {
  /** What the step says of the item: a scenario's id, or a label. */
  readonly item: string;
  readonly name: string;
  readonly path: Path;
  put(position: number): void;
}

/** The portions that are named by words: `portions: [NAME]` of an item, and what a sanitised version's portions stand `of`. */
export function portionsNamedIn(command: Record<string, unknown>): NamedPortion[] {
  const named: NamedPortion[] = [];
  const among = (item: unknown, within: Record<string | number, unknown>, key: string | number, path: Path): void => {
    const name = within[key];
    if (typeof name !== 'string' || typeof item !== 'string') return;
    const put = (position: number): void => {
      within[key] = position;
    };
    named.push({ item, name, path, put });
  };
  const list = (row: Record<string, unknown>, path: Path): void => {
    if (!Array.isArray(row.portions)) return;
    const portions = row.portions.map((p: unknown) => (typeof p === 'object' && p !== null ? { ...p } : p));
    row.portions = portions;
    portions.forEach((p, i) => {
      if (typeof p === 'object' && p !== null) among(row.item, p as Record<string, unknown>, 'of', [...path, 'portions', i, 'of']);
      else among(row.item, portions as unknown as Record<number, unknown>, i, [...path, 'portions', i]);
    });
  };
  list(command, []);
  if (Array.isArray(command.items)) {
    const items = command.items.map((row: unknown) => (typeof row === 'object' && row !== null ? { ...row } : row));
    command.items = items;
    items.forEach((row, i) => {
      if (typeof row === 'object' && row !== null) list(row as Record<string, unknown>, ['items', i]);
    });
  }
  return named;
}

/** The command's fields with its times in ms, those of the steps of a plan too. */
export function timed(schema: z.ZodObject, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { time, ...rest }: Record<string, unknown> = fields;
  if (time !== undefined) rest.at = time;
  const moments = fieldsOf(schema).filter(({ means }) => means?.is === 'moment');
  for (const key of new Set(moments.flatMap(({ path }) => (path.length > 1 ? [path[0] as string] : []))))
    if (typeof rest[key] === 'object') rest[key] = structuredClone(rest[key]);
  for (const { path } of moments)
    for (const [value, , put] of valuesAt(rest, path)) if (typeof value === 'string') put(durationMs(value) ?? value);
  return rest;
}

/** Where steps stand: in a play, or in the rules of a rehearsal. */
type StepSource = Pick<Source, 'value' | 'place' | 'keyPlace'>;
/** What rules may name by label: they have no order, and what a rule settles may be anything. */
export interface RuleLabels {
  /** With the command that each came of. */
  readonly made: ReadonlyMap<string, string>;
  readonly anything: ReadonlySet<string>;
}

/** Checks the steps of a play one by one, also while other parts of the play are wrong. */
export class StepCheck {
  readonly problems: Problem[] = [];
  readonly #source: StepSource;
  readonly #commands: ReadonlyMap<string, z.ZodObject>;
  readonly #names: Names | undefined;
  /** Labels so far, with the command that each came of. */
  readonly #labels: Map<string, string>;
  readonly #rules: RuleLabels | undefined;

  constructor(source: StepSource, commands: ReadonlyMap<string, z.ZodObject>, names: Names | undefined, rules?: RuleLabels) {
    this.#source = source;
    this.#commands = commands;
    this.#names = names;
    this.#rules = rules;
    this.#labels = new Map(rules?.made);
    for (const { row, index } of rules ? rowsOf(source.value, 'steps') : []) this.#step(row, ['steps', index]);
    if (!rules) this.#play();
  }

  #play(): void {
    const source = this.#source;
    const people = (source.value as { people?: unknown } | null)?.people;
    if (typeof people === 'object' && people !== null) for (const seat of Object.keys(people)) this.#seat(seat, ['people', seat], true);
    let before = Number.NEGATIVE_INFINITY;
    for (const { row, index } of rowsOf(source.value, 'steps')) {
      const path = ['steps', index];
      const at = typeof row.at === 'string' ? durationMs(row.at) : undefined;
      if (at !== undefined && at < 0) this.#say('negative-time', [...path, 'at']);
      if (at !== undefined && at < before) this.#say('steps-out-of-order', [...path, 'at']);
      before = Math.max(before, at ?? before);
      this.#seat(row.seat, [...path, 'seat']);
      this.#step(row, path);
    }
  }

  #say(code: Code, path: Path, facts: Facts = {}, key = false): void {
    this.problems.push(problem(code, key ? this.#source.keyPlace(path) : this.#source.place(path), path, facts));
  }

  #seat(value: unknown, path: Path, key = false): void {
    if (typeof value !== 'string' || !this.#names || this.#names.seats.has(value)) return;
    const known = [
      ...this.#names.seats.keys(),
      ...this.#names.controllers(),
      'evaluators',
      ...[...this.#names.parties.keys()].map((p) => `evaluators:${p}`),
    ];
    if (!known.includes(value.replace(/^seat:/, ''))) this.#say('unknown-seat', path, { value, meant: nearest(value, known) }, key);
  }

  #step(row: Record<string, unknown>, path: Path): void {
    const schema = typeof row.do === 'string' ? this.#commands.get(row.do) : undefined;
    if (typeof row.do !== 'string') return;
    if (!schema) {
      this.#say('unknown-command', [...path, 'do'], {
        value: row.do,
        meant: nearest(row.do, this.#commands.keys()),
        known: [...this.#commands.keys()].join(', '),
      });
      return;
    }
    const player = typeof row.seat === 'string' && !/^(control|evaluators)(:|$)/.test(row.seat);
    if (player && actOf(row.do).control && row.rejected === undefined) this.#say('not-for-seat', [...path, 'do'], { value: row.do });
    const fields = Object.fromEntries(Object.entries(row).filter(([key]) => !OWN.has(key)));
    const command = timed(schema, fields);
    for (const portion of portionsNamedIn(command)) {
      this.#portion(portion, [...path, ...portion.path]);
      portion.put(0);
    }
    for (const named of namedIn(schema, command)) {
      this.#reference(named, [...path, ...named.path]);
      named.put(PLACEHOLDER);
    }
    assumeVersion(row.do, command);
    this.#durations(row, schema, path);
    this.#addresses(row, schema, path);
    this.#labelled(row, schema, path);
    if (row.do === 'SendMessage' && row.rejected === undefined && Array.isArray(row.to) && row.to.includes('public'))
      this.#say('message-in-public', [...path, 'to']);
    if (
      row.do === 'SendMessage' &&
      row.rejected === undefined &&
      Array.isArray(row.to) &&
      !/^(control|entity)/.test(String(row.speaker ?? row.seat))
    )
      row.to.forEach((to, i) => {
        if (this.#names?.isOutlet(to)) this.#say('message-to-outlet', [...path, 'to', i], { id: String(to) });
      });
    const own = schema.omit({ type: true });
    const parsed = own.safeParse(command);
    if (!parsed.success) this.problems.push(...this.#fieldProblems(parsed.error.issues, own, command, path));
    if (typeof row.as !== 'string' || this.#rules) return;
    if (this.#labels.has(row.as)) this.#say('duplicate-label', [...path, 'as'], { value: row.as });
    this.#labels.set(row.as, row.do);
  }

  /** Wrong fields, told at the step's own keys. */
  #fieldProblems(issues: readonly z.core.$ZodIssue[], schema: z.ZodObject, command: unknown, path: Path): Problem[] {
    const there = (inner: Path): Path => [...path, ...inner.map((step, i) => (i === 0 ? stepKey(String(step)) : step))];
    const at: Places = { place: (p) => this.#source.place(there(p)), keyPlace: (p) => this.#source.keyPlace(there(p)) };
    // Times that are no durations are told apart already.
    const moments = new Set(fieldsOf(schema).flatMap(({ path: leaf, means }) => (means?.is === 'moment' ? [leaf.join('.')] : [])));
    const isMoment = (inner: readonly PropertyKey[]): boolean =>
      moments.has(inner.map((key) => (typeof key === 'number' ? '[]' : String(key))).join('.'));
    const others = issues.filter(
      (i) => !(isMoment(i.path) && i.code === 'invalid_type' && (i.expected === 'number' || i.expected === 'int')),
    );
    return shapeProblems(others, schema, command, at).map((p) => ({ ...p, path: `steps[${path[1]}]${p.path ? `.${p.path}` : ''}` }));
  }

  #durations(row: Record<string, unknown>, schema: z.ZodObject, path: Path): void {
    for (const { path: leaf, means } of fieldsOf(schema)) {
      if (means?.is !== 'moment') continue;
      const key = leaf.length === 1 ? [stepKey(leaf[0] as string)] : leaf;
      for (const [value, inner] of valuesAt(row, key)) {
        if (value === undefined || (typeof value === 'string' && durationMs(value) !== undefined)) continue;
        this.#say('bad-duration', [...path, ...inner], { value: String(value) });
      }
    }
  }

  /** Whom a step names: those whom its lists address, and those whose word an item has. */
  #addresses(row: Record<string, unknown>, schema: z.ZodObject, path: Path): void {
    const names = this.#names;
    if (!names || row.rejected !== undefined) return;
    const everybody = ['public', 'everyone', ...names.controllers(), ...names.posts(), ...[...names.entities].map((e) => `entity:${e}`)];
    const speakers = [...names.posts(), ...[...names.entities].map((e) => `entity:${e}`)];
    for (const leaf of fieldsOf(schema)) {
      if (leaf.means?.is !== 'address') continue;
      const known =
        leaf.means.of === 'originator'
          ? names.originators()
          : leaf.path.at(-1) === '[]'
            ? everybody
            : leaf.path.at(-1) === 'speaker'
              ? speakers
              : undefined;
      for (const [value, inner] of known ? valuesAt(row, leaf.path) : []) {
        if (typeof value !== 'string' || known?.includes(value)) continue;
        this.#say('unknown-address', [...path, ...inner], {
          value,
          meant: nearest(value, known ?? []) ?? known?.find((k) => k.endsWith(`:${value}`)),
          known: known?.slice(0, 30).join(', '),
        });
      }
    }
    if (actOf(row.do as string).brings !== 'request') return;
    const own = typeof row.seat === 'string' ? names.seats.get(row.seat.replace(/^seat:/, ''))?.party : undefined;
    if (own !== undefined && row.to === `party:${own}`) this.#say('asks-itself', [...path, 'to'], { from: row.seat as string, to: row.to });
  }

  /** Labels, of the step and of its portions, are of the scenario's policy. */
  #labelled(row: Record<string, unknown>, schema: z.ZodObject, path: Path): void {
    const policy = this.#names?.policy;
    if (!policy || row.rejected !== undefined) return;
    for (const leaf of fieldsOf(schema)) {
      for (const [label, inner] of leaf.means?.is === 'label' ? valuesAt(row, leaf.path) : []) {
        if (typeof label !== 'string' || labelIn(policy, label) !== undefined) continue;
        const known = policy.levels.map((l) => l.id).join(', ');
        this.#say('not-of-policy', [...path, ...inner], { value: label, meant: meantLabel(policy, label), known });
      }
    }
  }

  /** One of the item's own; of what came of a step, any that the scenario names. */
  #portion({ item, name }: NamedPortion, path: Path): void {
    const items = this.#names?.items;
    const own = items?.get(item) ?? (this.#labels.has(item) ? [...(items?.values() ?? [])].flat() : undefined);
    if (!own || own.includes(name)) return;
    const known = [...new Set(own)];
    this.#say('unknown-portion', path, { item, value: name, meant: nearest(name, known), known: known.join(', ') });
  }

  /** What came of the step of a label, if a later one may name it. */
  #brings(label: string): Act['brings'] {
    return actOf(this.#labels.get(label) ?? '').brings;
  }

  /** A board, a criterion or an option: of the scenario, or made by a step. */
  #ofPlans(to: 'board' | 'criterion' | 'option', value: string, path: Path, labels: readonly string[]): void {
    const names = this.#names;
    if (!names || this.#brings(value) === to) return;
    const [code, known] = (
      {
        board: ['unknown-plan', names.plans],
        criterion: ['unknown-criterion', names.criteria],
        option: ['unknown-option', new Set(names.options.keys())],
      } as const
    )[to];
    if (!known.has(value))
      this.#say(code, path, { value, meant: nearest(value, [...labels.filter((l) => this.#brings(l) === to), ...known]) });
  }

  /** A label so far, or an id of the scenario. What is asked for or passed on is an item; anything else may be answered. */
  #reference({ to, name: value }: Named, path: Path): void {
    if (this.#rules?.anything.has(value)) return;
    const labels = [...this.#labels.keys()];
    const [injects, items] = [this.#names?.injects, this.#names?.items];
    const gives = labels.filter((l) => this.#brings(l) === 'item');
    if (to === 'item') {
      if (gives.includes(value) || !items || items.has(value)) return;
      this.#say('unknown-item', path, { value, meant: nearest(value, [...gives, ...items.keys()]) });
    } else if (to === 'forum') {
      const forums = this.#names?.forums;
      if (!forums || forums.has(value) || this.#brings(value) === 'matter') return;
      this.#say('unknown-forum', path, { value, meant: nearest(value, forums.keys()) });
    } else if (to === 'subject') {
      const subjects = this.#names?.subjects;
      if (subjects && !subjects.has(value)) this.#say('unknown-subject', path, { value, meant: nearest(value, subjects) });
    } else if (to === 'said' || to === 'press-question' || to === 'line' || to === 'flagged') this.#spoken(to, value, path);
    else if (to === 'task') {
      const steps = this.#names?.steps();
      if (steps && !steps.includes(value)) this.#say('unknown-step', path, { value, meant: nearest(value, steps) });
    } else if (to === 'board' || to === 'criterion' || to === 'option') {
      this.#ofPlans(to, value, path, labels);
    } else if (MADE.has(to)) {
      const kinds: readonly unknown[] = to === 'stop' ? ['matter', 'press-draft'] : [to];
      const made = labels.filter((l) => kinds.includes(this.#brings(l)));
      if (!made.includes(value)) this.#say('unknown-label', path, { value, meant: nearest(value, made) });
    } else if (this.#labels.has(value)) return;
    else if (to === 'thing') {
      if (injects && items && !injects.has(value) && !items.has(value))
        this.#say('unknown-label', path, { value, meant: nearest(value, [...labels, ...injects, ...items.keys()]) });
    } else if (to === 'inject' || to === 'delivery') {
      if (injects && !injects.has(value)) this.#say('unknown-inject', path, { value, meant: nearest(value, [...labels, ...injects]) });
    } else if (to === 'expected') {
      if (this.#names && !this.#names.expects.has(value))
        this.#say('unknown-expected', path, { value, meant: nearest(value, this.#names.expects) });
    } else this.#say('unknown-label', path, { value, meant: nearest(value, labels) });
  }

  /** What a step said, asked or agreed, by its label; or what the scenario plans, by its id there. */
  #spoken(to: 'said' | 'press-question' | 'line' | 'flagged', value: string, path: Path): void {
    const names = this.#names;
    const planned = {
      said: names?.said,
      'press-question': names?.questions,
      line: names?.lines,
      flagged: names && new Set([...names.said, ...names.lines]),
    }[to];
    const made = [...this.#labels.keys()].filter((l) => (to === 'flagged' ? ['said', 'line'] : [to]).includes(this.#brings(l) ?? ''));
    if (planned?.has(value) || made.includes(value)) return;
    // A line is what came of a matter.
    if (to === 'line' && this.#brings(value) === 'matter') return;
    this.#say('unknown-label', path, { value, meant: nearest(value, [...made, ...(planned ?? [])]) });
  }
}
