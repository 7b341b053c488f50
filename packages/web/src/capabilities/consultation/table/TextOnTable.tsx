import './text.css';
import { rosterOfWorld } from '@entente/engine';
import { current, type Matter, openBrackets, shutBy, type TableText, type Version } from '@entente/engine/consultation';
import { Fragment, useState } from 'react';
import { useAct, useSeat } from '../../../connection/index.ts';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { PartyMarks } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { eight } from '../matters/needs.ts';
import { Compared } from './Compared.tsx';
import type { Doing, TextLook } from './look.ts';
import { Paragraph, Proposed } from './Paragraph.tsx';
import { hasEnded, placeAt } from './sits.ts';
import { hasAll, languagesOf, proposedAfter, signedVersion } from './standing.ts';
import { useOrdered } from './useTable.ts';
import { WordingForm } from './WordingForm.tsx';

/** A text on the table: paragraph by paragraph with every side’s brackets, in each language, and word by word against another version. */
export function TextOnTable({
  text,
  matter,
  acts,
}: {
  readonly text: TableText;
  readonly matter: Matter | undefined;
  readonly acts: boolean;
}) {
  const t = useWords('table');
  const { world, me } = useSeat();
  const { language } = usePreferences();
  const forum = world.consultation.forums.get(text.forum);
  const place = placeAt(world, forum, me.seat);
  const party = place?.member.party ?? rosterOfWorld(world)?.partyOf(me.seat) ?? '';
  const before = usual(matter, signedVersion(world, text, party));
  const [chosen, compare] = useState<number | undefined>();
  const [doing, begin] = useState<Doing | undefined>();
  const [shown, show] = useState<string>(language);
  const shut = shutBy(world, text.id);
  const languages = languagesOf(text, world.seats.exercise?.languages ?? []);
  const speaks = acts && place?.consults === true && !hasEnded(world);
  const may = speaks && shut === undefined;
  const against = text.versions.find((v) => v.version === (chosen ?? before)) ?? undefined;
  const look: TextLook = {
    text,
    party,
    members: forum?.card.members.map((m) => m.party) ?? [],
    acts: may,
    languages: [...languages].sort((a, b) => Number(b === language) - Number(a === language)),
    against,
    doing,
    begin,
  };
  const { version, digest, paragraphs } = current(text);
  const contested = new Set(openBrackets(text).map((b) => b.wording.paragraph));
  const settledOnes = paragraphs.filter((p) => !contested.has(p.id)).length;
  return (
    <section className="cs-text" aria-label={t('text.title')} data-shown={shown} data-languages={languages.length}>
      <header className="row wrap cs-text-head">
        <h3 className="strong">{t('text.title')}</h3>
        <Chip>{t('version', { n: version })}</Chip>
        <Chip title={t('text.digest')}>{eight(digest)}</Chip>
        <span className="small dim">{t('text.settled', { n: settledOnes, of: paragraphs.length })}</span>
        <span className="grow" />
        {may && (
          <Button size="small" icon="plus" onClick={() => begin({ do: 'word', after: paragraphs.at(-1)?.id ?? 'start' })}>
            {t('text.newParagraph')}
          </Button>
        )}
      </header>
      {shut && <p className="small dim">{t(`text.shut.${shut}`)}</p>}
      <Compared text={text} against={against} usual={before} signed={signedVersion(world, text, party)?.version} compare={compare} />
      {languages.length > 1 && <Languages look={look} shown={shown} show={show} may={speaks && shut !== 'agreed'} />}
      <Proposals look={look} after="start" />
      {paragraphs.map((p, i) => (
        <Fragment key={p.id}>
          <Paragraph look={look} paragraph={p} number={i + 1} />
          <Proposals look={look} after={p.id} />
        </Fragment>
      ))}
    </section>
  );
}

/** The version with which one compares, unless one chooses: that which one signed; under silence, the one before. */
function usual(matter: Matter | undefined, signed: Version | undefined): number {
  if (signed) return signed.version;
  return matter?.card.procedure === 'silence' ? (matter.on?.version ?? 1) - 1 : 0;
}

/** What is proposed as a new paragraph there, and the form for it. */
function Proposals({ look, after }: { readonly look: TextLook; readonly after: string }) {
  const { text, doing, begin } = look;
  const writes = doing?.do === 'word' && doing.after === after && doing.paragraph === undefined;
  return (
    <>
      {proposedAfter(text, after).map((id) => (
        <Proposed key={id} look={look} paragraph={id} after={after} />
      ))}
      {writes && <WordingForm look={look} paragraph={undefined} after={after} done={() => begin(undefined)} />}
    </>
  );
}

/** Which languages it has, that they bind equally, and which sides certify that they say the same. */
function Languages({
  look: { text, languages, party },
  shown,
  show,
  may,
}: {
  readonly look: TextLook;
  readonly shown: string;
  readonly show: (language: string) => void;
  readonly may: boolean;
}) {
  const t = useWords('table');
  const ordered = useOrdered();
  const { busy, error, run } = useAct();
  const { digest } = current(text);
  const certified = ordered(text.certified.filter((c) => c.digest === digest).map((c) => c.party));
  return (
    <div className="cs-languages small">
      <fieldset className="cs-switch">
        <legend className="unseen">{t('text.language')}</legend>
        {languages.map((l) => (
          <label key={l} data-chosen={l === shown || undefined}>
            <input type="radio" className="unseen" name={`language of ${text.id}`} checked={l === shown} onChange={() => show(l)} />
            {t(`language.${l}`)}
          </label>
        ))}
      </fieldset>
      <div className="cs-cells cs-language-heads">
        {languages.map((l) => (
          <b key={l} data-cell={l}>
            {t(`language.${l}`)}
          </b>
        ))}
      </div>
      <div className="row wrap dim">
        <span>{t('text.bothBind')}</span>
        {certified.length > 0 && (
          <span className="row">
            {t('text.certified')} <PartyMarks parties={certified} />
          </span>
        )}
        {may && !certified.includes(party) && hasAll(text, languages) && (
          <Button size="small" kind="quiet" busy={busy} onClick={() => run({ type: 'CertifyLanguages', of: text.id, digest })}>
            {t('text.certify')}
          </Button>
        )}
        <Refused words={error} />
      </div>
    </div>
  );
}
