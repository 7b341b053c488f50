import './wall.css';
import type { Id } from '@entente/engine';
import { useMemo, useState } from 'react';
import { useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { EmptyState, Panel } from '../../../kit/Panel.tsx';
import type { MineProps } from '../../../kit/seat/part.ts';
import { StoryCard } from './StoryCard.tsx';
import { storiesOf } from './stories.ts';
import type { Story } from './story.ts';

/** How many stories stand there before one asks for earlier ones. */
const MANY = 20;

/** What is said in public, for everyone: newest first. What came since one looked is counted, and comes when one asks. */
export function WallPanel({ open }: MineProps) {
  const t = useWords('wall');
  const stories = useStories();
  const [from, stand] = useState<Id | undefined>(() => stories[0]?.id);
  const there = Math.max(0, from === undefined ? 0 : stories.findIndex((s) => s.id === from));
  const fresh = from === undefined ? 0 : there;
  return (
    <Panel
      className="wl-panel"
      title={t('title')}
      aside={
        <span role="status">
          {fresh > 0 && (
            <Button size="small" className="new-count" onClick={() => stand(stories[0]?.id)}>
              {t('new', { count: fresh })}
            </Button>
          )}
        </span>
      }
      actions={<span className="dim small">{t('order')}</span>}
    >
      <Stories stories={from === undefined ? stories : stories.slice(there)} open={open} />
    </Panel>
  );
}

/** The same without a panel of its own: a tab beside others. */
export function WallList({ open }: Pick<MineProps, 'open'>) {
  return <Stories stories={useStories()} open={open} />;
}

export function useStories(): readonly Story[] {
  const { world, version } = useSeat();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  return useMemo(() => storiesOf(world), [world, version]);
}

function Stories({ stories, open }: { readonly stories: readonly Story[]; readonly open: (id: Id) => void }) {
  const t = useWords('wall');
  const [many, more] = useState(MANY);
  const { world } = useSeat();
  const opens = ({ id }: Story): boolean => !world.statements.posts.has(id);
  if (stories.length === 0) return <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>;
  return (
    <div className="wl-ground">
      <div className="wl-wall">
        {stories.slice(0, many).map((story) => (
          <StoryCard key={story.id} story={story} open={opens(story) ? () => open(story.id) : undefined} />
        ))}
        {stories.length > many && (
          <Button kind="quiet" onClick={() => more(many + MANY)}>
            {t('earlier', { count: stories.length - many })}
          </Button>
        )}
      </div>
    </div>
  );
}
