import type { Text } from '@entente/engine';
import { type Bracket, type Paragraph as Standing, settles, shutBy, standsBy } from '@entente/engine/consultation';
import { useAct, useSeat } from '../../../connection/index.ts';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Changed } from '../../../kit/Changed.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark, AddressName, PartyMarks, useNamer } from '../../../kit/Names.tsx';
import { ChangedTerms, StepTerms } from '../../../kit/plan/StepTerms.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import type { TextLook } from './look.ts';
import { Statements } from './Statements.tsx';
import { askedAnew, bracketsOf, inLanguage, mattersOn, ownWords, signedBy, wordsIn } from './standing.ts';
import { useOrdered, useParties } from './useTable.ts';
import { WordingForm } from './WordingForm.tsx';

/** One paragraph: its words in every language, each side’s bracket, what was attached to it, and how it was settled. */
export function Paragraph({ look, paragraph, number }: { readonly look: TextLook; readonly paragraph: Standing; readonly number: number }) {
  const t = useWords('table');
  const { world } = useSeat();
  const { text, against, doing, begin, acts } = look;
  const { open, former } = bracketsOf(text, paragraph.id);
  const writes = doing?.do === 'word' && doing.paragraph === paragraph.id;
  // What one side has put there is not settled by nobody having written about it.
  const settled = former.some((b) => b.settled) || shutBy(world, text.id) === 'agreed';
  return (
    <article className="cs-paragraph" aria-label={t('text.paragraph', { n: number })} data-open={open.length > 0 || undefined}>
      <span className="cs-number dim small">{number}</span>
      <div className="stack grow">
        <Cells look={look} words={paragraph.text} before={against && (wordsIn(against, paragraph.id) ?? '')} />
        {paragraph.step && <StepTerms text={text} paragraph={paragraph.id} step={paragraph.step} />}
        {open.map((b) => (
          <BracketLine key={b.id} look={look} bracket={b} />
        ))}
        <Kept look={look} paragraph={paragraph.id} />
        <Attached look={look} paragraph={paragraph.id} />
        {former.length > 0 && open.length === 0 && <Former look={look} former={former} />}
        {writes && <WordingForm look={look} paragraph={paragraph.id} after={undefined} done={() => begin(undefined)} />}
      </div>
      <span className="cs-state small">
        {open.length > 0 ? (
          <span className="soon row">
            <Icon name="brackets" size={14} /> {t('text.open')}
          </span>
        ) : settled ? (
          <span className="met row">
            <Icon name="check" size={14} /> {t('text.isSettled')}
          </span>
        ) : (
          <span className="dim">{t('text.noBrackets')}</span>
        )}
        {acts && !writes && (
          <Button size="small" kind="quiet" onClick={() => begin({ do: 'word', paragraph: paragraph.id })}>
            {t('text.word')}
          </Button>
        )}
      </span>
    </article>
  );
}

/** A new paragraph that somebody proposes; nobody’s text yet. */
export function Proposed({ look, paragraph, after }: { readonly look: TextLook; readonly paragraph: string; readonly after: string }) {
  const t = useWords('table');
  const { text, doing, begin, acts } = look;
  const { open } = bracketsOf(text, paragraph);
  const writes = doing?.do === 'word' && doing.paragraph === paragraph;
  return (
    <article className="cs-paragraph" aria-label={t('text.proposed')} data-open>
      <span className="cs-number dim small">+</span>
      <div className="stack grow">
        <p className="small dim">{t('text.proposed')}</p>
        {open.map((b) => (
          <BracketLine key={b.id} look={look} bracket={b} />
        ))}
        {writes && <WordingForm look={look} paragraph={paragraph} after={after} done={() => begin(undefined)} />}
      </div>
      <span className="cs-state small">
        <span className="soon row">
          <Icon name="brackets" size={14} /> {t('text.open')}
        </span>
        {acts && !writes && (
          <Button size="small" kind="quiet" onClick={() => begin({ do: 'word', paragraph, after })}>
            {t('text.word')}
          </Button>
        )}
      </span>
    </article>
  );
}

/** The same words in each language, side by side where there is room. What lacks a language says so. */
function Cells({
  look: { languages },
  words,
  before,
}: {
  readonly look: TextLook;
  readonly words: Text | undefined;
  readonly before?: Text | undefined;
}) {
  const t = useWords('table');
  if (languages.length === 0 || typeof words === 'string') {
    const said = typeof words === 'string' ? words : '';
    return <Words words={said} before={typeof before === 'string' ? before : undefined} />;
  }
  return (
    <div className="cs-cells">
      {languages.map((l) => {
        const own = inLanguage(words, l);
        return (
          <div key={l} data-cell={l} lang={l}>
            {own === undefined ? (
              <>
                <span className="not-yet">{t(`text.lacks.${l}`)}</span>
                <Instead words={words} />
              </>
            ) : (
              <Words words={own} before={before === undefined ? undefined : (inLanguage(before, l) ?? '')} />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Where the languages do not stand side by side, the words that there are: nobody is left before an empty paragraph. */
function Instead({ words }: { readonly words: Text | undefined }) {
  const [language, said] = Object.entries(typeof words === 'object' ? words : {})[0] ?? [];
  return said === undefined ? null : (
    <p className="read cs-instead" lang={language}>
      {said}
    </p>
  );
}

function Words({ words, before }: { readonly words: string; readonly before: string | undefined }) {
  if (before === undefined || before === words) return <p className="read">{words}</p>;
  return (
    <div className="read">
      <Changed before={before} after={words} />
    </div>
  );
}

/** A side’s wording: its letter, square brackets, its tint; when it was set and who has taken it. */
function BracketLine({ look, bracket }: { readonly look: TextLook; readonly bracket: Bracket }) {
  const t = useWords('table');
  const { busy, error, run } = useAct();
  const { text, party, acts, doing, begin } = look;
  const { world } = useSeat();
  const order = (world.seats.exercise?.parties ?? []).findIndex((p) => p.id === bracket.party) % 4;
  const own = standsBy(text, bracket.wording.paragraph, party);
  const taken = bracket.taken.filter((h) => h.left === undefined);
  const taking = doing?.do === 'take' && doing.bracket === bracket.id;
  return (
    <>
      <div className="cs-bracket" data-party={order + 1} data-taking={taking || undefined}>
        <div className="cs-bracket-words">
          <AddressMark address={`party:${bracket.party}`} named />
          <b aria-hidden="true">[</b>
          {bracket.wording.words === undefined ? <i>{t('text.leftOut')}</i> : <Cells look={look} words={bracket.wording.words} />}
          <b aria-hidden="true">]</b>
        </div>
        {bracket.wording.step && <ChangedTerms text={text} paragraph={bracket.wording.paragraph} step={bracket.wording.step} />}
        <span className="small dim cs-bracket-meta">
          {t(bracket.party === party ? 'bracket.yours' : 'bracket.set')} <ExactTime at={bracket.at} />
          {world.consultation.actedFor.has(bracket.id) && ` · ${t('bracket.byControl')}`}
          {taken.length > 0 && (
            <span className="row">
              {' '}
              · {t('bracket.takenBy')} <PartyMarks parties={taken.map((h) => h.party)} />
            </span>
          )}
        </span>
        {acts && bracket.party === party && (
          <Button size="small" kind="quiet" busy={busy} onClick={() => run({ type: 'DropWording', bracket: bracket.id })}>
            {t('bracket.drop')}
          </Button>
        )}
        {acts && bracket.party !== party && own?.id !== bracket.id && !taking && (
          <Button size="small" onClick={() => begin({ do: 'take', bracket: bracket.id })}>
            {t('bracket.take')}
          </Button>
        )}
      </div>
      <Refused words={error} />
      {taking && <Take look={look} bracket={bracket} own={own} />}
    </>
  );
}

/** Before the tap: word by word what changes against what one stands by, what becomes of the own bracket, and what follows. */
function Take({ look, bracket, own }: { readonly look: TextLook; readonly bracket: Bracket; readonly own: Bracket | undefined }) {
  const t = useWords('table');
  const { text, members, party, languages, begin } = look;
  const { world } = useSeat();
  const name = useNamer();
  const parties = useParties();
  const ordered = useOrdered();
  const { busy, error, run } = useAct();
  const settled = settles(text, bracket, members, party);
  const still = ordered(members.filter((p) => p !== party && standsBy(text, bracket.wording.paragraph, p)?.id !== bracket.id));
  const voids = settled ? ordered(signedBy(world, text)) : [];
  const anew = askedAnew(world, text);
  const before = ownWords(text, bracket.wording.paragraph, party);
  const after = bracket.wording.words;
  const take = async () => {
    if ((await run({ type: 'TakeWording', bracket: bracket.id })).ok) begin(undefined);
  };
  return (
    <section className="cs-take" aria-label={t('bracket.preview')}>
      {after === undefined && <p>{t('text.leftOut')}</p>}
      {(languages.length === 0 ? [''] : languages).map((l) => {
        const [was, is] = [inLanguage(before, l) ?? '', inLanguage(after, l) ?? ''];
        return was === is ? null : (
          <div key={l} lang={l || undefined}>
            <Changed before={was} after={is} />
          </div>
        );
      })}
      <p className="small dim">
        {own?.party === party && `${t('bracket.mineDropped')} `}
        {settled
          ? t('bracket.thenSettled', { version: (text.versions.at(-1)?.version ?? 1) + 1 })
          : t('bracket.stillMissing', { who: parties(still) })}
        {voids.length > 0 && <b> {t('bracket.voids', { who: parties(voids) })}</b>}
        {settled && anew && <b> {t(`bracket.${anew}`)}</b>}
      </p>
      <div className="row wrap">
        <Button size="small" kind="quiet" onClick={() => begin(undefined)}>
          {t(own?.party === party ? 'bracket.keepMine' : 'bracket.notNow')}
        </Button>
        <Button size="small" kind="main" busy={busy} onClick={take}>
          {t('bracket.takeOf', { who: name(`party:${bracket.party}`) })}
        </Button>
        <Refused words={error} />
      </div>
    </section>
  );
}

/** Wordings of the own side that it has not set. */
function Kept({ look, paragraph }: { readonly look: TextLook; readonly paragraph: string }) {
  const t = useWords('table');
  const name = useNamer();
  const { language } = usePreferences();
  const { text, party, acts, begin } = look;
  const kept = text.kept.findLast((k) => k.party === party && k.wording.paragraph === paragraph);
  // What was set since is no draft any more.
  const since = kept && text.brackets.some((b) => b.party === party && b.wording.paragraph === paragraph && b.at >= kept.at);
  if (!kept || since) return null;
  return (
    <div className="cs-ours small">
      <p className="row">
        <Icon name="lock" size={12} /> <span className="dim">{t('ours.only', { party: name(`party:${party}`) })}</span>
        <span className="grow" />
        <AddressName address={kept.by} mark={false} />
      </p>
      <p>“{kept.wording.words === undefined ? t('text.leftOut') : inLanguage(kept.wording.words, language)}”</p>
      {acts && (
        <Button size="small" kind="quiet" onClick={() => begin({ do: 'word', paragraph })}>
          {t('text.useKept')}
        </Button>
      )}
    </div>
  );
}

/** What was attached to it in any matter on the text. */
function Attached({ look: { text, party }, paragraph }: { readonly look: TextLook; readonly paragraph: string }) {
  const { world } = useSeat();
  return mattersOn(world, text).map((matter) => (
    <Statements key={matter.id} at={{ matter, member: { party, seats: [] } }} paragraph={paragraph} />
  ));
}

/** How it came to its words: folded. */
function Former({ look, former }: { readonly look: TextLook; readonly former: readonly Bracket[] }) {
  const t = useWords('table');
  const settled = former.findLast((b) => b.settled?.bracket === b.id);
  return (
    <details className="cs-former small">
      <summary className="dim">
        {settled?.settled ? (
          <>
            {t('bracket.settledFrom', { count: former.length })} <ExactTime at={settled.settled.at} />
          </>
        ) : (
          t('bracket.dropped', { count: former.length })
        )}
      </summary>
      <ul className="stack">
        {former.map((b) => (
          <li key={b.id} className="row wrap">
            <AddressMark address={`party:${b.party}`} named />
            <span className={b.settled?.bracket === b.id ? '' : 'struck'}>
              [{b.wording.words === undefined ? t('text.leftOut') : <Cells look={look} words={b.wording.words} />}]
            </span>
            <span className="dim">
              {b.settled?.bracket === b.id ? t('bracket.kept') : b.dropped ? t('bracket.droppedAt') : t('bracket.gaveWay')}{' '}
              <ExactTime at={b.dropped?.at ?? b.settled?.at ?? b.at} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
