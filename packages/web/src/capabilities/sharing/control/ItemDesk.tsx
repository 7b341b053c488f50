import { type Item, overFor, standingCard } from '@entente/engine';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import type { Begun } from '../forms/Doing.tsx';
import { useLook } from '../useSharing.ts';
import { ItemActs, ItemDoing } from './ItemActs.tsx';
import { ItemDetail } from './ItemDetail.tsx';

/** One item, which lead control releases, recalls and explains. */
export function ItemDesk(props: DetailProps) {
  const { id, made } = props;
  const { world, say, lead, ended } = useControl();
  const [begun, begin] = useState<Begun>();
  const item = world.sharing.items.get(id);
  const card = item && standingCard(item);
  if (!item || !card) return null;
  if (begun)
    return (
      <SidePanel title={say('item.one')} chip={<LabelChip label={card.label} />}>
        <ItemDoing item={item} begun={begun} made={made} go={begin} done={() => begin(undefined)} />
      </SidePanel>
    );
  return (
    <ItemDetail
      {...props}
      foot={lead ? <ItemActs item={item} begin={(act) => begin({ act })} /> : undefined}
      over={lead && !ended ? <Over item={item} /> : undefined}
    />
  );
}

/** Why it is not offered to be shared. */
function Over({ item }: { item: Item }) {
  const t = useWords('sharing');
  const look = useLook();
  return look && overFor(look, item) ? <p className="ct-small soon">{t('may.expiredOwn')}</p> : null;
}
