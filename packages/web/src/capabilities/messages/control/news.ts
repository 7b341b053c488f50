import { actOfMessage, type Id, type World } from '@entente/engine';
import type { Viewer } from '../../../kit/control/entry.ts';
import { among, firstWords, type Happening, happening, type Target } from '../../../kit/control/happening.ts';

export function* messageNews(world: World, _viewer: Viewer, touched?: ReadonlySet<Id>): Generator<Happening> {
  for (const [of, m] of among(world.messages.messages, touched)) {
    const act = actOfMessage(m);
    const target: Target = { kind: 'message', id: m.id };
    yield happening(m.src, m.at, act === 'decide' || act === 'announce' ? ['messages', 'decisions'] : ['messages'], `message.${act}`, {
      of,
      who: m.from,
      texts: { title: firstWords(m) },
      to: m.to,
      target,
    });
    for (const [seat, mark] of m.acknowledged)
      yield happening(mark.src, mark.at, ['people'], 'message.acknowledged', {
        of,
        who: seat,
        texts: { title: firstWords(m) },
        target,
        tone: 'met',
      });
  }
  for (const [of, note] of among(world.messages.notes, touched))
    yield happening(note.src, note.at, ['control'], 'note', { of, who: note.seat, texts: { title: note.text } });
}
