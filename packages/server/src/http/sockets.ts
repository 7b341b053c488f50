import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Feed, Reader } from '../feed/feed.ts';
import { FeedSocket } from '../feed/socket.ts';

/** Nobody has anything to say to us. */
const LONGEST_MESSAGE_BYTES = 1_024;
const FAREWELL_MS = 2_000;
const server = new WebSocketServer({
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  autoPong: false,
  maxPayload: LONGEST_MESSAGE_BYTES,
  ...{ closeTimeout: FAREWELL_MS },
});
const upgrades = new WeakMap<IncomingMessage, { socket: Duplex; head: Buffer }>();
const open = new WeakMap<object, Set<WebSocket>>();

/** For the web server: only the feed is ever upgraded; elsewhere the header is passed over, as HTTP allows. */
export function mayUpgrade({ method, url, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket' && /^\/s\/[^/?]+\/api\/feed(\?|$)/.test(url ?? '');
}

/** Lets a request that wants a WebSocket go the way of every other: same checks, same refusals. */
export function takeUpgrades(app: FastifyInstance): void {
  const sockets = new Set<WebSocket>();
  open.set(app.server, sockets);
  app.server.on('upgrade', (raw: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrades.set(raw, { socket, head });
    socket.on('error', () => socket.destroy());
    const response = new ServerResponse(raw);
    response.shouldKeepAlive = false;
    response.assignSocket(socket as never);
    // The web server has let go of this line: who does not hang up is hung up on, or the server could never close.
    response.on('finish', () => (socket as Socket).destroySoon());
    app.routing(raw, response);
  });
  app.addHook('preClose', async () => {
    for (const s of sockets) s.close(1001);
  });
}

export function isUpgrade(request: FastifyRequest): boolean {
  return upgrades.has(request.raw);
}

/** Answers an upgrade that all checks let pass: the reader's feed goes over the socket from now on. */
export function openSocket(request: FastifyRequest, reply: FastifyReply, feed: Feed, reader: Reader, after: number): FastifyReply {
  const { socket, head } = upgrades.get(request.raw) as { socket: Duplex; head: Buffer };
  reply.hijack();
  reply.raw.detachSocket(socket as never);
  server.handleUpgrade(request.raw, socket, head, (ws) => {
    const sockets = open.get(request.server.server);
    sockets?.add(ws);
    ws.on('close', () => sockets?.delete(ws));
    new FeedSocket(ws, socket, feed, reader, after);
  });
  return reply;
}
