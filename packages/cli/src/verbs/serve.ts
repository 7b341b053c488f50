import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import type { RunningServer, ServerOptions } from '@entente/server';
import { COMMAND_LINE_WRONG, Fault, INPUT_AT_FAULT, MACHINE_AT_FAULT, reasonIn, systemCode } from '../fault.ts';
import { DATA, SCENARIOS, WEB } from '../home.ts';
import type { Texts } from '../language.ts';
import type { Terminal } from '../terminal.ts';
import type { Options, Result, Verb } from '../verb.ts';

const PORT = 4600;
/** So long before its end a certificate is mentioned: time enough to get another. */
const SOON_MS = 14 * 24 * 3_600_000;
const LOOPBACK = /^(localhost|127\.|\[?::1\]?$)/;

/** `serve`: runs exercises for browsers until it is told to stop. */
export const serve: Verb = {
  name: 'serve',
  about: (t) => t('serve.about'),
  choices: (t) => [
    { flags: '--host <address>', about: t('serve.option.host') },
    { flags: '--port <n>', about: t('serve.option.port', { port: PORT }), read: (text) => portOf(text, t) },
    { flags: '--url <url>', about: t('serve.option.url'), read: (text) => urlOf(text, t) },
    { flags: '--cert <file>', about: t('serve.option.cert') },
    { flags: '--key <file>', about: t('serve.option.key') },
    { flags: '--self-signed', about: t('serve.option.selfSigned') },
    { flags: '--data <dir>', about: t('serve.option.data') },
    { flags: '--scenarios <dir>', about: t('serve.option.scenarios') },
    { flags: '--no-demo', about: t('serve.option.noDemo') },
    { flags: '--new-director-link', about: t('serve.option.newDirectorLink') },
    { flags: '--log <level>', about: t('serve.option.log'), read: (text) => levelOf(text, t) },
  ],
  async run(_subject, options, terminal): Promise<Result> {
    const wanted = serverOptions(options, terminal.t);
    const stopped = signalled();
    const server = await start(wanted, terminal.t);
    const tls = wanted.selfSigned === true || wanted.cert !== undefined;
    const fingerprint = wanted.selfSigned ? fingerprintOf(join(wanted.dataDir, 'tls-cert.pem')) : undefined;
    const result = {
      ok: true,
      url: server.url,
      ...(server.directorLink ? { directorLink: server.directorLink } : {}),
      data: wanted.dataDir,
      pid: process.pid,
      ...(fingerprint ? { fingerprint } : {}),
    };
    terminal.result(result, openLines(server, wanted, fingerprint, terminal.t));
    warn(wanted, tls, terminal);
    warnOfCertificate(server, wanted, terminal);
    await stopped;
    if (!terminal.json) terminal.aside(terminal.t('serve.stopping'));
    await server.close();
    return result;
  },
};

function serverOptions(given: Options, t: Texts): ServerOptions {
  const { host, port, url, cert, key, selfSigned, data, scenarios, newDirectorLink, log } = given as Record<string, string | undefined>;
  if ((cert === undefined) !== (key === undefined)) throw new Fault(COMMAND_LINE_WRONG, 'cert-and-key', t('serve.certAndKey'));
  if (cert !== undefined && selfSigned) throw new Fault(COMMAND_LINE_WRONG, 'two-certificates', t('serve.twoCertificates'));
  const tls = cert !== undefined || Boolean(selfSigned);
  // A proxy in front may speak TLS for us; the other way round no browser gets in.
  if (tls && url?.startsWith('http:')) throw new Fault(COMMAND_LINE_WRONG, 'url-scheme', t('serve.urlScheme'));
  if (cert !== undefined && key !== undefined) checkCertificate(cert, key, t);
  if (scenarios !== undefined && !statSync(scenarios, { throwIfNoEntry: false })?.isDirectory())
    throw new Fault(INPUT_AT_FAULT, 'no-scenarios', t('serve.noScenarios', { path: scenarios }));
  return {
    dataDir: data ?? DATA,
    port: Number(port ?? PORT),
    scenariosDirs: [...(scenarios === undefined ? [] : [scenarios]), SCENARIOS],
    webRoot: WEB,
    logLevel: log ?? 'warn',
    ...(host === undefined ? {} : { host }),
    ...(url === undefined ? {} : { url }),
    ...(cert === undefined || key === undefined ? {} : { cert, key }),
    ...(selfSigned ? { selfSigned: true } : {}),
    // commander: `--no-demo` makes `demo` false.
    demonstrate: (given as { demo?: boolean }).demo !== false,
    ...(newDirectorLink ? { newDirectorLink: true } : {}),
  };
}

async function start(options: ServerOptions, t: Texts): Promise<RunningServer> {
  const { startServer, StoreUnusable } = await import('@entente/server');
  try {
    return await startServer(options);
  } catch (error) {
    if (error instanceof StoreUnusable)
      throw new Fault(INPUT_AT_FAULT, 'unusable-data', t('data.unusable', { path: options.dataDir, reason: error.message }));
    const code = systemCode(error);
    if (code?.startsWith('EADDR') || code === 'EACCES')
      throw new Fault(
        MACHINE_AT_FAULT,
        code,
        t('serve.cannotListen', { place: `${options.host ?? '127.0.0.1'}:${options.port}`, reason: reasonIn(t, error) }),
      );
    throw error;
  }
}

function openLines(server: RunningServer, { dataDir }: ServerOptions, fingerprint: string | undefined, t: Texts): string[] {
  return [
    t('serve.open', { url: server.url }),
    ...(server.directorLink ? [t('serve.directorLink'), `  ${server.directorLink}`] : [t('serve.noDirectorLink')]),
    ...(fingerprint ? [t('serve.fingerprint'), `  ${fingerprint}`] : []),
    t('serve.data', { path: dataDir }),
    t('serve.stop'),
  ];
}

function warn({ host = '127.0.0.1', url }: ServerOptions, tls: boolean, terminal: Terminal): void {
  const { t } = terminal;
  const open = !LOOPBACK.test(host);
  if (open && !tls && !url?.startsWith('https:')) terminal.aside(t('serve.noTls'));
  if (open && url === undefined && (host === '0.0.0.0' || host === '::')) terminal.aside(t('serve.noUrl'));
}

/** A certificate that has ended, or soon will, is named with what to do; it stops nothing. */
function warnOfCertificate({ certificate }: RunningServer, { dataDir, selfSigned }: ServerOptions, terminal: Terminal): void {
  if (!certificate) return;
  const { t, language } = terminal;
  const day = (ms: number) => new Date(ms).toLocaleDateString(language, { dateStyle: 'long' });
  const remedy = selfSigned
    ? t('serve.renewOwn', { cert: join(dataDir, 'tls-cert.pem'), key: join(dataDir, 'tls-key.pem') })
    : t('serve.renewGiven');
  const now = Date.now();
  if (now < certificate.from) terminal.aside(t('serve.certificateEarly', { date: day(certificate.from) }));
  else if (now >= certificate.to) terminal.aside(t('serve.certificateEnded', { date: day(certificate.to), remedy }));
  else if (certificate.to - now < SOON_MS) terminal.aside(t('serve.certificateEnds', { date: day(certificate.to), remedy }));
}

/** Resolves at the first request to stop; a second one does not wait. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve();
      });
    }
  });
}

/** @throws Fault unless both files are there, are PEM, and belong together. */
function checkCertificate(cert: string, key: string, t: Texts): void {
  const [certificate, secret] = [cert, key].map((path) => {
    try {
      return readFileSync(path);
    } catch (error) {
      throw new Fault(INPUT_AT_FAULT, systemCode(error) ?? 'unreadable', t('fault.read', { path, reason: reasonIn(t, error) }));
    }
  });
  try {
    createSecureContext({ cert: certificate, key: secret });
  } catch {
    throw new Fault(INPUT_AT_FAULT, 'bad-certificate', t('serve.badCertificate'));
  }
}

function fingerprintOf(path: string): string | undefined {
  return existsSync(path) ? new X509Certificate(readFileSync(path)).fingerprint256 : undefined;
}

function portOf(text: string, t: Texts): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new RangeError(t('serve.badPort'));
  return port;
}

function urlOf(text: string, t: Texts): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const host = url?.hostname ?? '';
  const plain =
    url && /^https?:$/.test(url.protocol) && (url.pathname === '/' || url.pathname === '') && !url.search && !url.hash && !url.username;
  if (!plain || (isIP(host) === 0 && host === '')) throw new RangeError(t('serve.badUrl'));
  return url.origin;
}

function levelOf(text: string, t: Texts): string {
  const levels = ['silent', 'error', 'warn', 'info', 'debug'];
  if (!levels.includes(text)) throw new RangeError(t('usage.choices', { choices: levels.join(', ') }));
  return text;
}
