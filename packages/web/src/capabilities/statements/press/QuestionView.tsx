import './press.css';
import { useAct, useNow, useOpenMade, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import type { ReadProps } from '../../../kit/seat/part.ts';
import { StoryCard } from '../wall/StoryCard.tsx';
import { useStories } from '../wall/Wall.tsx';
import { AskedBox } from './AskedBox.tsx';
import { deskAt } from './desk.ts';
import { standingOf } from './questions.ts';
import { SpeakForm } from './SpeakForm.tsx';

/** An outlet’s question with what became of it; for those who may speak and have not, with the form of the answer. */
export function QuestionView({ line, open, acts, start, children }: ReadProps) {
  const { world, me } = useSeat();
  const t = useWords('press');
  const name = useNamer();
  const now = useNow();
  const made = useOpenMade((w, events) => events.find((id) => w.statements.statements.has(id) || w.statements.drafts.has(id)), open);
  const stories = useStories();
  const question = world.statements.questions.get(line.id);
  if (!question) return null;
  const { answered, dropped } = standingOf(world, question, now);
  const writes = acts && start && !answered && !dropped && deskAt(world, me.seat)?.speaks;
  const story = stories.find((s) => s.id === answered?.id);
  return (
    <div className="pr-view">
      {writes ? (
        <SpeakForm start={{ question: question.id }} made={made} done={() => {}} />
      ) : (
        <div className="pr-body">
          <h2 className="title">{t('asked.by', { who: name(question.by) })}</h2>
          <AskedBox asked={question} question={question} />
          {dropped && <p className="dim">{t('asked.dropped')}</p>}
          {story && <StoryCard story={story} open={() => open(story.id)} />}
          {answered && !story && (
            <Button kind="quiet" icon="forward" onClick={() => open(answered.id)}>
              {t('asked.readAnswer')}
            </Button>
          )}
        </div>
      )}
      {writes && !question.to.includes('public') && <SetAside question={question.id} />}
      <div className="pr-body">{children}</div>
    </div>
  );
}

/** Not every question is answered. The outlet prints that there was none. */
function SetAside({ question }: { readonly question: string }) {
  const t = useWords('press');
  const { run, busy, error } = useAct();
  return (
    <p className="row wrap pr-aside">
      <Button kind="quiet" size="small" busy={busy} onClick={() => run({ type: 'DropQuestion', question })}>
        {t('asked.setAside')}
      </Button>
      <span className="small dim">{t('asked.setAsideHelp')}</span>
      <Refused words={error} />
    </p>
  );
}
