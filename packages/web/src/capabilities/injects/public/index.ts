import type { PublicPart } from '../../../kit/public/part.ts';

const given: PublicPart = {
  room: 'injects',
  *news({ injects }) {
    for (const d of injects.deliveries.values())
      if (d.to.includes('public')) yield { id: d.id, at: d.at, from: d.from, channel: d.channel, title: d.title, texts: [d.text] };
  },
};

export { given as public };
