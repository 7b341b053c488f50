import { readFileSync } from 'node:fs';
import { scenarioSchema } from '@entente/engine';
import { expect, it } from 'vitest';
import { jsonSchema } from './json-schema.ts';
import { reasonOf } from './reasons.ts';

const committed = (name: string) => JSON.parse(readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8'));

it('the committed JSON Schemas are those of the code (else run: npm run schema -w @entente/scenario)', () => {
  const { scenario, play } = jsonSchema();
  expect(committed('scenario.schema.json')).toEqual(scenario);
  expect(committed('play.schema.json')).toEqual(play);
});

it('whatever a schema says of a value that does not fit is said in Korean too', () => {
  const said = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return;
    seen.add(part);
    const { def } = part as { def?: Record<string, unknown> };
    if (!def) return;
    for (const { _zod } of (def.checks ?? []) as { _zod: { def: { check: string; error?: (issue: object) => string } } }[])
      if (_zod.def.check === 'custom') said.add(String(_zod.def.error?.({})));
    for (const inner of Object.values(def))
      for (const one of Array.isArray(inner) ? inner : [inner]) {
        walk(typeof one === 'function' && def.type === 'lazy' ? one() : one);
        if (inner === def.shape && one) for (const field of Object.values(one as object)) walk(field);
      }
  };
  walk(scenarioSchema);
  // These have problems of their own, with words of their own.
  const own = /duration|STARTEX|cannot be shown|^(usual|levels):/;
  const plain = [...said].filter((reason) => !own.test(reason));
  expect(plain.length).toBeGreaterThan(15);
  expect(plain.filter((reason) => reasonOf(reason).ko === reason)).toEqual([]);
});
