import type { Address, Id, Ms, World } from '@entente/engine';
import { type PressDraft, type Standing, standing, wordedIn } from '@entente/engine/statements';

/** A draft of one’s own desk, while it is neither out nor set aside, with how each of its languages stands. */
export interface OpenDraft {
  readonly draft: PressDraft;
  readonly versions: readonly (Standing & { readonly language: string })[];
}

export const linkOf = (draft: PressDraft, how: string): Id | undefined => draft.links.find((l) => l.how === how)?.to;
export const isOpen = ({ published, dropped }: PressDraft): boolean => published === undefined && dropped === undefined;

export function versionsOf(draft: PressDraft): OpenDraft['versions'] {
  return wordedIn(draft).map((language) => ({ language, ...standing(draft, language) }));
}

/** Open drafts, that whose clearer’s time ends first before the others. */
export function openDrafts(world: World): readonly OpenDraft[] {
  const due = ({ versions }: OpenDraft): Ms =>
    Math.min(...versions.flatMap((v) => v.turns.filter((t) => v.holders.includes(t.seat)).map((t) => t.due)), Number.MAX_SAFE_INTEGER);
  return [...world.statements.drafts.values()]
    .filter(isOpen)
    .map((draft) => ({ draft, versions: versionsOf(draft) }))
    .sort((a, b) => due(a) - due(b) || a.draft.at - b.draft.at);
}

/** The open draft that answers a question. */
export const draftFor = (world: World, question: Id): OpenDraft | undefined =>
  openDrafts(world).find(({ draft }) => linkOf(draft, 'answers') === question);

/** True if that seat is to clear one of its languages now. */
export const liesWith = ({ versions }: OpenDraft, seat: Address): boolean => versions.some((v) => v.holders.includes(seat));
