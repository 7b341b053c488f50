/** Writes the JSON Schemas that editors use: `npm run schema -w @entente/scenario`. */
import { writeFileSync } from 'node:fs';
import { jsonSchema } from './json-schema.ts';

const { scenario, play } = jsonSchema();
writeFileSync(new URL('../schema/scenario.schema.json', import.meta.url), JSON.stringify(scenario));
writeFileSync(new URL('../schema/play.schema.json', import.meta.url), JSON.stringify(play));
