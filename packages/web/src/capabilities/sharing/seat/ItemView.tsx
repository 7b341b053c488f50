import '../../../kit/seat/Letter.css';
import './Item.css';
import {
  acknowledgement,
  grantsOf,
  having,
  type Id,
  type Item,
  type ItemCard,
  type Look,
  leftOut,
  recallFor,
  speaksFor,
  standingCard,
} from '@entente/engine';
import { useAct } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Changed } from '../../../kit/Changed.tsx';
import { Chip, StatusChip } from '../../../kit/Chip.tsx';
import { shortTime } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { Attached } from '../../../kit/files/Attached.tsx';
import { BannerLine, LabelChip, LabelMeaning, PortionMark } from '../../../kit/Labels.tsx';
import { AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { hasEnded, useLists } from '../useSharing.ts';
import { HavingLines } from './HavingLines.tsx';
import { MayLine } from './MayLine.tsx';
import { Provenance } from './Provenance.tsx';

export interface ItemViewProps {
  readonly look: Look;
  readonly item: Item;
  readonly open: (id: Id) => void;
  /** Opens the question for the originator’s word; absent for those who only watch. */
  readonly ask?: (() => void) | undefined;
  /** Stands inside the letter of the delivery that brought it. */
  readonly inLetter?: boolean | undefined;
}

/** An item as its holder reads it: how it is labelled and what that means, whose it is, portion by portion, and what may be done with it. */
export function ItemView({ look, item, open, ask, inLetter = false }: ItemViewProps) {
  const t = useWords('sharing');
  const card = standingCard(item);
  if (!card) return null;
  const title = <Said text={card.title} />;
  return (
    <article className={`letter item ${inLetter ? 'in-letter' : ''}`}>
      <BannerLine label={card.label} />
      <State look={look} item={item} card={card} />
      <RecallNote look={look} item={item} acts={ask !== undefined} />
      <header>
        {inLetter ? <h3 className="title">{title}</h3> : <h2 className="title">{title}</h2>}
        <NotYet of={[card.title, ...card.portions.map((p) => p.text)]} />
        <Facts look={look} item={item} card={card} />
      </header>
      <Conditions item={item} />
      <GiverNote look={look} item={item} />
      <Versions item={item} card={card} />
      <ol className="portions">
        {card.portions.map((portion, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: portions are known by their numbers
          <li key={i} className="portion">
            <div className="row wrap portion-head small">
              <span className="dim">{t('portion', { n: i + 1 })}</span>
              <PortionMark label={portion.label} />
              {portion.releasableTo && portion.releasableTo.length > 0 && (
                <span className="row">
                  <span className="dim">{t('releasableTo')}</span>
                  <PartyMarks parties={portion.releasableTo} />
                </span>
              )}
            </div>
            <div className="letter-text read">
              <Said text={portion.text} />
            </div>
          </li>
        ))}
      </ol>
      <Attached cards={card.attachments} />
      {ask && <MayLine look={look} item={item} ask={ask} />}
      <Grants item={item} />
      <Spread look={look} item={item} />
      <Provenance world={look.world} item={item} open={open} />
      <BannerLine label={card.label} />
    </article>
  );
}

function State({ look, item, card }: { readonly look: Look; readonly item: Item; readonly card: ItemCard }) {
  const t = useWords('sharing');
  const { start } = useDirectory();
  const acknowledged = acknowledgement(look.roster, item, look.seat);
  return (
    <div className="row wrap letter-state">
      <LabelChip label={card.label} />
      <span className="small dim">
        {card.portions.length > 1 && `${t('strictest', { count: card.portions.length })} `}
        <LabelMeaning label={card.label} />
      </span>
      <span className="grow" />
      {card.expires !== undefined &&
        (look.now > card.expires ? (
          <StatusChip state="expired" detail={shortTime(start, card.expires)} />
        ) : (
          <Chip icon="hourglass">{t('expires', { time: shortTime(start, card.expires) })}</Chip>
        ))}
      {acknowledged && <StatusChip state="acknowledged" detail={shortTime(start, acknowledged.at)} />}
    </div>
  );
}

function Facts({ look, item, card }: { readonly look: Look; readonly item: Item; readonly card: ItemCard }) {
  const t = useWords('sharing');
  const kit = useWords('kit');
  const copies = [...item.copies.values()].filter((c) => c.to !== undefined);
  const given = copies.filter((c) => c.by !== undefined && c.by !== look.seat);
  const first = copies[0];
  return (
    <dl className="letter-head">
      <dt>{t('kind')}</dt>
      <dd>{kit(`itemKind.${card.kind}`)}</dd>
      <dt>{t('originator')}</dt>
      <dd>
        <AddressName address={card.originator} />
      </dd>
      <dt>{t(given.length > 0 ? 'givenBy' : 'heldSince')}</dt>
      <dd className="stack">
        {given.length === 0 && first && <ExactTime at={first.at} />}
        {given.map((c) => (
          <span key={c.src} className="row wrap">
            <AddressName address={c.by ?? ''} withParty /> <ExactTime at={c.at} />
          </span>
        ))}
      </dd>
      <dt>{t('to')}</dt>
      <dd className="row wrap">
        {[...new Set(copies.flatMap((c) => c.to ?? []))].map((a) => (
          <AddressName key={a} address={a} withParty={!a.startsWith('party:')} />
        ))}
      </dd>
    </dl>
  );
}

/** Under which it was given, each once: they bind whoever has it. */
function Conditions({ item }: { readonly item: Item }) {
  const t = useWords('sharing');
  const all = new Map([...item.copies.values()].flatMap((c) => c.conditions ?? []).map((words) => [JSON.stringify(words), words]));
  return [...all].map(([key, words]) => (
    <p key={key} className="giver-note prose">
      <strong>{t('under')}</strong> <Said text={words} /> <NotYet of={[words]} />
    </p>
  ));
}

/** What those who gave it wrote with it. */
function GiverNote({ look, item }: { readonly look: Look; readonly item: Item }) {
  const notes = [...item.copies.values()].filter((c) => c.note !== undefined && c.by !== look.seat);
  return notes.map((c) => (
    <blockquote key={c.src} className="giver-note">
      <p className="prose">
        <Said text={c.note} />
      </p>
      <footer className="small dim row wrap">
        <AddressName address={c.by ?? ''} /> <ExactTime at={c.at} />
      </footer>
    </blockquote>
  ));
}

/** The originator’s new version stands above; what stood before can be looked at, with what changed. */
function Versions({ item, card }: { readonly item: Item; readonly card: ItemCard }) {
  const t = useWords('sharing');
  const text = useText();
  // One language more is no new version.
  const all = [...item.copies.values()].filter((c) => c.language === undefined);
  const last = all.findLast((c) => c.to === undefined);
  if (!last) return null;
  const whole = (c: ItemCard) => c.portions.map((p) => text(p.text)).join('\n\n');
  const at = all.indexOf(last);
  // Copies of one text given to several differ in nothing that changed.
  const before = all.slice(0, at).filter((c, i, list) => c.to === undefined || i === list.findLastIndex((x) => x.to !== undefined));
  const previous = before.at(-1);
  return (
    <div className="amended corrected stack" role="status">
      <p>
        <strong>{t('version.new')}</strong> <ExactTime at={last.at} />
      </p>
      {previous && (
        <details>
          <summary>{t('version.changes')}</summary>
          {text(previous.card.title) !== text(card.title) && <Changed before={text(previous.card.title)} after={text(card.title)} />}
          <Changed before={whole(previous.card)} after={whole(card)} />
        </details>
      )}
      {before.map((c) => (
        <details key={c.src}>
          <summary>
            {t('version.before')} <ExactTime at={c.at} />
          </summary>
          <p className="strong">{text(c.card.title)}</p>
          <div className="letter-text">{whole(c.card)}</div>
        </details>
      ))}
    </div>
  );
}

/** Its originator asks that it be destroyed. Nobody un-knows it; to confirm is recorded. */
function RecallNote({ look, item, acts }: { readonly look: Look; readonly item: Item; readonly acts: boolean }) {
  const t = useWords('sharing');
  const { busy, error, run } = useAct();
  const recalled = recallFor(look.roster, item, look.seat);
  if (!recalled) return null;
  const own = recalled.destroyed ? [...item.destroyed.values()].findLast(({ seat }) => seat === look.seat) : undefined;
  return (
    <div className="amended withdrawn stack" role="status">
      <p>
        <strong>{t('recall.asked')}</strong> <ExactTime at={recalled.at} />
      </p>
      {recalled.reason && (
        <p className="prose">
          <Said text={recalled.reason} />
        </p>
      )}
      <p className="small">{t('recall.meaning')}</p>
      {acts && !recalled.destroyed && !hasEnded(look.world) && (
        <div className="row wrap">
          <Button kind="main" busy={busy} onClick={() => run({ type: 'ConfirmDestroyed', item: item.id })}>
            {t('recall.confirm')}
          </Button>
        </div>
      )}
      {own && (
        <p className="row">
          <Chip tone="met" icon="check">
            {t('recall.confirmed')}
          </Chip>
          <ExactTime at={own.at} />
        </p>
      )}
      <Refused words={error} />
    </div>
  );
}

/** The originator’s word for passing it on, as it was given. */
function Grants({ item }: { readonly item: Item }) {
  const t = useWords('sharing');
  const text = useText();
  const { portions } = useLists();
  if (item.grants.size === 0) return null;
  const standing = new Set(grantsOf(item));
  return (
    <ul className="stack small">
      {[...item.grants.values()].map((g) => (
        <li key={g.src} className="may-clause">
          {standing.has(g) ? (
            <Chip tone="met" icon="check">
              {t('grant.given')}
            </Chip>
          ) : (
            <Chip icon="lock">{t('grant.other')}</Chip>
          )}
          <span>{g.portions ? portions(g.portions) : t('whole')}</span>
          <span aria-hidden="true">→</span>
          {g.for.map((a) => (
            <AddressName key={a} address={a} withParty={!a.startsWith('party:')} />
          ))}
          <ExactTime at={g.at} />
          {g.conditions && <span className="full">{t('grant.conditions', { conditions: text(g.conditions) })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Who outside has it or something made of it, who has acknowledged, of whom it was recalled, who says that it is destroyed. */
function Spread({ look, item }: { readonly look: Look; readonly item: Item }) {
  const t = useWords('sharing');
  const own = look.roster.partyOf(look.seat);
  const others = having(look, item).filter(({ who }) => look.roster.partyOf(who) !== own);
  const confirmed = [...item.destroyed.values()];
  const recalls = [...item.recalls.values()];
  const givers = new Set(others.flatMap((h) => h.by ?? []));
  const receipts = [...item.acknowledged.values()].filter(({ seat }) => givers.size > 0 && !givers.has(seat));
  if (others.length + recalls.length === 0) return null;
  return (
    <section className="spread small" aria-label={t('spread.title')}>
      <h3 className="eyebrow">{t('spread.title')}</h3>
      <ul className="stack">
        <HavingLines rows={others} />
        {receipts.map(({ seat, at, src }) => (
          <li key={src} className="may-clause">
            <StatusChip state="acknowledged" />
            <AddressName address={seat} withParty /> <ExactTime at={at} />
          </li>
        ))}
        {recalls.map((r) => (
          <li key={r.src} className="may-clause">
            <StatusChip state="recalled" />
            <PartyMarks parties={r.from} /> <ExactTime at={r.at} />
            {r.reason && (
              <span className="dim full">
                <Said text={r.reason} />
              </span>
            )}
          </li>
        ))}
        {speaksFor(look.roster, look.seat, item) &&
          leftOut(look.world, look.roster, item).map((a) => (
            <li key={a} className="may-clause">
              <AddressName address={a} withParty={!a.startsWith('party:')} /> <span>{t('spread.leftOut')}</span>
            </li>
          ))}
        {confirmed.map(({ seat, at, src }) => (
          <li key={src} className="may-clause">
            <Chip tone="met" icon="check">
              {t('recall.confirmed')}
            </Chip>
            <AddressName address={seat} withParty /> <ExactTime at={at} />
          </li>
        ))}
      </ul>
    </section>
  );
}
