import './table.css';
import type { Id } from '@entente/engine';
import type { Matter } from '@entente/engine/consultation';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressMark, AddressName, PartyMarks, useNamer } from '../../../kit/Names.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { ReadProps } from '../../../kit/seat/part.ts';
import { kindOf, subjectNamed, textOf, versionOf } from '../matters/needs.ts';
import { Course } from './Course.tsx';
import { MatterClock } from './MatterClock.tsx';
import { stillNeeded } from './needs.ts';
import { OurSide } from './OurSide.tsx';
import { Positions } from './Positions.tsx';
import { Signatures } from './Signatures.tsx';
import { Statements } from './Statements.tsx';
import { isVeiled, type Seen, seenFrom } from './sits.ts';
import { TextOnTable } from './TextOnTable.tsx';
import { useForumName, useList, useOrdered, useParties, useSeconds } from './useTable.ts';

/** A matter, whole: its clock, what is asked, what is still needed, what each side says, and the text that it is about. */
export function MatterView({ line, open, acts, start, children }: ReadProps) {
  const { world, me } = useSeat();
  const matter = world.consultation.matters.get(line.of ?? line.id);
  const at = matter && seenFrom(world, matter, me.seat);
  if (!at) return null;
  const text = textOf(world, at.matter);
  const { procedure } = at.matter.card;
  const silence = procedure === 'silence';
  return (
    <div className="cs-matter">
      <MatterClock at={at} />
      <div className="cs-body">
        <Head at={at} />
        <Needed at={at} />
        <Question matter={at.matter} />
        <Before at={at} open={open} />
        {procedure === 'joint-signature' && <Signatures at={at} text={text} />}
        {!silence && procedure !== 'joint-signature' && <Positions at={at} start={acts ? start : undefined} />}
        {text && <TextOnTable key={text.id} text={text} matter={at.matter} acts={acts} />}
        <Statements at={at} paragraph={undefined} />
        {!at.watches && <OurSide at={at} acts={acts && start !== undefined} />}
        <Course at={at} />
        {children}
      </div>
    </div>
  );
}

/** What was done when it was opened, by the kind of matter; else it was asked. */
const AT: Readonly<Record<string, string>> = { silence: 'proposedAt', notification: 'informedAt', inform: 'informedAt' };

function Head({ at }: { readonly at: Seen }) {
  const { matter, forum } = at;
  const { world } = useSeat();
  const t = useWords('table');
  const name = useForumName();
  const words = useText();
  const ordered = useOrdered();
  const { card } = matter;
  const subject = subjectNamed(matter, forum);
  return (
    <header>
      <div className="row wrap cs-head small">
        <Chip icon={card.procedure === 'silence' ? 'hourglass' : card.procedure === 'joint-signature' ? 'sign' : 'table'}>
          {t(`kind.${kindOf(matter)}`)}
        </Chip>
        <LabelChip label={card.label} />
        <span className="dim">{name(forum.card)}</span>
        {subject && <span className="dim">{words(subject)}</span>}
        <span className="row dim">
          {t('chair', { count: forum.card.chairs.length })} <PartyMarks parties={ordered(forum.card.chairs)} />
        </span>
        <span className="grow" />
        <span className="row wrap dim">
          {t(AT[kindOf(matter)] ?? 'askedAt')} <ExactTime at={matter.at} /> <AddressMark address={card.by} named />
          <AddressName address={card.by} mark={false} />
        </span>
      </div>
      <h2 className="title">
        <Said text={card.title} /> {matter.on && <Chip>{t('version', { n: versionOf(world, matter)?.version ?? matter.on.version })}</Chip>}
      </h2>
      <Basis matter={matter} />
      <NotYet of={[card.title, words(card.text) === words(card.title) ? undefined : card.text]} />
    </header>
  );
}

/** “United States says: nothing decided”: the system vouches for nobody. */
function Basis({ matter: { card } }: { readonly matter: Matter }) {
  const t = useWords('table');
  const name = useNamer();
  if (!card.basis) return null;
  return <p className="small dim">{t(`says.${card.basis}`, { who: name(`party:${card.party}`) })}</p>;
}

function Needed({ at }: { readonly at: Seen }) {
  const t = useWords('table');
  const { world } = useSeat();
  const now = useNow();
  const parties = useParties();
  const list = useList();
  const seconds = useSeconds();
  if (at.matter.closed) return null;
  const { shown, procedure } = at.matter.card;
  return (
    <div className="row wrap cs-needed">
      <p>
        <b>{t('needs.title')}</b> {stillNeeded(at, textOf(world, at.matter), now, { t, parties, list, seconds })}
      </p>
      {!['silence', 'joint-signature', 'notification'].includes(procedure) && !isVeiled(at) && (
        <span className="small dim">{t(`shown.${shown === 'together' && at.chairs ? 'toChair' : shown}`)}</span>
      )}
    </div>
  );
}

/** What is asked, where it says more than the title. */
function Question({ matter: { card } }: { readonly matter: Matter }) {
  const words = useText();
  if (words(card.text).trim() === words(card.title).trim()) return null;
  return (
    <div className="letter-text read cs-question">
      <Said text={card.text} />
    </div>
  );
}

/** What went before: the same text under silence that was broken; the decision of which this informs. */
function Before({ at: { matter }, open }: { readonly at: Seen; readonly open: (id: Id) => void }) {
  const { world } = useSeat();
  const t = useWords('table');
  const words = useText();
  const seconds = useSeconds();
  const before = [...world.consultation.matters.values()].filter(
    (m) =>
      m !== matter && matter.on && m.on?.of === matter.on.of && m.closed && m.at <= matter.at && m.card.procedure === matter.card.procedure,
  );
  const decision = matter.informs && world.consultation.decisions.get(matter.informs.decision);
  return (
    <>
      {before.map((m) => (
        <button key={m.id} type="button" className="cs-before" onClick={() => open(m.id)}>
          {t(`before.${m.closed?.outcome}`, { version: versionOf(world, m)?.version ?? 1, time: seconds(m.closed?.at ?? m.at) })}
        </button>
      ))}
      {decision && (
        <button type="button" className="letter-about" onClick={() => open(decision.id)}>
          <span className="dim">{t('informs')}</span> <b>{words(decision.card.title)}</b>
        </button>
      )}
    </>
  );
}
