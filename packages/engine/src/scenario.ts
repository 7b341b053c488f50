import { z } from 'zod';
import { conditionSchema } from './conditions.ts';

/**
 * The scenario as the engine takes it: parsed, every default filled in, times in milliseconds.
 * Each part is described here once; the loader in `scenario/` adds places in files and hints.
 */

const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'an id is a short slug: small letters, digits and hyphens')
  .describe('A short slug: small letters, digits and hyphens');
export const textSchema = z
  .union([z.string().min(1).max(20_000), z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), z.string().min(1).max(20_000))])
  .describe('A text, or one text per language: {en: …, ko: …}');
const DURATION = /^(-)?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;

/** Milliseconds of an ISO 8601 duration (weeks, days, hours, minutes, seconds); undefined if it is none. */
export function durationMs(text: string): number | undefined {
  const m = DURATION.exec(text);
  if (!m || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [w, d, h, min, s] = m.slice(2).map((x) => Number(x ?? 0)) as [number, number, number, number, number];
  const ms = Math.round(((((w * 7 + d) * 24 + h) * 60 + min) * 60 + s) * 1000);
  return m[1] ? -ms : ms;
}
const duration = z
  .string()
  .refine((s) => durationMs(s) !== undefined, 'a time is an ISO 8601 duration from STARTEX, such as PT1H30M')
  .transform((s) => durationMs(s) as number)
  .describe('An ISO 8601 duration, such as PT1H30M');

/** Rights that a seat may have beyond reading and writing messages. */
export const RIGHTS = ['speak', 'release', 'consult', 'sign'] as const;
export const CHANNELS = ['email', 'phone', 'message', 'news', 'social', 'report', 'intelligence', 'order'] as const;
export const ENTITY_KINDS = ['media', 'government', 'organisation', 'public', 'other'] as const;
/** TLP 2.0 (FIRST): upper case, never translated, no spaces. */
export const TLP = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const;

const seat = z.strictObject({
  id: slug,
  name: textSchema,
  may: z.array(z.enum(RIGHTS)).default([]),
  card: textSchema.optional().describe('What this seat is told about its role'),
});
const cell = z.strictObject({ id: slug, name: textSchema, situation: textSchema.optional(), seats: z.array(seat).min(1).max(100) });
const party = z.strictObject({
  id: slug,
  name: textSchema,
  letter: z
    .string()
    .regex(/^\p{L}$/u, 'one letter')
    .optional()
    .describe('The letter of the party’s mark'),
  capital: z.strictObject({ name: textSchema, zone: z.string().describe('An IANA time zone, such as Asia/Seoul') }).optional(),
  played: z.literal('control').optional().describe('A party that control plays'),
  situation: textSchema.optional().describe('What only this party is told at STARTEX'),
  cells: z.array(cell).min(1).max(100),
});
const entity = z.strictObject({ id: slug, name: textSchema, kind: z.enum(ENTITY_KINDS).default('other') });
const task = z.strictObject({ id: slug, text: textSchema, target: duration.optional() });
const objective = z.strictObject({ id: slug, text: textSchema, tasks: z.array(task).default([]) });
const value = z.union([z.number(), z.boolean(), z.string().max(200)]);
const variable = z.strictObject({ id: slug, name: textSchema.optional(), value });
const milestone = z.strictObject({ id: slug, name: textSchema.optional(), when: conditionSchema });
const move = z.strictObject({ id: slug, name: textSchema, from: duration, to: duration, brief: textSchema.optional() });

const after = z.strictObject({
  event: slug.optional().describe('An inject (when released) or an expected action (when met)'),
  milestone: slug.optional(),
  delay: duration.default(0),
});
const inject = z.strictObject({
  id: slug,
  number: z.string().max(20).optional().describe('The MSEL number people use; the id if absent'),
  at: duration.optional(),
  after: after.optional(),
  when: conditionSchema.optional().describe('Released at the first moment, not before its time, when this holds'),
  until: duration.optional().describe('Lapses if not released by then'),
  manual: z.boolean().default(false).describe('Waits for a controller’s hand; with a time, it is due then'),
  kind: z.enum(['contextual', 'contingency']).default('contextual'),
  channel: z.enum(CHANNELS).default('message'),
  from: z.string().max(80).default('control').describe('An entity’s id, an address (seat:…, cell:…, party:…), or control'),
  to: z.array(z.string()).min(1).max(200).describe('Addresses: public, everyone, party:…, cell:…, seat:…'),
  label: z.enum(TLP).default('TLP:GREEN'),
  title: textSchema,
  text: textSchema,
  control: textSchema.optional().describe('What the controller should watch for; never leaves control'),
  controller: z.string().optional().describe('Whose hand it waits for: control or control:PARTY'),
  objective: slug.optional(),
  set: z.record(slug, value).optional().describe('Variables that its release sets'),
});
const expected = z.strictObject({
  id: slug,
  number: z.string().max(20).optional(),
  at: duration.optional(),
  after: after.optional(),
  by: z.string().describe('Who should do it: an address'),
  text: textSchema,
  within: duration.default(1_800_000).describe('Time allowed from `at` or `after`; PT30M if absent'),
  task: slug.optional(),
  objective: slug.optional(),
  seen: conditionSchema.optional().describe('How the record sees it; without, a controller judges'),
  controller: z.string().optional(),
});

export const scenarioSchema = z.strictObject({
  entente: z.literal(1),
  id: slug,
  title: textSchema,
  summary: textSchema.optional().describe('One or two sentences for the lobby'),
  situation: textSchema.optional().describe('What everyone is told before STARTEX'),
  start: z
    .string()
    .refine(
      (s) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(s) && !Number.isNaN(Date.parse(s)),
      'STARTEX is a date and time with its offset, such as 2027-03-02T08:00+09:00',
    ),
  duration: duration,
  languages: z.array(z.string()).min(1).default(['en']),
  labels: z.literal('tlp').default('tlp'),
  onward: z.enum(['originator-approval', 'own-discretion', 'free']).default('originator-approval'),
  parties: z.array(party).min(1).max(12),
  entities: z.array(entity).max(200).default([]),
  objectives: z.array(objective).max(100).default([]),
  variables: z.array(variable).max(200).default([]),
  milestones: z.array(milestone).max(500).default([]),
  moves: z.array(move).max(50).default([]),
  injects: z.array(inject).max(5_000).default([]),
  expects: z.array(expected).max(5_000).default([]),
});

/** A scenario as an author writes it (durations as text). */
export type ScenarioInput = z.input<typeof scenarioSchema>;
/** A scenario as the engine takes it (durations in ms, defaults filled in). */
export type Scenario = z.output<typeof scenarioSchema>;
export type ScenarioInject = Scenario['injects'][number];
export type ScenarioExpected = Scenario['expects'][number];
