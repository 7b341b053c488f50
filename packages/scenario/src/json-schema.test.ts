import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jsonSchema } from './json-schema.ts';

const committed = (name: string) => JSON.parse(readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8'));

it('the committed JSON Schemas are those of the code (else run: npm run schema -w @entente/scenario)', () => {
  const { scenario, play } = jsonSchema();
  expect(committed('scenario.schema.json')).toEqual(scenario);
  expect(committed('play.schema.json')).toEqual(play);
});
