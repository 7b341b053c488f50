import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { startServer } from '../index.ts';
import { serve } from '../test/server.ts';
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

describe('a TLS handshake', () => {
  /** What was agreed on with a browser that speaks this and no more, or the error's code. */
  const agreed = (port: number, wanted: ConnectionOptions) =>
    new Promise<string | undefined>((done) => {
      const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...wanted }, () => {
        done(`${socket.getProtocol()} ${socket.getCipher().name}`);
        socket.destroy();
      });
      socket.on('error', (why: NodeJS.ErrnoException) => done(why.code));
    });

  it('is made with 1.3, or with 1.2 and a suite that seals; a CBC suite, or less than 1.2, is refused', async () => {
    const { server, end } = await serve({ selfSigned: true });
    const port = Number(new URL(server.url).port);
    expect(await agreed(port, {})).toMatch(/^TLSv1\.3 /);
    const old = { maxVersion: 'TLSv1.2' } as const;
    expect(await agreed(port, old)).toMatch(/^TLSv1\.2 ECDHE-ECDSA-(AES\d+-GCM|CHACHA20)/);
    for (const suite of ['ECDHE-ECDSA-AES128-SHA256', 'ECDHE-ECDSA-AES256-SHA384', 'ECDHE-ECDSA-AES128-SHA', 'AES128-GCM-SHA256'])
      expect(await agreed(port, { ...old, ciphers: `${suite}:@SECLEVEL=0` }), suite).toMatch(/^ERR_SSL_.*HANDSHAKE_FAILURE$/);
    const older = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    expect(await agreed(port, older)).toMatch(/^ERR_SSL_/);
    await end();
  });
});
