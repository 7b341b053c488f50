import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { closeFile, makeFolder } from '../store/folder.ts';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** When a certificate is good, wall ms. */
export interface Validity {
  readonly from: number;
  readonly to: number;
}

/** TLS 1.3, and of 1.2 what seals and keeps no key for later: every browser of the last years speaks one of them. */
export const SUITES = {
  minVersion: 'TLSv1.2',
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
  ].join(':'),
} as const;

/** A server whose certificate has ended still serves: on the day, a warning in the browser is better than no exercise. */
export function validityOf({ cert }: Certificate): Validity {
  const { validFromDate, validToDate } = new X509Certificate(cert);
  return { from: validFromDate.getTime(), to: validToDate.getTime() };
}

const YEARS_MS = 2 * 365 * 24 * 3_600_000;

/**
 * A certificate of our own for a closed network, made once and kept in `folder` (if given), so that browsers are asked
 * once to accept it. It names `host`, localhost and the loopback addresses. Delete the two files for a new one.
 */
export async function ownCertificate(folder: string | undefined, host: string, now: number): Promise<Certificate> {
  const files = folder === undefined ? undefined : { cert: join(folder, 'tls-cert.pem'), key: join(folder, 'tls-key.pem') };
  if (files && existsSync(files.cert) && existsSync(files.key)) {
    closeFile(files.key);
    return { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
  }
  const address = isIP(host) !== 0;
  const made = await generate([{ name: 'commonName', value: host }], {
    algorithm: 'sha256',
    keyType: 'ec',
    notBeforeDate: new Date(now - 24 * 3_600_000),
    notAfterDate: new Date(now + YEARS_MS),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          address ? { type: 7, ip: host } : { type: 2, value: host },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  if (files && folder !== undefined) {
    makeFolder(folder);
    closeFile(files.key);
    writeFileSync(files.key, made.private);
    writeFileSync(files.cert, made.cert);
  }
  return { cert: made.cert, key: made.private };
}
