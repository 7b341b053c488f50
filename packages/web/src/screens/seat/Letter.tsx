import './Letter.css';
import type { Id } from '@entente/engine';
import type { ReactNode } from 'react';
import { AmendedNote, Former } from '../../capabilities/injects/seat/Amended.tsx';
import { PurposeChip, Thread } from '../../capabilities/messages/seat/Thread.tsx';
import { useSeat } from '../../connection/index.ts';
import { usePreferences } from '../../i18n/preferences.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { ChannelIcon } from '../../kit/ChannelIcon.tsx';
import { StatusChip } from '../../kit/Chip.tsx';
import { shortTime } from '../../kit/calendar.ts';
import { useDirectory } from '../../kit/Directory.tsx';
import { Attached } from '../../kit/files/Attached.tsx';
import { LabelChip, LabelMeaning } from '../../kit/Labels.tsx';
import { AddressMark, AddressName, useNamer } from '../../kit/Names.tsx';
import { ExactTime } from '../../kit/RelativeTime.tsx';
import type { Item } from './inbox.ts';
import { titleOf } from './titles.ts';

export interface LetterProps {
  readonly item: Item;
  readonly items: readonly Item[];
  readonly open: (id: Id) => void;
  /** The item that came with it. */
  readonly brought?: ReactNode;
}

/** One thing as its channel looks: a mail has a head, a paper a masthead, a call a log line, a post a round picture. */
export function Letter({ item, items, open, brought }: LetterProps) {
  const text = useText();
  const t = useWords('seat');
  const { language } = usePreferences();
  const { start } = useDirectory();
  const { world } = useSeat();
  const about = item.about ? items.find((i) => i.id === item.about) : undefined;
  const receipts = item.mine && item.kind === 'message' ? [...(world.messages.messages.get(item.id)?.acknowledged ?? [])] : [];
  return (
    <article className={`letter ${item.channel}`}>
      <div className="row wrap letter-state">
        {item.label && <LabelChip label={item.label} />}
        {item.label && (
          <span className="small dim">
            <LabelMeaning label={item.label} />
          </span>
        )}
        <span className="grow" />
        {item.purpose && item.purpose !== 'inform' && <PurposeChip purpose={item.purpose} />}
        {item.acknowledgedAt !== undefined && <StatusChip state="acknowledged" detail={shortTime(start, item.acknowledgedAt, language)} />}
      </div>
      <AmendedNote item={item} />
      <Head item={item} />
      {about && (
        <button type="button" className="letter-about small" onClick={() => open(about.id)}>
          {t('letter.answers')} <b>{titleOf(about, text)}</b>
        </button>
      )}
      <div className={`letter-text read ${item.withdrawn ? 'struck' : ''}`}>{text(item.text)}</div>
      <Attached cards={item.attachments} />
      <Former item={item} />
      {receipts.length > 0 && (
        <p className="row wrap small">
          <StatusChip state="acknowledged" />
          {receipts.map(([seat, mark]) => (
            <span key={seat} className="row">
              <AddressName address={seat} /> <ExactTime at={mark.at} />
            </span>
          ))}
        </p>
      )}
      {brought}
      <Thread id={item.id} items={items} open={open} />
    </article>
  );
}

/** What has no subject is headed by its purpose and writer: its first words stand below already. */
function Head({ item }: { readonly item: Item }) {
  const t = useWords('seat');
  const kit = useWords('kit');
  const name = useNamer();
  const text = useText();
  const subject = text(item.title).trim();
  const title = subject || t(`letter.untitled.${item.purpose ?? 'inform'}`, { who: name(item.from) });
  if (item.kind === 'note') return <h2 className="eyebrow">{t('note.mine')}</h2>;
  if (item.channel === 'news' || item.channel === 'social') {
    return (
      <header className={`letter-${item.channel}`}>
        <div className="letter-masthead">
          <AddressMark address={item.from} />
          <b>{name(item.from)}</b>
          <span className="grow" />
          <span className="dim small">
            {kit(`channel.${item.channel}`)} · <ExactTime at={item.at} />
          </span>
        </div>
        <h2 className={subject ? 'title' : 'unseen'}>{title}</h2>
      </header>
    );
  }
  return (
    <header>
      <h2 className="title">{title}</h2>
      <dl className="letter-head">
        <dt>{t('letter.kind')}</dt>
        <dd className="row">
          <ChannelIcon channel={item.channel} />
          {t(`kind.${item.channel}`)} · <ExactTime at={item.at} />
        </dd>
        <dt>{t('letter.from')}</dt>
        <dd>
          <AddressName address={item.from} withParty />
        </dd>
        <dt>{t('letter.to')}</dt>
        <dd className="row wrap">
          {item.to.map((a) => (
            <AddressName key={a} address={a} withParty={!a.startsWith('party:')} />
          ))}
        </dd>
      </dl>
    </header>
  );
}
