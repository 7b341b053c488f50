import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

const YEAR_S = 365 * 24 * 3_600;

/** Puts onto an answer what goes with every answer. */
export type Shield = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * What browsers are told about our pages: only what is our own, in no frame, no referrer, nothing kept. `secure`: they come
 * by TLS. `lasting`: they may be told never to come without; a closed network must not be locked out of plain HTTP.
 */
export function shielding({ secure, lasting }: { readonly secure: boolean; readonly lasting: boolean }): Shield {
  const shield = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: lasting ? { maxAge: YEAR_S, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // These speak to secure contexts only; elsewhere browsers warn about them on every page.
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: secure,
  });
  return (request, response) => {
    shield(request, response, () => {});
    response.setHeader('content-security-policy', policy());
    response.setHeader('cache-control', 'no-store');
  };
}

/** Before everything else, so that no refusal goes without. */
export function protect(app: FastifyInstance, shield: Shield): void {
  app.addHook('onRequest', async (request, reply) => shield(request.raw, reply.raw));
}

/** The same for an answer to what was no request. */
export function headersFor(socket: Socket, shield: Shield): OutgoingHttpHeaders {
  const request = new IncomingMessage(socket);
  const response = new ServerResponse(request);
  shield(request, response);
  return response.getHeaders();
}

/** Content security policy. With a nonce, style elements need it; without, styles may stand in the page. */
export function policy(nonce?: string): string {
  return [
    "default-src 'none'",
    "object-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${nonce === undefined ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
