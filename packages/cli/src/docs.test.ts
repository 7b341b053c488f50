import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchema, parseScenario } from '@entente/scenario';
import { expect, test } from 'vitest';
import { EXAMPLE } from './testbench.ts';

const doc = readFileSync(join(import.meta.dirname, '../../../docs/scenario-format.md'), 'utf8');

test('the example in docs/scenario-format.md is a scenario without problems', () => {
  expect(EXAMPLE).toContain('entente: 1');
  const { scenario, problems } = parseScenario(new Map([['scenario.yaml', EXAMPLE]]));
  expect(problems).toEqual([]);
  expect(scenario?.injects).toHaveLength(4);
});

test('docs/scenario-format.md names every key of a scenario', () => {
  const keys = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties } = node as { properties?: Record<string, unknown> };
    for (const key of Object.keys(properties ?? {})) keys.add(key);
    for (const value of Object.values(node)) walk(value);
  };
  walk(jsonSchema());
  expect(keys.size).toBeGreaterThan(50);
  const named = new Set([...doc.matchAll(/`([^`\n]+)`/g)].flatMap((m) => m[1]?.match(/[a-zA-Z]+/g) ?? []));
  expect([...keys].filter((key) => !named.has(key) && !key.startsWith('$'))).toEqual([]);
});
