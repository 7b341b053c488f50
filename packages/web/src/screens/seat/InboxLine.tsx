import { type Id, type Ms, recallFor, requestStatus, standingCard } from '@entente/engine';
import { useLook } from '../../capabilities/sharing/useSharing.ts';
import { useNow, useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { ChannelIcon } from '../../kit/ChannelIcon.tsx';
import { Chip, StatusChip } from '../../kit/Chip.tsx';
import { Icon } from '../../kit/icons.tsx';
import { LabelChip } from '../../kit/Labels.tsx';
import { AddressName } from '../../kit/Names.tsx';
import { ExactTime } from '../../kit/RelativeTime.tsx';
import type { Item } from './inbox.ts';
import { previewOf, titleOf } from './titles.ts';

/** One line of the inbox; its channel is known at a glance: a masthead's rule, a bubble, a round picture. */
export function InboxLine({
  item,
  selected,
  open,
  excerpt,
  as,
}: {
  readonly item: Item;
  readonly selected: boolean;
  readonly open: (id: Id) => void;
  /** Of a search: the words around what was found, in place of the first words. */
  readonly excerpt?: string | undefined;
  /** Of a search: what it is, where its title stands on others too. */
  readonly as?: string | undefined;
}) {
  const t = useWords('seat');
  const kit = useWords('kit');
  const text = useText();
  return (
    <li>
      <button
        type="button"
        data-item={item.id}
        className={`line ${item.channel} ${item.unread ? 'unread' : ''}`}
        aria-current={selected || undefined}
        onClick={() => open(item.id)}
      >
        <span className="line-icon">{item.kind === 'note' ? <Icon name="note" /> : <ChannelIcon channel={item.channel} />}</span>
        <span className="line-words">
          <span className="row small">
            <span className="line-from cut">
              {item.mine && (item.kind === 'message' || item.kind === 'request') ? (
                <>
                  {t('inbox.to')} <AddressName address={item.to[0] ?? 'control'} />
                  {item.to.length > 1 && ` +${item.to.length - 1}`}
                </>
              ) : (
                <AddressName address={item.from} />
              )}
            </span>
            <span className="grow" />
            <span className="dim line-when">
              {item.kind === 'note' ? t('filter.note') : item.kind === 'answer' ? t('kind.answer') : kit(`channel.${item.channel}`)}{' '}
              <ExactTime at={item.at} />
            </span>
          </span>
          {item.unread && <span className="unseen">{kit('state.unread')}</span>}
          <span className={`line-title ${item.withdrawn ? 'struck' : ''}`}>{titleOf(item, text)}</span>
          {as && <span className="cut small">{as}</span>}
          <span className="row small">
            <span className="cut dim grow">{excerpt || previewOf(item, text)}</span>
            {item.withdrawn ? (
              <Chip tone="late" icon="cross">
                {t('amended.withdrawn')}
              </Chip>
            ) : (
              item.corrected && (
                <Chip tone="soon" icon="write">
                  {t('amended.corrected')}
                </Chip>
              )
            )}
            {item.request && <RequestState id={item.request} />}
            {item.held && <ItemState id={item.held} whole={item.kind === 'item'} />}
            {item.attachments && item.attachments.length > 0 && (
              <Icon name="attach" label={t('inbox.files', { count: item.attachments.length })} />
            )}
            {item.label && <LabelChip label={item.label} />}
          </span>
        </span>
      </button>
    </li>
  );
}

function RequestState({ id }: { readonly id: Id }) {
  const request = useSeat().world.sharing.requests.get(id);
  return request ? <StatusChip state={requestStatus(request)} /> : null;
}

/** What a holder must know of an item at a glance; in a letter, that one came with it. */
function ItemState({ id, whole }: { readonly id: Id; readonly whole: boolean }) {
  const { world, me } = useSeat();
  const look = useLook();
  const kit = useWords('kit');
  const item = world.sharing.items.get(id);
  if (!item) return null;
  const expires = standingCard(item)?.expires;
  if (look && recallFor(look.roster, item, me.seat)) return <StatusChip state="recalled" />;
  return (
    <>
      {!whole && <Chip icon="item">{kit('channel.item')}</Chip>}
      {expires !== undefined && <Expired at={expires} />}
    </>
  );
}

function Expired({ at }: { readonly at: Ms }) {
  return useNow() > at ? <StatusChip state="expired" /> : null;
}
