import { createHash } from 'node:crypto';
import { SCRIPT } from './script.ts';

/** The report’s own script, and no other. */
export const OWN_SCRIPT = `'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`;
/** What a page of ours may do, wherever it is opened. */
export const POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src ${OWN_SCRIPT}; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'`;
