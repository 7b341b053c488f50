import { z } from 'zod';
import { LONGEST_MS } from './duration.ts';
import { duration, slug, textSchema } from './fields.ts';
import { labelsSection } from './labels/section.ts';
import { rehearsalSection } from './rehearsal/section.ts';
import { conditionSchema, sections } from './schemas.ts';

/**
 * The scenario as the engine takes it: parsed, every default filled in, times in milliseconds.
 * Each room declares its sections, once; the loader in `scenario/` adds places in files and hints.
 */

/** True for a date that the calendar has. */
function realDate(s: string): boolean {
  const day = Number(s.slice(8, 10));
  return !Number.isNaN(Date.parse(s)) && new Date(`${s.slice(0, 10)}T00:00Z`).getUTCDate() === day;
}

export const scenarioSchema = z.strictObject({
  entente: z.literal(1),
  id: slug,
  title: textSchema,
  summary: textSchema.optional().describe('One or two sentences for the lobby'),
  order: z.number().int().min(1).max(1_000).optional().describe('Its place among scenarios: the smallest first, those without it last'),
  situation: textSchema.optional().describe('What everyone is told before STARTEX'),
  start: z
    .string()
    .refine(
      (s) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(s) && realDate(s),
      'STARTEX is a date and time with its offset, such as 2027-03-02T08:00+09:00',
    ),
  duration: duration.refine((ms) => ms > 0 && ms <= LONGEST_MS, 'an exercise lasts more than nothing and at most a year'),
  languages: z.array(z.string()).min(1).default(['en']),
  labels: labelsSection,
  ...sections,
  rehearsal: rehearsalSection(conditionSchema),
});

/** A scenario as an author writes it (durations as text). */
export type ScenarioInput = z.input<typeof scenarioSchema>;
/** A scenario as the engine takes it (durations in ms, defaults filled in). */
export type Scenario = z.output<typeof scenarioSchema>;
export type ScenarioInject = Scenario['injects'][number];
export type ScenarioExpected = Scenario['expects'][number];
