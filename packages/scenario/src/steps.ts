import { durationMs } from '@entente/engine';
import type { z } from 'zod';
import { type Names, rowsOf } from './names.ts';
import { nearest } from './nearest.ts';
import { type Code, type Facts, type Path, type Problem, problem } from './problem.ts';
import { type Places, shapeProblems } from './shape.ts';
import type { Source } from './source.ts';

/** Fields of commands that name something of the record; in a play they hold a scenario id or a label. */
export const REFERENCES = ['inject', 'expected', 'delivery', 'message', 'about', 'roll'] as const;
/** Keys of a step that are no fields of its command. */
const OWN = new Set(['at', 'seat', 'do', 'as', 'rejected']);
const PLACEHOLDER = `e${'0'.repeat(20)}`;
const FOR_CONTROL = new Set([
  'StartClock',
  'PauseClock',
  'SetRate',
  'JumpClock',
  'EndExercise',
  'SetVariable',
  'CallRoll',
  'StandDown',
  'JudgeExpected',
  'ReleaseInject',
  'HoldInject',
  'LiftHold',
  'SkipInject',
  'RestoreInject',
  'MoveInject',
  'ImproviseInject',
]);

/** A step's key for a command's field: `at` is taken by the step itself, so a command's own time is `time`. */
export const stepKey = (field: string): string => (field === 'at' ? 'time' : field);

/** The command's fields with its times in ms. */
export function timed(type: string, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { time, ...rest }: Record<string, unknown> = fields;
  const ms = (v: unknown): unknown => (typeof v === 'string' ? (durationMs(v) ?? v) : v);
  if (time !== undefined) rest.at = ms(time);
  if (type === 'JumpClock' && rest.to !== undefined) rest.to = ms(rest.to);
  return rest;
}

/** Checks the steps of a play one by one, also while other parts of the play are wrong. */
export class StepCheck {
  readonly problems: Problem[] = [];
  readonly #source: Source;
  readonly #commands: ReadonlyMap<string, z.ZodObject>;
  readonly #names: Names | undefined;
  /** Labels so far, with the command that each came of. */
  readonly #labels = new Map<string, string>();

  constructor(source: Source, commands: ReadonlyMap<string, z.ZodObject>, names: Names | undefined) {
    this.#source = source;
    this.#commands = commands;
    this.#names = names;
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
    if (player && FOR_CONTROL.has(row.do) && row.rejected === undefined) this.#say('not-for-seat', [...path, 'do'], { value: row.do });
    const fields = Object.fromEntries(Object.entries(row).filter(([key]) => !OWN.has(key)));
    const command = timed(row.do, fields);
    for (const field of REFERENCES) {
      if (typeof command[field] !== 'string' || !Object.hasOwn(schema.shape, field)) continue;
      this.#reference(field, command[field], [...path, field]);
      command[field] = PLACEHOLDER;
    }
    this.#durations(row, path);
    this.#addresses(row, path);
    const own = schema.omit({ type: true });
    const parsed = own.safeParse(command);
    if (!parsed.success) this.problems.push(...this.#fieldProblems(parsed.error.issues, own, command, path));
    if (typeof row.as !== 'string') return;
    if (this.#labels.has(row.as)) this.#say('duplicate-label', [...path, 'as'], { value: row.as });
    this.#labels.set(row.as, row.do);
  }

  /** Wrong fields, told at the step's own keys. */
  #fieldProblems(issues: readonly z.core.$ZodIssue[], schema: z.ZodType, command: unknown, path: Path): Problem[] {
    const there = (inner: Path): Path => [...path, ...inner.map((step, i) => (i === 0 ? stepKey(String(step)) : step))];
    const at: Places = { place: (p) => this.#source.place(there(p)), keyPlace: (p) => this.#source.keyPlace(there(p)) };
    // Times that are no durations are told apart already.
    const others = issues.filter(
      (i) =>
        !(
          i.path.length === 1 &&
          (i.path[0] === 'at' || i.path[0] === 'to') &&
          i.code === 'invalid_type' &&
          (i.expected === 'number' || i.expected === 'int')
        ),
    );
    return shapeProblems(others, schema, command, at).map((p) => ({ ...p, path: `steps[${path[1]}]${p.path ? `.${p.path}` : ''}` }));
  }

  #durations(row: Record<string, unknown>, path: Path): void {
    const jump = row.do === 'JumpClock' ? ['to'] : [];
    for (const key of ['time', ...jump]) {
      const value = row[key];
      if (value === undefined) continue;
      if (typeof value !== 'string' || durationMs(value) === undefined) this.#say('bad-duration', [...path, key], { value: String(value) });
    }
  }

  #addresses(row: Record<string, unknown>, path: Path): void {
    const names = this.#names;
    if (!names || !Array.isArray(row.to) || row.rejected !== undefined) return;
    const known = ['public', 'everyone', ...names.controllers(), ...names.posts(), ...[...names.entities].map((e) => `entity:${e}`)];
    row.to.forEach((to: unknown, i) => {
      if (typeof to === 'string' && !known.includes(to))
        this.#say('unknown-address', [...path, 'to', i], {
          value: to,
          meant: nearest(to, known) ?? known.find((k) => k.endsWith(`:${to}`)),
          known: known.slice(0, 30).join(', '),
        });
    });
  }

  #reference(field: (typeof REFERENCES)[number], value: string, path: Path): void {
    if (this.#labels.has(value)) return;
    const labels = this.#labels.keys();
    const injects = this.#names?.injects;
    if (field === 'inject' || field === 'delivery' || field === 'about') {
      if (injects && !injects.has(value))
        this.#say(field === 'about' ? 'unknown-label' : 'unknown-inject', path, { value, meant: nearest(value, [...labels, ...injects]) });
    } else if (field === 'expected') {
      if (this.#names && !this.#names.expects.has(value))
        this.#say('unknown-expected', path, { value, meant: nearest(value, this.#names.expects) });
    } else this.#say('unknown-label', path, { value, meant: nearest(value, labels) });
  }
}
