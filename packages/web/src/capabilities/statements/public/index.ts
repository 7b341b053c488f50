import { saidInPublic } from '@entente/engine/statements';
import type { PublicItem, PublicPart } from '../../../kit/public/part.ts';
import { LiveConference } from './Conference.tsx';
import { WallStory } from './WallStory.tsx';

const said: PublicPart = {
  room: 'statements',
  *news(world): Iterable<PublicItem> {
    const all = saidInPublic(world);
    // Of what people say in passing the newest is enough: nothing else may be pushed off the first page by it.
    const lastPost = all.findLast((item) => item.kind === 'post')?.id;
    for (const item of all) {
      const { id, at } = item;
      if (item.kind === 'post' && id !== lastPost) continue;
      if (item.kind === 'statement') {
        const { by, party, question, text } = item.statement.card;
        yield { id, at, from: by ?? `party:${party}`, channel: 'statement', title: question?.text, texts: [text] };
      }
      if (item.kind === 'report' || item.kind === 'post') {
        const { outlet, medium, title, text } = item.kind === 'report' ? item.report.card : item.post.card;
        yield { id, at, from: outlet, channel: medium === 'post' ? 'social' : 'news', title, texts: text === undefined ? [] : [text] };
      }
    }
  },
  Story: WallStory,
  Live: { Beside: LiveConference, shows: ({ statements }) => [...statements.conferences.values()].some((c) => !c.closed) },
};

export { said as public };
