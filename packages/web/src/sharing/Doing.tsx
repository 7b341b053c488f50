import { type Address, type Id, type Item, standingCard } from '@entente/engine';
import { useState } from 'react';
import { AskForm, type AskStart } from './AskForm.tsx';
import { ItemForm } from './ItemForm.tsx';
import { RecallForm } from './RecallForm.tsx';
import { type ItemAct, itemOfEvent, type Look } from './rights.ts';
import { SanitiseForm } from './SanitiseForm.tsx';
import { ShareForm } from './ShareForm.tsx';
import { WhyPanel } from './WhyPanel.tsx';

/** The act that is under way on an item, below its text. */
export function Doing({
  act,
  look,
  item,
  open,
  go,
  done,
}: {
  readonly act: ItemAct;
  readonly look: Look;
  readonly item: Item;
  readonly open: (id: Id) => void;
  readonly go: (act: ItemAct) => void;
  readonly done: () => void;
}) {
  const [start, setStart] = useState<AskStart | undefined>();
  const made = (events: readonly Id[]) => {
    const id = itemOfEvent(look.world, events);
    if (id !== undefined) open(id);
  };
  const ask = (to: readonly Address[], portions: readonly number[]) => {
    // The word of the originator is asked for others; one’s own side is no matter of passing on.
    const own = look.roster.partyOf(look.seat);
    setStart({ for: to.filter((a) => look.roster.partyOf(a) !== undefined && look.roster.partyOf(a) !== own), portions });
    go('ask');
  };
  const card = standingCard(item);
  if (!card) return null;
  if (act === 'share') return <ShareForm look={look} item={item} card={card} ask={ask} done={done} />;
  if (act === 'ask') return <AskForm look={look} item={item} start={start} done={done} />;
  if (act === 'sanitise') return <SanitiseForm look={look} item={item} card={card} made={made} done={done} />;
  if (act === 'revise') return <ItemForm look={look} item={item} made={made} done={done} />;
  if (act === 'recall') return <RecallForm look={look} item={item} done={done} />;
  return <WhyPanel look={look} item={item} done={done} />;
}
