import { type Command, commandSchema, durationMs, textSchema } from '@entente/engine';
import { z } from 'zod';
import type { Names } from './names.ts';
import { type Path, type Problem, problem } from './problem.ts';
import { shapeProblems, valueAt } from './shape.ts';
import { readSource, type Source } from './source.ts';
import { StepCheck } from './steps.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const options = (commandSchema as unknown as { options: z.ZodObject<{ type: z.ZodLiteral<string> }>[] }).options;
/** The schema of each command, by its name. */
export const COMMANDS: ReadonlyMap<string, z.ZodObject> = new Map(options.map((o) => [o.shape.type.value, o as z.ZodObject]));
const names = [...COMMANDS.keys()] as [Command['type'], ...Command['type'][]];

const stepSchema = z.looseObject({
  at: z
    .string()
    .refine((s) => durationMs(s) !== undefined, 'a time is an ISO 8601 duration from STARTEX')
    .transform((s) => durationMs(s) as number)
    .describe('Scenario time, an ISO 8601 duration from STARTEX'),
  seat: z.string().max(80).describe('A seat’s id, control, or control:PARTY'),
  do: z.enum(names).describe('A command; its fields stand beside it'),
  as: slug.optional().describe('A label by which later steps name what came of this one'),
  rejected: z.string().max(60).optional().describe('The code with which this step is refused'),
});

/** A recorded play as an author writes it: who does what, and when. */
export const playSchema = z.strictObject({
  play: slug.describe('The file’s name without .yaml'),
  title: textSchema,
  summary: textSchema.optional(),
  order: z.number().int().min(1).max(1_000).optional().describe('Its place among the plays: the smallest first, those without it last'),
  people: z
    .record(z.string().max(80), z.strictObject({ name: z.string().trim().min(1).max(80), function: z.string().trim().max(80).optional() }))
    .default({})
    .describe('Who sits where, by seat; a seat that is not named is taken in its own name'),
  steps: z.array(stepSchema).max(20_000),
});

/** One step of a play: at a scenario time, a seat gives a command. */
export interface Step {
  /** Scenario ms. */
  readonly at: number;
  /** The acting seat's address: `seat:…`, `control`, `control:…`. */
  readonly seat: string;
  readonly do: Command['type'];
  readonly as?: string | undefined;
  readonly rejected?: string | undefined;
  /** The command's fields as written; references by scenario id or label. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly file: string;
  readonly line: number;
}
export interface Play {
  readonly play: string;
  readonly title: z.output<typeof textSchema>;
  readonly summary?: z.output<typeof textSchema> | undefined;
  readonly order?: number | undefined;
  /** By the acting seat's address. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly function?: string | undefined }>;
  readonly steps: readonly Step[];
}

/** `rok-nsa` → `seat:rok-nsa`; `control:rok` stays. */
export function actingSeat(name: string): string {
  return name.includes(':') || name === 'control' || name === 'evaluators' ? name : `seat:${name}`;
}

/** Reads and checks one play; with the scenario's names, its references too. Never throws. */
export function readPlay(file: string, text: string, scenario?: Names): { play?: Play; problems: Problem[] } {
  const source = readSource(file, text);
  const problems: Problem[] = [...source.problems];
  if (source.value === undefined) return { problems };
  const parsed = playSchema.safeParse(source.value);
  if (!parsed.success) {
    // A command that does not exist is told of by the check of its step.
    const issues = parsed.error.issues.filter(
      (i) => !(i.code === 'invalid_value' && i.path.at(-1) === 'do' && typeof valueAt(source.value, i.path as Path) === 'string'),
    );
    problems.push(...shapeProblems(issues, playSchema, source.value, source));
  }
  const name = file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  const called = (source.value as { play?: unknown } | null)?.play;
  if (typeof called === 'string' && called !== name)
    problems.push(problem('play-name', source.place(['play']), ['play'], { value: called, file: `${name}.yaml` }));
  problems.push(...new StepCheck(source, COMMANDS, scenario).problems);
  const broken = problems.some((p) => p.severity === 'error');
  return parsed.success && !broken ? { play: playOf(parsed.data, source), problems } : { problems };
}

function playOf(data: z.output<typeof playSchema>, source: Source): Play {
  const steps = data.steps.map((step, i): Step => {
    const { at, seat, do: type, as, rejected, ...fields } = step;
    return { at, seat: actingSeat(seat), do: type, as, rejected, fields, file: source.file, line: source.place(['steps', i]).line };
  });
  const people = new Map(Object.entries(data.people).map(([seat, person]) => [actingSeat(seat), person]));
  return { play: data.play, title: data.title, summary: data.summary, order: data.order, people, steps };
}
