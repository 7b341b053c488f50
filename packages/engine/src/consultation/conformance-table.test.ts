import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printed, rulesOf, testsOf, withTable } from './conformance.ts';

const here = import.meta.dirname;
const doc = (name: string): string => readFileSync(join(here, '../../../../docs', name), 'utf8');
const rules = doc('consultation-rules.md');
const tests = ['rules', 'rules-asking', 'foreign/final-comment-period', 'foreign/iesg-ballot']
  .map((name) => readFileSync(join(here, `${name}.test.ts`), 'utf8'))
  .join('\n');

/** The comments of a procedure’s file; “rules S1 to S4” is no citation. */
function commentsOf(file: string): string {
  const path = ['procedures', 'foreign', ''].map((folder) => join(here, folder, `${file}.ts`)).find((p) => existsSync(p));
  expect(path, `a file for ${file}`).toBeDefined();
  return [...readFileSync(path ?? '', 'utf8').matchAll(/\/\/.*$|\/\*[\s\S]*?\*\//gm)].join('\n').replace(/\w+ to \w+/g, '');
}

describe('the rules in docs/consultation-rules.md', () => {
  it('are found, each once, with a source', () => {
    const ids = rulesOf(rules).map((r) => r.id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids.length).toBeGreaterThan(40);
    // Every line of a table is a rule, but its head.
    expect(rules.match(/^\| (?!rule )/gm)?.length).toBe(ids.length);
    expect(rulesOf(rules).filter((r) => r.source === '')).toEqual([]);
  });

  it('have each a test of that name, and no test names another', () => {
    expect([...testsOf(tests).keys()].sort()).toEqual(
      rulesOf(rules)
        .map((r) => r.id)
        .sort(),
    );
  });

  it('are each cited in a comment of their procedure’s file', () => {
    const uncited = rulesOf(rules).filter(({ id, file }) => !new RegExp(`\\b${id}\\b`).test(commentsOf(file)));
    expect(uncited.map((r) => `${r.id} in ${r.file}.ts`)).toEqual([]);
  });

  it('stand in docs/consultation.md with source and test (node tools/conformance.ts)', () => {
    const page = doc('consultation.md');
    expect(page).toBe(withTable(page, printed(rules, tests)));
  });
});
