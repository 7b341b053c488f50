import { standingCard } from '@entente/engine';
import type { PublicPart } from '../../../kit/public/part.ts';

const given: PublicPart = {
  room: 'sharing',
  *news({ sharing }) {
    for (const item of sharing.items.values()) {
      const copy = [...item.copies.values()].find((c) => c.to?.includes('public'));
      const card = standingCard(item);
      if (!copy || !card) continue;
      const texts = card.portions.map((p) => p.text);
      yield { id: item.id, at: copy.at, from: card.originator, channel: 'report', title: card.title, texts };
    }
  },
};

export { given as public };
