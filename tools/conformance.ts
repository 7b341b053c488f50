import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed, withTable } from '../packages/engine/src/consultation/conformance.ts';

/** Writes the table of docs/consultation.md from the rules of the procedures and the names of their tests. */
const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const tests = ['rules', 'rules-asking', 'foreign/final-comment-period', 'foreign/iesg-ballot'].map((name) =>
  read(`packages/engine/src/consultation/${name}.test.ts`),
);
const page = 'docs/consultation.md';
writeFileSync(join(root, page), withTable(read(page), printed(read('docs/consultation-rules.md'), tests.join('\n'))));
