import type { z } from 'zod';
import { clockSchemas } from './clock/schemas.ts';
import { type ConditionSchema, conditionsOf } from './condition-schema.ts';
import { consultationSchemas } from './consultation/schemas.ts';
import { emergencySchemas } from './emergency/schemas.ts';
import { executionSchemas } from './execution/schemas.ts';
import { expectedSchemas } from './expected/schemas.ts';
import { injectsSchemas } from './injects/schemas.ts';
import { messagesSchemas } from './messages/schemas.ts';
import { milestonesSchemas } from './milestones/schemas.ts';
import { movesSchemas } from './moves/schemas.ts';
import { planningSchemas } from './planning/schemas.ts';
import { seatsSchemas } from './seats/schemas.ts';
import { sharingSchemas } from './sharing/schemas.ts';
import { statementsSchemas } from './statements/schemas.ts';
import { takingsSchemas } from './takings/schemas.ts';
import { translationsSchemas } from './translations/schemas.ts';

/** The schemas of one room. */
interface Schemas {
  readonly commands?: Readonly<Record<string, z.ZodType>>;
  /** Its keys of the scenario. */
  sections?(condition: ConditionSchema): Readonly<Record<string, z.ZodType>>;
  /** What conditions may ask of it. */
  readonly asks?: Readonly<Record<string, z.ZodType>>;
}

/** The schemas of the rooms, one line each. They are asked at the doors only, and a browser has none of them: `rooms.ts` lists the rest. */
const SCHEMAS = [
  seatsSchemas,
  clockSchemas,
  movesSchemas,
  milestonesSchemas,
  sharingSchemas,
  injectsSchemas,
  expectedSchemas,
  messagesSchemas,
  consultationSchemas,
  statementsSchemas,
  planningSchemas,
  executionSchemas,
  emergencySchemas,
  takingsSchemas,
  translationsSchemas,
] as const satisfies readonly Schemas[];

type One = (typeof SCHEMAS)[number];
/** What all rooms have together under one of their keys. */
type Together<T> = (T extends unknown ? (each: T) => void : never) extends (all: infer All) => void
  ? { readonly [K in keyof All]: All[K] }
  : never;
type Commands = Together<Extract<One, { readonly commands: unknown }>['commands']>;
type Sections = Together<ReturnType<Extract<One, { sections: unknown }>['sections']>>;

const all: readonly Schemas[] = SCHEMAS;
/** The schema of every command, by its name. */
export const commands = Object.assign({}, ...all.map((room) => room.commands)) as Commands;
/** What conditions may ask, by the key that authors write. */
export const questions: Readonly<Record<string, z.ZodType>> = Object.assign({}, ...all.map((room) => room.asks));
export const conditionSchema = conditionsOf(questions);
/** The keys that rooms have in the scenario. */
export const sections = Object.assign({}, ...all.map((room) => room.sections?.(conditionSchema))) as Sections;
