import './wall.css';
import type { Id } from '@entente/engine';
import type { ComponentType } from 'react';
import { StoryCard } from '../wall/StoryCard.tsx';
import { useStories } from '../wall/Wall.tsx';

/** Something said in public, as large as a projector wants it: the same cards as on a seat’s wall. */
export function WallStory({ id, otherwise: Otherwise }: { readonly id: Id; readonly otherwise: ComponentType }) {
  const story = useStories().find((s) => s.id === id);
  return story ? (
    <div className="wl-wall public-wall">
      <StoryCard story={story} />
    </div>
  ) : (
    <Otherwise />
  );
}
