import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_SECONDS } from '../access/access.ts';

/** One for the lobby, one for each seat under the seat's own path. */
const DIRECTOR = 'entente_director';
const SEAT = 'entente_seat';
/** By these beginnings a browser takes them by TLS only, and the first from this very name only. They need TLS. */
const PREFIX = { [DIRECTOR]: '__Host-', [SEAT]: '__Secure-' } as const;
type Name = keyof typeof PREFIX;

const nameOf = (name: Name, secure: boolean): string => (secure ? PREFIX[name] : '') + name;
const sealed = (path: string, secure: boolean) => ({ path, httpOnly: true, sameSite: 'strict', secure }) as const;

export function setDirectorCookie(reply: FastifyReply, value: string, secure: boolean): void {
  void reply.setCookie(nameOf(DIRECTOR, secure), value, { ...sealed('/', secure), maxAge: SESSION_SECONDS });
}

export function setSeatCookie(reply: FastifyReply, door: string, value: string, secure: boolean): void {
  void reply.setCookie(nameOf(SEAT, secure), value, { ...sealed(`/s/${door}`, secure), maxAge: SESSION_SECONDS });
}

export function clearSeatCookie(reply: FastifyReply, door: string, secure: boolean): void {
  void reply.clearCookie(nameOf(SEAT, secure), sealed(`/s/${door}`, secure));
}

export const directorCookie = (request: FastifyRequest, secure: boolean): string | undefined => given(request, DIRECTOR, secure);
export const seatCookie = (request: FastifyRequest, secure: boolean): string | undefined => given(request, SEAT, secure);

/** Who came in before cookies had prefixes stays in by the plain name, where there is none of the new one. */
function given({ cookies }: FastifyRequest, name: Name, secure: boolean): string | undefined {
  return cookies[nameOf(name, secure)] ?? cookies[name];
}
