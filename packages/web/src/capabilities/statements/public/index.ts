import { saidInPublic } from '@entente/engine/statements';
import type { PublicItem, PublicPart } from '../../../kit/public/part.ts';
import { LiveConference } from './Conference.tsx';
import { WallStory } from './WallStory.tsx';

const said: PublicPart = {
  room: 'statements',
  *news(world): Iterable<PublicItem> {
    for (const item of saidInPublic(world)) {
      const { id, at } = item;
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
