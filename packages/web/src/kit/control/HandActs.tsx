import { Button } from '../Button.tsx';

/** The act that settles a card: Enter presses it. */
export function Main({ children }: { children: React.ReactNode }) {
  return <span data-main="">{children}</span>;
}
export function Quiet({ children, onClick }: { children: React.ReactNode; onClick: () => void }) {
  return (
    <Button size="small" kind="quiet" onClick={onClick}>
      {children}
    </Button>
  );
}
