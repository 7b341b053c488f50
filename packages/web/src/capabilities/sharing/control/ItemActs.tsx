import { actsOn, type Id, type Item, type ItemAct } from '@entente/engine';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import type { Begun } from '../forms/Doing.tsx';
import { Doing, ItemForm } from '../forms/parts.ts';
import { useLook } from '../useSharing.ts';

/** What lead control can do with an item, as its originator can: the same acts in the same words as at a seat. */
export function ItemActs({ item, begin }: { item: Item; begin: (act: ItemAct) => void }) {
  const { ended } = useControl();
  const t = useWords('sharing');
  const look = useLook();
  if (!look) return null;
  const acts = actsOn(look, item).filter((act) => !ended || act === 'why');
  return acts.map((act) => (
    <Button key={act} kind={act === 'share' ? 'main' : act === 'why' ? 'quiet' : undefined} onClick={() => begin(act)}>
      {t(`act.${act}`)}
    </Button>
  ));
}

/** Told of the events that an act brought. */
export type Made = (events: readonly Id[]) => void;

/** The act that is under way, in place of the detail. */
export function ItemDoing({
  item,
  begun,
  made,
  go,
  done,
}: {
  item: Item;
  begun: Begun;
  made: Made;
  go: (begun: Begun) => void;
  done: () => void;
}) {
  const look = useLook();
  return look ? <Doing begun={begun} look={look} item={item} made={made} go={go} done={done} /> : null;
}

/** A new item in the name of an entity or of a party that control plays. */
export function NewItem({ made }: PanelProps) {
  const { say, open } = useControl();
  const look = useLook();
  return <SidePanel title={say('items.title')}>{look && <ItemForm look={look} made={made} done={() => open(undefined)} />}</SidePanel>;
}
