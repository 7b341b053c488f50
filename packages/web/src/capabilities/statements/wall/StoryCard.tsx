import './wall.css';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { PartyMarks, useNamer } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { Story } from './story.ts';

/**
 * Something said in public, recognisable at a glance by its form: a paper has a masthead, a wire a slug and a thick bar, a
 * post is a round bubble, a broadcast a dark picture with a lower third, a statement a rule in its party’s colour. Each says
 * that it is exercise.
 */
export function StoryCard({ story, open }: { readonly story: Story; readonly open?: (() => void) | undefined }) {
  const t = useWords('wall');
  const text = useText();
  return (
    <article className="wl-story" data-form={story.form} aria-label={t(`form.${story.form}`)}>
      {story.form === 'statement' && <Rule parties={story.parties} />}
      <header className="wl-head">
        <From story={story} />
        <span className="wl-exercise">{t('exercise')}</span>
        <span className="wl-time">
          <ExactTime at={story.at} />
        </span>
      </header>
      {story.first ? <Correction story={story} /> : <Body story={story} />}
      {open && (
        <button type="button" className="wl-open" aria-label={t('open', { what: text(story.title ?? story.text) })} onClick={open} />
      )}
    </article>
  );
}

/** The colours of those in whose name it is said, side by side. */
function Rule({ parties }: { readonly parties: readonly string[] }) {
  const directory = useDirectory();
  return (
    <span className="wl-rule" aria-hidden="true">
      {parties.map((p) => (
        <i key={p} data-party={((directory.partyOf(`party:${p}`)?.order ?? 0) % 4) + 1} />
      ))}
    </span>
  );
}

function From({ story: { form, from, parties, joint, unnamed } }: { readonly story: Story }) {
  const t = useWords('wall');
  const name = useNamer('mark');
  const who = unnamed ? t('unnamed', { who: name(`party:${parties[0]}`) }) : joint ? t('joint') : name(from);
  return (
    <b className="wl-from">
      {form === 'post' && (
        <span className="wl-people">
          <Icon name="people" />
        </span>
      )}
      {form === 'wire' && <span className="wl-slug">{t('wire')}</span>}
      {parties.length > 0 && <PartyMarks parties={parties} />}
      <span>{who}</span>
    </b>
  );
}

function Body({ story: { form, title, text, question } }: { readonly story: Story }) {
  const t = useWords('wall');
  const words = useText();
  const same = title === undefined || words(title).trim() === words(text).trim();
  return (
    <div className="wl-body">
      {!same && (
        <h3 className="wl-title">
          <Said text={title} />
        </h3>
      )}
      {question && (
        <p className="wl-asked">
          <abbr title={t('question')}>{t('q')}</abbr>
          <span>
            <Quoted text={question} />
          </span>
        </p>
      )}
      {/* A broadcast says what runs below the picture; its text is that line. */}
      <p className={question ? 'wl-asked' : form === 'broadcast' && same ? 'wl-title' : 'wl-text'}>
        {question && <abbr title={t('answer')}>{t('a')}</abbr>}
        <span>
          <Said text={text} />
        </span>
      </p>
      <NotYet of={[same ? undefined : title, text]} />
    </div>
  );
}

/** A correction stands on its own first story, which stays legible. */
function Correction({ story }: { readonly story: Story }) {
  const t = useWords('wall');
  const { first, title, text } = story;
  if (!first) return null;
  return (
    <div className="wl-correction">
      <div className="wl-now">
        <p className="wl-corrects">
          <Icon name="undo" size={12} /> {t('correction')}
        </p>
        <h3 className="wl-title">
          <Said text={title ?? text} />
        </h3>
        {title !== undefined && (
          <p className="wl-text">
            <Said text={text} />
          </p>
        )}
      </div>
      <div className="wl-first">
        <p className="row small">
          <span className="grow">{t('firstStory')}</span> <ExactTime at={first.at} />
        </p>
        <p className="wl-title">
          <Said text={first.title} />
        </p>
      </div>
    </div>
  );
}
