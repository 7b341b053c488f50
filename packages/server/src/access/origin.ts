import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * Which requests come from our own pages. A page elsewhere must not act with a browser's cookies, and a foreign name
 * that resolves to this machine must not be served at all (DNS rebinding).
 */
export interface Doorway {
  /** True if the Host header names this server. */
  knowsHost(headers: IncomingHttpHeaders): boolean;
  /** True if a request that changes something comes from one of our pages, or from no browser. */
  isOwn(headers: IncomingHttpHeaders): boolean;
}

/** `url`: the address that people use, if given; without it, loopback names and plain IP addresses are ours. */
export function doorway(url: string | undefined, host: string, tls: boolean): Doorway {
  const published = url === undefined ? undefined : new URL(url);
  const knowsHost = ({ host: named }: IncomingHttpHeaders): boolean => {
    const name = named === undefined ? undefined : hostname(named);
    if (name === undefined) return false;
    return name === published?.hostname || name === 'localhost' || name === host || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
  };
  const isOwn = (headers: IncomingHttpHeaders): boolean => {
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    const origin = headers.origin;
    if (origin === undefined) return true;
    return origin === published?.origin || origin === `${tls ? 'https' : 'http'}://${headers.host}`;
  };
  return { knowsHost, isOwn };
}

/**
 * True if browsers may be told that an address speaks TLS for good: a name that the office gave, with TLS. An address or this
 * machine's own name serves something else tomorrow. A certificate of our own is not asked about here; it lasts for no name.
 */
export function lastsAt(url: string | undefined): boolean {
  if (url === undefined) return false;
  const { protocol, hostname: name } = new URL(url);
  return protocol === 'https:' && isIP(name.replace(/^\[|\]$/g, '')) === 0 && name !== 'localhost';
}

function hostname(host: string): string | undefined {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return undefined;
  }
}
