import { Button } from '../Button.tsx';
import { Act } from './Act.tsx';
import { useControl } from './controlContext.ts';
import type { CardActsProps } from './hand.ts';

/** The act that settles a card: Enter presses it. */
export function Main({ children }: { children: React.ReactNode }) {
  return <span data-main="">{children}</span>;
}
/** The one act of a card whose work is done elsewhere: it leads there. `word`: a key of control’s words. */
export const leads = (word: string) =>
  function Leads({ card, next }: CardActsProps) {
    const { say, select } = useControl();
    return (
      <Main>
        <Button size="small" kind={next ? 'main' : 'plain'} onClick={() => select(card.target)}>
          {say(word)}
        </Button>
      </Main>
    );
  };
/** Others let it pass, and nothing more is done about it: recorded, for all whose card it is. */
export function Dismiss({ card }: { readonly card: string }) {
  const { say } = useControl();
  return (
    <Act command={{ type: 'DismissCard', card }} quiet>
      {say('hand.dismiss')}
    </Act>
  );
}
export function Quiet({ children, onClick }: { children: React.ReactNode; onClick: () => void }) {
  return (
    <Button size="small" kind="quiet" onClick={onClick}>
      {children}
    </Button>
  );
}
