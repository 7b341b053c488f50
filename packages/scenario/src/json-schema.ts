import { scenarioSchema } from '@entente/engine';
import { z } from 'zod';
import { playSchema } from './play.ts';

type JsonSchema = Record<string, unknown>;

/** The JSON Schemas that editors use for scenario.yaml and for plays. Committed in `schema/`. */
export function jsonSchema(): { scenario: JsonSchema; play: JsonSchema } {
  const of = (schema: z.ZodType, name: string, title: string): JsonSchema => ({
    ...(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema),
    $id: `urn:entente:schema:${name}:1`,
    title,
  });
  return {
    scenario: of(scenarioSchema, 'scenario', 'Entente scenario (scenario.yaml)'),
    play: of(playSchema, 'play', 'Entente play (plays/NAME.yaml)'),
  };
}
