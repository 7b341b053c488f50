import './PublicScreen.css';
import { clockStatus, currentMove, type Ms } from '@entente/engine';
import { useMemo } from 'react';
import { useEmergency, useNow, useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords, useWordsOfAll } from '../../i18n/words.ts';
import { ChannelIcon } from '../../kit/ChannelIcon.tsx';
import { Capitals, ClockChip, ScenarioClock } from '../../kit/Clock.tsx';
import { useDirectory } from '../../kit/Directory.tsx';
import { Jumped } from '../../kit/Jumped.tsx';
import { Marked } from '../../kit/Marking.tsx';
import { AddressName } from '../../kit/Names.tsx';
import type { PublicItem, PublicPart } from '../../kit/public/part.ts';
import { ExactTime, RelativeTime } from '../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../kit/Said.tsx';
import { Switches } from '../../kit/TopBar.tsx';
import { useTitle } from '../../kit/title.ts';
import { WallAge, type WallSince } from '../../kit/WallAge.tsx';
import { freshJump, publicNews } from './news.ts';
import { Paged } from './Paged.tsx';

/** For the projector: marking, clock, brief of the move, public news. Nothing else, and nothing to press but language and theme. */
export function PublicScreen({ parts }: { readonly parts: readonly PublicPart[] }) {
  const { world, version } = useSeat();
  const emergency = useEmergency();
  const t = useWords('public');
  const text = useText();
  const directory = useDirectory();
  const now = useNow();
  useTitle(0, t('screen'), text(directory.title));
  const move = currentMove(world.moves);
  const reading = world.clock.reading;
  const before = clockStatus(world) === 'ready' && !move;
  const ended = clockStatus(world) === 'ended';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  const news = useMemo(() => publicNews(parts, world), [parts, world, version]);
  const jump = freshJump(world, now, news[0]?.at);
  const live = parts.find((p) => p.Live?.shows(world))?.Live;
  return (
    <Marked title={text(directory.title)} emergency={emergency}>
      {emergency ? (
        <WholeEmergency {...emergency} />
      ) : (
        <main className="public-screen">
          <header className="public-head">
            {!before && <h1>{text(directory.title)}</h1>}
            <div className="public-clock">
              <ScenarioClock now={now} />
              <ClockChip status={clockStatus(world)} rate={reading?.rate ?? 1} reason={reading?.reason} />
              <Capitals now={now} />
              <span className="grow" />
              {live && move && !ended && <MoveInHead move={move} now={now} />}
              <Switches />
            </div>
          </header>
          {jump && <Jumped {...jump} />}
          {before ? (
            <BeforeStart />
          ) : (
            <>
              <section className="public-news" aria-labelledby="public-news" aria-live="polite">
                <h2 id="public-news" className="public-label">
                  {t('news')}
                </h2>
                {news.length === 0 && <p className="dim public-text">{t('noNewsHelp')}</p>}
                <Paged anew={news[0]?.id}>
                  {news.map((n) => (
                    <OneStory key={n.id} item={n} parts={parts} />
                  ))}
                </Paged>
              </section>
              {live ? (
                <section className="public-move">
                  <live.Beside />
                </section>
              ) : (
                <section className="public-move" aria-labelledby="public-move">
                  <h2 id="public-move" className="public-label">
                    {ended ? t('ended') : move ? t('move', { number: move.number, of: move.of }) : t('noMove')}
                  </h2>
                  {/* After ENDEX no time is left of anything, and no brief is to be worked on. */}
                  {move && !ended ? (
                    <MoveNow move={move} now={now} />
                  ) : (
                    <p className="dim public-text">{t(ended ? 'endedHelp' : 'noMoveHelp')}</p>
                  )}
                </section>
              )}
            </>
          )}
        </main>
      )}
    </Marked>
  );
}

function MoveNow({ move, now }: { readonly move: NonNullable<ReturnType<typeof currentMove>>; readonly now: Ms }) {
  const text = useText();
  return (
    <>
      <p className="public-title strong">{text(move.name)}</p>
      <p className="dim public-due">
        <RelativeTime at={move.until} now={now} kind="deadline" exact />
      </p>
      {move.brief && (
        <Paged anew={move.number}>
          <p className="public-brief">{text(move.brief)}</p>
        </Paged>
      )}
    </>
  );
}

/** Beside what is live the move takes one line above. */
function MoveInHead({ move, now }: { readonly move: NonNullable<ReturnType<typeof currentMove>>; readonly now: Ms }) {
  const t = useWords('public');
  const text = useText();
  return (
    <div className="public-moves">
      <strong>
        {t('move', { number: move.number, of: move.of })}: {text(move.name)}
      </strong>
      <span className="dim">
        <RelativeTime at={move.until} now={now} kind="deadline" exact />
      </span>
    </div>
  );
}

/** By the form that a capability gives it, or as plain news. */
function OneStory({ item, parts }: { readonly item: PublicItem; readonly parts: readonly PublicPart[] }) {
  const Story = parts.find((p) => p.Story)?.Story;
  const plain = () => <News item={item} />;
  return Story ? <Story id={item.id} otherwise={plain} /> : <News item={item} />;
}

function News({ item: n }: { readonly item: PublicItem }) {
  const kit = useWords('kit');
  const text = useText();
  return (
    <article className={n.channel}>
      <p className="row wrap dim public-label">
        <ChannelIcon channel={n.channel} />
        {kit(`channel.${n.channel}`)} <ExactTime at={n.at} />
        <Speaker from={n.from} />
        <NotYet of={[n.title, ...n.texts]} />
      </p>
      {n.title && (
        <h3 className="public-title">
          <Said text={n.title} />
        </h3>
      )}
      {n.texts.map((paragraph) => (
        <p key={text(paragraph)} className="public-text">
          <Said text={paragraph} />
        </p>
      ))}
    </article>
  );
}

/** In both languages, for all who sit before this one screen. */
function WholeEmergency(age: WallSince) {
  const languages = useWordsOfAll('kit');
  return (
    <main className="public-emergency">
      {languages.map(({ language, t: kit }) => (
        <section key={language} lang={language}>
          <h1>{kit('emergency.banner')}</h1>
          <p>{kit('emergency.whatToDo')}</p>
          <p aria-live="off">
            <WallAge {...age} t={kit} />
          </p>
        </section>
      ))}
    </main>
  );
}

/** Until control starts: which exercise this is, and what will be seen here. */
function BeforeStart() {
  const t = useWords('public');
  const text = useText();
  const { title } = useDirectory();
  return (
    <section className="public-before" aria-labelledby="public-before">
      <h1 id="public-before">{text(title)}</h1>
      <ul className="dim">
        <li>{t('before.start')}</li>
        <li>{t('before.move')}</li>
        <li>{t('before.news')}</li>
      </ul>
    </section>
  );
}

/** Who speaks, where the public knows it: the directory of seats and entities is not always given to the public. */
function Speaker({ from }: { readonly from: string }) {
  const directory = useDirectory();
  const address = directory.entities.some((e) => e.id === from) ? `entity:${from}` : from;
  const known = directory.seats.has(from) || address.startsWith('entity:') || directory.partyOf(from) !== undefined;
  return known ? <AddressName address={address} withParty /> : null;
}
