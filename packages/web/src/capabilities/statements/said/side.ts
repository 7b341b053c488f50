import { rosterOfWorld, type World } from '@entente/engine';

/** The party whose world an edition is; undefined for lead control’s, and nobody’s (empty) for what all or several held. */
export function sideOfEdition(edition: string, world: World): string | undefined {
  const [kind, id] = edition.split(/:(.*)/s);
  if ((kind === 'control' || kind === 'evaluators') && id === undefined) return undefined;
  if (kind === 'seat') return rosterOfWorld(world)?.partyOf(edition) ?? '';
  return kind === 'forum' ? '' : (id ?? '');
}
