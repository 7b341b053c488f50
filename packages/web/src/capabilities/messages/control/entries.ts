import { actOfMessage, isToAll } from '@entente/engine';
import { type Entry, EVERYONE } from '../../../kit/control/entry.ts';
import type { EntryLook } from '../../../kit/control/part.ts';

/** What players said in public; in records of earlier versions decisions, too, which have a room of their own now. */
export function* decisionEntries({ world, names }: EntryLook): Iterable<Entry> {
  for (const message of world.messages.messages.values()) {
    const act = actOfMessage(message);
    if (act !== 'decide' && act !== 'announce') continue;
    const party = names.partyOf(message.from);
    if (!party) continue;
    const lanes = message.to.some(isToAll) ? [EVERYONE] : [party.id];
    yield {
      id: message.id,
      kind: 'decision',
      target: 'message',
      number: '',
      title: message.subject ?? message.text,
      lanes,
      status: 'done',
      at: message.at,
      about: false,
      happened: true,
      contingency: false,
      manual: false,
      waits: false,
      mine: false,
    };
  }
}
