/** Writes the JSON Schemas that editors use: `node packages/scenario/src/write-schema.ts`. */
import { writeFileSync } from 'node:fs';
import { jsonSchema, schemaText } from './json-schema.ts';

const { scenario, play } = jsonSchema();
writeFileSync(new URL('../schema/scenario.schema.json', import.meta.url), schemaText(scenario));
writeFileSync(new URL('../schema/play.schema.json', import.meta.url), schemaText(play));
