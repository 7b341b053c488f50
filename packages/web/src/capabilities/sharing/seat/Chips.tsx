import { type Id, type Ms, recallFor, requestStatus, standingCard } from '@entente/engine';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Chip, StatusChip } from '../../../kit/Chip.tsx';
import type { Line } from '../../../kit/seat/line.ts';
import { useLook } from '../useSharing.ts';

/** What a line says at a glance of the request that it is, of the item that it is, or of the item that came with it. */
export function Chips({ line }: { readonly line: Line }) {
  const { world } = useSeat();
  const request = line.of === undefined ? undefined : world.sharing.requests.get(line.of);
  if (request) return <StatusChip state={requestStatus(request)} />;
  const id = line.kind === 'item' ? line.id : line.brought;
  return id === undefined ? null : <ItemState id={id} whole={line.kind === 'item'} />;
}

/** What a holder must know of an item; in a letter, that one came with it. */
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
