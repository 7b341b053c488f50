import type { Id } from '../fact.ts';
import { injectOfDelivery } from '../injects/status.ts';
import type { World } from '../world.ts';
import type { Note } from './language.ts';

/** The notes on each thing, oldest first. One on what was delivered is on the inject, too, for whoever holds both. */
export function notesOn({ messages, injects }: Pick<World, 'messages' | 'injects'>): ReadonlyMap<Id, readonly Note[]> {
  const notes = new Map<Id, Note[]>();
  for (const note of messages.notes.values()) {
    if (!note.about) continue;
    const of = new Set([note.about.id, injectOfDelivery(injects, note.about.id) ?? note.about.id]);
    for (const id of of) notes.set(id, [...(notes.get(id) ?? []), note]);
  }
  return notes;
}
