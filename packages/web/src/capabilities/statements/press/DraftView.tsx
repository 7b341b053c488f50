import './press.css';
import type { Id } from '@entente/engine';
import type { PressDraft } from '@entente/engine/statements';
import { useState } from 'react';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { AddressName, PartyMarks, useNamer } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { Said } from '../../../kit/Said.tsx';
import type { ReadProps } from '../../../kit/seat/part.ts';
import { AskedBox } from './AskedBox.tsx';
import { type Desk, deskAt } from './desk.ts';
import { isOpen, linkOf, versionsOf } from './drafts.ts';
import { Points } from './LineBeside.tsx';
import { linesNow } from './points.ts';
import { Version } from './Version.tsx';
import { VersionForm } from './VersionForm.tsx';
import { Warnings } from './Warnings.tsx';

/** A statement before it is made: what it answers, the line beside it, each language with its clearers. One’s own side alone sees it. */
export function DraftView({ line, open, acts, start, children }: ReadProps) {
  return (
    <DraftShown id={line.id} open={open} acts={acts && start !== undefined}>
      {children}
    </DraftShown>
  );
}

/** The same wherever a draft is worked: at a seat, or by control in a seat’s name. */
export function DraftShown({ id, open, acts, children }: Pick<ReadProps, 'open' | 'acts' | 'children'> & { readonly id: Id }) {
  const { world, me } = useSeat();
  const draft = world.statements.drafts.get(id);
  const desk = deskAt(world, me.seat);
  if (!draft) return null;
  const may = acts && isOpen(draft) ? desk : undefined;
  return (
    <article className="pr-body">
      <Head draft={draft} />
      <Outcome draft={draft} open={open} />
      {isOpen(draft) && draft.words.length > 0 && <Warned draft={draft} />}
      <div className="pr-two">
        <LineOf draft={draft} />
        <Versions draft={draft} desk={may} />
      </div>
      {children}
    </article>
  );
}

function Head({ draft }: { readonly draft: PressDraft }) {
  const t = useWords('press');
  const name = useNamer();
  const { world } = useSeat();
  const { card } = draft;
  const question = world.statements.questions.get(linkOf(draft, 'answers') ?? '');
  // A question that was put off the system stands in the draft itself.
  const asked = question ?? card.asked;
  const corrects = linkOf(draft, 'corrects') ?? '';
  const first = world.statements.statements.get(corrects)?.card.text ?? world.statements.reports.get(corrects)?.card.title;
  return (
    <header className="stack">
      <p className="row wrap small">
        <Chip icon="write">{t('draft.chip')}</Chip>
        <Chip>{t(`attribution.${card.attribution}`)}</Chip>
        {card.outlet && <AddressName address={card.outlet} />}
        <span className="grow" />
        <span className="row dim">
          <Icon name="lock" size={12} /> {t('draft.ownSide')}
        </span>
      </p>
      <h2 className="title">
        {asked ? t('speak.answer', { who: name(asked.by) }) : first === undefined ? t('draft.title') : t('speak.correct')}
      </h2>
      <p className="row wrap small dim">
        {t('draft.by')} <AddressName address={card.by} mark={false} /> <ExactTime at={draft.at} />
        {card.venue && (
          <>
            {' · '}
            <Said text={card.venue} />
          </>
        )}
        {card.due !== undefined && (
          <>
            {' · '}
            {t('draft.due')} <ExactTime at={card.due} />
          </>
        )}
      </p>
      {asked && <AskedBox asked={asked} question={question} />}
      {first !== undefined && (
        <section className="pr-asked" aria-label={t('speak.corrects')}>
          <p className="small dim">{t('speak.corrects')}</p>
          <blockquote>
            <Quoted text={first} />
          </blockquote>
        </section>
      )}
    </header>
  );
}

/** What became of it. */
function Outcome({ draft: { published, dropped }, open }: { readonly draft: PressDraft; readonly open: (id: string) => void }) {
  const t = useWords('press');
  if (published)
    return (
      <p className="row wrap">
        <Chip tone="met" icon="check">
          {t('draft.published')} <ExactTime at={published.at} />
        </Chip>
        <Button kind="quiet" size="small" onClick={() => open(published.statement)}>
          {t('draft.readIt')}
        </Button>
      </p>
    );
  return dropped ? (
    <p className="dim">
      {t('draft.dropped')} <ExactTime at={dropped.at} />
    </p>
  ) : null;
}

/** The line that it uses, else the first that is agreed, ticked against each language. */
function LineOf({ draft }: { readonly draft: PressDraft }) {
  const t = useWords('press');
  const text = useText();
  const { world } = useSeat();
  const now = useNow(60_000);
  const used = world.statements.lines.get(linkOf(draft, 'line') ?? '');
  const line = used ?? linesNow(world, draft.card.party, now).find((l) => l.card.use === 'line');
  const written = Object.fromEntries(versionsOf(draft).map((v) => [v.language, v.words?.text ?? '']));
  if (!line) return <p className="small dim pr-line">{t('line.noneAgreed')}</p>;
  return (
    <section className="pr-line" aria-label={t('line.title')}>
      <p className="row wrap small dim">
        {text(line.card.name)} · {t('line.agreedBy')} <PartyMarks parties={line.card.agreed} />
      </p>
      <blockquote className="pr-line-text">
        <Quoted text={line.card.text} />
      </blockquote>
      {!used && <p className="small dim">{t('draft.noLine')}</p>}
      <Points line={line} written={written} />
    </section>
  );
}

/** With what it would clash as it is worded now. */
function Warned({ draft }: { readonly draft: PressDraft }) {
  const versions = versionsOf(draft);
  const text = Object.fromEntries(versions.map((v) => [v.language, v.words?.text ?? '']));
  return <Warnings party={draft.card.party} text={text} claims={versions[0]?.claims ?? []} />;
}

/** Each language of it, and the way to write one that is missing. */
function Versions({ draft, desk }: { readonly draft: PressDraft; readonly desk: Desk | undefined }) {
  const t = useWords('press');
  const { world } = useSeat();
  const [adding, add] = useState<string | undefined>();
  const versions = versionsOf(draft);
  const spoken = desk?.rules.languages.length ? desk.rules.languages : (world.seats.exercise?.languages ?? []);
  const missing = desk?.speaks ? spoken.filter((l) => !versions.some((v) => v.language === l)) : [];
  return (
    <div className="stack pr-versions">
      {versions.map((v) => (
        <Version key={v.language} draft={draft} version={v} desk={desk} />
      ))}
      {missing.map((language) =>
        adding === language ? (
          <VersionForm key={language} draft={draft} language={language} does="word" done={() => add(undefined)} />
        ) : (
          <p key={language}>
            <Button size="small" icon="plus" onClick={() => add(language)}>
              {t('draft.add', { language: t(`language.name.${language}`) })}
            </Button>
          </p>
        ),
      )}
    </div>
  );
}
