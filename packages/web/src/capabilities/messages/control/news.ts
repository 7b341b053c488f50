import { actOfMessage, type World } from '@entente/engine';
import { firstWords, type Happening, happening, type Target } from '../../../kit/control/happening.ts';

export function* messageNews(world: World): Generator<Happening> {
  for (const m of world.messages.messages.values()) {
    const act = actOfMessage(m);
    const target: Target = { kind: 'message', id: m.id };
    yield happening(m.src, m.at, act === 'decide' || act === 'announce' ? ['messages', 'decisions'] : ['messages'], `message.${act}`, {
      who: m.from,
      texts: { title: firstWords(m) },
      to: m.to,
      target,
    });
    for (const [seat, mark] of m.acknowledged)
      yield happening(mark.src, mark.at, ['people'], 'message.acknowledged', {
        who: seat,
        texts: { title: firstWords(m) },
        target,
        tone: 'met',
      });
  }
  for (const note of world.messages.notes.values())
    yield happening(note.src, note.at, ['control'], 'note', { who: note.seat, texts: { title: note.text } });
}
