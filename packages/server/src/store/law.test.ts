import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { audienceOf, type Recorded, rosterOfRecord } from '@entente/engine';
import { breaches, LAW_BEFORE } from '@entente/engine/testing';
import { expect, it } from 'vitest';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
/** Records of these versions were made under the law before. */
const BEFORE = ['data-3', 'data-3-sharing'];

it.each(readdirSync(FIXTURES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])))(
  'the stored record %s keeps to the law of its version',
  (version) => {
    const [, ...lines] = readFileSync(join(FIXTURES, version, 'record.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    const record = lines.map((line) => (JSON.parse(line) as { event: Recorded }).event);
    const roster = rosterOfRecord(record.slice(0, 2).map((r) => r.event) as never);
    const viewers = (r: unknown) => audienceOf(r as Recorded, roster).viewers;
    expect(breaches({ record, viewers }, BEFORE.includes(version) ? LAW_BEFORE : undefined)).toEqual([]);
  },
);
