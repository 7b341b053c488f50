import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { startServer } from '../index.ts';
import { ownCertificate, validityOf } from './certificate.ts';

it('an ended certificate is told, and the server serves all the same', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-certificate-'));
  const then = Date.now() - 3 * 365 * 24 * 3_600_000;
  const made = await ownCertificate(dataDir, 'localhost', then);
  expect(validityOf(made).to).toBeLessThan(Date.now());
  const server = await startServer({ dataDir, selfSigned: true, logLevel: 'silent', clock: new VirtualClock(Date.now()) });
  expect(server.certificate).toEqual(validityOf(made));
  const answer = await server.app.inject({ url: '/healthz', headers: { host: 'localhost' } });
  expect(answer.statusCode).toBe(200);
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});
