import { type Address, type Id, type Item, type ItemAct, type Look, standingCard } from '@entente/engine';
import { WhyPanel } from '../seat/WhyPanel.tsx';
import { AskForm, type AskStart } from './AskForm.tsx';
import { ItemForm } from './ItemForm.tsx';
import { RecallForm } from './RecallForm.tsx';
import { SanitiseForm } from './SanitiseForm.tsx';
import { ShareForm } from './ShareForm.tsx';

/** An act on an item that somebody has begun. */
export interface Begun {
  readonly act: ItemAct;
  readonly start?: AskStart | undefined;
}

/** The act that is under way on an item, below its text. */
export function Doing({
  begun: { act, start },
  look,
  item,
  made,
  go,
  done,
}: {
  readonly begun: Begun;
  readonly look: Look;
  readonly item: Item;
  /** Told of the events that an act brought. */
  readonly made: (events: readonly Id[]) => void;
  readonly go: (begun: Begun) => void;
  readonly done: () => void;
}) {
  const ask = (to: readonly Address[], portions: readonly number[]) => {
    // The word of the originator is asked for others; one’s own side is no matter of passing on.
    const own = look.roster.partyOf(look.seat);
    const others = to.filter((a) => look.roster.partyOf(a) !== undefined && look.roster.partyOf(a) !== own);
    go({ act: 'ask', start: { for: others, portions } });
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
