import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { opaque, type Randomness } from '../randomness.ts';
import { policy } from './headers.ts';

/** Where the built page leaves room for a nonce (vite: `html.cspNonce`). */
const NONCE = '__CSP_NONCE__';
const UNBUILT =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Entente</title><p>The web app has not been built yet. Run <code>npm run build</code>, then reload.</p></html>';

/** Answers with the page of the web app, which shows by its address what it is. */
export function pageOf(webRoot: string | undefined, randomness: Randomness): (reply: FastifyReply) => FastifyReply {
  const index = webRoot === undefined ? undefined : join(webRoot, 'index.html');
  return (reply) => {
    const html = index !== undefined && existsSync(index) ? readFileSync(index, 'utf8') : UNBUILT;
    const nonce = html.includes(NONCE) ? opaque(randomness, 128) : undefined;
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy(nonce))
      .send(nonce === undefined ? html : html.replaceAll(NONCE, nonce));
  };
}

/** The web app: its page at each known page path, its hashed files for good. */
export async function servePages(
  app: FastifyInstance,
  webRoot: string | undefined,
  page: (reply: FastifyReply) => FastifyReply,
): Promise<void> {
  const anyone = { config: { who: 'anyone' as const } };
  for (const path of ['/', '/join', '/s/:door/', '/s/:door/review', '/s/:door/report'])
    app.get(path, anyone, (_request, reply) => page(reply));
  app.get('/s/:door', anyone, (request, reply) => reply.redirect(`/s/${encodeURIComponent((request.params as { door: string }).door)}/`));
  if (webRoot === undefined) return;
  await app.register(fastifyStatic, {
    root: webRoot,
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    etag: false,
    lastModified: false,
    suppressWarning: true,
    allowedPath: (path) => path !== '/index.html' && !path.endsWith('/'),
    setHeaders: (reply, path) => {
      if (path.includes(`${sep}assets${sep}`)) void reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
}
