import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from '../packages/engine/src/testing/law/print.ts';

/** Writes docs/audiences.md from the law of audiences. */
writeFileSync(join(import.meta.dirname, '../docs/audiences.md'), printed());
