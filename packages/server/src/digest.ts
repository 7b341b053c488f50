import { hash } from 'node:crypto';
import type { Digest } from '@entente/engine';

/** The machine's own SHA-256: many times faster than the engine's. */
export const digest: Digest = (data) => hash('sha256', data, 'hex');
