import type { Id } from '@entente/engine';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { ChannelIcon } from '../../kit/ChannelIcon.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { Icon } from '../../kit/icons.tsx';
import { LabelChip } from '../../kit/Labels.tsx';
import { AddressName } from '../../kit/Names.tsx';
import { ExactTime } from '../../kit/RelativeTime.tsx';
import { NotYet } from '../../kit/Said.tsx';
import type { Line } from '../../kit/seat/line.ts';
import { kindOf, useSeatParts } from '../../kit/seat/part.ts';
import { previewOf, titleOf } from '../../kit/seat/titles.ts';

/** One line of the inbox; its channel is known at a glance: a masthead's rule, a bubble, a round picture. */
export function InboxLine({
  line,
  selected,
  open,
  excerpt,
  as,
}: {
  readonly line: Line;
  readonly selected: boolean;
  readonly open: (id: Id) => void;
  /** Of a search: the words around what was found, in place of the first words. */
  readonly excerpt?: string | undefined;
  /** Of a search: what it is, where its title stands on others too. */
  readonly as?: ReactNode;
}) {
  const t = useWords('seat');
  const kit = useWords('kit');
  const text = useText();
  const parts = useSeatParts();
  const kind = kindOf(parts, line);
  const own = useWords(kind.room);
  return (
    <li>
      <button
        type="button"
        data-item={line.id}
        className={`line ${line.channel} ${line.unread ? 'unread' : ''}`}
        aria-current={selected || undefined}
        onClick={() => open(line.id)}
      >
        <span className="line-icon">{kind.icon ? <Icon name={kind.icon} /> : <ChannelIcon channel={line.channel} />}</span>
        <span className="line-words">
          <span className="row small">
            <span className="line-from cut">
              {line.mine && kind.sent ? (
                <>
                  {t('inbox.to')} <AddressName address={line.to[0] ?? 'control'} />
                  {line.to.length > 1 && ` +${line.to.length - 1}`}
                </>
              ) : (
                <AddressName address={line.from} />
              )}
            </span>
            <span className="grow" />
            <span className="dim line-when">
              {kind.called ? own(kind.called) : kit(`channel.${line.purpose === 'announce' ? 'statement' : line.channel}`)}{' '}
              <ExactTime at={line.at} />
            </span>
          </span>
          {line.unread && <span className="unseen">{kit('state.unread')}</span>}
          <span className={`line-title ${line.withdrawn ? 'struck' : ''}`}>{titleOf(line, text)}</span>
          {as}
          <span className="row small">
            <span className="cut dim grow">{excerpt || previewOf(line, text)}</span>
            <NotYet of={[line.title, line.text]} />
            {line.withdrawn ? (
              <Chip tone="late" icon="cross">
                {t('amended.withdrawn')}
              </Chip>
            ) : (
              line.corrected && (
                <Chip tone="soon" icon="write">
                  {t('amended.corrected')}
                </Chip>
              )
            )}
            {parts.map(({ Chips, room }) => Chips && <Chips key={room} line={line} />)}
            {line.attachments && line.attachments.length > 0 && (
              <Icon name="attach" label={t('inbox.files', { count: line.attachments.length })} />
            )}
            {line.label && <LabelChip label={line.label} />}
          </span>
        </span>
      </button>
    </li>
  );
}
