import { z } from 'zod';
import { everyoneInvited, type Judge, mayInvite } from '../access/access.ts';
import type { LiveExercise } from '../exercises/live.ts';
import type { House } from './house.ts';
import { unknown } from './problems.ts';

/** Whom links are asked for. */
export const invitation = z.strictObject({ seats: z.union([z.literal('all'), z.array(z.string().max(80)).min(1).max(2_000)]) });

/**
 * Makes join links in the name of a controller. Addresses that are not the issuer's to invite do not exist for it.
 * `director`: also a link to lead control itself.
 */
export async function invite(
  house: House,
  exercise: LiveExercise,
  issuer: string,
  seats: 'all' | readonly string[],
  director: boolean,
  { judge, keep }: { readonly judge: Judge; readonly keep?: string },
): Promise<{ seat: string; url: string }[]> {
  const allowed = new Set(mayInvite(issuer, exercise.roster));
  const all = () => [...(director ? ['control'] : []), ...everyoneInvited(issuer, exercise.roster)];
  const wanted = seats === 'all' ? all() : [...new Set(seats)];
  if (wanted.some((seat) => !allowed.has(seat))) throw unknown();
  const links = await house.access.issue(exercise.row.id, wanted, { judge, ...(keep === undefined ? {} : { keep }) });
  return links.map((l) => ({ seat: l.seat, url: `${house.url()}/join#${l.token}` }));
}
