import './warnings.css';
import type { Text } from '@entente/engine';
import { type Claim, type Warning, warnings } from '@entente/engine/statements';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { shortTime } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { StoryCard } from '../wall/StoryCard.tsx';
import { useStories } from '../wall/Wall.tsx';
import { ProposeMeaning } from './ProposeMeaning.tsx';
import { sentencesWith, withoutSentences } from './sentences.ts';
import { namesOfTerm } from './terms.ts';

/**
 * With what a draft would clash if it were said now, before it is: from one’s own terms, lines and readings, and from what is
 * public. What another side keeps to itself is not known here.
 */
export function Warnings({
  party,
  text,
  claims,
  change,
}: {
  readonly party: string;
  readonly text: Text;
  readonly claims: readonly Claim[];
  /** Absent where the words are not written here. */
  readonly change?: ((text: Text) => void) | undefined;
}) {
  const t = useWords('press');
  const { world } = useSeat();
  const now = useNow(10_000);
  const found = warnings(world, party, { text, claims }, now);
  // Who has marked no topic is not told that all is well: most clashes are found by topics.
  if (found.length === 0 && claims.length === 0) return <p className="small dim">{t('warning.unmarked')}</p>;
  if (found.length === 0)
    return (
      <p className="small pr-clear">
        <Icon name="check" size={12} /> {t('warning.none')}
      </p>
    );
  return (
    <ul className="pr-warnings" aria-label={t('warning.title')}>
      {found.map((w) => (
        <li key={`${w.flag} ${w.why} ${w.term ?? w.topics.join()} ${w.with ?? ''}`} className="pr-warning" data-flag={w.flag}>
          <Icon name="warning" />
          <div className="stack">
            <Head warning={w} />
            <Reason warning={w} />
            <Ways warning={w} text={text} change={change} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** At the act itself: that there is something to read before it is done, and the way there. */
export function WarnedShort({ party, text, claims }: Pick<Parameters<typeof Warnings>[0], 'party' | 'text' | 'claims'>) {
  const t = useWords('press');
  const { world } = useSeat();
  const now = useNow(10_000);
  const found = warnings(world, party, { text, claims }, now);
  const [first] = found;
  if (!first) return null;
  return (
    <span className="pr-warned" data-flag={first.flag}>
      <Icon name="warning" size={12} />{' '}
      <button
        type="button"
        className="link"
        onClick={(e) => e.currentTarget.closest('form')?.querySelector('.pr-warnings')?.scrollIntoView({ block: 'center' })}
      >
        <Head warning={first} />
        {found.length > 1 && ` ${t('warning.more', { count: found.length - 1 })}`}
      </button>{' '}
    </span>
  );
}

/** “‘Joint exercises’ is easily mistaken for ‘joint planning’”. */
function Head({ warning: { why, flag, topics, term } }: { readonly warning: Warning }) {
  const t = useWords('press');
  const text = useText();
  const { world } = useSeat();
  const topic = (id: string): string => text(world.statements.topics?.list.find((x) => x.id === id)?.name) || id;
  const known = term === undefined ? undefined : world.statements.terms.get(term);
  const name = (known && text(namesOfTerm(known)[0])) || term || '';
  const own = known?.told.at(-1)?.topic ?? known?.planned?.topic;
  const others = topics.filter((x) => x !== own).map(topic);
  return <b className="read">{t(`warning.head.${flag === 'ambiguous' ? why : flag}`, { term: name, topics: others.join(', ') })}</b>;
}

function Reason({ warning: { why, flag, term, with: id } }: { readonly warning: Warning }) {
  const t = useWords('press');
  const text = useText();
  const name = useNamer();
  const { start } = useDirectory();
  const { world } = useSeat();
  const said = world.statements.statements.get(id ?? '');
  const line = world.statements.lines.get(id ?? '');
  const told = term === undefined ? undefined : world.statements.terms.get(term)?.told.at(-1);
  const who = said ? (said.card.by ? name(said.card.by) : name(`party:${said.card.party}`)) : '';
  const key = flag === 'ambiguous' ? (said ? 'ambiguous' : 'notYet') : flag;
  return (
    <p>
      {t(`warning.reason.${key}`, { who, time: said ? shortTime(start, said.at) : '', line: line ? text(line.card.name) : '' })}{' '}
      {flag === 'ambiguous' && t(`warning.agreed.${why === 'two-meanings' ? 'meanings' : 'not'}`)}{' '}
      {told && t('warning.told', { time: shortTime(start, told.at) })}
    </p>
  );
}

/** What one can do about it: take the sentence out, agree with the others what the term means, look at what was said. */
function Ways({
  warning: { term, why, flag, with: id },
  text,
  change,
}: {
  readonly warning: Warning;
  readonly text: Text;
  readonly change: ((text: Text) => void) | undefined;
}) {
  const t = useWords('press');
  const { world } = useSeat();
  const stories = useStories();
  const story = stories.find((s) => s.id === id);
  const known = term === undefined ? undefined : world.statements.terms.get(term);
  const names = known ? namesOfTerm(known) : [];
  const cut = change && sentencesWith(text, names) > 0 ? change : undefined;
  return (
    <div className="row wrap">
      {cut && (
        <Button size="small" onClick={() => cut(withoutSentences(text, names))}>
          {t('warning.takeOut')}
        </Button>
      )}
      {flag === 'ambiguous' && known && (why === 'two-meanings' || known.agreed.length === 0) && <ProposeMeaning term={term ?? ''} />}
      {story && (
        <details className="pr-warning-said">
          <summary>{t('warning.show')}</summary>
          <StoryCard story={story} />
        </details>
      )}
    </div>
  );
}
