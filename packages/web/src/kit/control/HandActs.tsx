import { Button } from '../Button.tsx';
import { Act } from './Act.tsx';
import { useControl } from './controlContext.ts';

/** The act that settles a card: Enter presses it. */
export function Main({ children }: { children: React.ReactNode }) {
  return <span data-main="">{children}</span>;
}
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
