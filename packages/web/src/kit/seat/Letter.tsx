import './Letter.css';
import type { Id } from '@entente/engine';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { ChannelIcon } from '../ChannelIcon.tsx';
import { StatusChip } from '../Chip.tsx';
import { shortTime } from '../calendar.ts';
import { useDirectory } from '../Directory.tsx';
import { Attached } from '../files/Attached.tsx';
import { LabelChip, LabelMeaning } from '../Labels.tsx';
import { AddressMark, AddressName, useNamer } from '../Names.tsx';
import { PurposeChip } from '../PurposeChip.tsx';
import { ExactTime } from '../RelativeTime.tsx';
import { NotYet, Said } from '../Said.tsx';
import type { Line } from './line.ts';
import { titleOf } from './titles.ts';

export interface LetterProps {
  readonly line: Line;
  readonly lines: readonly Line[];
  readonly open: (id: Id) => void;
  /** In place of the usual head. */
  readonly head?: ReactNode;
  /** Above its text and below it: what became of the letter. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  /** What came with it, and what was written about it. */
  readonly children?: ReactNode;
}

/** One thing as its channel looks: a mail has a head, a paper a masthead, a call a log line, a post a round picture. */
export function Letter({ line, lines, open, head, above, below, children }: LetterProps) {
  const text = useText();
  const t = useWords('seat');
  const { start } = useDirectory();
  const about = line.about ? lines.find((l) => l.id === line.about) : undefined;
  return (
    <article className={`letter ${line.channel}`}>
      <div className="row wrap letter-state">
        {line.label && <LabelChip label={line.label} />}
        {line.label && (
          <span className="small dim">
            <LabelMeaning label={line.label} />
          </span>
        )}
        <span className="grow" />
        {line.purpose && line.purpose !== 'inform' && <PurposeChip purpose={line.purpose} />}
        {line.acknowledgedAt !== undefined && <StatusChip state="acknowledged" detail={shortTime(start, line.acknowledgedAt)} />}
      </div>
      {above}
      {head ?? <Head line={line} />}
      <NotYet of={[line.title, line.text]} />
      {about && (
        <button type="button" className="letter-about small" onClick={() => open(about.id)}>
          {t('letter.answers')} <b>{titleOf(about, text)}</b>
        </button>
      )}
      <div className={`letter-text read ${line.withdrawn ? 'struck' : ''}`}>
        <Said text={line.text} />
      </div>
      <Attached cards={line.attachments} />
      {below}
      {children}
    </article>
  );
}

/** What has no subject is headed by its purpose and writer: its first words stand below already. */
function Head({ line }: { readonly line: Line }) {
  const t = useWords('seat');
  const kit = useWords('kit');
  const name = useNamer();
  const besideMark = useNamer('mark');
  const text = useText();
  const subject = text(line.title).trim();
  const title = subject || t(`letter.untitled.${line.purpose ?? 'inform'}`, { who: name(line.from) });
  const shown = subject ? <Said text={line.title} /> : title;
  if (line.channel === 'news' || line.channel === 'social') {
    return (
      <header className={`letter-${line.channel}`}>
        <div className="letter-masthead">
          <AddressMark address={line.from} />
          <b>{besideMark(line.from)}</b>
          <span className="grow" />
          <span className="dim small">
            {kit(`channel.${line.purpose === 'announce' ? 'statement' : line.channel}`)} · <ExactTime at={line.at} />
          </span>
        </div>
        <h2 className={subject ? 'title' : 'unseen'}>{shown}</h2>
      </header>
    );
  }
  return (
    <header>
      <h2 className="title">{shown}</h2>
      <dl className="letter-head">
        <dt>{t('letter.kind')}</dt>
        <dd className="row">
          <ChannelIcon channel={line.channel} />
          {t(`kind.${line.channel}`)} · <ExactTime at={line.at} />
        </dd>
        <dt>{t('letter.from')}</dt>
        <dd>
          <AddressName address={line.from} withParty />
        </dd>
        <dt>{t('letter.to')}</dt>
        <dd className="row wrap">
          {line.to.map((a) => (
            <AddressName key={a} address={a} withParty={!a.startsWith('party:')} />
          ))}
        </dd>
      </dl>
    </header>
  );
}
