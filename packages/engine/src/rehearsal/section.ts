import { z } from 'zod';
import type { ConditionSchema } from '../condition-schema.ts';
import { PROCEDURE_NAMES } from '../consultation/words.ts';
import { duration, scheduled, slug, textSchema, value } from '../fields.ts';
import { RIGHTS } from '../kinds.ts';
import { ONWARD } from '../sharing/language.ts';

/**
 * What a scenario says of its own rehearsal: how simulated seats behave, what is uncertain, what is compared, and what it means that
 * the response failed. Nothing of it enters the record; no seat is told of it.
 */

const share = z.number().min(0).max(1);
/** Beyond that nothing is told apart, and what is drawn of it is no number any more. */
const MOST = 1e12;
const count = z.number().min(-MOST).max(MOST);
/** A number of minutes, or a duration as text. */
const minutes = z.union([count, duration.transform((ms) => ms / 60_000)]);
type Quantity = z.ZodType<number>;
const ordered = (numbers: readonly number[]): boolean => numbers.every((n, i) => i === 0 || (numbers[i - 1] as number) <= n);
const distribution = (quantity: Quantity) =>
  z
    .union([
      z.strictObject({ uniform: z.tuple([quantity, quantity]).refine(ordered, 'write the lowest first') }),
      z.strictObject({
        triangular: z
          .tuple([quantity, quantity, quantity])
          .refine(ordered, 'write the lowest, the likeliest and the highest, in this order'),
      }),
      z.strictObject({ normal: z.tuple([quantity, quantity]).refine(([, sd]) => sd >= 0, 'a spread is not negative') }),
      z.strictObject({
        lognormal: z
          .tuple([quantity, z.number().max(1_000)])
          .refine(([median, spread]) => median > 0 && spread >= 1, 'a median above nothing, and by which factor it spreads, at least 1'),
      }),
      z.strictObject({ exponential: quantity.refine((mean) => mean > 0, 'a mean is above nothing') }),
      z.strictObject({ oneOf: z.array(quantity).min(1).max(50) }),
    ])
    .describe(
      'uniform: [low, high] · triangular: [low, likeliest, high] · normal: [mean, spread] · lognormal: [median, factor] · exponential: mean · oneOf: [values]',
    );
export type Distribution = z.output<ReturnType<typeof distribution>>;
/** The ways to write a distribution. */
export const DISTRIBUTIONS = ['uniform', 'triangular', 'normal', 'lognormal', 'exponential', 'oneOf'] as const;

const uncertainty = z
  .strictObject({
    id: slug,
    name: textSchema.optional(),
    minutes: distribution(minutes).optional().describe('A delay, in minutes or as durations'),
    number: distribution(count).optional(),
    chance: share.optional().describe('Whether something is so: 1 in this share of the runs, else 0'),
    variable: slug.optional().describe('The variable that begins with this value'),
  })
  .refine(
    (u) => [u.minutes, u.number, u.chance].filter((x) => x !== undefined).length === 1,
    'an uncertainty has one of minutes, number and chance',
  );

const delay = z
  .union([duration, distribution(duration), slug])
  .describe('How long after: a duration, a distribution of durations, or an uncertainty');
const doing = z.union([z.enum(['settle', 'nothing']), z.record(z.string().max(60), z.unknown())]);

const rule = (condition: ConditionSchema) =>
  z.strictObject({
    on: z
      .strictObject({
        waits: z
          .string()
          .regex(/^([a-z]+\.)?[a-z]+$/)
          .optional()
          .describe('What waits for the seat: acknowledge, decide, answer, position …, or ROOM.KIND'),
        delivery: slug.optional().describe('An inject, when it comes to the seat'),
        holds: condition.optional().describe('A condition, asked of what the seat holds, when it becomes true'),
        time: scheduled.optional(),
      })
      .refine((on) => Object.values(on).filter((x) => x !== undefined).length === 1, 'on has one of waits, delivery, holds and time'),
    after: delay.default(0),
    chance: z.union([share, slug]).optional().describe('In this share of cases; the rest does `else`'),
    do: doing.describe('settle, nothing, fields of the act that settles it, or {do: COMMAND, …} as in a play'),
    else: doing.default('nothing'),
    as: slug.optional().describe('A label by which later rules name what came of it'),
  });

const behaviour = (condition: ConditionSchema) =>
  z
    .strictObject({
      seat: slug.optional(),
      cell: slug.optional(),
      party: slug.optional(),
      control: z.literal(true).optional(),
      default: z.literal(true).optional().describe('Every seat'),
      play: slug.optional().describe('A recorded play: what answers something there becomes a reaction with its delay'),
      rules: z.array(rule(condition)).max(200).default([]),
    })
    .refine(
      (b) => [b.seat, b.cell, b.party, b.control, b.default, b.play].filter((x) => x !== undefined).length === 1,
      'a behaviour is for one of seat, cell, party, control, default, or is a play',
    )
    .refine((b) => b.play === undefined || b.rules.length === 0, 'a play brings its own rules')
    .refine((b) => b.play !== undefined || b.rules.length > 0, 'a behaviour has rules');

const option = (condition: ConditionSchema) =>
  z.strictObject({
    id: slug,
    name: textSchema.optional(),
    variables: z.record(slug, value).optional().describe('Values with which variables begin'),
    onward: z.enum(ONWARD).optional(),
    rights: z
      .record(slug, z.array(z.enum(RIGHTS)))
      .optional()
      .describe('What seats may, by seat'),
    procedures: z
      .record(slug, z.array(z.enum(PROCEDURE_NAMES)).min(1))
      .optional()
      .describe('Procedures of forums, by forum'),
    plans: z.record(slug, slug).optional().describe('Which option of a plan is taken up, by plan'),
    uncertainties: z.record(slug, z.number().min(-MOST).max(MOST)).optional().describe('Uncertainties that stand fixed'),
    behaviours: z.array(behaviour(condition)).max(50).optional().describe('Behaviours that come before the others'),
  });

/** Each is a scenario of its own, with what its seats do: so many are prepared before the first run. */
const MOST_COMBINATIONS = 500;

const measure = (condition: ConditionSchema) =>
  z.strictObject({
    id: slug,
    name: textSchema.optional(),
    party: slug.optional().describe('A measure of one party; absent: of the joint response'),
    holds: condition,
    by: scheduled.optional().describe('Asked then; at ENDEX if absent'),
  });

/** How many things wait for a seat is told apart up to so many. */
const MOST_WAITING = 30;

const isShare = (a: { readonly waiting?: unknown; readonly faults?: unknown }): boolean =>
  a.waiting === undefined && a.faults === undefined;
const bounds = { atLeast: share.optional(), atMost: share.optional() };
const assertion = z
  .strictObject({
    id: slug,
    name: textSchema.optional(),
    measure: slug.optional().describe('Share of the runs in which it holds; `response`: all joint measures'),
    inject: slug.optional().describe('… in which it is released'),
    milestone: slug.optional().describe('… in which it is reached'),
    expected: slug.optional().describe('… in which it is done in time, of those in which it was asked for'),
    every: z
      .enum(['inject', 'milestone', 'expected'])
      .optional()
      .describe('The same of each of them; contingencies that wait for a hand aside'),
    waiting: z.number().int().min(0).max(MOST_WAITING).optional().describe('So many things wait for no seat at once …'),
    inHalf: z.literal(true).optional().describe('… in half of the runs; else in nine of ten'),
    faults: z.literal(0).optional().describe('No run meets a fault'),
    ...bounds,
  })
  .refine(
    (a) => [a.measure, a.inject, a.milestone, a.expected, a.every, a.waiting, a.faults].filter((x) => x !== undefined).length === 1,
    'an assertion is about one thing',
  )
  .refine((a) => !isShare(a) || (a.atLeast ?? a.atMost) !== undefined, 'say atLeast or atMost')
  .refine(
    (a) => isShare(a) || (a.atLeast ?? a.atMost) === undefined,
    'atLeast and atMost are shares of the runs: waiting and faults have none',
  )
  .refine((a) => a.waiting !== undefined || a.inHalf === undefined, 'inHalf belongs to waiting')
  .refine((a) => (a.atLeast ?? 0) <= (a.atMost ?? 1), 'atLeast is not above atMost');

export const rehearsalSection = (condition: ConditionSchema) =>
  z
    .strictObject({
      runs: z.number().int().min(1).max(1_000_000).optional().describe('How many runs where nobody says'),
      sampling: z.enum(['monte-carlo', 'latin-hypercube']).default('latin-hypercube'),
      uncertainties: z.array(uncertainty).max(60).default([]),
      behaviours: z.array(behaviour(condition)).max(300).default([]),
      levers: z
        .array(z.strictObject({ id: slug, name: textSchema.optional(), options: z.array(option(condition)).min(2).max(12) }))
        .max(6)
        .refine(
          (levers) => levers.reduce((all, l) => all * l.options.length, 1) <= MOST_COMBINATIONS,
          `the options of all levers make at most ${MOST_COMBINATIONS} combinations, for each of which the scenario is played`,
        )
        .default([]),
      measures: z.array(measure(condition)).max(60).default([]),
      assert: z.array(assertion).max(60).default([]),
      limits: z
        .strictObject({
          waiting: z
            .number()
            .int()
            .min(1)
            .max(MOST_WAITING)
            .default(8)
            .describe('More things than this, waiting at once, are too many for a seat'),
          idle: duration.default(7_200_000).describe('A seat with nothing for longer is idle'),
        })
        .default({ waiting: 8, idle: 7_200_000 }),
    })
    .optional();
export type Rehearsal = NonNullable<z.output<ReturnType<typeof rehearsalSection>>>;
