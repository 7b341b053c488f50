import './press.css';
import type { Id } from '@entente/engine';
import type { Claim, Report, Statement } from '@entente/engine/statements';
import { useState } from 'react';
import { useAct, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { AddressMark, AddressName, PartyMarks, useNamer } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said, SaidInBoth } from '../../../kit/Said.tsx';
import type { ReadProps } from '../../../kit/seat/part.ts';
import { StoryCard } from '../wall/StoryCard.tsx';
import { useStories } from '../wall/Wall.tsx';
import { Claims, ClaimsField } from './ClaimsField.tsx';
import { deskAt } from './desk.ts';

/** A statement, whole: who said what to whom on which terms, what was asked, what it sets right and what set it right. */
export function StatementView({ line, open, acts, children }: ReadProps) {
  const { world } = useSeat();
  const t = useWords('press');
  const text = useText();
  const statement = world.statements.statements.get(line.id);
  if (!statement) return null;
  const { card, named, meant } = statement;
  const used = world.statements.lines.get(statement.links.find((l) => l.how === 'line')?.to ?? '');
  return (
    <article className="pr-body">
      <header className="stack">
        <p className="row wrap small">
          <Chip icon="megaphone">{t(card.parties ? 'said.joint' : `attribution.${card.attribution}`)}</Chip>
          {card.outlet && (
            <span className="row dim">
              {t('said.toOutlet')} <AddressName address={card.outlet} />
            </span>
          )}
          <span className="grow" />
          <span className="dim">
            {card.venue && <Said text={card.venue} />} <ExactTime at={statement.at} />
          </span>
        </p>
        <h2 className="title row wrap">
          <PartyMarks parties={card.parties ?? [card.party]} />
          <Speaker statement={statement} />
        </h2>
        {card.by === undefined && named && (
          <p className="row small dim">
            {t('said.reallyBy')} <AddressName address={named.by} mark={false} />
          </p>
        )}
      </header>
      {card.question && (
        <section className="pr-asked" aria-label={t('asked.title')}>
          <p className="row wrap small dim">
            {t('said.asked')} <AddressName address={card.question.by} />, {t('asked.verbatim')}
          </p>
          <blockquote>
            <Quoted text={card.question.text} />
          </blockquote>
        </section>
      )}
      <div className="pr-said-text read">
        <SaidInBoth text={card.text} />
      </div>
      <NotYet of={[card.text]} />
      {used && <p className="small dim">{t('said.usesLine', { line: text(used.card.name) })}</p>}
      {meant && (
        <p className="row wrap small">
          <span className="dim">{t('said.meant')}</span> <Claims claims={meant.claims} />
        </p>
      )}
      <Chain said={statement} open={open} />
      <Heard said={statement} acts={acts} />
      {children}
    </article>
  );
}

function Speaker({ statement: { card } }: { readonly statement: Statement }) {
  const t = useWords('wall');
  const name = useNamer('mark');
  if (card.parties) return t('joint');
  return card.by === undefined ? t('unnamed', { who: name(`party:${card.party}`) }) : name(card.by);
}

/** A report as its outlet prints it, and what it has read. */
export function ReportView({ line, open, acts, children }: ReadProps) {
  const { world } = useSeat();
  const stories = useStories();
  const report = world.statements.reports.get(line.id);
  const story = stories.find((s) => s.id === line.id);
  if (!report) return null;
  return (
    <article className="pr-body">
      {story && <StoryCard story={story} />}
      <Chain said={report} open={open} />
      <Heard said={report} acts={acts} />
      {children}
    </article>
  );
}

/** What it sets right and what it read; what set it right since, and who has read it. Each opens. */
function Chain({ said, open }: { readonly said: Statement | Report; readonly open: (id: Id) => void }) {
  const t = useWords('press');
  const { world } = useSeat();
  const { statements, reports } = world.statements;
  const all = [...statements.values(), ...reports.values()].sort((a, b) => a.at - b.at);
  const on = all.flatMap((s) => said.links.filter((l) => l.to === s.id && ON.includes(l.how)).map((l) => ({ how: l.how as string, s })));
  const by = all.flatMap((s) => s.links.filter((l) => l.to === said.id && ON.includes(l.how)).map((l) => ({ how: `${l.how}By`, s })));
  const links = [...on, ...by];
  if (links.length === 0) return null;
  return (
    <ul className="pr-chain" aria-label={t('chain.title')}>
      {links.map(({ how, s }) => (
        <li key={`${how} ${s.id}`}>
          <button type="button" className="letter-about" onClick={() => open(s.id)}>
            <span className="dim small">{t(`chain.${how}`)}</span> <OneLine said={s} />
          </button>
        </li>
      ))}
    </ul>
  );
}
const ON = ['corrects', 'reads'];

function OneLine({ said }: { readonly said: Statement | Report }) {
  const text = useText();
  const from =
    'outlet' in said.card && 'medium' in said.card
      ? said.card.outlet
      : ((said as Statement).card.by ?? `party:${(said as Statement).card.party}`);
  const words = 'medium' in said.card ? said.card.title : (said as Statement).card.text;
  return (
    <>
      <AddressMark address={from} /> <b className="cut">{text(words)}</b> <ExactTime at={said.at} />
    </>
  );
}

/** What one’s own press desk heard in it: its own, until lead control shows all what it heard. */
function Heard({ said, acts }: { readonly said: Statement | Report; readonly acts: boolean }) {
  const t = useWords('press');
  const { world, me } = useSeat();
  const { run, busy, error } = useAct();
  const desk = deskAt(world, me.seat);
  const own = desk && said.readings.get(desk.party)?.claims;
  const [noting, note] = useState<readonly Claim[] | undefined>();
  const keep = async (claims: readonly Claim[]) => {
    if ((await run({ type: 'KeepReading', said: said.id, claims: [...claims] })).ok) note(undefined);
  };
  return (
    <>
      {said.released && (
        <p className="row wrap small">
          <span className="dim">{t('heard.released')}</span> <Claims claims={said.released.claims} />
        </p>
      )}
      {own && !noting && (
        <p className="row wrap small">
          <span className="dim">{t('heard.ours')}</span> <Claims claims={own} />
        </p>
      )}
      {desk && acts && !noting && (
        <p>
          <Button kind="quiet" size="small" icon="eye" onClick={() => note(own ?? [])}>
            {t(own ? 'heard.change' : 'heard.note')}
          </Button>
        </p>
      )}
      {noting && (
        <div className="stack pr-heard">
          <ClaimsField claims={noting} change={note} />
          <p className="row">
            <Button size="small" busy={busy} onClick={() => keep(noting)}>
              {t('heard.keep')}
            </Button>
            <Button kind="quiet" size="small" onClick={() => note(undefined)}>
              {t('cancel')}
            </Button>
          </p>
          <Refused words={error} />
        </div>
      )}
    </>
  );
}
